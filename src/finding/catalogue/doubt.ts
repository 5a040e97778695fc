import { finding, quoteAll, say } from '../define.js';

/** 6700 → 6700 倍, 12000 → 1.2 万倍, 300000000 → 3 亿倍. */
function timesZh(times: number): string {
  if (times >= 1e8) return `${times / 1e8} 亿倍`;
  return times >= 1e4 ? `${times / 1e4} 万倍` : `${times} 倍`;
}

/** 12000 → 12,000. */
const timesEn = (times: number): string => String(times).replace(/\B(?=(\d{3})+$)/g, ',');

/** Figures that can be read and are hard to believe: they are counted as they stand, and a person is asked. */
export const doubtFindings = {
  'cell.check-failed': finding({
    severity: 'warning',
    sample: {
      check: 'st-staff-within-employees',
      raw: '120 人',
      values: ['科技人员数 = 120 人', '职工总数 = 80 人'] as readonly string[],
      expected: '科技人员数不超过职工总数',
      expectedEn: 'Science and technology staff are a part of the employees',
      rejected: true as boolean,
    },
    zh: (a) => say(a.values.join('，'), `按方案，${a.expected}`, fixZh(a.rejected)),
    en: (a) => say(a.values.join(', '), `by the profile: ${a.expectedEn}`, fixEn(a.rejected)),
  }),
  'firm.check-failed': finding({
    severity: 'warning',
    sample: {
      check: 'authorised-said',
      values: ['企业授权 = 空白'] as readonly string[],
      expected: '企业授权须填写',
      expectedEn: 'The authorisation is stated',
      rejected: false as boolean,
    },
    zh: (a) => say(`该企业 ${a.values.join('，')}`, `按方案，${a.expected}`, fixZh(a.rejected)),
    en: (a) =>
      say(`the firm has ${a.values.join(', ')}`, `by the profile: ${a.expectedEn}`, fixEn(a.rejected)),
  }),
  'cell.off-last-year': finding({
    severity: 'warning',
    sample: {
      field: '营业收入',
      raw: '15090500 万元',
      otherField: '上年营业收入',
      other: '1320 万元',
      times: 11000,
    },
    zh: (a) =>
      say(
        `「${a.field}」为 ${a.raw}，「${a.otherField}」为 ${a.other}，差约 ${timesZh(a.times)}`,
        '相邻两年一般不会差这么多，仍按所填计分',
        '是否单位写错（如把元当作万元）？请核对；属实不必改',
      ),
    en: (a) =>
      say(
        `${a.field} is ${a.raw} and ${a.otherField} is ${a.other}, about ${timesEn(a.times)} times apart`,
        'years in a row are rarely that far apart; the figure was counted as it stands',
        'is the unit wrong (yuan for 万元)? Check it; leave it if it is true',
      ),
  }),
  'cell.off-cohort': finding({
    severity: 'warning',
    sample: { field: '研发费用', raw: '2484100 万元', median: '212.5 万元', times: 12000 },
    zh: (a) =>
      say(
        `「${a.field}」为 ${a.raw}，与本批企业的中位数 ${a.median} 差约 ${timesZh(a.times)}`,
        '远在其他企业的范围之外，仍按所填计分',
        '是否单位写错（如把元当作万元）？请核对；属实不必改',
      ),
    en: (a) =>
      say(
        `${a.field} is ${a.raw}, about ${timesEn(a.times)} times off the median ${a.median} of these firms`,
        'it lies far outside the range of the others and was counted as it stands',
        'is the unit wrong (yuan for 万元)? Check it; leave it if it is true',
      ),
  }),
  'header.unit-suspect': finding({
    severity: 'warning',
    sample: { field: '营业收入', firms: 42, median: '23854700 万元', others: '2210 万元', times: 11000 },
    zh: (a) =>
      say(
        `这张表「${a.field}」（${a.firms} 家）的中位数为 ${a.median}，其他表为 ${a.others}，差约 ${timesZh(a.times)}`,
        '各表的数量级一般相同，仍按所填计分',
        '请核对这一列表头（或标题）写的单位是否与数字相符',
      ),
    en: (a) =>
      say(
        `the median of ${a.field} in this table (${a.firms} firms) is ${a.median}, in the others ${a.others}: about ${timesEn(a.times)} times apart`,
        'tables are usually of one magnitude; the figures were counted as they stand',
        "check whether the unit in the column's header (or the title) fits the figures",
      ),
  }),
  'header.unit-unlikely': finding({
    severity: 'warning',
    sample: { field: '营业收入', firms: 42, median: '35330000 万元', large: true as boolean },
    zh: (a) =>
      say(
        `这张表「${a.field}」（填了非零数的 ${a.firms} 家）的中位数为 ${a.median}`,
        a.large
          ? '半数企业超过 100 亿元，多半是把元当作了万元；仍按所填计分'
          : '半数企业不足 1000 元，多半是把万元当作了元；仍按所填计分',
        a.large
          ? '请核对数字的单位：若是元，请把表头写成「…（元）」，或在标题行写「单位：元」，然后重跑；属实不必改'
          : '请核对数字的单位：若是万元，请改正表头或标题行写的单位，然后重跑；属实不必改',
      ),
    en: (a) =>
      say(
        `the median of ${a.field} in this table (${a.firms} firms with a figure other than zero) is ${a.median}`,
        a.large
          ? 'half of the firms are beyond 10 billion yuan: figures in yuan were most likely taken for tens of thousands; they were counted as they stand'
          : 'half of the firms are below 1,000 yuan: tens of thousands were most likely taken for yuan; they were counted as they stand',
        a.large
          ? 'check the unit of the figures: if it is yuan, say so in the header or the title, and run again; leave it if it is so'
          : 'check the unit of the figures: if it is tens of thousands, correct the unit in the header or the title, and run again; leave it if it is so',
      ),
  }),
  'header.off-last-year': finding({
    severity: 'warning',
    sample: { field: '营业收入', otherField: '上年营业收入', firms: 118, of: 120, times: 10000 },
    zh: (a) =>
      say(
        `这张表有两年数的 ${a.of} 家中，${a.firms} 家的${quoteAll([a.field, a.otherField], 'zh')}差约 ${timesZh(a.times)}`,
        '相邻两年一般不会差这么多，仍按所填计分',
        '请核对两年的表头写的单位是否与数字相符',
      ),
    en: (a) =>
      say(
        `of ${a.of} firms with both years in this table, ${a.firms} have ${a.field} and ${a.otherField} about ${timesEn(a.times)} times apart`,
        'years in a row are rarely that far apart; the figures were counted as they stand',
        'check whether the units in the two headers fit the figures',
      ),
  }),
  'header.same-figure': finding({
    severity: 'warning',
    sample: { field: '研发费用', value: '187.63 万元', firms: 7 },
    zh: (a) =>
      say(
        `${a.firms} 家企业的「${a.field}」都是 ${a.value}`,
        '不同企业的金额一般不会相同到这一位，仍按所填计分',
        '请核对是否复制或下拉填充所致',
      ),
    en: (a) =>
      say(
        `${a.firms} firms have the same ${a.field}, ${a.value}`,
        'firms rarely agree to that digit; the figures were counted as they stand',
        'check whether they were copied or filled down',
      ),
  }),
};

const fixZh = (rejected: boolean): string =>
  rejected
    ? '该企业本次未计分，请核对后改正并重跑'
    : '仍按所填计分；请核对单位、列和行有没有填错，属实不必改';

const fixEn = (rejected: boolean): string =>
  rejected
    ? 'the firm was not scored: correct it and run again'
    : 'counted as it stands: check unit, column and row, and leave it if it is true';
