import type { RowPosition } from './position.js';

/** A firm that should file and did not (未申报). */
export interface Unfiled {
  readonly id: string | null;
  readonly name: string | null;
  readonly district: string | null;
  readonly at: RowPosition;
}

export interface DistrictCount {
  /** null: no district stated. */
  readonly district: string | null;
  readonly expected: number;
  readonly filed: number;
  readonly unfiled: number;
}

/** Who should have filed, held against who did. */
export interface Roster {
  /** Firms of the roster, each once. */
  readonly expected: number;
  readonly filed: number;
  readonly unfiled: readonly Unfiled[];
  /** By name of the district, the nameless last. */
  readonly districts: readonly DistrictCount[];
  /** Firms of the input (indexes) that the roster does not name. */
  readonly unexpected: readonly number[];
}
