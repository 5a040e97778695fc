import { expect, test } from 'vitest';
import { round10, roundHalfUp } from '../../../src/expr/index.js';

// Reckoned by Python's decimal from the shortest decimal: quantize to 10 places, then to the digits, ROUND_HALF_UP.
// Beside each other stand values that other spellings round the wrong way (ECOSYSTEM §4.2).
test.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [1.115, 2, 1.12],
  [8.345, 2, 8.35],
  [0.285, 2, 0.29],
  [1.255, 2, 1.26],
  [10.235, 2, 10.24],
  [33.335, 2, 33.34],
  [33.3349999999999, 2, 33.34],
  [4.35, 1, 4.4],
  [0.15, 1, 0.2],
  [0.25, 1, 0.3],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [0.5, 0, 1],
  [-0.5, 0, -1],
  [-1.005, 2, -1.01],
  [-0.004999999999999, 2, -0.01],
  [1.00499999999, 2, 1.01],
  [1.00499999995, 2, 1.01],
  [1.00499999994, 2, 1],
  [1.0049999999, 2, 1],
  [115 / 100 - 1, 2, 0.15],
  [0.1 + 0.2, 1, 0.3],
  [1.4999999999999998, 0, 2],
  [0.49999999999999994, 0, 1],
  [123456.785, 2, 123456.79],
  [234567.895, 2, 234567.9],
  [999999.995, 2, 1000000],
  [1000000.005, 2, 1000000.01],
  [2345678.125, 2, 2345678.13],
  [99999999.995, 2, 100000000],
  [4503599627370495.5, 0, 4503599627370496],
  [5e-324, 2, 0],
  [5e-11, 10, 1e-10],
  [4.999e-11, 10, 0],
  [2 ** -11, 10, 0.0004882813],
  [1 / 3, 10, 0.3333333333],
  [2 / 3, 4, 0.6667],
  [7, 2, 7],
])('%d to %d digits is %d', (value, digits, rounded) => {
  expect(roundHalfUp(value, digits)).toBe(rounded);
});

test.each([1e6 + 0.1, 123_456_789.123, 1e15 + 0.3, 1e21, 1.7976931348623157e308, -1e300])(
  'a magnitude like %d keeps its value at 10 decimals',
  (value) => {
    expect(round10(value)).toBe(value);
  },
);

test.each([1e21, 123_456_789_012_345_680_000, Number.MAX_VALUE, Number.MIN_SAFE_INTEGER])(
  'a whole number like %d is rounded to itself',
  (value) => {
    for (let digits = 0; digits <= 10; digits++) expect(roundHalfUp(value, digits)).toBe(value);
  },
);

test('null stays null', () => {
  expect(round10(Number.NaN)).toBeNaN();
  expect(roundHalfUp(Number.NaN, 2)).toBeNaN();
});

test('what rounds to zero has no sign', () => {
  for (const value of [-0, -1e-12, -1e-320]) {
    expect(Object.is(round10(value), 0)).toBe(true);
    expect(Object.is(roundHalfUp(value, 2), 0)).toBe(true);
  }
});

test.each([-1, 11, 0.5, Number.NaN])('%d digits are a bug of the caller', (digits) => {
  expect(() => roundHalfUp(1, digits)).toThrow(RangeError);
});
