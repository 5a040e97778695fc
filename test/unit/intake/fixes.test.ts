import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading, told } from '../../support/read.js';
import { fixesSheet, readFixed, sourceOf } from '../../support/read-fixed.js';
import { sheetOf } from '../../support/sheet.js';

// What a mended row takes the place of, and that nothing is taken by likeness.
const plan = planReading('revenue', 'rd_expense');
const [a, b, c] = codes;
const header: Cell[] = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
const old = (...rows: Cell[][]) => sourceOf('old.xlsx', sheetOf([header, ...rows], { file: 'old.xlsx' }));
type Mended = [where: string, ...cells: Cell[]];
const back = (...rows: Mended[]) => sourceOf('back.xlsx', fixesSheet('back.xlsx', header, ...rows));
const at = (row: number) => `old.xlsx!企业!${row}`;
const noise = (one: string) => !one.includes('info row.left-out');

test('a mended row takes the place of the row that it names, cell by cell', async () => {
  const read = await readFixed(
    [old(['华新传感', a, '约120', 80], ['瑞泽新材', b, 900, 45])],
    [back([at(2), '华新传感', a, 120, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2']);
  expect(read.findings.all[0]?.args).toEqual({ id: a, fields: [{ zh: '营业收入', en: 'Revenue' }] });
  expect(read.findings.all[0]?.notes[0]?.at).toMatchObject({ file: 'back.xlsx', row: 2 });
  expect(read.firms.ids).toEqual([b, a]);
  expect(read.firms.numbers.get('revenue')?.[1]).toBe(120);
  expect(read.firms.rowOf(1)).toMatchObject({ file: 'back.xlsx', row: 2 });
  expect(read.fates).toEqual([
    'back.xlsx!企业!1: header',
    'back.xlsx!企业!2: used',
    'old.xlsx!企业!1: header',
    'old.xlsx!企业!2: superseded',
    'old.xlsx!企业!3: used',
  ]);
});

test.each([
  ['missing', null],
  ['cut short', '91340199MA10079'],
  ['a number that lost its digits', 913401991007919100],
])('a code that was %s is mended: the row is known by its name', async (_, wrong) => {
  const read = await readFixed(
    [old(['华新传感', wrong, 1200, 80])],
    [back([at(2), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2']);
  expect(read.firms.ids).toEqual([a]);
  expect([...read.firms.rejected]).toEqual([0]);
});

test('a code that was another’s by a slip is mended, and told since it could be read', async () => {
  const read = await readFixed(
    [old(['华新传感', c, 1200, 80])],
    [back([at(2), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2', 'warning cell.fix-unasked B2']);
  expect(read.firms.ids).toEqual([a]);
});

test('code and name that stood in each other’s column are mended', async () => {
  const read = await readFixed(
    [old([a, '华新传感有限公司', 1200, 80])],
    [back([at(2), '华新传感有限公司', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2']);
  expect([...read.firms.rejected]).toEqual([0]);
});

test('a row that is still wrong names the cell of the file of fixes, once', async () => {
  const read = await readFixed(
    [old(['华新传感', a, '约120', 80])],
    [back([at(2), '华新传感', a, '约121', 80])],
    plan,
  );
  expect(told(read)).toEqual(['error cell.not-a-number C2', 'info row.fixed 2']);
  expect(read.findings.all[0]?.at.file).toBe('back.xlsx');
  expect(read.firms.count).toBe(1);
  expect([...read.firms.rejected]).toEqual([1]);
});

test('a row that names a row of another firm is an error, and takes no place', async () => {
  const read = await readFixed(
    [old(['瑞泽新材', b, 900, 45])],
    [back([at(2), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['error row.fix-elsewhere 2']);
  expect(read.findings.all[0]?.args).toEqual({ origin: at(2) });
  expect([...read.firms.rejected]).toEqual([1, 0]);
});

test('a row that names a row that is not there is an error', async () => {
  const read = await readFixed(
    [old(['瑞泽新材', b, 900, 45])],
    [back([at(9), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['error row.fix-elsewhere 2']);
});

test('a firm that no input has is added, and told', async () => {
  const read = await readFixed([old(['瑞泽新材', b, 900, 45])], [back(['', '华新传感', a, 1200, 80])], plan);
  expect(told(read)).toEqual(['warning row.fix-adds 2']);
  expect([...read.firms.rejected]).toEqual([0, 0]);
});

test('without its place a row takes the place of the firm’s rows under the same header', async () => {
  const read = await readFixed(
    [old(['华新传感', a, '约120', 80], ['华新传感', a, null, 80])],
    [back(['', '华新传感', a, 120, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2', 'info row.fixed 3']);
  expect([...read.firms.rejected]).toEqual([0]);
});

test('of two rows that contradict, the one that was deleted from the exceptions does not come back', async () => {
  const read = await readFixed(
    [old(['华新传感', a, 1200, 80], ['华新传感', a, 1300, 80])],
    [back([at(2), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2', 'info row.fixed 3']);
  expect([...read.firms.rejected]).toEqual([0]);
});

test('a row that completes the mended one still does', async () => {
  const read = await readFixed(
    [old(['华新传感', a, '约120', null], ['华新传感', a, null, 80])],
    [back([at(2), '华新传感', a, 120, null])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2']);
  expect(read.firms.numbers.get('rd_expense')?.[0]).toBe(80);
});

test('a row said twice that was left as it was is quiet, and so is its twin', async () => {
  const read = await readFixed(
    [old(['华新传感', a, 1200, 80], ['华新传感', a, 1200, 80])],
    [back([at(3), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2', 'info row.fixed 3']);
});

test('two files of fixes that contradict each other reject the firm and name both cells', async () => {
  const second = sourceOf('second.xlsx', fixesSheet('second.xlsx', header, [at(2), '华新传感', a, 130, 80]));
  const read = await readFixed(
    [old(['华新传感', a, '约120', 80])],
    [back([at(2), '华新传感', a, 120, 80]), second],
    plan,
  );
  expect(told(read).filter(noise)).toEqual(['error cell.contradiction C2', 'info row.fixed 2']);
  expect(read.findings.all[0]?.notes[0]?.at).toMatchObject({ row: 2, column: 2 });
  expect(read.firms.count).toBe(1);
});

test('two rows that make two firms of one row are both errors', async () => {
  const read = await readFixed(
    [old(['华新传感', null, 1200, 80])],
    [back([at(2), '华新传感', a, 1200, 80], [at(2), '华新传感', b, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['error row.fix-two 2', 'error row.fix-two 3', 'error cell.id-missing B2']);
});

test('a fix of a fix stands for the first row too', async () => {
  const second = sourceOf(
    'second.xlsx',
    fixesSheet('second.xlsx', header, ['back.xlsx!企业!2', '华新传感', a, 120, 80]),
  );
  const read = await readFixed(
    [old(['华新传感', null, '约120', 80])],
    [back([at(2), '华新传感', a, '约120', 80]), second],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2', 'info row.fixed 2']);
  expect(read.firms.count).toBe(1);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(120);
});

test('only the mended table’s row is set aside, not the firm’s rows of other tables', async () => {
  const staff = sourceOf(
    'staff.xlsx',
    sheetOf(
      [
        ['企业名称', '统一社会信用代码', '职工总数（人）'],
        ['华新传感', a, 30],
      ],
      { file: 'staff.xlsx', name: '人员' },
    ),
  );
  const read = await readFixed(
    [old(['华新传感', a, '约120', 80]), staff],
    [back([at(2), '华新传感', a, 120, 80])],
    plan,
  );
  expect(read.fates).toContain('staff.xlsx!人员!2: used');
  expect(read.firms.numbers.get('employees')?.[0]).toBe(30);
});

test('a form that lost a column says so', async () => {
  const short = sourceOf(
    'back.xlsx',
    fixesSheet('back.xlsx', header.slice(0, 3), [at(2), '华新传感', a, 120]),
  );
  const read = await readFixed([old(['华新传感', a, '约120', 80])], [short], plan);
  expect(told(read)).toEqual(['warning header.fix-columns', 'info row.fixed 2']);
  expect(read.findings.all[0]?.args).toEqual({ fields: [{ zh: '研发费用', en: 'R&D expense' }] });
});

test('what a deleted column said of the row goes on to hold: a veto is not lifted by deleting it', async () => {
  const vetoes = planReading('revenue', 'dishonest');
  const wide: Cell[] = ['企业名称', '统一社会信用代码', '营业收入（万元）', '失信被执行人'];
  const input = sourceOf('old.xlsx', sheetOf([wide, ['华新传感', a, '约120', '是']], { file: 'old.xlsx' }));
  const short = sourceOf('back.xlsx', fixesSheet('back.xlsx', wide.slice(0, 3), [at(2), '华新传感', a, 120]));
  const { firms, findings } = await readFixed([input], [short], vetoes);
  expect(firms.numbers.get('revenue')?.[0]).toBe(120);
  expect(firms.numbers.get('dishonest')?.[0]).toBe(1);
  expect(firms.cellOf(0, 'dishonest')).toMatchObject({ file: 'old.xlsx', row: 2, column: 3 });
  expect(findings.all.map((one) => one.id)).toEqual(['header.fix-columns', 'row.fixed']);
});

test('a cell that was sent back as wrong stays wrong where its column was deleted', async () => {
  const short = sourceOf(
    'back.xlsx',
    fixesSheet('back.xlsx', header.slice(0, 3), [at(2), '华新传感', a, 120]),
  );
  const read = await readFixed([old(['华新传感', a, 120, '约80'])], [short], plan);
  expect(told(read)).toContain('error cell.not-a-number D2');
  expect([...read.firms.rejected]).toEqual([1]);
});

test('a mend of a mend speaks before the row that both mend', async () => {
  const first = back([at(2), '华新传感', a, 120, 90]);
  const second = sourceOf(
    'again.xlsx',
    fixesSheet('again.xlsx', header.slice(0, 3), ['back.xlsx!企业!2', '华新传感', a, 130]),
  );
  const read = await readFixed([old(['华新传感', a, '约120', 80])], [first, second], plan);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(130);
  expect(read.firms.numbers.get('rd_expense')?.[0]).toBe(90);
  expect(told(read).filter((one) => one.includes('contradiction'))).toEqual([]);
});

test('a mended row whose column of years was deleted is of the year of the row that it mends', async () => {
  const dated: Cell[] = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '年度'];
  const input = sourceOf(
    'old.xlsx',
    sheetOf([dated, ['华新传感', a, '约120', 80, 2025], ['华新传感', a, 100, 70, 2024]], {
      file: 'old.xlsx',
    }),
  );
  const short = sourceOf(
    'back.xlsx',
    fixesSheet('back.xlsx', header, [at(2), '华新传感', a, 120, 80], [at(3), '华新传感', a, 110, 70]),
  );
  const reading = planReading('revenue', 'revenue_prior');
  const read = await readFixed([input], [short], reading);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(120);
  expect(read.firms.numbers.get('revenue_prior')?.[0]).toBe(110);
});

test('a row that was said twice adds up once, also where the column was deleted from its mend', async () => {
  const fields = new Map(plan.fields);
  fields.set('rd_expense', { ...fields.get('rd_expense')!, combine: 'sum' });
  const input = old(['华新传感', a, 120, 10], ['华新传感', a, 120, 10]);
  const rows: Mended[] = [
    [at(2), '华新传感', a, 120],
    [at(3), '华新传感', a, 120],
  ];
  const short = sourceOf('back.xlsx', fixesSheet('back.xlsx', header.slice(0, 3), ...rows));
  const read = await readFixed([input], [short], { ...plan, fields });
  expect(read.firms.numbers.get('rd_expense')?.[0]).toBe(10);
});

test('two offices that each mend a column of one row, the other deleted, both speak before it', async () => {
  const office = (file: string, column: number, figure: number) =>
    sourceOf(
      file,
      fixesSheet(file, [...header.slice(0, 2), header[column]!], [at(2), '华新传感', a, figure]),
    );
  const read = await readFixed(
    [old(['华新传感', a, '约120', '约80'])],
    [office('税务.xlsx', 2, 120), office('科技.xlsx', 3, 90)],
    plan,
  );
  expect(told(read)).toEqual(['info row.fixed 2']);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(120);
  expect(read.firms.numbers.get('rd_expense')?.[0]).toBe(90);
});

test('a row of last year’s file comes back as last year’s', async () => {
  const last = sourceOf('2024.xlsx', sheetOf([header, ['华新传感', a, '约100', 70]], { file: '2024.xlsx' }));
  const fix = sourceOf(
    'back.xlsx',
    fixesSheet('back.xlsx', header, ['2024.xlsx!企业!2', '华新传感', a, 100, 70]),
  );
  const reading = planReading('revenue', 'revenue_prior');
  const read = await readFixed([old(['华新传感', a, 1200, 80]), last], [fix], reading, ['2024.xlsx']);
  expect(told(read)).toEqual(['info row.fixed 2']);
  expect(read.firms.numbers.get('revenue')?.[0]).toBe(1200);
  expect(read.firms.numbers.get('revenue_prior')?.[0]).toBe(100);
});

test('a file of fixes without a table stops the run', async () => {
  const empty = sourceOf('back.xlsx', sheetOf([['没有表头'], ['一句话']], { file: 'back.xlsx' }));
  await expect(readFixed([old(['华新传感', a, 1200, 80])], [empty], plan)).rejects.toThrow();
});

test('rows that are added up are told apart by their places', async () => {
  const fields = new Map(plan.fields);
  fields.set('rd_expense', { ...fields.get('rd_expense')!, combine: 'sum' });
  const sums = { ...plan, fields };
  const projects = old(['华新传感', a, null, 10], ['华新传感', a, null, 10], ['华新传感', a, null, '约5']);
  const whole = await readFixed(
    [projects],
    [back([at(3), '华新传感', a, null, 10], [at(4), '华新传感', a, null, 5])],
    sums,
  );
  expect(whole.firms.numbers.get('rd_expense')?.[0]).toBe(15);
  expect(told(whole).filter((one) => one.startsWith('error'))).toEqual([]);
  const unsaid = await readFixed([projects], [back(['', '华新传感', a, null, 5])], sums);
  expect(told(unsaid).filter((one) => one.startsWith('error'))).toContain('error row.fix-which 2');
});
