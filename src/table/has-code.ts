import type { Cell } from '../model/cell.js';

const code = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** A resident's number has a year of birth where a code has the end of its region. */
const maybeResident = /^\d{6}(?:19|20|21)\d{9}[\dX]$/;

/**
 * Whether a cell surely holds a firm's code (GB 32100: 18 characters), so that its row need not be given whole. A firm
 * whose region ends in 19, 20 or 21 costs some time, no more.
 */
export const hasCode = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && cell.length === 18 && code.test(cell) && !maybeResident.test(cell);
