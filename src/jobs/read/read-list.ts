import { Findings } from '../../finding/index.js';
import type { Intake, ListTaker } from '../../intake/index.js';
import { describeSheet, type FieldIndex, findTables } from '../../match/index.js';
import type { Field } from '../../model/field.js';
import type { Mapping } from '../../model/mapping.js';
import type { Sheet } from '../../model/table.js';
import { headersOf } from './headers-of.js';

export interface ListRead {
  /** null where the file has no table. */
  readonly held: ListTaker | null;
  /** What looks like a header there. */
  readonly guess: Mapping | null;
}

/** Reads the sheets of another bureau's list; a sheet without a table is told. Cost: one look at each row. */
export async function readList(
  sheets: readonly Sheet[],
  counted: (sheet: Sheet) => Sheet,
  intake: Intake,
  field: Field,
  index: FieldIndex,
  findings: Findings,
): Promise<ListRead> {
  let held: ListTaker | null = null;
  let guess: Mapping | null = null;
  for (const sheet of sheets) {
    let pieces = 0;
    let tables = 0;
    for await (const piece of findTables(counted(sheet), index, findings)) {
      pieces++;
      if (piece.kind === 'table') {
        tables++;
        held ??= intake.list(field);
      }
      (held ?? intake).take(piece);
    }
    if (tables > 0 || pieces === 0) continue;
    const other = await describeSheet(sheet, index, new Findings());
    guess ??= other;
    findings.add('sheet.not-a-table', { file: sheet.file, sheet: sheet.name }, headersOf(other));
  }
  return { held, guess };
}
