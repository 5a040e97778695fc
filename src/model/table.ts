import type { Row } from './cell.js';

export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'html' | 'xml';

/** A merged range, 0-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One opened input. It can be read more than once: a second pass fetches whole rows by number. */
export interface Source {
  /** Base name, made unique among the inputs of a run; `stdin` for standard input. */
  readonly file: string;
  readonly path: string;
  readonly format: FileFormat;
  /** utf-8, gb18030, utf-16le …; null for binary workbooks. */
  readonly encoding: string | null;
  /** Field separator of a CSV; null otherwise. */
  readonly separator: string | null;
  readonly bytes: number;
  readonly sha256: string;
  /** Who reads its rows: our own scanner, or a library for what the scanner does not know. */
  readonly reader: 'scanner' | 'library';
  readonly sheets: readonly Sheet[];
}

/**
 * What the consumer of a sheet's rows wants. It may change between two batches; the batches after follow it. It saves
 * work and is no filter: a reader may give more.
 */
export interface Wanted {
  /**
   * 0 for columns whose cells may be left out, as may those beyond its end, save in a CSV, where they say that a record is
   * too long; null: every cell is wanted.
   */
  columns: Uint8Array | null;
  /**
   * The column of the firm's code. A row without one there is given whole, with the three rows after it, and its batch
   * ends with them: it may head another table.
   */
  id: number;
  /** Numbers of the only rows that are wanted; null: every row is. */
  rows: ReadonlySet<number> | null;
}

export interface Sheet {
  readonly file: string;
  readonly name: string;
  /** 0-based order in the workbook. */
  readonly index: number;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly merges: readonly Merge[];
  /** 1-based numbers of hidden rows, and 0-based hidden columns; they are read like any other. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Rows with at least one non-blank cell, in order, in batches. Each call reads from the start. */
  rows(wanted?: Wanted): AsyncIterable<readonly Row[]>;
}
