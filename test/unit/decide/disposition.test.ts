import { expect, test } from 'vitest';
import { disposeOf } from '../../../src/decide/disposition.js';
import type { ListKind } from '../../../src/model/plan.js';
import { planOf } from '../../support/plan-builder.js';

const kinds: readonly ListKind[] = ['whitelist', 'referral', 'pool', 'ranking', 'publicity'];
const plan = planOf({ lists: kinds.map((kind) => ({ id: kind, kind, when: 'patents > 0' })) });
const dispose = (firm: { scored?: boolean; vetoed?: boolean; on?: readonly ListKind[] }) =>
  disposeOf(plan, Uint8Array.of(firm.scored === false ? 0 : 1), Uint8Array.of(firm.vetoed ? 1 : 0), [
    (firm.on ?? []).map((kind) => kinds.indexOf(kind)),
  ])[0];

test('rejected goes before vetoed', () => {
  expect(dispose({ scored: false, vetoed: true })).toBe('rejected');
});

test('vetoed goes before any list', () => {
  expect(dispose({ vetoed: true, on: ['whitelist'] })).toBe('vetoed');
});

test('whitelisted goes before referred', () => {
  expect(dispose({ on: ['referral', 'whitelist'] })).toBe('whitelisted');
});

test('referred goes before the line', () => {
  expect(dispose({ on: ['pool', 'referral'] })).toBe('referred');
});

test.each(['pool', 'ranking', 'publicity'] as const)('a %s alone changes nothing', (kind) => {
  expect(dispose({ on: [kind] })).toBe('below-line');
});

test('a firm on no list is below the line', () => {
  expect(dispose({})).toBe('below-line');
});
