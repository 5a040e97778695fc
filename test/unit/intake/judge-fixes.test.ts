import { expect, test } from 'vitest';
import { renderFinding } from '../../../src/finding/index.js';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading, told } from '../../support/read.js';
import { fixesSheet, readFixed, sourceOf } from '../../support/read-fixed.js';
import { sheetOf } from '../../support/sheet.js';

// Who may take whose place: no firm's row is lost to another's, whatever a file of fixes says.
const plan = planReading('revenue', 'rd_expense');
const [a, b, c] = codes;
const header: Cell[] = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
const old = (...rows: Cell[][]) => sourceOf('old.xlsx', sheetOf([header, ...rows], { file: 'old.xlsx' }));
type Mended = [where: string, ...cells: Cell[]];
const back = (...rows: Mended[]) => sourceOf('back.xlsx', fixesSheet('back.xlsx', header, ...rows));
/** Without the column that says where each row stood. */
const bare = (...rows: Cell[][]) => sourceOf('back.xlsx', sheetOf([header, ...rows], { file: 'back.xlsx' }));
const at = (row: number) => `old.xlsx!企业!${row}`;
const good: Cell[] = ['瑞泽新材', b, 900, 45];
/** What is known of a firm by its code. */
const firm = ({ firms }: Awaited<ReturnType<typeof readFixed>>, id: string) => {
  const of = firms.ids.indexOf(id);
  return [firms.names[of], firms.numbers.get('revenue')?.[of], firms.rejected[of]];
};

test.each([
  ['before', [good, ['华新传感', null, 1200, 80]], 3],
  ['after', [['华新传感', null, 1200, 80], good], 2],
] as [string, Cell[][], number][])(
  'a code that is another firm’s, read %s it, is an error at the mended cell and hurts only its own row',
  async (_, rows, place) => {
    const read = await readFixed([old(...rows)], [back([at(place), '华新传感', b, 1200, 80])], plan);
    expect(told(read)).toEqual(['error cell.fix-id-taken B2', `info row.fixed ${place}`]);
    expect(read.findings.all[0]?.notes[0]?.at).toMatchObject({ file: 'old.xlsx', row: 5 - place });
    expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
    expect(read.firms.count).toBe(2);
    expect([...read.firms.rejected].reduce((sum, one) => sum + one)).toBe(1);
  },
);

test.each([
  ['without a name', null],
  ['under another name', '华新传感'],
])(
  'a row added %s under the code of a firm that was not sent back takes nothing from it',
  async (_, name) => {
    const read = await readFixed([old(good)], [back(['', name, b, 900, 0])], plan);
    expect(told(read)).toEqual(['error cell.fix-id-taken B2']);
    expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
  },
);

test('a refused row does not reject the firm whose own mended row comes beside it', async () => {
  const read = await readFixed(
    [old(['瑞泽新材', b, '约900', 45])],
    [back(['', '华新传感', b, 900, 0], [at(2), '瑞泽新材', b, 900, 45])],
    plan,
  );
  expect(told(read)).toEqual(['error cell.fix-id-taken B2', 'info row.fixed 2']);
  expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
});

test('a row whose place is wrong does not reject the firm that bears its code', async () => {
  const read = await readFixed([old(good)], [back([at(9), '瑞泽新材', b, 900, 0])], plan);
  expect(told(read)).toEqual(['error row.fix-elsewhere 2']);
  expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
});

test('a second round does not take what the first was refused', async () => {
  const again = sourceOf(
    'second.xlsx',
    fixesSheet('second.xlsx', header, ['back.xlsx!企业!2', '华新传感', b, 1200, 80]),
  );
  const read = await readFixed(
    [old(['华新传感', null, 1200, 80], good)],
    [back([at(2), '华新传感', b, 1200, 80]), again],
    plan,
  );
  expect(told(read)).toContain('error cell.fix-id-taken B2');
  expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
});

test('two rows mended to one new code under two names are both errors', async () => {
  const read = await readFixed(
    [old(['华新传感', null, 1200, 80], ['瑞泽新材', null, 900, 45])],
    [back([at(2), '华新传感', c, 1200, 80], [at(3), '瑞泽新材', c, 900, 45])],
    plan,
  );
  expect(told(read).filter((one) => one.startsWith('error'))).toEqual([
    'error cell.fix-id-taken B2',
    'error cell.fix-id-taken B3',
  ]);
});

test('rows that had each other’s codes are mended together', async () => {
  const read = await readFixed(
    [old(['华新传感', b, 1200, 80], ['瑞泽新材', a, 900, 45])],
    [back([at(2), '华新传感', a, 1200, 80], [at(3), '瑞泽新材', b, 900, 45])],
    plan,
  );
  expect(firm(read, a)).toEqual(['华新传感', 1200, 0]);
  expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
});

test('a whole new row of a firm for itself takes its place, and what it changed is told', async () => {
  const read = await readFixed(
    [old(good, ['华新传感', null, 1200, 80])],
    [back(['', '瑞泽新材', b, 900, 50], [at(3), '华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toEqual(['warning row.fixed 2', 'info row.fixed 3', 'warning cell.fix-unasked D2']);
  expect(firm(read, b)).toEqual(['瑞泽新材', 900, 0]);
});

test('a name in other brackets and widths is the same name', async () => {
  const read = await readFixed(
    [old(['华新传感（合肥）', a, 1200, 80])],
    [back(['', '华新传感(合肥) ', a, 1200, 90], ['', '瑞泽新材', b, 900, 45])],
    plan,
  );
  expect(read.firms.count).toBe(2);
  expect(told(read)).toContain('info row.fixed 2');
});

test.each([
  ['its code', [null, a]],
  ['code and name', ['华新传感', a]],
])('a row with neither code nor name is known by its place when %s is filled in', async (_, [name, code]) => {
  const read = await readFixed(
    [old([null, null, 1200, 80], good)],
    [back([at(2), name as Cell, code as Cell, 1200, 80])],
    plan,
  );
  expect(told(read).filter((one) => one.startsWith('error'))).toEqual([]);
  expect(read.firms.count).toBe(2);
  expect(firm(read, a)[1]).toBe(1200);
});

test('without the column of places a row whose code was mended is known by its name', async () => {
  const read = await readFixed(
    [old(['华新传感', '9134019', 1200, 80], good)],
    [bare(['华新传感', a, 1200, 80], ['瑞泽新材', b, 900, 45])],
    plan,
  );
  expect(told(read)).toEqual(['warning header.fix-place', 'info row.fixed 2', 'info row.fixed 3']);
  expect(read.firms.count).toBe(2);
  expect([...read.firms.rejected]).toEqual([0, 0]);
});

test('of several rows under one name without a usable code a fix must say which it mends', async () => {
  const read = await readFixed(
    [old(['华新传感', null, 1200, 80], ['华新传感', '9134019', 1300, 80])],
    [bare(['华新传感', a, 1200, 80])],
    plan,
  );
  expect(told(read)).toContain('error row.fix-name 2');
  expect([...read.firms.rejected]).toEqual([1, 1, 1]);
});

test('a row that is added without a code is told without one, and not as counted', async () => {
  const read = await readFixed([old(good)], [back(['', '华新传感', null, 1200, 80])], plan);
  const added = read.findings.all.find((one) => one.id === 'row.fix-adds')!;
  expect(renderFinding(added, 'zh')).toContain('没有代替任何一行，作为新增数据读入；');
  expect(renderFinding(added, 'en')).toContain('it was read as new data;');
});

test('a row said twice in the fixes is told as a repetition, not as added', async () => {
  const twice: Mended = ['', '华新传感', a, 1200, 80];
  const read = await readFixed([old(good)], [back(twice, twice)], plan);
  expect(told(read)).toEqual(['warning row.duplicate 3', 'warning row.fix-adds 2']);
});

test('a sheet of the fixes with rows but no header stops the run', async () => {
  const { sheets } = back([at(2), '华新传感', a, 1200, 80]);
  const second = sheetOf([['瑞泽新材', b, 900, 45, '', '', at(3)]], { file: 'back.xlsx', name: 'Sheet2' });
  const blank = sheetOf([], { file: 'back.xlsx', name: 'Sheet3' });
  const inputs = [old(['华新传感', null, 1200, 80], ['瑞泽新材', b, '约9', 45])];
  await expect(readFixed(inputs, [sourceOf('back.xlsx', ...sheets, second)], plan)).rejects.toMatchObject({
    exit: 3,
    findings: [{ id: 'sheet.fixes-no-table', at: { sheet: 'Sheet2' } }],
  });
  await expect(readFixed(inputs, [sourceOf('back.xlsx', ...sheets, blank)], plan)).resolves.toBeDefined();
});
