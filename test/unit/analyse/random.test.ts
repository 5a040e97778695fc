import { expect, test } from 'vitest';
import { randomOf, xoshiro } from '../../../src/analyse/random.js';

test('xoshiro128** gives the published sequence', () => {
  // From the authors' own C code (xoshiro128starstar.c), compiled and run on the state 1, 2, 3, 4.
  const drawn = xoshiro(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, () => drawn.bits())).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => {
    const random = randomOf(seed);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(draw(0)).not.toEqual([0, 0, 0, 0, 0]);
});

test('numbers lie evenly between 0 and 1', () => {
  const random = randomOf(7);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) counts[Math.floor(random.next() * 10)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
