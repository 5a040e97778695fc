import type { Row } from '../model/cell.js';
import type { Merge } from '../model/table.js';
import type { FieldIndex } from './field-index.js';
import { filledCells, type Grid } from './grid.js';
import { isLeafRow } from './leaf-row.js';
import { isInstructions, isSpecial, noUnit } from './row-kind.js';
import { isDataLike, isStatement, isTitle } from './title-rows.js';

/**
 * The first row of the header that `base` belongs to. `below`: under another table's rows, where only what plainly is a group's name may belong to the header.
 */
export function extendUp(
  rows: readonly Row[],
  base: number,
  grid: Grid,
  merges: readonly Merge[],
  index: FieldIndex,
  below: boolean,
): number {
  let first = base;
  while (first > 0 && base - first < 2) {
    const row = rows[first - 1]!;
    if (row.number !== rows[first]!.number - 1) break;
    const special = filledCells(row, grid);
    // 单位 | 万元 is a statement; a unit row above the names has a unit for two columns at least.
    if (isSpecial(special, index) && special.filter((text) => !noUnit.test(text)).length >= 2) {
      first--;
      continue;
    }
    if (isDataLike(row, grid)) break;
    const y = row.number - 1;
    const joined = merges.some((m) => m.top <= y && m.bottom > y);
    // A group's name is merged over some columns inside the sheet; a title begins at its left edge.
    const grouped = merges.some((m) => m.top === y && m.bottom === y && m.right > m.left && m.left > 0);
    const texts = filledCells(row, grid);
    const names = below ? isGroupRow(row, rows[first]!, grid) || grouped : texts.length >= 2 || grouped;
    if (!joined && (!names || isStatement(texts) || (isTitle(row, grid) && !grouped))) break;
    first--;
  }
  return first;
}

/** A CSV's row of group names: each name reaches over blanks to its right, under which the next row has names. */
function isGroupRow(row: Row, below: Row, grid: Grid): boolean {
  const texts = filledCells(row, grid);
  if (texts.length < 2 || texts.some((text) => text.length > 12 || /(?:公司|厂|社|院|所|中心)$/.test(text)))
    return false;
  return row.cells.some(
    (_, column) =>
      grid.own(row, column) !== '' &&
      grid.own(row, column + 1) === '' &&
      grid.own(below, column) !== '' &&
      grid.own(below, column + 1) !== '',
  );
}

/** The last row of the header that `base` belongs to. */
export function extendDown(
  rows: readonly Row[],
  base: number,
  grid: Grid,
  merges: readonly Merge[],
  index: FieldIndex,
): number {
  let last = base;
  while (last + 1 < rows.length && last - base < 3) {
    const row = rows[last + 1]!;
    if (row.number !== rows[last]!.number + 1) break;
    const y = row.number - 1;
    const special = isSpecial(filledCells(row, grid), index);
    const joined = merges.some((m) => m.top < y && m.bottom >= y);
    if (!special && isDataLike(row, grid)) break;
    const leaves = isUnderGroup(row, y, merges, grid) || isLeafRow(rows[last]!, row, grid);
    if (!(special || joined || leaves || isInstructions(row, rows[last]!, grid))) break;
    last++;
  }
  return last;
}

/** Names under a group that is merged over several columns of the row above. */
const isUnderGroup = (row: Row, y: number, merges: readonly Merge[], grid: Grid): boolean =>
  filledCells(row, grid).length >= 2 &&
  merges.some(
    (m) =>
      m.bottom === y - 1 && m.right > m.left && grid.own(row, m.left) !== '' && grid.own(row, m.right) !== '',
  );
