import type { Cell } from './cell.js';

/** The text a person sees in a cell, in whatever way a workbook keeps it; '' for blank. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
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
