import fc from 'fast-check';
import { expect, test } from 'vitest';
import { round10, roundHalfUp } from '../../src/expr/index.js';

/** n / 10^places, half-up to `digits`, in whole numbers only: the oracle. Halves away from zero. */
function halfUp(n: bigint, places: number, digits: number): bigint {
  if (digits >= places) return n * 10n ** BigInt(digits - places);
  const step = 10n ** BigInt(places - digits);
  const size = n < 0n ? -n : n;
  const kept = size / step + ((size % step) * 2n >= step ? 1n : 0n);
  return n < 0n ? -kept : kept;
}
const twice = (n: bigint, places: number, digits: number): bigint =>
  halfUp(halfUp(n, places, 10), 10, digits);
const asNumber = (n: bigint, places: number): number => Number(`${n}e-${places}`);

/** Decimals of 15 significant digits at most: there the float64 stands for exactly this decimal. */
const decimal = fc
  .record({
    n: fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n),
    places: fc.integer({ min: 0, max: 14 }),
  })
  .filter(({ n }) => n !== 0n);

test('20 000 values, half of them near ties, are rounded as decimals', () => {
  // A fixed walk, so that a failure can be told by its number.
  let state = 20_251_029n;
  const next = (below: bigint): bigint => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (state >> 20n) % below;
  };
  const wrong: number[] = [];
  for (let index = 0; index < 20_000; index++) {
    // 3 digits behind the point, or a tie of 2 digits moved by a few units of the 12th.
    const near = index % 2 === 0;
    const n = near
      ? (next(10_000n) * 2n + 1n) * 5_000_000_000n + (next(7n) - 3n)
      : next(100_000_000_000_000n);
    const value = asNumber(n, 12);
    if (roundHalfUp(value, 2) !== asNumber(twice(n, 12, 2), 2)) wrong.push(value);
  }
  expect(wrong).toEqual([]);
});

test('any decimal is rounded to 10 places as in whole numbers', () => {
  fc.assert(
    fc.property(decimal, ({ n, places }) => {
      expect(round10(asNumber(n, places)) + 0).toBe(asNumber(halfUp(n, places, 10), 10) + 0);
    }),
    { numRuns: 5000 },
  );
});

test('any decimal is rounded to any digits as in whole numbers', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 10 }), ({ n, places }, digits) => {
      expect(roundHalfUp(asNumber(n, places), digits) + 0).toBe(
        asNumber(twice(n, places, digits), digits) + 0,
      );
    }),
    { numRuns: 5000 },
  );
});

test('ties of any digits, at any size, go away from zero', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.bigInt(-49_999_999_999_999n, 49_999_999_999_999n),
      (digits, half) => {
        const tie = half * 10n + 5n * (half < 0n ? -1n : 1n);
        const value = asNumber(tie, digits + 1);
        expect(roundHalfUp(value, digits)).toBe(asNumber(halfUp(tie, digits + 1, digits), digits));
      },
    ),
    { numRuns: 5000 },
  );
});

test('any float64 is rounded without throwing, in order, once for all, and mirrored', () => {
  const any = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(any, any, fc.integer({ min: 0, max: 10 }), (a, b, digits) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(roundHalfUp(low, digits)).toBeLessThanOrEqual(roundHalfUp(high, digits));
      const once = roundHalfUp(a, digits);
      expect(roundHalfUp(once, digits)).toBe(once);
      expect(roundHalfUp(-a, digits) + 0).toBe(0 - once);
      expect(round10(round10(a))).toBe(round10(a));
    }),
    { numRuns: 5000 },
  );
});
