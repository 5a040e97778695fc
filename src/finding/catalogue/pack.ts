import { finding, quoteAll, say } from '../define.js';
import { meantEn, meantZh } from './meant.js';

/** What leaves the house: a whitelist for one bank, a list for 公示. */
export const packFindings = {
  'profile.unknown-column': finding({
    severity: 'error',
    sample: { name: 'totl', near: ['total'] as readonly string[] },
    zh: (a) =>
      say(
        `没有列「${a.name}」`,
        '应为名单的列（如 rank、id、name、stage、total、grade、limit、group_…）或字段的编号',
        meantZh(a.near, '请改正编号'),
      ),
    en: (a) =>
      say(
        `there is no column "${a.name}"`,
        'a column of lists (rank, id, name, stage, total, grade, limit, group_…) or the id of a field is expected',
        meantEn(a.near, 'correct the id'),
      ),
  }),
  'profile.share-contact': finding({
    severity: 'error',
    sample: { field: 'contact_phone' },
    zh: (a) => say(`「${a.field}」是联系方式，不能推送`, '推送的列不含联系人、电话、邮箱', '请去掉这一列'),
    en: (a) =>
      say(
        `${a.field} says how to reach people and is never shared`,
        'no shared column holds contacts',
        'take the column out',
      ),
  }),
  'usage.offer': finding({
    severity: 'error',
    sample: {
      offer: 'loan-onlin',
      offers: ['loan-online（科创积分贷）', 'loan-offline'] as readonly string[],
    },
    zh: (a) =>
      say(
        `方案没有产品「${a.offer}」`,
        a.offers.length === 0 ? '本方案没有产品' : `产品有：${quoteAll(a.offers, 'zh')}`,
        '请写其中一个的编号或全名',
      ),
    en: (a) =>
      say(
        `the profile has no offer "${a.offer}"`,
        a.offers.length === 0 ? 'it has none' : `its offers are ${quoteAll(a.offers, 'en')}`,
        'name one of them by its id or its whole name',
      ),
  }),
  'usage.no-list': finding({
    severity: 'error',
    sample: { profile: 'hnte-2016' },
    zh: (a) =>
      say(`方案 ${a.profile} 没有公示名单，也没有白名单`, '公示一张名单', '请在方案的 lists 里写一张'),
    en: (a) =>
      say(
        `profile ${a.profile} has neither a publicity list nor a whitelist`,
        'one list is shown to the public',
        "state one under the profile's lists",
      ),
  }),
  'file.pack-consent': finding({
    severity: 'warning',
    sample: { field: '企业授权', firms: 12 },
    zh: (a) =>
      say(
        `数据中没有「${a.field}」一列，${a.firms} 家企业都按未授权处理，没有一家可以推送`,
        '只推送已授权的企业',
        '请在申报表中补上这一列后重新评价',
      ),
    en: (a) =>
      say(
        `the data have no column ${a.field}: all ${a.firms} firms count as not authorised and none can be shared`,
        'only firms that allow it are shared',
        'add the column to the form and assess again',
      ),
  }),
};
