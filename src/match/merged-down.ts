import type { Cell, Row } from '../model/cell.js';
import type { Merge } from '../model/table.js';

/** Gives rows under a code that is merged down that code: they are further rows of the same firm. */
export interface MergedDown {
  /** Rows are asked in order. */
  fill(row: Row): Row;
}

/** null where no cell of the column is merged over several rows under the header. Cost a row: one comparison. */
export function mergedDown(merges: readonly Merge[], column: number, headerTo: number): MergedDown | null {
  const down = merges
    .filter((m) => m.left <= column && column <= m.right && m.bottom > m.top && m.top >= headerTo)
    .sort((a, b) => a.top - b.top);
  if (down.length === 0) return null;
  let next = 0;
  let code: Cell = null;
  return {
    fill(row) {
      const y = row.number - 1;
      while (next < down.length && down[next]!.bottom < y) next += 1;
      const merge = down[next];
      if (merge === undefined || y < merge.top) return row;
      if (y === merge.top) {
        code = row.cells[merge.left] ?? null;
        return row;
      }
      if (code === null || (row.cells[column] ?? null) !== null) return row;
      const cells = [...row.cells];
      while (cells.length <= column) cells.push(null);
      cells[column] = code;
      return { ...row, cells };
    },
  };
}
