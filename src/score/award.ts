import { round10 } from '../expr/index.js';
import type { Cohort } from '../model/plan.js';
import type { Derived } from './derive.js';

/** What a method gives each firm for one indicator, before any weight. NaN where the firm has no value. */
export interface Award {
  readonly raw: Float64Array;
  /** The option that gave it; null where there is only one. */
  readonly chosen: Uint8Array | null;
}

/**
 * Raw points of one indicator for the open firms. Of several options the one with the largest share of its own top
 * wins, the first of equals; an option without a value does not compete. Cost: firms × options.
 */
export function award(
  options: readonly Derived[],
  cohorts: readonly (readonly (Cohort | null)[])[],
  stage: Int16Array,
  open: Uint8Array,
): Award {
  const columns = options.map((option, index) => rawPoints(option, cohorts[index]!, stage, open));
  if (columns.length === 1) return { raw: columns[0]!, chosen: null };
  const raw = new Float64Array(open.length).fill(Number.NaN);
  const chosen = new Uint8Array(open.length);
  for (let firm = 0; firm < open.length; firm++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < columns.length; index++) {
      const points = columns[index]![firm]!;
      if (Number.isNaN(points)) continue;
      const top = options[index]!.scorer.top;
      // To 10 decimals, or the noise of a division would decide between equals.
      const share = top === 0 ? points : round10(points / top);
      if (share <= best) continue;
      best = share;
      raw[firm] = points;
      chosen[firm] = index;
    }
  }
  return { raw, chosen };
}

function rawPoints(
  { scorer, numbers, words }: Derived,
  cohorts: readonly (Cohort | null)[],
  stage: Int16Array,
  open: Uint8Array,
): Float64Array {
  const raw = new Float64Array(open.length).fill(Number.NaN);
  for (let firm = 0; firm < raw.length; firm++) {
    if (open[firm] === 0) continue;
    const cohort = cohorts[stage[firm]!]!;
    if (scorer.cohort !== null && (cohort === null || cohort.values.length < scorer.cohort.least)) continue;
    if (words !== null) {
      const word = words[firm]!;
      if (word !== null) raw[firm] = scorer.points(word, cohort);
    } else {
      const value = numbers[firm]!;
      if (!Number.isNaN(value)) raw[firm] = scorer.points(value, cohort);
    }
  }
  return raw;
}
