/**
 * A cell as the file holds it. null is blank; text is never trimmed; a number is the stored number.
 * What a bare value cannot say is a tagged object; look at it before any value.
 */
export type Cell = null | string | number | boolean | SpecialCell;

export type SpecialCell =
  /** A number under a date format: days since 1970-01-01 (1904 workbooks already shifted), shown as 2015-03-01, a time behind it. */
  | { readonly kind: 'date'; readonly days: number; readonly shown: string }
  /** A number under a real percent format: 0.0735 shown as 7.35%. */
  | { readonly kind: 'percent'; readonly value: number; readonly shown: string }
  /** A number whose format shows something else than the number, like 7 under 0\%. */
  | { readonly kind: 'formatted'; readonly value: number; readonly shown: string }
  /** #N/A, #DIV/0! … */
  | { readonly kind: 'error'; readonly code: string }
  /** A formula that was never calculated: there is no value, and the 0 in the file is none. */
  | { readonly kind: 'formula' };

export interface Row {
  /** As Excel shows it, 1-based; in CSV the record number, header included. */
  readonly number: number;
  /** The physical line where a CSV record starts, 1-based; 0 in workbooks. */
  readonly line: number;
  /** How many fields a CSV record has, blank ones at its end included; not set in workbooks. */
  readonly fields?: number;
  /** Cells from column A on; missing cells at the end are not there. */
  readonly cells: readonly Cell[];
  /** Set where the row could not be read as it stands; a finding says why, and its cells are the raw text cut at each separator. */
  readonly trouble?: RowTrouble;
}

/** A quote was opened and never closed; more cells than the table is wide; the file ends inside the row. */
export type RowTrouble = 'quote' | 'width' | 'cut';
