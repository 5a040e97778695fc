import type { Cell } from './cell.js';
import { meantText } from './formula-mark.js';

/** A cell as it is meant: a text without the `'` that a CSV puts before what would run as a formula. */
export const meantCell = (cell: Cell | undefined): Cell | undefined =>
  typeof cell === 'string' ? meantText(cell) : cell;

/** The text a person sees in a cell, in whatever way a workbook or a CSV keeps it; '' for blank. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return meantText(cell).trim();
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  switch (cell.kind) {
    case 'date':
    case 'percent':
    case 'formatted':
      return cell.shown;
    case 'error':
      return cell.code;
    case 'formula':
      return '';
  }
}
