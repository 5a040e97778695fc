import { expect, test } from 'vitest';
import { linesOf, measureColumns } from '../../../src/report/xlsx/column-width.js';
import { READABLE } from '../../../src/report/xlsx/page-plan.js';
import type { SheetCell, SheetColumn, SheetSpec } from '../../../src/report/xlsx/sheet.js';

// Wide enough to be read, narrow enough to be printed: a text breaks rather than being cut, a figure never does.
const text: SheetColumn = { format: 'text' };
const money: SheetColumn = { format: 'money' };

function sizesOf(
  headers: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  columns: readonly SheetColumn[] = headers.map(() => text),
  part: Partial<SheetSpec> = {},
) {
  const spec: SheetSpec = { name: '表', columns, head: [{ kind: 'header', cells: headers }], rows, ...part };
  return measureColumns(spec, rows);
}
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

test.each([
  ['华新传感', 12, 1],
  ['郑州华新传感技术股份有限公司', 14, 3],
  ['原表 D8：「1,2O0」不是数字\n请改正', 40, 2],
  ['', 10, 1],
  ['an offer that is open to the firm', 12, 4],
  ['91410100MA40237573', 10, 2],
])('%s in a column of %i takes %i lines', (said, width, lines) => {
  expect(linesOf(said, width)).toBe(lines);
});

test('a word is not broken while a line has room for it', () => {
  expect(linesOf('guarantee guarantee', 12)).toBe(2);
});

test('a name may break, a code may not', () => {
  const { wraps } = sizesOf(
    ['统一社会信用代码', '企业名称'],
    [['91410100MA40237573', '郑州华新传感技术有限公司']],
  );
  expect([...wraps]).toEqual([1]);
});

test('a long text is not cut: it breaks', () => {
  const { widths, wraps } = sizesOf(['差什么'], [['研发费用合计占营业收入的比例不低于 5%，'.repeat(20)]]);
  expect(widths[0]).toBeLessThanOrEqual(48);
  expect(wraps.has(0)).toBe(true);
});

test('a figure further down is not cut either', () => {
  const rows = Array.from({ length: 300 }, (_, row): SheetCell[] => [row === 299 ? 123_456_789.5 : 1]);
  const { widths } = sizesOf(['额度'], rows, [money]);
  expect(widths[0]).toBeGreaterThanOrEqual('123,456,789.50'.length + 2);
});

test('a table that is a little wide for a page gives up room until it fits', () => {
  const headers = ['企业名称', ...Array<string>(11).fill('技术创新指标得分')];
  const row = ['郑州晶锐精密仪器科技有限责任公司郑州分公司', ...Array<number>(11).fill(12.5)];
  const points: SheetColumn = { format: 'points' };
  const columns = [text, ...Array<SheetColumn>(11).fill(points)];
  const { widths } = sizesOf(headers, [row], columns);
  expect(sum(widths)).toBeLessThanOrEqual(READABLE * 1.06);
  expect(sum(sizesOf(headers.slice(0, 3), [row.slice(0, 3)], columns.slice(0, 3)).widths)).toBeGreaterThan(
    sum(widths.slice(0, 3)),
  );
});

test('a narrow header leaves no lone character on its last line', () => {
  const header = '研发费用（万元）';
  const headers = Array<string>(14).fill(header);
  const { widths } = sizesOf(
    headers,
    [headers.map(() => 12.5)],
    headers.map(() => money),
  );
  // Letters of 11 points in characters of 7 or 6, less the margins.
  for (const letters of [1.27, 1.09]) {
    const room = Math.floor((widths[0]! * letters - 0.7) / 2);
    expect(header.length <= room || header.length % room !== 1).toBe(true);
  }
});

test('an empty form has room for the figures that are still to come, and no more than its header needs', () => {
  const headers = Array<string>(20).fill('上年研发费用（万元）');
  const form = headers.map((): SheetColumn => ({ format: 'number', form: true }));
  expect(Math.min(...sizesOf(headers, [[2]], form).widths)).toBeGreaterThanOrEqual(11);
  expect(sizesOf(['人数'], [[2]], [{ format: 'number', form: true }]).widths).toEqual([11]);
  expect(Math.max(...sizesOf(headers, [[2]], form).widths)).toBeLessThan(20);
});

test('a long name below the first sixty rows is seen too', () => {
  const names = Array.from({ length: 80 }, (_, at) => [
    at < 70 ? '华新传感' : '华新传感技术（合肥）股份有限公司',
  ]);
  expect(sizesOf(['企业名称'], names, [text]).widths[0]).toBeGreaterThan(32);
});

test('a width that was given is kept, unless its text may break and a page is saved', () => {
  expect(sizesOf(['列', '说明'], [], [{ format: 'text', width: 60 }, text]).widths[0]).toBe(60);
  const columns: SheetColumn[] = [
    { format: 'text', width: 100 },
    { format: 'text', width: 70, wrap: true },
  ];
  const { widths } = sizesOf(['列', '说明'], [], columns);
  expect(widths[0]).toBe(100);
  expect(widths[1]).toBeLessThan(70);
});
