/** Why a firm that is not rejected has no total. */
export type Withheld = 'gates-only' | 'bypass' | 'coverage';

/**
 * What a missing value meant for the firm, from the strictest down: an error; no total, for too little of the group is
 * there; 0 points; left out and its weight given to the rest of the group; nothing, for a bonus is extra.
 */
export type MissingEffect = 'rejected' | 'withheld' | 'zero' | 'reweighted' | 'bonus';

/** Points, indexed by firm. NaN is null everywhere. Points are already rounded to the plan's decimals. */
export interface Scores {
  /** 1 where the firm was scored: neither rejected before nor by scoring itself. */
  readonly scored: Uint8Array;
  /** Index of the stage, -1 where undecided. */
  readonly stage: Int16Array;
  /** One column an indicator: the value that was scored (of the winning option). Texts stand in `words`. */
  readonly values: readonly Float64Array[];
  readonly words: readonly (readonly (string | null)[] | null)[];
  /** Index of the winning option where an indicator takes the best of several; null for one with a single rule. */
  readonly chosen: readonly (Uint8Array | null)[];
  readonly points: readonly Float64Array[];
  /** The weight in force for a firm: after reweighting, rounded to 10 decimals. */
  readonly weights: readonly Float64Array[];
  /** Capped sums, one column a group. */
  readonly groups: readonly Float64Array[];
  readonly total: Float64Array;
  readonly withheld: readonly (Withheld | null)[];
  /** Saved cohorts: indicator id (and option, stage) → sorted values. */
  readonly cohorts: ReadonlyMap<string, Float64Array>;
}
