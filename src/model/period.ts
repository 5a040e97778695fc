/** The time that the data speak of: `2025`, `2026Q3`, `2026H1` or `2026-09`. */
export interface Period {
  readonly text: string;
  readonly year: number;
  /** First and last day, days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
}
