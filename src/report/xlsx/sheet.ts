import type { Format, Value } from '../column.js';
import type { PageColumns } from './page-plan.js';
import type { Fill, Look } from './styles.js';
import type { Validation } from './validation.js';

/** A cell that differs from its column: wrong ones are filled, and a date or percentage may stand in any column. */
export interface DressedCell {
  readonly value: Value;
  readonly fill?: Fill | null;
  readonly format?: Format;
  /** Shown in a small window over the cell. */
  readonly note?: string;
}

export type SheetCell = Value | DressedCell;

export interface SheetColumn {
  readonly format: Format;
  /** Decimals of `points`. */
  readonly digits?: number;
  /** In characters; measured from the header and the first rows where it is not given. */
  readonly width?: number;
  /** Lines break inside the cell. */
  readonly wrap?: boolean;
  /** In the middle; ranks and dates are there by themselves. */
  readonly centre?: boolean;
  /** Texts that are filled wherever they stand in this column: grades, results. */
  readonly fills?: ReadonlyMap<string, Fill>;
  /** Where the table takes several pages across, one starts here. */
  readonly startsPage?: boolean;
  /** The format holds for the cells below the last row too: people fill them in. */
  readonly form?: boolean;
}

/** A line above the data: a title, a notice, a header, or a line of a firm's own form. */
export interface HeadRow {
  readonly kind: Exclude<Look['kind'], 'cell'>;
  readonly cells: readonly SheetCell[];
}

/** Rows of `head`, 0-based, and columns, inclusive: cells that a form joins. */
export interface HeadMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetSpec {
  /** Wanted; made safe and unique. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** All lines above the data. They stay in sight, and are repeated on each printed page and each further sheet. */
  readonly head: readonly HeadRow[];
  /** Only so many lines from the end of the head are repeated on printed pages. */
  readonly repeat?: number;
  readonly merges?: readonly HeadMerge[];
  readonly rows: Iterable<readonly SheetCell[]> | AsyncIterable<readonly SheetCell[]>;
  /** Keep the head in sight while scrolling, and this many columns (none unless told); printed on each page too. */
  readonly freeze?: boolean;
  readonly freezeColumns?: number;
  /** Rows whose first cell is filled as a `section` head a part: on paper none stands last on a page, short parts stay whole. */
  readonly sections?: boolean;
  /** Buttons on the last line of the head. */
  readonly filter?: boolean;
  /** `very-hidden` can be brought back by a macro only. */
  readonly visibility?: 'visible' | 'hidden' | 'very-hidden';
  readonly validations?: readonly Validation[];
}

/** Whether a cell of the head has its neighbours' room. */
export const isJoined = ({ merges }: Pick<SheetSpec, 'merges'>, row: number, column: number): boolean =>
  (merges ?? []).some(
    (one) =>
      one.top <= row &&
      row <= one.bottom &&
      one.left <= column &&
      column <= one.right &&
      one.left < one.right,
  );

export const cellValue = (cell: SheetCell | undefined): Value =>
  cell === undefined ? null : cell !== null && typeof cell === 'object' ? cell.value : cell;

export const pageColumns = ({ columns, freezeColumns }: SheetSpec): PageColumns => ({
  kept: freezeColumns ?? 0,
  starts: new Set(columns.flatMap(({ startsPage }, index) => (startsPage === true ? [index] : []))),
});
