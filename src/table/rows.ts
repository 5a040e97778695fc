import type { Cell, Row } from '../model/cell.js';

/** Rows handed over at a time: large enough to cost nothing per row, small enough to stay flat in memory. */
export const batchSize = 1024;

/** Blank: nothing, or nothing that can be seen (also the no-break and the full-width blank, and a DOS end mark). */
export const isBlank = (cell: Cell): boolean =>
  cell === null || (typeof cell === 'string' && !/[^\s\u200b\p{Cc}]/u.test(cell));

/** The cells without nulls at the end; null where the row says nothing at all. */
export function trimCells(cells: Cell[]): Cell[] | null {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? null) === null) end -= 1;
  cells.length = end;
  return cells.every(isBlank) ? null : cells;
}

/** Rows made one by one, handed over in batches. */
export function* inBatches(rows: Iterable<Row>): Generator<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
