import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { Merge } from '../model/table.js';

/** Text of cells with merged ranges filled from their first cell. */
export class Grid {
  private readonly byRow = new Map<number, Row>();
  constructor(
    rows: readonly Row[],
    private readonly merges: readonly Merge[],
  ) {
    for (const row of rows) this.byRow.set(row.number, row);
  }

  own(row: Row, column: number): string {
    return cellText(row.cells[column]);
  }

  filled(row: Row, column: number): string {
    const own = this.own(row, column);
    if (own !== '') return own;
    const merge = this.covering(row, column);
    if (merge === undefined) return '';
    const top = this.byRow.get(merge.top + 1);
    return top === undefined ? '' : this.own(top, merge.left);
  }

  /** Whether cells of a row are merged side by side: then the merges say how far a group's name reaches. */
  spans(row: Row): boolean {
    const y = row.number - 1;
    return this.merges.some((m) => m.top <= y && y <= m.bottom && m.right > m.left);
  }

  covering(row: Row, column: number): Merge | undefined {
    const y = row.number - 1;
    return this.merges.find((m) => m.top <= y && y <= m.bottom && m.left <= column && column <= m.right);
  }
}

/** The texts of a row's own cells, blanks left out. */
export const filledCells = (row: Row, grid: Grid): string[] =>
  row.cells.map((_, column) => grid.own(row, column)).filter((text) => text !== '');

/** The texts of some rows, in reading order. */
export const textsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => row.cells.map(cellText).filter((text) => text !== ''));
