import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PrintedRow, rowBreaks } from '../../../src/report/xlsx/row-breaks.js';

// Where the pages of a sheet of sections start: a heading is never the last line of one. At 70 % a page has 693 points.
const room = (516 * 0.94) / 0.7;
const heading: PrintedRow = { points: 16, heads: true };
const line = (points = 16): PrintedRow => ({ points, heads: false });
const lines = (count: number): PrintedRow[] => Array.from({ length: count }, () => line());
const breaks = (rows: readonly PrintedRow[]) => rowBreaks(rows, 42, 16, 70);

test('what fits on one page has no break', () => {
  expect(breaks([heading, ...lines(20), heading, ...lines(10)])).toEqual([]);
});

test('a heading that would stand last goes over with its lines', () => {
  const rows = [heading, ...lines(38), heading, ...lines(30)];
  expect(breaks(rows)).toEqual([39]);
});

test('a short part stays whole', () => {
  expect(breaks([heading, ...lines(34), heading, ...lines(8)])).toEqual([35]);
});

test('a long part fills the page that it starts on', () => {
  const [first] = breaks([heading, ...lines(20), heading, ...lines(60)]);
  expect(first).toBeGreaterThan(30);
});

test('a line higher than a page has one of its own', () => {
  expect(breaks([line(), line(2000), line()])).toEqual([1, 2]);
});

test('no rows, no breaks', () => {
  expect(breaks([])).toEqual([]);
});

test('no heading ends a page, and no page is fuller than its room, whatever the rows', () => {
  const row = fc.record({ points: fc.integer({ min: 16, max: 200 }), heads: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 200 }), (rows) => {
      const starts = breaks(rows);
      const edges = [0, ...starts, rows.length];
      for (let page = 0; page + 1 < edges.length; page++) {
        const shown = rows.slice(edges[page], edges[page + 1]);
        const used = shown.reduce((sum, { points }) => sum + points, page === 0 ? 42 : 16);
        expect(used).toBeLessThanOrEqual(room);
        // A heading above a heading has no line of its own to keep.
        const next = rows[edges[page + 1]!];
        if (next !== undefined && !next.heads) expect(shown.at(-1)?.heads).toBe(false);
      }
    }),
  );
});
