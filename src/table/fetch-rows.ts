import type { Row } from '../model/cell.js';
import type { Sheet } from '../model/table.js';

/**
 * Whole rows by number, in a second pass over the sheet: the firm's own row goes back in the exceptions report.
 * Cost: one reading of the sheet, at most up to the last row wanted; of other rows no cell is made.
 */
export async function fetchRows(sheet: Sheet, wanted: ReadonlySet<number>): Promise<Map<number, Row>> {
  const found = new Map<number, Row>();
  if (wanted.size === 0) return found;
  for await (const batch of sheet.rows({ columns: null, id: -1, rows: wanted })) {
    for (const row of batch) if (wanted.has(row.number)) found.set(row.number, row);
    if (found.size === wanted.size) break;
  }
  return found;
}
