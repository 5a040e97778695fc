/** Five figures of some totals, rounded to the plan's decimals; null where there is none. */
export interface Spread {
  readonly count: number;
  readonly low: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  readonly high: number;
}

/** Quartiles by linear interpolation between neighbours. Cost: one sort. */
export function spreadOf(totals: readonly number[], decimals: number): Spread | null {
  if (totals.length === 0) return null;
  const sorted = Float64Array.from(totals).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const left = sorted[below]!;
    const right = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return Number((left + (right - left) * (place - below)).toFixed(decimals));
  };
  return {
    count: sorted.length,
    low: at(0),
    quarter: at(0.25),
    median: at(0.5),
    threeQuarters: at(0.75),
    high: at(1),
  };
}
