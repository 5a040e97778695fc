import { columnName, type Findings } from '../finding/index.js';
import type { Sheet } from '../model/table.js';

/** Row numbers that a message names before it only counts. */
const namedRows = 10;

/** Says of a sheet that is read which of its rows and columns Excel does not show. They are read like any other. */
export function tellHidden(sheet: Sheet, findings: Findings): void {
  const at = { file: sheet.file, sheet: sheet.name };
  const { hiddenRows, hiddenColumns } = sheet;
  if (hiddenRows.length > 0) {
    const rows = hiddenRows.slice(0, namedRows).map(String);
    findings.add('sheet.hidden-rows', at, { count: hiddenRows.length, rows });
  }
  if (hiddenColumns.length > 0)
    findings.add('sheet.hidden-columns', at, { columns: hiddenColumns.map(columnName) });
}
