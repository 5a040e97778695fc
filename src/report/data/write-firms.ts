import { tableName } from '../../finding/index.js';
import type { Field } from '../../model/field.js';
import type { FileHash, Run } from '../../model/run.js';
import type { Value } from '../column.js';
import { firmParts } from '../csv.js';
import type { FirmCell } from '../csv-bytes.js';
import { isoDate } from '../iso-date.js';
import { writeParts } from '../publish/write-file.js';

/**
 * data/firms.csv: every firm's fields in canonical ids and units, in the order given, for later commands. Numbers are
 * complete (they read back to the same float64), dates are 2025-09-30, booleans true and false, null is blank. `_rejected`
 * is 1 where an error kept the firm from being scored. `_rows` names its rows that count, `file!sheet!row` joined by `;`,
 * with % ! and ; inside names written as in a URL. A text that a spreadsheet would run as a formula, or with ' before it, has a ' before it.
 */
export async function writeFirms(folder: string, run: Run, order: readonly number[]): Promise<FileHash> {
  const { firms, plan } = run;
  const columns: (FirmCell & { readonly id: string })[] = [];
  for (const field of plan.fields.values()) {
    const of = reader(run, field);
    if (of === null) continue;
    const numbers = field.type === 'number' ? firms.numbers.get(field.id) : undefined;
    columns.push({ id: field.id, of, numbers });
  }
  columns.push({ id: '_rejected', of: (firm) => firms.rejected[firm] ?? 0 });
  columns.push({ id: '_rows', of: rowNames(run) });
  const headers = columns.map((column) => column.id);
  return await writeParts(folder, 'data/firms.csv', firmParts(headers, { cells: columns, order }, false));
}

function reader(run: Run, field: Field): ((firm: number) => Value) | null {
  const { firms } = run;
  if (field.role === 'id') return (firm) => firms.ids[firm] ?? null;
  if (field.role === 'name') return (firm) => firms.names[firm] ?? null;
  const texts = firms.texts.get(field.id);
  if (texts !== undefined) return (firm) => texts[firm] ?? null;
  const numbers = firms.numbers.get(field.id);
  if (numbers === undefined) return null;
  const shown =
    field.type === 'date'
      ? isoDate
      : field.type === 'boolean'
        ? (value: number) => value === 1
        : (value: number) => value;
  return (firm) => {
    const value = numbers[firm];
    return value === undefined || Number.isNaN(value) ? null : shown(value);
  };
}

function rowNames({ firms }: Run): (firm: number) => string {
  const places = firms.tables.map(({ file, sheet }) => tableName(file, sheet));
  const { superseded, table, number } = firms.rows;
  return (firm) => {
    let names = '';
    for (const row of firms.rowsOf(firm)) {
      // A bank's answer or a roster is nothing that the firm filed.
      if (superseded[row] === 1 || firms.tables[table[row]!]!.beside === true) continue;
      names += `${names === '' ? '' : ';'}${places[table[row]!]}${number[row]}`;
    }
    return names;
  };
}
