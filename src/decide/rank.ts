import type { Decisions } from '../model/decisions.js';

export type Ranks = Pick<Decisions, 'rank' | 'rankInStage' | 'ranked' | 'rankedInStage'>;

/**
 * Ranks by the rounded total, the highest first; equal totals share the best rank. `total` is NaN for every firm that
 * takes no rank. Cost: a sort of the totals and a search of each firm's, overall and by stage.
 */
export function rank(total: Float64Array, stage: ArrayLike<number>, stages: number): Ranks {
  const everywhere = new Int32Array(total.length);
  const rankInStage = new Int32Array(total.length);
  const ranked = rankInto(everywhere, total, null, 0);
  const rankedInStage: number[] = [];
  for (let one = 0; one < stages; one++) rankedInStage.push(rankInto(rankInStage, total, stage, one));
  return { rank: everywhere, rankInStage, ranked, rankedInStage };
}

/** Ranks the firms of one stage, or of all (`stage` null) into `ranks`; tells how many they are. */
function rankInto(
  ranks: Int32Array,
  total: Float64Array,
  stage: ArrayLike<number> | null,
  only: number,
): number {
  const all = new Float64Array(total.length);
  let count = 0;
  for (let firm = 0; firm < total.length; firm++) {
    if (!Number.isNaN(total[firm]) && (stage === null || stage[firm] === only)) all[count++] = total[firm]!;
  }
  const sorted = all.subarray(0, count).sort();
  for (let firm = 0; firm < total.length; firm++) {
    if (Number.isNaN(total[firm]) || (stage !== null && stage[firm] !== only)) continue;
    ranks[firm] = 1 + count - countUpTo(sorted, total[firm]!);
  }
  return count;
}

/** How many of the values, sorted ascending, are not above one. */
function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
