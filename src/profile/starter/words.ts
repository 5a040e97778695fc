import type { Text } from '../../model/text.js';
import type { ProfileDocument } from '../document/document.js';

/** What stands above a part of a profile that was made for someone to change: one line of Chinese, one of English. */
export const partComments: Readonly<Partial<Record<keyof ProfileDocument, Text>>> = {
  name: { zh: '方案名称写进每份报告。', en: 'The name stands in every report.' },
  in_force: {
    zh: '施行日期，写成 2026-01-01；有终止日期的加 to。',
    en: 'The days between which it is in force.',
  },
  status: {
    zh: 'sample 为示例，报告会写明；全部数字都有文件出处后再改成 official。',
    en: 'sample until every figure has a document; reports say so.',
  },
  scale: {
    zh: '基础分的满分：每个阶段里各指标分值之和；不核对就写 sum。',
    en: 'What the points of the base groups add up to in each stage; sum: not checked.',
  },
  decimals: { zh: '每项得分保留几位小数。', en: 'Decimals of points.' },
  identity: { zh: '接受哪些代码，校验码不对怎么办。', en: 'Ids that are accepted.' },
  fields: {
    zh: '字段：表格里的数据。aliases 是表头可能的写法，unit 是单位。',
    en: 'Fields: what spreadsheets hold; aliases are headers that mean them.',
  },
  checks: { zh: '数字之间应有的关系；不成立就提示或退回。', en: 'What should hold between figures.' },
  stages: {
    zh: '阶段划分：从上往下，先符合的定。阶段改名时，下面各处的阶段名也要改。',
    en: 'Stages: the first cut that holds decides; names are used again below.',
  },
  groups: { zh: '分组：cap 为上限，min 为最低分。', en: 'Groups: their caps and minima.' },
  bonus: { zh: '加分合计的上限。', en: 'Cap of all bonus points together.' },
  coverage: { zh: '缺数据时仍可计分的最低比例。', en: 'Least share of data for a total.' },
  vetoes: {
    zh: '一票否决；unknown 是查不到时怎么办：pass-with-warning 放行并提示，veto 否决，reject 退回补充。',
    en: 'Vetoes; unknown says what becomes of a firm of which it is not known.',
  },
  bypass: { zh: '直接认定的条件。', en: 'Conditions that confirm without a total.' },
  grades: {
    zh: '等级，从好到差：at_least 为最低总分，top 为名次百分比。',
    en: 'Grades, best first: least total, or share of ranks.',
  },
  lists: { zh: '名单：when 是入列的条件。', en: 'Lists: when says who stands on them.' },
  offers: {
    zh: '支持产品：条件、额度、利率、期限；额度写几个时取最小的。',
    en: 'Offers: condition, limit (the smallest of several), rate, term.',
  },
  list_columns: { zh: '名单里另外列出的字段。', en: 'More columns of lists.' },
  cases: {
    zh: '整户案例：profile test 逐户核对。',
    en: 'Whole firms and what must come of them: profile test.',
  },
};

/** Points of indicators: what they must add up to, and where the others are stated. */
export const indicatorComment = (scale: number | 'sum' | undefined, someInRules: boolean): Text => {
  const sum = typeof scale === 'number' ? `基础分合计须为 ${scale}（不计加分、扣分组）。` : '';
  const rest = someInRules ? '没列出的指标，分值写在打分规则里，要改就写 { id, score }。' : '';
  const sumEn = typeof scale === 'number' ? `; base groups add up to ${scale} in each stage` : '';
  return {
    zh: `指标分值（满分值）。${sum}${rest}`,
    en: `Points of indicators${sumEn}${someInRules ? '; the others state theirs in `score`' : ''}.`,
  };
};

/** A comment may hold a name from a file: one line, whatever that name is. */
export const commentLine = (text: string): string => `# ${text.replace(/[\s\p{Cc}]+/gu, ' ').trim()}`;

export const commentLines = ({ zh, en }: Text): string[] => [commentLine(zh), commentLine(en)];
