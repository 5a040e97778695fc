import { expect, test } from 'vitest';
import { checkLedgers, fateOf, firmLedger, rowLedger } from '../../../src/decide/index.js';
import type { Disposition } from '../../../src/model/decisions.js';
import type { Firms } from '../../../src/model/firms.js';
import { firmsOf } from '../../support/firms-builder.js';

/** Three firms in four rows, the last of which repeats the first; two rows that are no data. */
const firms: Firms = {
  ...firmsOf([{ patents: 1 }, { patents: 2 }, { patents: 3 }]),
  rows: {
    count: 4,
    table: [0, 0, 0, 0],
    number: [3, 4, 5, 6],
    line: [0, 0, 0, 0],
    firm: [0, 1, 2, 0],
    superseded: [0, 0, 0, 1],
  },
  skipped: [
    { at: { file: '企业.xlsx', sheet: '企业', row: 1 }, reason: 'title' },
    { at: { file: '企业.xlsx', sheet: '企业', row: 7 }, reason: 'total' },
  ],
};
const disposition: readonly Disposition[] = ['whitelisted', 'rejected', 'vetoed'];

test('every row has one fate', () => {
  expect([0, 1, 2, 3].map((row) => fateOf(firms, disposition, row))).toEqual([
    'used',
    'rejected',
    'used',
    'superseded',
  ]);
  expect(rowLedger(firms, disposition)).toEqual({
    total: 6,
    byFate: { used: 2, superseded: 1, rejected: 1, skipped: 2 },
    skipped: { title: 1, total: 1 },
  });
});

test('every firm has one disposition', () => {
  expect(firmLedger({ disposition })).toEqual({
    total: 3,
    byDisposition: { rejected: 1, vetoed: 1, whitelisted: 1, referred: 0, 'below-line': 0 },
  });
});

test('ledgers that agree with what was counted pass', () => {
  expect(() =>
    checkLedgers(rowLedger(firms, disposition), firmLedger({ disposition }), { rows: 6, firms: 3 }),
  ).not.toThrow();
});

test('a lost row is a crash that shows the sum', () => {
  expect(() =>
    checkLedgers(rowLedger(firms, disposition), firmLedger({ disposition }), { rows: 7, firms: 3 }),
  ).toThrow(
    'the fates of rows do not add up: used 2 + superseded 1 + rejected 1 + skipped 2 = 6, but there were 7',
  );
});

test('a lost firm is a crash', () => {
  expect(() =>
    checkLedgers(rowLedger(firms, disposition), firmLedger({ disposition }), { rows: 6, firms: 4 }),
  ).toThrow('the dispositions of firms do not add up');
});

test('a skipped row without a reason is a crash', () => {
  const rows = { ...rowLedger(firms, disposition), skipped: { title: 1 } };
  expect(() => checkLedgers(rows, firmLedger({ disposition }), { rows: 6, firms: 3 })).toThrow(
    'the reasons of skipped rows do not add up',
  );
});
