import type { Cell, Row } from '../model/cell.js';
import type { Plan } from '../model/plan.js';
import type { Merge } from '../model/table.js';

/** Gives rows under a cell that is merged down what it says. A code: they are further rows of the same firm. */
export interface MergedDown {
  /** Rows are asked in order. */
  fill(row: Row): Row;
}

/**
 * null where no cell of the column is merged over several rows under the header. What is merged from a column before it says
 * something else. Cost a row: one comparison.
 */
export function mergedDown(merges: readonly Merge[], column: number, headerTo: number): MergedDown | null {
  const down = merges
    .filter((m) => m.left === column && m.bottom > m.top && m.top >= headerTo)
    .sort((a, b) => a.top - b.top);
  if (down.length === 0) return null;
  let next = 0;
  let code: Cell = null;
  return {
    fill(row) {
      const y = row.number - 1;
      for (; next < down.length && down[next]!.bottom < y; next++) code = null;
      const merge = down[next];
      if (merge === undefined || y < merge.top) return row;
      if (y === merge.top) {
        code = row.cells[column] ?? null;
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

/**
 * Columns of words whose cell, merged down, says the same of each row: 区县, 行业, 年度. A firm's name and its status are its
 * own, and an amount over several rows may be their sum: nobody is given that.
 */
export function wordColumns(plan: Plan, columnOf: ReadonlyMap<string, number>): readonly number[] {
  const own = new Set([plan.idField, plan.nameField, plan.statusField]);
  return [...columnOf].flatMap(([field, column]) =>
    plan.fields.get(field)?.type === 'text' && !own.has(field) ? [column] : [],
  );
}

/** The same of several columns. */
export function allMergedDown(
  merges: readonly Merge[],
  columns: readonly number[],
  headerTo: number,
): MergedDown | null {
  const all = columns.flatMap((column) => mergedDown(merges, column, headerTo) ?? []);
  return all.length === 0 ? null : { fill: (row) => all.reduce((filled, one) => one.fill(filled), row) };
}

/** Rows that must be asked before these, so that they get what is merged down to them: the first row of each such merge. */
export const mergeHeads = (merges: readonly Merge[], wanted: readonly number[]): readonly number[] =>
  merges.flatMap(({ top, bottom }) =>
    bottom > top && wanted.some((row) => top < row - 1 && row - 1 <= bottom) ? [top + 1] : [],
  );
