/** Where firms and rows of a run stand within their parts: each is in one part, so one column tells it for all. */
export interface RowIndex {
  /** By firm of the run: its number in its part. */
  readonly firms: Int32Array;
  /** By row of the run. */
  readonly rows: Int32Array;
}
