import { finding, quoteAll, say } from '../define.js';

/** Reports that are split by a column (`--by`). */
export const splitFindings = {
  'usage.by-firm': finding({
    severity: 'error',
    sample: { by: '企业名称' },
    zh: (a) =>
      say(
        `「${a.by}」说的是单个企业`,
        '--by 按一组企业拆分，如区县、行业、阶段',
        '请换一列；单个企业请用 explain 出评分卡',
      ),
    en: (a) =>
      say(
        `"${a.by}" tells single firms`,
        '--by takes a column that many firms share, like a district or an industry',
        'name another column; for the score card of one firm use explain',
      ),
  }),
  'header.by-absent': finding({
    severity: 'error',
    sample: { by: '区县', near: ['所属地区'] as readonly string[] },
    zh: (a) =>
      say(
        `没有一个输入有「${a.by}」这一列`,
        '--by 要写输入的表头，或方案中字段的编号、名称',
        a.near.length > 0 ? `是否为${quoteAll(a.near, 'zh')}？` : '可用 innopoints inspect 看输入有哪些列',
      ),
    en: (a) =>
      say(
        `no input has a column "${a.by}"`,
        "--by takes a header of the input, or the id or name of a profile's field",
        a.near.length > 0
          ? `was ${quoteAll(a.near, 'en')} meant?`
          : 'innopoints inspect shows the columns of an input',
      ),
  }),
  'header.by-blank': finding({
    severity: 'warning',
    sample: { by: '所属区县', firms: 5, folder: 'by/未填' },
    zh: (a) =>
      say(
        `有 ${a.firms} 家企业没有填「${a.by}」，放在 ${a.folder}，没有分给任何一份`,
        '下发的每份都应有自己的全部企业',
        '请在原表补填这一列后重跑',
      ),
    en: (a) =>
      say(
        `${a.firms} firms have no ${a.by}: they stand in ${a.folder}, in no part that is sent out`,
        'each part that is sent out has all of its firms',
        'fill in this column in the form and run again',
      ),
  }),
  'header.by-alike': finding({
    severity: 'warning',
    sample: { by: '所属区县', words: ['包河区', '包河 区'] as readonly string[] },
    zh: (a) =>
      say(
        `「${a.by}」的${quoteAll(a.words, 'zh')}只差空格或全半角，拆成了不同的几份`,
        '同一个值应写得一样',
        '是同一个的，请统一写法后重跑',
      ),
    en: (a) =>
      say(
        `${quoteAll(a.words, 'en')} of ${a.by} differ in blanks or width alone, and became parts of their own`,
        'one value is written one way',
        'where they are the same, write them alike and run again',
      ),
  }),
  'header.by-many': finding({
    severity: 'error',
    sample: { by: '营业收入', values: 15000, most: 500 },
    zh: (a) =>
      say(
        `「${a.by}」有 ${a.values} 个不同的值`,
        `--by 最多拆成 ${a.most} 份`,
        '请换一列，如区县；也可先统一这一列的写法',
      ),
    en: (a) =>
      say(
        `"${a.by}" has ${a.values} different values`,
        `--by makes ${a.most} parts at most`,
        'name another column, like a district, or make its words uniform first',
      ),
  }),
};
