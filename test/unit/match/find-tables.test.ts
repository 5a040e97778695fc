import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading, readSheets, told } from '../../support/read.js';
import { merge, sheetOf } from '../../support/sheet.js';

const plan = planReading('revenue', 'rd_expense');
const [a, b, c] = codes;
const firm = (name: string, code: string, ...rest: Cell[]): Cell[] => [name, code, ...rest];

/** Column → field of the first table, as A=firm_name. */
const fieldsOf = (columns: readonly { index: number; field: string | null }[]): string[] =>
  columns
    .filter((one) => one.field !== null)
    .map((one) => `${String.fromCharCode(65 + one.index)}=${one.field}`);

test('a header under two title rows is found, and the titles are counted', async () => {
  const sheet = sheetOf([
    ['华新高新区企业汇总表'],
    ['填报单位：示例局', null, '金额单位：千元'],
    ['企业名称', '统一社会信用代码', '营业收入', '研发费用'],
    firm('华新传感', a, 12000, 800),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]).toMatchObject({ headerFrom: 3, headerTo: 3 });
  expect(read.firms.skipped.map((one) => `${one.at.row} ${one.reason}`)).toEqual([
    '1 title',
    '2 title',
    '3 header',
  ]);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(1200);
  expect(read.mappings[0]?.columns[2]).toMatchObject({ unit: '千元', unitFrom: 'title' });
});

test('merged group names over leaf names are one header of two rows', async () => {
  const sheet = sheetOf(
    [
      ['企业', null, '财务', null],
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
      firm('华新传感', a, 1200, 80),
    ],
    { merges: [merge(1, 0, 1, 1), merge(1, 2, 1, 3)] },
  );
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]).toMatchObject({ headerFrom: 1, headerTo: 2 });
  expect(fieldsOf(read.mappings[0]!.columns)).toEqual([
    'A=firm_name',
    'B=credit_code',
    'C=revenue',
    'D=rd_expense',
  ]);
});

test('a name merged down two rows stands beside a group with leaves', async () => {
  const sheet = sheetOf(
    [
      ['企业名称', '统一社会信用代码', '营业收入（万元）', null, '研发费用（万元）'],
      [null, null, '本年', '上年', null],
      firm('华新传感', a, 1200, 1000, 80),
    ],
    { merges: [merge(1, 0, 2, 0), merge(1, 1, 2, 1), merge(1, 2, 1, 3), merge(1, 4, 2, 4)] },
  );
  const read = await readSheets([sheet], plan);
  expect(fieldsOf(read.mappings[0]!.columns)).toEqual([
    'A=firm_name',
    'B=credit_code',
    'C=revenue',
    'D=revenue_prior',
    'E=rd_expense',
  ]);
});

test('years over a group tell this year from last year', async () => {
  const sheet = sheetOf(
    [
      ['企业名称', '统一社会信用代码', '2024年', null, '2025年', null],
      [null, null, '营业收入', '研发费用', '营业收入', '研发费用'],
      firm('华新传感', a, 1000, 70, 1200, 80),
    ],
    { merges: [merge(1, 2, 1, 3), merge(1, 4, 1, 5)] },
  );
  const read = await readSheets([sheet], plan, 2025);
  expect(fieldsOf(read.mappings[0]!.columns)).toContain('E=revenue');
  expect(fieldsOf(read.mappings[0]!.columns)).toContain('C=revenue_prior');
  expect(read.firms.numbers.get('rd_expense')?.[0]).toBe(80);
});

test('a unit row under the names gives the units', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入', '研发费用'],
    ['没有单位', '没有单位', '元', '元'],
    firm('华新传感', a, 12_000_000, 800_000),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]).toMatchObject({ headerFrom: 1, headerTo: 2 });
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(1200);
});

test('a code row decides, and the form counts in thousands of yuan', async () => {
  const sheet = sheetOf([
    ['单位详细名称', '统一社会信用代码', '收入甲', '费用乙'],
    ['QB01', 'QB02', 'qc05_0 ', 'qc236'],
    firm('华新传感', a, 12000, 800),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]?.columns[2]).toMatchObject({
    field: 'revenue',
    by: 'code',
    unit: '千元',
    unitFrom: 'form',
  });
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(1200);
});

test('the numbering row of a statistical form is part of the header', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    ['甲', '乙', '1', '2'],
    firm('华新传感', a, 1200, 80),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]).toMatchObject({ headerTo: 2 });
  expect(read.firms.count).toBe(1);
});

test('in a CSV a group name stands over its first column only', async () => {
  const sheet = sheetOf(
    [
      ['序号', '企业名称', '统一社会信用代码', '财务指标', '', ''],
      ['', '', '', '营业收入（万元）', '研发费用（万元）', '其他'],
      ['1', '华新传感', a, '1200', '80', ''],
    ],
    { csv: true },
  );
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]).toMatchObject({ headerFrom: 1, headerTo: 2 });
  expect(read.firms.numbers.get('rd_expense')?.[0]).toBe(80);
});

test('the same header again on a printed page is skipped and counted', async () => {
  const header = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
  const sheet = sheetOf([header, firm('华新传感', a, 1200, 80), header, firm('瑞泽新材', b, 900, 50)]);
  const read = await readSheets([sheet], plan);
  expect(read.firms.count).toBe(2);
  expect(read.firms.skipped.map((one) => `${one.at.row} ${one.reason}`)).toEqual(['1 header', '3 header']);
});

test('a second table below, with other columns and units, is read by its own header', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    firm('华新传感', a, 1200, 80),
    [],
    ['表二'],
    ['统一社会信用代码', '研发费用（元）', '营业收入（元）', '企业名称'],
    [b, 500_000, 9_000_000, '瑞泽新材'],
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings).toHaveLength(2);
  expect([...read.firms.numbers.get('revenue')!]).toEqual([1200, 900]);
});

test('two columns that claim one needed field stop the run, naming both', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用', '营业收入（万元）'],
    firm('华新传感', a, 1200, 80, 1000),
  ]);
  const read = await readSheets([sheet], plan);
  const [finding] = read.findings.all.filter((one) => one.id === 'header.ambiguous');
  expect(finding).toMatchObject({ severity: 'error', args: { columns: ['C', 'E'] } });
});

test('a weaker claim gives way to the exact name, and that is told', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '营业总收入（万元）', '研发费用（万元）'],
    firm('华新传感', a, 1200, 1300, 80),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(1200);
  expect(told(read)).toContain('info header.second-claim');
});

test('a foreign currency over a yuan field is an error', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入（万美元）', '研发费用（万元）'],
    firm('华新传感', a, 1200, 80),
  ]);
  expect(told(await readSheets([sheet], plan))).toContain('error header.foreign-currency');
});

test('a money unit over a count is an error where the plan reads it', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '职工总数（万元）', '营业收入（万元）'],
    firm('华新传感', a, 1200, 80),
  ]);
  expect(told(await readSheets([sheet], planReading('employees')))).toContain('error header.unit-mismatch');
});

test('money without any unit is read in the profile’s, once said', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入', '研发费用（万元）'],
    firm('华新传感', a, 1200, 80),
    firm('瑞泽新材', b, 900, 50),
  ]);
  const read = await readSheets([sheet], plan);
  expect(told(read).filter((one) => one.includes('unit-assumed'))).toEqual(['info header.unit-assumed']);
});

test('an id column without a telling header is known by its contents', async () => {
  const sheet = sheetOf([
    ['企业名称', '编码', '营业收入（万元）', '研发费用（万元）'],
    firm('华新传感', a, 1200, 80),
    firm('瑞泽新材', b, 900, 50),
    firm('云帆软件', c, 700, 90),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.firms.ids).toEqual([a, b, c]);
  expect(told(read)).toContain('info header.id-by-content');
});

test('a sheet without firms is no table: every row is counted as such', async () => {
  const sheet = sheetOf([['填写说明'], ['1. 金额以万元填写'], ['地区', '2019年'], ['合肥', 100]]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings).toEqual([]);
  expect(read.firms.skipped.map((one) => one.reason)).toEqual(['title', 'title', 'header', 'not-a-table']);
});

test('a header beyond row 30 is still found as a second header would be', async () => {
  const notes: Cell[][] = Array.from({ length: 40 }, (_, i) => [`说明第 ${i + 1} 条`]);
  const sheet = sheetOf([
    ...notes,
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    firm('华新传感', a, 1200, 80),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.firms.ids).toEqual([a]);
});

test.each(['__proto__', 'constructor', 'toString'])('the header %s is only a header', async (name) => {
  const sheet = sheetOf([
    [name, '企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    ['x', '华新传感', a, 1200, 80],
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.mappings[0]?.columns[0]).toMatchObject({ header: name, field: null });
  expect(Object.prototype).not.toHaveProperty('x');
});

test.each(['营业收入（1-9月）', '1-9月营业收入', '本年累计营业收入', '营业收入累计数', '三季度营业收入'])(
  'a figure of part of the year under a field of the year is read and told: %s',
  async (name) => {
    const sheet = sheetOf([
      ['企业名称', '统一社会信用代码', `${name}`, '研发费用（万元）'],
      firm('华新传感', a, 900, 80),
    ]);
    const read = await readSheets([sheet], plan);
    expect(read.firms.numbers.get('revenue')?.[0]).toBe(900);
    expect(told(read)).toContain('warning header.part-of-year');
  },
);

test('this month’s and the year’s running figure side by side are a doubt, not a choice', async () => {
  const sheet = sheetOf([
    ['企业名称', '统一社会信用代码', '营业收入本月数', '营业收入累计数', '研发费用（万元）'],
    firm('华新传感', a, 100, 900, 80),
  ]);
  expect(told(await readSheets([sheet], plan))).toContain('error header.ambiguous');
});

test('a sheet that goes on without a header is told: its codes are not read in silence', async () => {
  const sheet = sheetOf([firm('华新传感', a, 1200, 80), firm('瑞泽新材', b, 900, 50)]);
  const read = await readSheets([sheet], plan);
  expect(read.findings.all).toMatchObject([{ id: 'sheet.no-header', severity: 'error', args: { rows: 2 } }]);
});

test('where no table of firms stands, titles, header and notes are still told apart', async () => {
  const sheet = sheetOf([
    ['数据库：分省年度数据'],
    ['指标：地区生产总值（亿元）'],
    ['地区', '2024年', '2023年'],
    ['合肥', 100, 90],
    ['芜湖', 50, null],
    ['数据来源：统计局'],
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.firms.skipped.map((one) => one.reason)).toEqual([
    'title',
    'title',
    'header',
    'not-a-table',
    'not-a-table',
    'note',
  ]);
});

test('a printed header again with its numbering row is skipped whole', async () => {
  const header = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
  const numbering = ['甲', '乙', '1', '2'];
  const sheet = sheetOf([
    header,
    numbering,
    firm('华新传感', a, 1200, 80),
    header,
    numbering,
    firm('瑞泽新材', b, 900, 50),
  ]);
  const read = await readSheets([sheet], plan);
  expect(read.firms.ids).toEqual([a, b]);
  expect(told(read)).toEqual([]);
});

test.each([
  [
    'another unit row',
    [
      ['企业名称', '统一社会信用代码', '营业收入', '研发费用'],
      ['', '', '元', '元'],
    ],
  ],
  [
    'other leaves',
    [
      ['企业名称', '统一社会信用代码', '财务', ''],
      ['', '', '营业收入（元）', '研发费用（元）'],
    ],
  ],
])('the same first header row over %s is another table', async (_, second) => {
  const first = second[0]!.includes('财务')
    ? [second[0]!, ['', '', '营业收入（万元）', '研发费用（万元）']]
    : [second[0]!, ['', '', '万元', '万元']];
  const sheet = sheetOf(
    [...first, firm('华新传感', a, '1200', '80'), ...second, firm('瑞泽新材', b, '9000000', '500000')],
    { csv: true },
  );
  const read = await readSheets([sheet], plan);
  expect([...read.firms.numbers.get('revenue')!]).toEqual([1200, 900]);
});

test('rows under a merged code belong to its firm: what they add is added', async () => {
  const sheet = sheetOf(
    [
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
      firm('华新传感', a, 1200),
      [null, null, null, 80],
      firm('瑞泽新材', b, 900, 50),
    ],
    { merges: [merge(2, 0, 3, 0), merge(2, 1, 3, 1)] },
  );
  const read = await readSheets([sheet], plan);
  expect([...read.firms.numbers.get('rd_expense')!]).toEqual([80, 50]);
});
