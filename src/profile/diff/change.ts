/** Parts of a profile, in the order in which a difference is told. */
export const diffParts = [
  'profile',
  'fields',
  'checks',
  'stages',
  'groups',
  'indicators',
  'bonus',
  'coverage',
  'vetoes',
  'bypass',
  'grades',
  'causes',
  'lists',
  'offers',
  'cases',
] as const;

export type DiffPart = (typeof diffParts)[number];

/** One figure, rule or word that differs; null where that side does not state it. */
export interface FactChange {
  /** Its key in the file: `weight`, `when`, `aliases` … */
  readonly what: string;
  /** The stage of a weight; '' elsewhere. */
  readonly at: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** An entry that differs: an indicator, a list, a field; the parts that are one thing have the part as id. */
export interface ProfileChange {
  readonly part: DiffPart;
  readonly id: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly facts: readonly FactChange[];
}

/** An entry that both have, with another source. */
export interface SourceChange {
  readonly part: DiffPart;
  readonly id: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ProfileDiff {
  readonly a: string;
  readonly b: string;
  /** Nothing differs at all. */
  readonly same: boolean;
  /** What differs changes no result: what the profile says of itself, its sources, its examples. */
  readonly sameRules: boolean;
  readonly changes: readonly ProfileChange[];
  readonly sources: readonly SourceChange[];
}
