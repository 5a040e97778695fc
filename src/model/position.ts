/** A whole input file, by its base name (made unique among the inputs). */
export interface FilePosition {
  readonly file: string;
}

/** A sheet of a workbook; a CSV has one sheet named ''. */
export interface SheetPosition extends FilePosition {
  readonly sheet: string;
}

/** A row as Excel shows it (1-based); in CSV the record, header included, and the physical line. */
export interface RowPosition extends SheetPosition {
  readonly row: number;
  readonly line?: number;
}

/** A cell: `column` is 0-based, shown as A, B, … AA. */
export interface CellPosition extends RowPosition {
  readonly column: number;
}

/** A place in a profile's YAML: 1-based line and column, the line itself for the caret, the inner path. */
export interface ProfilePosition extends FilePosition {
  readonly line: number;
  readonly column: number;
  readonly excerpt?: string;
  readonly length?: number;
  readonly path?: string;
}

export type Position = FilePosition | SheetPosition | RowPosition | CellPosition | ProfilePosition;
