/** A sheet of a report that had more rows than a sheet takes, and went on in further ones. */
export interface SheetSplit {
  /** The workbook, relative to the run folder. */
  readonly file: string;
  /** Name of its first sheet. */
  readonly sheet: string;
  /** How many sheets it stands on. */
  readonly sheets: number;
}
