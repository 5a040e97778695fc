import type { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { rowAt, type Table } from './prepare-table.js';

/** Says where a CSV record is longer than its header, so has something beyond it, or lost an end that is needed. */
export function tellWidth(from: Table, row: Row, firm: number, findings: Findings): void {
  const { fields } = row;
  if (fields === undefined) return;
  const beyond = row.cells.slice(from.width).some((cell) => cell !== null && cell !== '');
  const lost = fields < from.width && from.columns.some((one) => one.needed && one.index >= fields);
  if (!beyond && !lost) return;
  findings.add('row.wrong-width', rowAt(from, row), { cells: fields, expected: from.width }, { firm });
}
