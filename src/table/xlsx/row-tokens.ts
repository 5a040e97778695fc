/*
 * A row taken apart, before any value is made:
 *
 *   <row r="7"> <c r="B7" s="3"><v>12</v></c> <c r="D7" t="s"><v>5</v></c> <c r="F7" s="3"/> </row>
 *                │                 └─ from…to      │                          └─ says nothing: no token
 *   column       1                                 3
 *   type      number                            shared
 *   style        3                                 0
 */

/** Excel's last column is XFD. */
export const gridColumns = 16_384;
export const gridRows = 1_048_576;

/** Types of a cell. */
export const type = { number: 0, shared: 1, result: 2, inline: 3, boolean: 4, error: 5, iso: 6 } as const;

/** What else is known of a cell. */
export const flag = {
  /** There is a formula. */
  formula: 1,
  /** Its value holds comments or CDATA. */
  markup: 2,
  /** from…to is the inside of <is>, not of its <t>. */
  item: 4,
} as const;

export interface RowTokens {
  /** 1-based; of the last row taken apart, 0 before the first. */
  number: number;
  /** Said hidden, and by its own number. */
  hidden: boolean;
  /** Column of the last cell seen, -1 before the first. */
  last: number;
  /** No cell behind this column was asked for. */
  upTo: number;
  /** Cells that were not asked for may follow. */
  cut: boolean;
  /** Cells that hold something; the arrays behind it are of rows before. */
  count: number;
  readonly column: Int32Array;
  readonly type: Uint8Array;
  readonly flags: Uint8Array;
  readonly style: Int32Array;
  /** Place of the value's text in the bytes given; from = -1: there is none. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export const rowTokens = (): RowTokens => ({
  number: 0,
  hidden: false,
  last: -1,
  upTo: gridColumns,
  cut: false,
  count: 0,
  column: new Int32Array(gridColumns),
  type: new Uint8Array(gridColumns),
  flags: new Uint8Array(gridColumns),
  style: new Int32Array(gridColumns),
  from: new Int32Array(gridColumns),
  to: new Int32Array(gridColumns),
});
