import { randomOf } from '../../../src/analyse/random.js';

/** Draws of one case. A case is a function of its seed and number alone, so that any one can be made again by itself. */
export interface Draw {
  /** A whole number from 0 to below n; 0 where n is 0. */
  below(n: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function drawOf(seed: number, index: number): Draw {
  const random = randomOf((Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0);
  const below = (n: number): number => Math.floor(random.next() * n);
  return { below, chance: (share) => random.next() < share, pick: (list) => list[below(list.length)]! };
}
