import type { SkipReason } from './mapping.js';
import type { CellPosition, RowPosition } from './position.js';

/** Every row with a non-blank cell is exactly one of these at the end of a run. */
export type Fate = 'used' | 'superseded' | 'rejected' | 'skipped';

/** The rows that belong to a firm, as parallel columns. Index = order of reading. Skipped rows stand apart. */
export interface Rows {
  readonly count: number;
  /** Index into `Firms.tables`. */
  readonly table: ArrayLike<number>;
  readonly number: ArrayLike<number>;
  /** Physical line in a CSV, 0 otherwise. */
  readonly line: ArrayLike<number>;
  /** Index of the firm; -1 where the row speaks of another period (it then stands in `skipped` too). */
  readonly firm: ArrayLike<number>;
  /** 1 where the row repeats another and was set aside. */
  readonly superseded: ArrayLike<number>;
  /** A superseded row → the row of a `--fixes` file that took its place; not set where no such file was given. */
  readonly replacedBy?: ReadonlyMap<number, number>;
}

/** A block of rows under one header. */
export interface TableRef {
  readonly file: string;
  readonly sheet: string;
  /** 1-based last header row: data stand below. */
  readonly headerFrom: number;
  readonly headerTo: number;
  /** Field id → 0-based column. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Fields whose column is in 元; a saved run does not know. */
  readonly inYuan?: ReadonlySet<string>;
  /** It stands beside the firms' own tables (a bank's answers, a roster): its rows never go back to the firms. */
  readonly beside?: boolean;
  /** A list of another bureau: its rows never go back to the firms either. */
  readonly list?: boolean;
}

export interface SkippedRow {
  readonly at: RowPosition;
  readonly reason: SkipReason;
}

/**
 * The firms of a run in typed columns: numbers, dates (days since 1970-01-01) and booleans (0, 1) are float64 with
 * NaN for null; texts hold null. A row without a usable id is a firm of its own, rejected.
 */
export interface Firms {
  readonly count: number;
  /** Normalised id; null where no usable id was found. */
  readonly ids: readonly (string | null)[];
  readonly names: readonly (string | null)[];
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly texts: ReadonlyMap<string, readonly (string | null)[]>;
  /** 1 where an error finding keeps the firm from being scored. */
  readonly rejected: Uint8Array;
  readonly tables: readonly TableRef[];
  readonly rows: Rows;
  readonly skipped: readonly SkippedRow[];
  /** Rows of a firm (indexes into `rows`), first row first. */
  rowsOf(firm: number): readonly number[];
  /** The cell that a field of a firm was read from, reckoned; null where no row has the column. */
  cellOf(firm: number, field: string): CellPosition | null;
  /** The firm's first row. */
  rowOf(firm: number): RowPosition;
}
