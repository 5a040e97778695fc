import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecord, guardFormula } from '../../src/report/csv.js';

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
    ),
  }),
);

test('any record reads back cell by cell, guarded where it would run', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (row) => {
      const read = parse(`${csvRecord(row)}\r\n`, { relax_column_count: true, record_delimiter: ['\r\n'] });
      expect(read).toEqual([row.map(guardFormula)]);
    }),
    { numRuns: 2000 },
  );
});

test('no cell that a spreadsheet opens begins like a formula', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const shown = guardFormula(cell);
      const number = /^[+-]?[\d.,]+(?:[eE][+-]?\d+)?%?$/.test(shown);
      expect(number || !/^(?:[\t\r]|\s*[=+\-@＝＋－＠])/.test(shown)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
