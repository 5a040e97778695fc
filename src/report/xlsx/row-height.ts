import { linesOf } from './column-width.js';
import { cellValue, type SheetCell } from './sheet.js';

/** Points of one line, what broken lines keep free of the cell's edges, and Excel's largest row. */
const LINE = 16;
const EDGES = 4;
const TALLEST = 409;

/** Excel fits a row to wrapped text by itself; LibreOffice and WPS show the height that is written. */
export const rowHeight = (lines: number): string => (lines <= 1 ? '' : ` ht="${rowPoints(lines)}"`);

/** Points of a row of so many lines. */
export const rowPoints = (lines: number): number =>
  lines <= 1 ? LINE : Math.min(TALLEST, lines * LINE + EDGES);

/** Lines of the cell that takes most. */
export function linesOfRow(
  cells: readonly SheetCell[],
  wraps: Iterable<number>,
  widths: readonly number[],
): number {
  let lines = 1;
  for (const index of wraps) {
    const value = cellValue(cells[index]);
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, widths[index]!));
  }
  return lines;
}
