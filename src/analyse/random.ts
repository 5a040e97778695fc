/** Numbers drawn evenly from 0 (included) to 1 (not), the same for the same seed on any machine. */
export interface Random {
  next(): number;
}

/**
 * xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (prng.di.unimi.it, public domain, 2018), its state filled from the
 * seed by splitmix32, as they advise. 32 bits a draw, a period of 2^128 − 1; for statistics, never for secrets.
 */
export function randomOf(seed: number): Random {
  const fill = splitMix(seed);
  return xoshiro(fill(), fill(), fill(), fill());
}

/** The generator on a state of its own: for tests against the published sequence. */
export function xoshiro(
  first: number,
  second: number,
  third: number,
  fourth: number,
): Random & { bits(): number } {
  let [a, b, c, d] = [first | 0, second | 0, third | 0, fourth | 0];
  const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  const bits = (): number => {
    const result = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turn(d, 11);
    return result;
  };
  return { bits, next: () => bits() / 2 ** 32 };
}

/** Spreads a seed over the state, so that seeds beside each other give unlike sequences. */
function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}
