import { expect, test } from 'vitest';
import { Findings } from '../../../src/finding/index.js';
import { takeIn } from '../../../src/intake/index.js';
import { currentPeriod, periodCode } from '../../../src/intake/period-code.js';
import { findTables, indexFields } from '../../../src/match/index.js';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading, readSheets, told } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';

const [a, b, c] = codes;
const plan = planReading('revenue', 'revenue_prior');
const header: Cell[] = ['企业名称', '统一社会信用代码', '数据年份', '营业收入（万元）'];
const read = (year: number, ...rows: Cell[][]) => readSheets([sheetOf([header, ...rows])], plan, year);
const values = (column: Float64Array | undefined) =>
  Array.from(column ?? [], (value) => (Number.isNaN(value) ? null : value));

test.each<[Cell, number | null]>([
  [2025, 20250],
  ['2025', 20250],
  ['2025年', 20250],
  ['2025年度', 20250],
  ['2025-12-31', 20250],
  ['2026Q3', 20263],
  ['2026年第三季度', 20263],
  ['2026年3季度', 20263],
  [{ kind: 'date', days: 20453, shown: '2025-12-31' }, 20250],
  [null, 0],
  ['', 0],
  ['去年', null],
  ['25', null],
])('%s is the period %s', (cell, code) => {
  expect(periodCode(cell)).toBe(code);
});

test.each([
  [[20250, 20240], 20250, 20250],
  [[20250, 20240], 20263, 20250],
  [[20250, 20263], 20263, 20263],
  [[20260, 20250], 20263, 20260],
  [[20270], 20263, null],
])('of %s the run %s takes %s', (stated, run, current) => {
  expect(currentPeriod(stated, run)).toBe(current);
});

test('a row of last year fills the field that holds last year’s value', async () => {
  const { firms } = await read(
    2025,
    ['华新传感', a, 2024, 1000],
    ['华新传感', a, 2025, 1200],
    ['瑞泽新材', b, 2025, 900],
  );
  expect(firms.ids).toEqual([a, b]);
  expect(values(firms.numbers.get('revenue'))).toEqual([1200, 900]);
  expect(values(firms.numbers.get('revenue_prior'))).toEqual([1000, null]);
  expect(firms.cellOf(0, 'revenue_prior')).toMatchObject({ row: 2, column: 3 });
  expect(firms.cellOf(0, 'revenue')).toMatchObject({ row: 3, column: 3 });
});

test('rows of other years are skipped and counted, and their faults do not matter', async () => {
  const back = await read(
    2025,
    ['华新传感', a, 2025, 1200],
    ['华新传感', a, 2020, '约100'],
    ['华新传感', a, 2021, 700],
  );
  expect(back.firms.skipped.map((one) => `${one.at.row} ${one.reason}`)).toEqual([
    '1 header',
    '3 other-period',
    '4 other-period',
  ]);
  expect(told(back)).toEqual([]);
  expect([...back.firms.rejected]).toEqual([0]);
});

test('where no row states the run’s period the latest before it is taken, with a warning', async () => {
  const back = await read(2026, ['华新传感', a, 2024, 1000], ['华新传感', a, 2025, 1200]);
  expect(values(back.firms.numbers.get('revenue'))).toEqual([1200]);
  expect(told(back)).toEqual(['warning header.period-taken']);
});

test('rows of the future only are an error that stops the run', async () => {
  expect(told(await read(2024, ['华新传感', a, 2025, 1200]))).toContain('error header.no-period');
});

test('a firm with last year only is counted, not scored', async () => {
  const back = await read(2025, ['华新传感', a, 2025, 1200], ['瑞泽新材', b, 2024, 900]);
  expect(back.firms.ids).toEqual([a]);
  expect(told(back)).toEqual(['info header.prior-only']);
  expect(back.firms.skipped.at(-1)).toMatchObject({ reason: 'other-period', at: { row: 3 } });
});

test('last year’s column and last year’s row may not contradict each other', async () => {
  const sheet = sheetOf([
    [...header, '上年营业收入（万元）'],
    ['华新传感', a, 2025, 1200, 1000],
    ['华新传感', a, 2024, 1100, null],
  ]);
  const back = await readSheets([sheet], plan, 2025);
  expect(told(back)).toEqual(['error cell.contradiction D3']);
  expect([...back.firms.rejected]).toEqual([1]);
});

test('an unreadable year is an error at its cell', async () => {
  expect(told(await read(2025, ['华新传感', a, '去年', 1200], ['瑞泽新材', b, 2025, 900]))).toEqual([
    'error cell.not-a-period C2',
  ]);
});

test('the same row of the same year twice is superseded, of two years it is not', async () => {
  const back = await read(
    2025,
    ['华新传感', a, 2025, 1200],
    ['华新传感', a, 2025, 1200],
    ['华新传感', a, 2024, 1200],
  );
  expect(told(back)).toEqual(['warning row.duplicate 3']);
});

test('a file of last year fills last year’s fields and brings no firm of its own', async () => {
  const findings = new Findings();
  const index = indexFields(plan, 2025);
  const intake = takeIn(plan, findings, 20250);
  const now = sheetOf(
    [
      ['统一社会信用代码', '营业收入（万元）'],
      [a, 1200],
      [c, 700],
    ],
    { file: 'now.xlsx' },
  );
  const last = sheetOf(
    [
      ['统一社会信用代码', '营业收入（元）'],
      [a, 10_000_000],
      [b, 9_000_000],
    ],
    { file: 'last.xlsx' },
  );
  for await (const piece of findTables(now, index, findings)) intake.take(piece);
  for await (const piece of findTables(last, index, findings))
    intake.take(piece.kind === 'table' ? { ...piece, prior: true } : piece);
  const firms = intake.finish();
  expect(firms.ids).toEqual([a, c]);
  expect(values(firms.numbers.get('revenue_prior'))).toEqual([1000, null]);
  expect(firms.cellOf(0, 'revenue_prior')).toMatchObject({ file: 'last.xlsx', row: 2 });
});
