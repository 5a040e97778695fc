import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading, shippedPlan, told } from '../../support/read.js';
import { fixesSheet, readFixed, sourceOf } from '../../support/read-fixed.js';
import { sheetOf } from '../../support/sheet.js';

// Which changes of a mended row are told: all that nothing had asked for.
const [a] = codes;
const plan = shippedPlan('hefei-hightech-2025');
const veto = plan.vetoes.flatMap(({ bar }) => bar.reads);
const header: Cell[] = [
  '企业名称',
  '统一社会信用代码',
  '营业收入（万元）',
  '研发费用（万元）',
  '失信被执行人',
];
const was: Cell[] = ['华新传感', a, 1200, 80, '是'];
const mend = async (from: Cell[][], to: Cell[], reading = plan) =>
  readFixed(
    [sourceOf('old.xlsx', sheetOf([header, ...from], { file: 'old.xlsx' }))],
    [sourceOf('back.xlsx', fixesSheet('back.xlsx', header, ['old.xlsx!企业!2', ...to]))],
    reading,
  );
const unasked = async (...how: Parameters<typeof mend>) =>
  (await mend(...how)).findings.all.filter((one) => one.id === 'cell.fix-unasked');
const but = (column: number, value: Cell): Cell[] => was.map((cell, i) => (i === column ? value : cell));

test('a veto that a firm lifts from itself is a warning with the old and the new value and both cells', async () => {
  expect(veto).toContain('dishonest');
  const [one, ...more] = await unasked([was], but(4, '否'));
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    severity: 'warning',
    at: { file: 'back.xlsx', row: 2, column: 4 },
    args: { before: '是', after: '否', veto: true },
    notes: [{ at: { file: 'old.xlsx', row: 2, column: 4 } }],
  });
});

test('it is told too where another row of the firm says no: one yes is enough for a veto', async () => {
  const told = await unasked([was, but(4, '否')], but(4, '否'));
  expect(told.map((one) => one.args.before)).toEqual(['是']);
});

test('a blank that a veto reads is told when it is filled in', async () => {
  expect((await unasked([but(4, null)], but(4, '否'))).map((one) => one.args)).toMatchObject([
    { before: '', after: '否', veto: true },
  ]);
});

test.each([
  ['a figure', 3, 800],
  ['a name', 0, '华新传感器'],
  ['a figure made blank', 3, null],
])('%s that was right and came back changed is told', async (_, column, value) => {
  expect((await unasked([was], but(column, value))).map((one) => one.at)).toMatchObject([{ column }]);
});

test.each([
  ['a cell that could not be read', but(3, '约80')],
  ['a code cut short', but(1, '9134019')],
  ['a blank that costs points', but(3, null)],
])('%s is mended quietly', async (_, from) => {
  expect(await unasked([from], was)).toEqual([]);
});

test('another way to write the same is no change', async () => {
  expect(
    await unasked([['华新传感（合肥）', a, '1,200', 80, '是']], ['华新传感(合肥)', a, 1200, '80.0', true]),
  ).toEqual([]);
});

test('of two cells that contradict each other either may be mended', async () => {
  expect(await unasked([was, but(3, 90)], was)).toEqual([]);
});

test('a row that its firm takes back by the fixes is told as a warning', async () => {
  const status = [...header, '数据状态'];
  const read = await readFixed(
    [sourceOf('old.xlsx', sheetOf([status, [...was, '正常']], { file: 'old.xlsx' }))],
    [sourceOf('back.xlsx', fixesSheet('back.xlsx', status, ['old.xlsx!企业!2', ...was, '撤销']))],
    planReading('revenue'),
  );
  expect(told(read)).toContain('warning row.left-out 2');
});
