import { expect, test } from 'vitest';
import { root } from '../support/workbench.js';
import { type KindName, kinds } from './fuzz/kinds.js';
import { runCases } from './fuzz/run-cases.js';

// A share of what `node test/faults/fuzz.mjs` does by the ten thousand; every case that it ever broke is a test of its own.
const share: readonly (readonly [KindName, number])[] = [
  ['csv', 200],
  ['workbook', 100],
  ['expression', 3000],
  ['profile', 60],
];

test.each(share)('%s: %i damaged ones are read or refused, and no row is lost', async (kind, count) => {
  const broken: string[] = [];
  let read = 0;
  await runCases(kinds[kind](root), 26, { from: 0, to: count }, (told) => {
    if ('error' in told) broken.push(`${kind} 26 ${told.index}: ${String(told.error)}`);
    else if (told.came === 'read') read++;
  });
  expect(broken).toEqual([]);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(count);
});

test('a promise that is broken is told (planted)', async () => {
  const careless = {
    make: () => ({ name: 'x.csv', bytes: Buffer.alloc(0) }),
    judge: () => Promise.reject(new TypeError('rows of undefined')),
  };
  const told: unknown[] = [];
  await runCases(careless, 1, { from: 0, to: 3 }, (one) => told.push('error' in one));
  expect(told).toEqual([true, true, true]);
});
