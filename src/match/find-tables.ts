import type { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import type { Mapping, Piece } from '../model/mapping.js';
import type { Sheet, Wanted } from '../model/table.js';
import { assignFields } from './assign-fields.js';
import type { FieldIndex } from './field-index.js';
import { textsOf } from './grid.js';
import { locateHeader } from './locate-header.js';
import type { GivenTable } from './mapping-file.js';
import { SheetReader } from './sheet-reader.js';
import { titleUnitIn } from './title-unit.js';

/** Rows looked at before the first header is decided: 30 possible header rows, and data under them. */
const headRows = 60;

/**
 * Takes a sheet apart: its tables (a header names the id and one more field), their rows, and what is neither.
 * A sheet may hold several tables one under another. Rows stream; only the first 60 are held back.
 * Cost a row: one look at the id cell.
 */
export async function* findTables(
  sheet: Sheet,
  index: FieldIndex,
  findings: Findings,
  given: readonly GivenTable[] = [],
): AsyncGenerator<Piece> {
  const reader = new SheetReader(sheet, index, findings, given);
  const wanted: Wanted = { columns: null, id: -1, rows: null };
  let head: Row[] | null = [];
  for await (const batch of sheet.rows(wanted)) {
    if (head === null) {
      yield* reader.take(batch);
      reader.want(wanted);
      continue;
    }
    head.push(...batch);
    if (head.length >= headRows) {
      // As many rows as ever, however large a reader's batches are: what is found may not depend on them.
      yield* reader.begin(head.slice(0, headRows));
      yield* reader.take(head.slice(headRows));
      reader.want(wanted);
      head = null;
    }
  }
  if (head !== null) yield* reader.begin(head);
  yield* reader.end();
}

/** The header a person would see on a sheet that is no table of firms, for messages. */
export async function describeSheet(
  sheet: Sheet,
  index: FieldIndex,
  findings: Findings,
): Promise<Mapping | null> {
  const head: Row[] = [];
  for await (const batch of sheet.rows()) {
    head.push(...batch);
    if (head.length >= headRows) break;
  }
  const block = locateHeader(head, sheet.merges, index);
  if (block === null) return null;
  const at = { file: sheet.file, sheet: sheet.name };
  const unit = titleUnitIn(block.above)?.unit ?? null;
  return {
    ...at,
    headerFrom: block.from,
    headerTo: block.to,
    columns: assignFields(block.columns, unit, index, at, findings),
    titles: textsOf(block.above),
    ...(unit === null ? {} : { titleUnit: unit }),
  };
}
