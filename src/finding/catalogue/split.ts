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
