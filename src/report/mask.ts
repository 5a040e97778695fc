import type { Mask } from '../model/plan.js';

/**
 * A code or a name with part of it hidden: its last four characters stay (`tail4`), or both ends (`middle`: a quarter of
 * it each, four at most, one at least). Length stays, so that two different codes rarely look alike.
 */
export function masked(text: string, how: Mask): string {
  const signs = [...text];
  const [head, tail] = how === 'none' ? [signs.length, 0] : how === 'tail4' ? [0, 4] : ends(signs.length);
  return signs.map((sign, index) => (index < head || index >= signs.length - tail ? sign : '*')).join('');
}

function ends(length: number): readonly [number, number] {
  const each = Math.min(4, Math.max(1, Math.floor(length / 4)));
  return [each, each];
}
