import type { Row } from '../model/cell.js';
import { filledCells, type Grid } from './grid.js';
import { isTitle } from './title-rows.js';

/** A CSV has no merges: a leaf row stands where the row above has a name with blanks to its right. */
export function isLeafRow(above: Row, row: Row, grid: Grid): boolean {
  const width = Math.max(above.cells.length, row.cells.length);
  let leaves = 0;
  for (let column = 0; column < width; column++) {
    if (grid.own(row, column) !== '' && grid.own(above, column) === '') leaves++;
  }
  const texts = filledCells(row, grid);
  return (
    leaves > 0 &&
    texts.length >= 2 &&
    grid.own(above, 0) !== '' &&
    grid.own(row, 0) === '' &&
    !isTitle(row, grid)
  );
}
