import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPages, READABLE } from '../../../src/report/xlsx/page-plan.js';

// How a wide table is printed: on pages whose letters can be read, with the firm's code and name on each.
const none: ReadonlySet<number> = new Set();
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** Columns of each page, without the kept ones. */
function pagesOf(widths: readonly number[], kept: number, starts = none): number[][] {
  const { breaks } = planPages(widths, { kept, starts });
  const edges = breaks.length === 0 ? [0, widths.length] : [kept, ...breaks, widths.length];
  return edges.slice(1).map((end, index) => widths.slice(edges[index], end));
}

test('a table that fits is fitted to one page', () => {
  expect(planPages([21, 30, READABLE - 51], { kept: 2, starts: none })).toEqual({
    breaks: [],
    scale: 72,
    room: READABLE,
    span: 3,
    upright: false,
  });
});

test('a narrow table is printed upright, a wider one across', () => {
  expect(planPages([8, 21, 40], { kept: 0, starts: none }).upright).toBe(true);
  expect(planPages([8, 21, 50], { kept: 0, starts: none }).upright).toBe(false);
});

test('a little too wide is printed a little smaller', () => {
  expect(planPages([21, 30, READABLE - 45], { kept: 2, starts: none }).breaks).toEqual([]);
});

test('a wide one takes pages that are about equally full', () => {
  expect(pagesOf([20, 25, ...Array<number>(12).fill(15)], 2).map((page) => page.length)).toEqual([6, 6]);
});

test('a column that starts a page does so only where there are several', () => {
  expect(pagesOf([20, 25, 15, 40], 2, new Set([3]))).toHaveLength(1);
  const widths = [20, 25, 15, 15, 100, 17];
  expect(pagesOf(widths, 2, new Set([4])).map((page) => page[0])).toEqual([15, 100, 17]);
});

test('what stands over the table has the room of the columns that each page has', () => {
  expect(planPages([8, 21, 27, 80, 80], { kept: 3, starts: none })).toMatchObject({ room: 56, span: 3 });
});

test('where hardly any column is kept it has the room of the first page', () => {
  expect(planPages([8, 80, 60, 80], { kept: 1, starts: none })).toMatchObject({ room: 148, span: 3 });
});

test('a column wider than a page has one to itself', () => {
  expect(pagesOf([20, 200, 20], 1)).toEqual([[200], [20]]);
});

test('each column stands on one page, none is wider than A4, and letters stay readable', () => {
  const anyWidths = fc.array(fc.integer({ min: 6, max: 60 }), { minLength: 4, maxLength: 60 });
  fc.assert(
    fc.property(anyWidths, fc.integer({ min: 0, max: 2 }), (widths, kept) => {
      const { breaks, scale } = planPages(widths, { kept, starts: none });
      if (breaks.length === 0) return sum(widths) <= READABLE * 1.06;
      const pages = pagesOf(widths, kept);
      const before = sum(widths.slice(0, kept));
      expect(pages.flat()).toEqual(widths.slice(kept));
      expect(pages.every((page) => page.length > 0)).toBe(true);
      // 7 points a character at full size, 784 across.
      for (const page of pages) if (page.length > 1) expect(before + sum(page)).toBeLessThanOrEqual(READABLE);
      const widest = Math.max(...pages.map((page) => before + sum(page)));
      expect((7 * widest * scale) / 100).toBeLessThanOrEqual(784);
      if (widest <= READABLE) expect((11 * scale) / 100).toBeGreaterThanOrEqual(7.9);
      return true;
    }),
  );
});
