import type { Cell, Row } from '../../model/cell.js';
import type { Wanted } from '../../model/table.js';
import { hasCode } from '../has-code.js';
import { batchSize, isBlank } from '../rows.js';
import type { CellValues } from './cell-values.js';
import { gridColumns, type RowTokens } from './row-tokens.js';
import { sheetFeed } from './sheet-feed.js';
import type { Survey } from './survey-sheet.js';

/*
 * Tokens ─▶ rows, only as far as they are wanted:
 *
 *   row 12  code 9134…   the wanted columns  ┐
 *   row 13  code 9137…   the wanted columns  ├ batch of up to 1,024, then `wanted` is looked at again
 *   row 14  no code      every column        │   it may head another table, so
 *   row 15…17            every column        ┘   three more come whole, and the batch ends with them
 */

/** What may have to be seen below a row until it is known for a header. */
const heldBack = 3;

/**
 * Rows in order, without the blank ones. The survey says whether cells depend on others, so that none may be passed over, and
 * where the last row is: dressed blanks by the million may follow it. Memory: some MiB, whatever the sheet holds.
 */
export async function* readRows(
  pieces: AsyncIterable<Buffer>,
  values: CellValues,
  { entangled, last }: Pick<Survey, 'entangled' | 'last'>,
  wanted: Wanted = { columns: null, id: -1, rows: null },
): AsyncGenerator<readonly Row[]> {
  let whole = 0;
  const feed = sheetFeed((number) => {
    if (entangled) return gridColumns;
    const { columns, rows } = wanted;
    if (rows !== null && !rows.has(number)) return -1;
    return columns === null || whole > 0 ? gridColumns : Math.max(columns.lastIndexOf(1), wanted.id);
  }, last);
  let batch: Row[] = [];
  for await (const piece of pieces) {
    feed.add(piece);
    while (feed.next()) {
      const { row } = feed;
      const { columns, rows } = wanted;
      if (rows !== null && !rows.has(row.number)) continue;
      let cells = cellsOf(row, feed.bytes, values, whole > 0 ? null : columns);
      const found = columns === null || wanted.id < 0 || hasCode(cells[wanted.id]);
      if (!found && whole === 0) {
        if (row.cut) feed.whole();
        cells = cellsOf(row, feed.bytes, values, null);
      }
      if (cells.every(isBlank)) continue;
      batch.push({ number: row.number, line: 0, cells });
      if (!found) {
        whole = heldBack;
        continue;
      }
      if (whole > 0) whole--;
      else if (batch.length < batchSize) continue;
      if (whole > 0) continue;
      yield batch;
      batch = [];
    }
    if (feed.ended) break;
  }
  if (batch.length > 0) yield batch;
}

function cellsOf(row: RowTokens, bytes: Buffer, values: CellValues, columns: Uint8Array | null): Cell[] {
  const cells: Cell[] = [];
  for (let i = 0; i < row.count; i++) {
    const column = row.column[i]!;
    if (columns !== null && columns[column] !== 1) continue;
    const cell = values.cell(row, i, bytes);
    if (cell === null) continue;
    while (cells.length < column) cells.push(null);
    cells.push(cell);
  }
  return cells;
}
