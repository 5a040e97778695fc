import { round10 } from '../../expr/index.js';

/** How many of the sorted values are below (or, `equal`, at most) a value, as rounded to 10 decimals: n log n in all. */
export function countBelow(sorted: Float64Array, value: number, equal: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = round10(sorted[middle] ?? Number.NaN);
    if (one < value || (equal && one === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
