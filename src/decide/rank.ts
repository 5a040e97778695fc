export interface Ranks {
  /** 1, 2, 2, 4; 0 for firms without a rank. */
  readonly rank: Int32Array;
  readonly rankInStage: Int32Array;
  readonly ranked: number;
  readonly rankedInStage: readonly number[];
}

/**
 * Ranks by the rounded total, the highest first; equal totals share the best rank. `total` is NaN for every firm that
 * takes no rank. Cost: a sort of the totals, all and by stage.
 */
export function rank(total: Float64Array, stage: ArrayLike<number>, stages: number): Ranks {
  const overall = rankWithin(total, () => true);
  const rankInStage = new Int32Array(total.length);
  const rankedInStage: number[] = [];
  for (let one = 0; one < stages; one++) {
    const within = rankWithin(total, (firm) => stage[firm] === one);
    for (let firm = 0; firm < total.length; firm++) {
      if (within.rank[firm]! > 0) rankInStage[firm] = within.rank[firm]!;
    }
    rankedInStage.push(within.count);
  }
  return { rank: overall.rank, rankInStage, ranked: overall.count, rankedInStage };
}

function rankWithin(
  total: Float64Array,
  belongs: (firm: number) => boolean,
): { readonly rank: Int32Array; readonly count: number } {
  const sorted = total.filter((one, firm) => !Number.isNaN(one) && belongs(firm)).sort();
  const rankOf = new Map<number, number>();
  // Ascending: the last of equal totals has the fewest above it.
  for (let index = 0; index < sorted.length; index++) rankOf.set(sorted[index]!, sorted.length - index);
  const ranks = new Int32Array(total.length);
  for (let firm = 0; firm < total.length; firm++) {
    if (belongs(firm)) ranks[firm] = rankOf.get(total[firm]!) ?? 0;
  }
  return { rank: ranks, count: sorted.length };
}
