import { finding, quoteAll, say } from '../define.js';

const missing: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  direction: { zh: '调入还是调出', en: 'in or out' },
  reason: { zh: '原因', en: 'a reason' },
  approver: { zh: '批准人', en: 'who approved it' },
};
const standing: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  rejected: { zh: '数据有误被退回', en: 'was rejected for its data' },
  vetoed: { zh: '被一票否决', en: 'is vetoed' },
};

/** People's decisions about lists. A row that cannot be done is refused and told; the run goes on. */
export const adjustFindings = {
  'cell.adjust-list': finding({
    severity: 'warning',
    sample: { raw: '白名册', lists: ['whitelist', '白名单'] as readonly string[] },
    zh: (a) =>
      say(
        a.raw === '' ? '没有写明是哪张名单' : `本方案没有名单「${a.raw}」，本行未执行`,
        `名单有：${quoteAll(a.lists, 'zh')}`,
        '请改成其中之一',
      ),
    en: (a) =>
      say(
        a.raw === '' ? 'no list is named' : `the profile has no list "${a.raw}"; this row was not done`,
        `its lists are ${quoteAll(a.lists, 'en')}`,
        'name one of them',
      ),
  }),
  'cell.adjust-firm': finding({
    severity: 'warning',
    sample: { id: '91340199MA1007919N' },
    zh: (a) => say(`${a.id} 不在申报表中，本行未执行`, '', '请核对代码'),
    en: (a) => say(`${a.id} is not in the input; this row was not done`, '', 'check the code'),
  }),
  'cell.adjust-blank': finding({
    severity: 'warning',
    sample: { what: 'reason' },
    zh: (a) =>
      say(
        `没有写明${missing[a.what]?.zh ?? a.what}，本行未执行`,
        '人工调整应写明方向、原因和批准人',
        '请补上',
      ),
    en: (a) =>
      say(
        `the row does not say ${missing[a.what]?.en ?? a.what} and was not done`,
        'an adjustment states in or out, a reason and who approved it',
        'add it',
      ),
  }),
  'row.adjust-barred': finding({
    severity: 'warning',
    sample: { why: 'vetoed', list: '白名单' },
    zh: (a) =>
      say(
        `企业${standing[a.why]?.zh ?? a.why}，不能调入「${a.list}」，本行未执行`,
        '名单上没有被退回、被否决的企业',
        a.why === 'rejected' ? '请先改正数据后重跑' : '否决事项解除后请更新数据重跑',
      ),
    en: (a) =>
      say(
        `the firm ${standing[a.why]?.en ?? a.why} and cannot be put on ${a.list}; this row was not done`,
        'no list holds a rejected or vetoed firm',
        a.why === 'rejected'
          ? 'correct its data and run again'
          : 'run again when the veto is lifted in the data',
      ),
  }),
  'row.adjust-contradiction': finding({
    severity: 'warning',
    sample: { list: '白名单' },
    zh: (a) =>
      say(
        `同一天（或都没有日期）对同一企业的「${a.list}」既调入又调出，两行都未执行`,
        '先后应由日期说明',
        '请补上日期，或只留一行',
      ),
    en: (a) =>
      say(
        `on one day, or without one, the firm is put on ${a.list} and taken off it; neither row was done`,
        'the dates should tell which came later',
        'add the dates, or keep one row',
      ),
  }),
};
