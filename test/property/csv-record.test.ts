import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withMark } from '../../src/model/formula-mark.js';
import { tableAsBytes, tableAsCsv } from '../../src/report/csv.js';
import { type CsvValue, csvBytes } from '../../src/report/csv-bytes.js';
import { firmTable, numbersColumn, textColumn } from '../../src/report/firm-column.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '"',
      ',',
      ' ',
      "'",
      '1',
      '.',
      '％',
      '＝',
      '企',
      'é',
      '𠮷',
    ),
  }),
);

/** Figures as a run has them: points, shares to ten places, money, counts; and any other. */
const number = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }).map((one) => one / 100),
  fc.integer({ min: -2e9, max: 2e9 }).map((one) => one / 1e10),
  fc.integer({ min: -1e12, max: 1e12 }).map((one) => one / 100),
  fc.integer({ min: -1e14, max: 1e14 }).map((one) => one / 1e10),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 1e21, 1e-7, 0.1 + 0.2, 1e9, 999_999_999.99, 0.000001, 99_999.9999999999),
);
const value: fc.Arbitrary<CsvValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));

/** Records one under another: what a column said last is remembered, so each comes twice and thrice. */
function written(rows: readonly (readonly CsvValue[])[], start: number): string {
  const bytes = csvBytes(start);
  for (const row of rows) bytes.add(row);
  return bytes.take().toString();
}

test('any record reads back cell by cell, guarded where it would run', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (row) => {
      const read = parse(written([row], 16), { relax_column_count: true, record_delimiter: ['\r\n'] });
      expect(read).toEqual([row.map(withMark)]);
    }),
    { numRuns: 2000 },
  );
});

test('records are what csv-stringify makes of guarded cells', () => {
  const guarded = (one: CsvValue) => (typeof one === 'string' ? withMark(one) : one);
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const all = [...rows, ...rows.flatMap((row) => [row, row, row])];
        // Left to itself it quotes CR as well, so the line ends are put behind.
        const options = { eof: false, cast: { boolean: String, number: String } };
        const expected = all.map((row) => `${stringify([row.map(guarded)], options)}\r\n`).join('');
        expect(written(all, 16)).toBe(expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('every number is written as JavaScript writes it', () => {
  fc.assert(
    fc.property(number, (one) => {
      expect(written([[one, null]], 16)).toBe(`${one},\r\n`);
    }),
    { numRuns: 20_000 },
  );
});

test('no cell that a spreadsheet opens begins like a formula', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const shown = withMark(cell);
      const number = /^[+-]?[\d.,]+(?:[eE][+-]?\d+)?%?$/.test(shown);
      expect(number || !/^(?:[\t\r]|\s*[=+\-@＝＋－＠])/.test(shown)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('figures straight from their columns are what rows of them say, in any order of firms', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(number, { nil: Number.NaN }), { minLength: 1, maxLength: 40 }),
      (figures) => {
        const column = { id: 'total', header: { zh: '总分', en: 'Total' }, format: 'points' as const };
        const table = firmTable(
          { zh: '评价明细', en: 'Assessment' },
          [
            numbersColumn(column, Float64Array.from(figures)),
            textColumn('name', { zh: '企业名称', en: 'Firm' }, (firm) => `华新传感 ${firm % 3}`),
          ],
          figures.map((_, firm) => figures.length - 1 - firm),
        );
        const voice = { lang: 'zh', headers: 'id' } as const;
        const bytes = Buffer.concat([...tableAsBytes(table, voice, false)]).toString();
        expect(bytes).toBe([...tableAsCsv(table, voice, false)].join(''));
      },
    ),
    { numRuns: 500 },
  );
});
