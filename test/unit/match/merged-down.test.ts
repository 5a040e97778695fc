import { expect, test } from 'vitest';
import { allMergedDown, mergedDown, mergeHeads } from '../../../src/match/merged-down.js';
import type { Cell, Row } from '../../../src/model/cell.js';
import { merge } from '../../support/sheet.js';

const row = (number: number, ...cells: Cell[]): Row => ({ number, line: 0, cells });

test('rows under a merged code get it, and only they', () => {
  const down = mergedDown([merge(2, 1, 4, 1)], 1, 1)!;
  const rows = [row(2, '华新传感', 'A', 1), row(3, null, null, 2), row(4), row(5, null, null, 3)];
  expect(rows.map((one) => down.fill(one).cells[1] ?? null)).toEqual(['A', 'A', 'A', null]);
});

test('a code of its own is kept', () => {
  const down = mergedDown([merge(2, 1, 4, 1)], 1, 1)!;
  down.fill(row(2, null, 'A'));
  expect(down.fill(row(3, null, 'B')).cells[1]).toBe('B');
});

test('a blank row between two merged codes moves on to the second', () => {
  const down = mergedDown([merge(6, 1, 7, 1), merge(2, 1, 3, 1)], 1, 1)!;
  const rows = [row(2, null, 'A'), row(6, null, 'B'), row(7, null, null)];
  expect(rows.map((one) => down.fill(one).cells[1])).toEqual(['A', 'B', 'B']);
});

test('what is merged from a blank row on says nothing, and not what stood above', () => {
  const down = mergedDown([merge(2, 1, 3, 1), merge(5, 1, 7, 1)], 1, 1)!;
  const rows = [row(2, '华新传感', 'A'), row(3, null, null), row(6, '瑞泽新材', null)];
  expect(rows.map((one) => down.fill(one).cells[1])).toEqual(['A', 'A', null]);
});

test.each([
  ['merged in the header', [merge(1, 1, 2, 1)]],
  ['merged to the right', [merge(3, 1, 3, 4)]],
  ['merged in another column', [merge(3, 2, 5, 2)]],
  ['merged from the column before', [merge(3, 0, 5, 1)]],
  ['not merged', []],
])('where nothing is %s there is nothing to fill', (_, merges) => {
  expect(mergedDown(merges, 1, 2)).toBeNull();
});

test('several columns are filled at once, and one that is not merged is left', () => {
  const down = allMergedDown([merge(2, 0, 3, 0), merge(2, 2, 3, 2)], [0, 1, 2], 1)!;
  down.fill(row(2, '蜀山区', null, '高端装备'));
  expect(down.fill(row(3, null, null, null)).cells).toEqual(['蜀山区', null, '高端装备']);
  expect(allMergedDown([merge(2, 0, 3, 0)], [1], 1)).toBeNull();
});

test('a row needs the head of the merge that covers it; the head itself and rows beside need none', () => {
  expect(mergeHeads([merge(2, 0, 4, 0)], [4])).toEqual([2]);
  expect(mergeHeads([merge(2, 0, 4, 0)], [2])).toEqual([]);
  expect(mergeHeads([merge(2, 0, 4, 0), merge(5, 0, 5, 3)], [5])).toEqual([]);
});
