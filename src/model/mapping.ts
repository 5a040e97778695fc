import type { Row } from './cell.js';
import type { RowPosition } from './position.js';

/** How a column was recognised. */
export type Recognised = 'id' | 'name' | 'alias' | 'code' | 'content' | 'file';

/** Where a column's unit was told (DESIGN rule 9, in this order after the cell itself). */
export type UnitFrom = 'header' | 'unit-row' | 'title' | 'form' | 'profile' | 'file';

export interface MappedColumn {
  /** 0-based. */
  readonly index: number;
  /** The header as a person reads it: parent / leaf, line breaks and runs of blanks folded. */
  readonly header: string;
  /** null: no field of the plan. */
  readonly field: string | null;
  readonly by: Recognised | null;
  /** Unit id in which the cells are written; null where the field has none. */
  readonly unit: string | null;
  readonly unitFrom: UnitFrom | null;
  /** The fields nearest to an unmatched header, best first, three at most. */
  readonly near: readonly string[];
}

/** Which column of a sheet is which field: data that a person can print, correct and pass back. */
export interface Mapping {
  readonly file: string;
  readonly sheet: string;
  /** 1-based, inclusive. */
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly columns: readonly MappedColumn[];
  readonly titles: readonly string[];
  /** The money unit that a title over the header states, where one does. */
  readonly titleUnit?: string;
}

export type SkipReason =
  | 'title'
  | 'header'
  | 'total'
  | 'section'
  | 'note'
  | 'withdrawn'
  | 'not-a-table'
  | 'unit-row'
  /** A form's row that holds nothing but its running number. */
  | 'numbered'
  | 'other-period'
  | 'not-in-input'
  /** A row of a bank's answers that says neither a result nor whether a session solved anything. */
  | 'no-answer'
  /** A template's sample row, left in as it was given out. */
  | 'example';

/** Row number → the row of another table that it takes the place of. */
export type Origins = ReadonlyMap<number, Pick<RowPosition, 'file' | 'sheet' | 'row'>>;

/** What a sheet is made of, in reading order: a table begins, rows of it, rows that are no data. */
export type Piece =
  | {
      readonly kind: 'table';
      readonly mapping: Mapping /** The file holds last year's figures. */;
      readonly prior?: boolean;
      /** Set for a table of `--fixes`: what its rows take the place of, by row number. */
      readonly origins?: Origins;
    }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'skipped'; readonly at: RowPosition; readonly reason: SkipReason };
