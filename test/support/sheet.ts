import type { Cell, Row } from '../../src/model/cell.js';
import type { Merge, Sheet } from '../../src/model/table.js';

/** A sheet in memory: one array a row, blank rows left out as readers do. `at` gives A1-style merges 0-based. */
export function sheetOf(
  rows: readonly (readonly Cell[])[],
  options: Partial<Sheet> & { csv?: boolean; batch?: number } = {},
): Sheet {
  const { csv = false, batch = 1024, ...rest } = options;
  const present: Row[] = rows
    .map((cells, i) => ({
      number: i + 1,
      line: csv ? i + 1 : 0,
      cells,
      ...(csv ? { fields: cells.length } : {}),
    }))
    .filter((row) => row.cells.some((cell) => cell !== null && cell !== ''));
  return {
    file: 'firms.xlsx',
    name: '企业',
    index: 0,
    visibility: 'visible',
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    async *rows() {
      for (let i = 0; i < present.length; i += batch) yield present.slice(i, i + batch);
    },
    ...rest,
  };
}

/** top, left, bottom, right — 1-based rows and 0-based columns as a person counts rows in Excel. */
export const merge = (top: number, left: number, bottom: number, right: number): Merge => ({
  top: top - 1,
  left,
  bottom: bottom - 1,
  right,
});
