import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading, readSheets, shippedPlan, told } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';

const plan = planReading('revenue', 'rd_expense');
const [a, b, c] = codes;
const header: Cell[] = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
const read = (...rows: Cell[][]) => readSheets([sheetOf([header, ...rows])], plan);
const csv = (...rows: string[][]) =>
  readSheets([sheetOf([header, ...rows] as Cell[][], { csv: true })], plan);

test('a blank is null and a zero is zero', async () => {
  const { firms } = await read(['华新传感', a, null, 0]);
  expect(firms.numbers.get('revenue')?.[0] ?? Number.NaN).toBeNaN();
  expect(firms.numbers.get('rd_expense')?.[0]).toBe(0);
});

test.each(['-', '/', '无', '—', 'N/A', '  ', '－', '不详'])(
  '「%s」 is blank, without a finding',
  async (word) => {
    const back = await read(['华新传感', a, word, 80]);
    expect(back.firms.numbers.get('revenue')?.[0] ?? Number.NaN).toBeNaN();
    expect(told(back)).toEqual([]);
  },
);

test('all findings of a row are told, not only the first', async () => {
  const back = await read(['华新传感', '9134019', '约120', '1200-1500']);
  expect(told(back)).toEqual([
    'error cell.id-wrong-length B2',
    'error cell.not-a-number C2',
    'error cell.not-a-number D2',
  ]);
  expect([...back.firms.rejected]).toEqual([1]);
});

test('an unreadable cell of a field that the plan does not read is a warning', async () => {
  const sheet = sheetOf([
    [...header, '净利润（万元）'],
    ['华新传感', a, 1200, 80, '约5'],
  ]);
  const back = await readSheets([sheet], plan);
  expect(told(back)).toEqual(['warning cell.not-a-number E2']);
  expect([...back.firms.rejected]).toEqual([0]);
});

test('a unit inside the cell wins over the header, and is told', async () => {
  const back = await read(['华新传感', a, '1.2亿元', '80万'], ['瑞泽新材', b, '900万元', '50 万元']);
  expect([...back.firms.numbers.get('revenue')!]).toEqual([12000, 900]);
  expect([...back.firms.numbers.get('rd_expense')!]).toEqual([80, 50]);
  // 80万 under （万元） may mean either; 900万元 says what the header says.
  expect(told(back)).toEqual(['warning cell.unit-in-cell C2', 'warning cell.unit-in-cell D2']);
});

test('a count in a money column is not taken', async () => {
  expect(told(await read(['华新传感', a, '12人', 80]))).toEqual(['error cell.unit-mismatch C2']);
});

test.each<[string, Cell, string]>([
  ['an error value', { kind: 'error', code: '#N/A' }, 'cell.error-value'],
  ['a formula without a value', { kind: 'formula' }, 'cell.formula-empty'],
  ['a date', { kind: 'date', days: 20000, shown: '2024-10-04' }, 'cell.wrong-kind'],
  ['a percentage in a money column', { kind: 'percent', value: 0.07, shown: '7%' }, 'cell.wrong-kind'],
  ['a yes/no value', true, 'cell.wrong-kind'],
])('%s is null with an error, never a number', async (_, cell, id) => {
  const back = await read(['华新传感', a, cell, 80]);
  expect(told(back)).toEqual([`error ${id} C2`]);
  expect(back.firms.numbers.get('revenue')?.[0] ?? Number.NaN).toBeNaN();
});

test('total, section, note and signature rows are skipped with their reason', async () => {
  const { firms } = await read(
    ['一、电子信息'],
    ['华新传感', a, 1200, 80],
    ['小计', null, 1200, 80],
    ['示例合计科技有限公司', b, 900, 50],
    ['合计', null, 2100, 130],
    ['注：数据来自年报'],
    ['填表人：甲', null, '审核人：乙'],
  );
  expect(firms.ids).toEqual([a, b]);
  expect(firms.skipped.map((one) => `${one.at.row} ${one.reason}`)).toEqual([
    '1 header',
    '2 section',
    '4 total',
    '6 total',
    '7 note',
    '8 note',
  ]);
});

test('a firm whose name holds 合计 and whose code is missing is rejected, not taken for a total', async () => {
  const back = await read(['示例合计科技有限公司', null, 900, 50]);
  expect(told(back)).toEqual(['error cell.id-missing B2']);
  expect(back.firms.count).toBe(1);
});

test('a row that names a firm and nothing else is a firm, rejected', async () => {
  const back = await read(['华新传感有限公司']);
  expect(told(back)).toEqual(['error cell.id-missing B2']);
});

test('the same row twice is one superseded with a warning that names the first', async () => {
  const back = await read(['华新传感', a, 1200, 80], ['华新传感', a, 1200, 80]);
  expect(told(back)).toEqual(['warning row.duplicate 3']);
  expect(back.findings.all[0]?.notes).toEqual([
    { id: 'first-seen', at: { file: 'firms.xlsx', sheet: '企业', row: 2 } },
  ]);
  expect(Array.from(back.firms.rows.superseded)).toEqual([0, 1]);
  expect(back.firms.count).toBe(1);
});

test('two rows that contradict reject the firm and name both cells', async () => {
  const back = await read(['华新传感', a, 1200, 80], ['华新传感', a, 1200, 130]);
  expect(told(back)).toEqual(['error cell.contradiction D3']);
  expect(back.findings.all[0]?.notes[0]).toMatchObject({ id: 'other-value', at: { row: 2, column: 3 } });
  expect([...back.firms.rejected]).toEqual([1]);
});

test('rows of two sheets complete each other', async () => {
  const money = sheetOf(
    [
      ['统一社会信用代码', '营业收入（万元）'],
      [a, 1200],
    ],
    { name: '财务' },
  );
  const research = sheetOf(
    [
      ['统一社会信用代码', '研发费用（元）'],
      [a, 800_000],
    ],
    { name: '研发' },
  );
  const { firms } = await readSheets([money, research], plan);
  expect(firms.count).toBe(1);
  expect(firms.numbers.get('revenue')?.[0]).toBe(1200);
  expect(firms.numbers.get('rd_expense')?.[0]).toBe(80);
  expect(firms.cellOf(0, 'rd_expense')).toMatchObject({ sheet: '研发', row: 2, column: 1 });
  expect(firms.rowsOf(0)).toEqual([0, 1]);
});

test('one code with two names is a warning, and the first name stays', async () => {
  const back = await read(['华新传感', a, 1200, null], ['华新传感器', a, null, 80]);
  expect(told(back)).toEqual(['warning cell.name-differs A3']);
  expect(back.firms.names).toEqual(['华新传感']);
});

test('any true wins for a veto flag', async () => {
  const sheet = sheetOf([
    ['统一社会信用代码', '企业名称', '列入经营异常名录'],
    [a, '华新传感', '否'],
    [a, '华新传感', '是'],
  ]);
  const { firms } = await readSheets([sheet], shippedPlan('techsme-2017'));
  expect(firms.numbers.get('abnormal_list')?.[0]).toBe(1);
});

test('a CSV record that is too long or cut short is an exception, and its neighbours are not', async () => {
  const back = await csv(
    ['华新传感', a, '1200', '80'],
    ['瑞泽', '新材', b, '900', '50'],
    ['云帆软件', c],
    ['华新传感', a, '1200', '80'],
  );
  expect(told(back)).toEqual([
    'error cell.id-wrong-length B3',
    'error row.wrong-width 3',
    'error cell.not-a-number C3',
    'error row.wrong-width 4',
    'warning row.duplicate 5',
  ]);
});

test('a control character inside a number is an error; in a name it is removed with a warning', async () => {
  const back = await read(['华新\u0000传感', a, '20\u000037.75', 80]);
  expect(told(back)).toEqual(['warning cell.control-in-text A2', 'error cell.control-in-number C2']);
  expect(back.firms.names).toEqual(['华新传感']);
});

test.each([
  ['error', 'error cell.out-of-bounds B2'],
  ['warning', 'warning cell.out-of-bounds B2'],
] as const)('outside the bounds of a needed field is the %s that the profile says', async (outside, line) => {
  const reading = planReading('employees');
  const employees = { ...reading.fields.get('employees')!, min: 0, outside };
  const strict = { ...reading, fields: new Map([...reading.fields, ['employees', employees]]) };
  const sheet = sheetOf([
    ['统一社会信用代码', '职工总数（人）'],
    [a, -5],
  ]);
  expect(told(await readSheets([sheet], strict))).toEqual([line]);
});

test('a letter typed for a digit is pointed at, never repaired', async () => {
  const back = await read(['华新传感', a, '1,2O0', 80]);
  expect(back.findings.all[0]?.args).toMatchObject({ letterAt: 4, letter: 'O', suggestion: '1,200' });
  expect(back.firms.numbers.get('revenue')?.[0] ?? Number.NaN).toBeNaN();
});
