import { columnName, type Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { Mapping } from '../model/mapping.js';
import type { FieldIndex } from './field-index.js';
import { looksLikeId } from './looks-like.js';
import { namelessColumns } from './nameless-columns.js';
import type { TitleUnit } from './title-unit.js';

/** Another header under rows that were read already. */
export function tellSecond(table: Mapping, findings: Findings): void {
  const named = table.columns.filter((one) => one.header !== '');
  const { file, sheet, headerFrom } = table;
  const at = { file, sheet, row: headerFrom, column: named[0]?.index ?? 0 };
  findings.add('header.second-table', at, { headers: named.slice(0, 12).map((one) => one.header) });
}

/** Which columns take their unit from a title, and where it stands. */
export function tellTitleUnit(mapping: Mapping, stated: TitleUnit, findings: Findings): void {
  const columns = mapping.columns.filter((one) => one.unitFrom === 'title');
  if (columns.length === 0) return;
  const { file, sheet } = mapping;
  const { row, line, column, text, unit } = stated;
  const at = { file, sheet, row, column, ...(line > 0 ? { line } : {}) };
  const args = { unit, text, columns: columns.map((one) => columnName(one.index)) };
  findings.add('header.unit-from-title', at, args);
}

/** Behind a column that is blank from the header down, fields may be another table's: said, since a row would mix them. */
function tellGap(mapping: Mapping, firms: readonly Row[], id: number, findings: Findings): void {
  const isBlank = (index: number) => firms.every((row) => cellText(row.cells[index]) === '');
  const gap = mapping.columns.find(
    ({ header, index }) => header === '' && index > id && isBlank(index),
  )?.index;
  if (gap === undefined) return;
  const beyond = mapping.columns.filter(
    ({ field, index }) => field !== null && index > gap && !isBlank(index),
  );
  if (beyond.length === 0) return;
  const { file, sheet, headerTo } = mapping;
  const at = { file, sheet, row: headerTo, column: beyond[0]!.index };
  findings.add('header.beyond-gap', at, {
    gap: columnName(gap),
    headers: beyond.map((one) => one.header),
  });
}

/** What stands in columns without a header, of the first rows under it. */
export function tellNameless(
  mapping: Mapping,
  rows: readonly Row[],
  index: FieldIndex,
  findings: Findings,
): void {
  const { file, sheet, headerTo } = mapping;
  const id = mapping.columns.find((one) => one.field === index.plan.idField)?.index;
  const firms = rows.filter((row) => id !== undefined && looksLikeId(cellText(row.cells[id])));
  tellGap(mapping, firms, id ?? 0, findings);
  for (const { column, raw } of namelessColumns(mapping.columns, firms)) {
    const at = { file, sheet, row: headerTo, column };
    findings.add('header.nameless', at, { column: columnName(column), raw });
  }
}
