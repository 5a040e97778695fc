import { round10 } from './round.js';

/**
 * Null as in SQL, on numbers: 1 is true, 0 is false, NaN is null. This is the one place where it is written out.
 * Arithmetic with NaN is NaN by itself.
 */
const T = 1;
const F = 0;
const N = Number.NaN;

/** Rows and columns in the order false, true, null. */
const andTable = [
  [F, F, F],
  [F, T, N],
  [F, N, N],
] as const;

const orTable = [
  [F, T, N],
  [T, T, T],
  [N, T, N],
] as const;

const index = (truth: number): 0 | 1 | 2 => (truth === 0 ? 0 : truth === 1 ? 1 : 2);

export const and = (a: number, b: number): number => andTable[index(a)][index(b)];
export const or = (a: number, b: number): number => orTable[index(a)][index(b)];
/** not null is null. */
export const not = (a: number): number => 1 - a;

/** Infinity is no value: null. −0 becomes 0. */
export const finite = (value: number): number => (value - value === 0 ? value + 0 : N);

/** Below half of the 10th decimal a denominator is 0, and x / 0 is null: 0.3 − 0.1 − 0.2 is 0 for a person. */
const leastDenominator = 5e-11;

export const divide = (a: number, b: number): number =>
  b >= leastDenominator || b <= -leastDenominator ? finite(a / b) : N;

/** Farther apart than this, rounding to 10 decimals cannot change the order. */
const clear = 1e-9;

/** −1, 0, 1 by the values rounded to 10 decimals (DESIGN, rule 2); null if either is null, also null = null. */
export function compare(a: number, b: number): number {
  const apart = a - b;
  if (apart > clear) return 1;
  if (apart < -clear) return -1;
  if (Number.isNaN(apart)) return N;
  const left = round10(a);
  const right = round10(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Texts are equal character by character; there is no order, and so no collation. */
export const same = (a: string | null, b: string | null): number =>
  a === null || b === null ? N : a === b ? T : F;
