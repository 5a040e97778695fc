import { parseRowName } from '../finding/index.js';
import type { Field } from '../model/field.js';
import type { Firms, TableRef } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition, RowPosition } from '../model/position.js';

/** A row of a firm: its table, and its number as Excel shows it. */
interface SavedRow {
  readonly table: number;
  readonly number: number;
}

/**
 * The firms of some records of data/firms.csv, in the order given. The rows that were set aside as repeated are not among
 * theirs. Cost: one look at each field.
 */
export function savedFirms(
  plan: Plan,
  header: readonly string[],
  records: readonly (readonly string[])[],
  tables: readonly TableRef[],
): Firms {
  const count = records.length;
  const place = new Map(header.map((id, index) => [id, index]));
  const textAt = (record: readonly string[], id: string | null): string | null =>
    (id === null ? undefined : record[place.get(id) ?? -1]) || null;
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly (string | null)[]>();
  for (const [id, index] of place) {
    const field = plan.fields.get(id);
    if (field === undefined || id === plan.idField) continue;
    if (field.type === 'text')
      texts.set(
        id,
        records.map((record) => record[index] || null),
      );
    else {
      const read = readerOf(field);
      numbers.set(
        id,
        Float64Array.from(records, (record) => read(record[index] ?? '')),
      );
    }
  }
  const findTable = tableFinder(tables);
  const rows: SavedRow[] = [];
  const owner: number[] = [];
  const first: number[] = [];
  records.forEach((record, firm) => {
    first.push(rows.length);
    for (const row of (record[place.get('_rows') ?? -1] ?? '').split(';')) {
      const { file, sheet, row: number } = parseRowName(row) ?? { file: '', sheet: '', row: 0 };
      rows.push({ table: findTable(file, sheet, number), number });
      owner.push(firm);
    }
  });
  first.push(rows.length);
  const rowsOf = (firm: number): number[] =>
    Array.from({ length: first[firm + 1]! - first[firm]! }, (_, index) => first[firm]! + index);
  const positionOf = (row: number): RowPosition => {
    const { file, sheet } = tables[rows[row]!.table] ?? { file: '', sheet: '' };
    return { file, sheet, row: rows[row]!.number };
  };
  const cellIn = (of: readonly number[], field: string): CellPosition | null => {
    for (const row of of) {
      const column = tables[rows[row]!.table]?.columnOf.get(field);
      if (column !== undefined) return { ...positionOf(row), column };
    }
    return null;
  };
  return {
    count,
    ids: records.map((record) => textAt(record, plan.idField)),
    names: records.map((record) => textAt(record, plan.nameField)),
    numbers,
    texts,
    rejected: Uint8Array.from(records, (record) => (textAt(record, '_rejected') === '1' ? 1 : 0)),
    tables,
    rows: {
      count: rows.length,
      table: rows.map((row) => row.table),
      number: rows.map((row) => row.number),
      line: rows.map(() => 0),
      firm: owner,
      superseded: rows.map(() => 0),
    },
    skipped: [],
    rowsOf,
    rowOf: (firm) => positionOf(first[firm]!),
    cellOf(firm, field) {
      const own = cellIn(rowsOf(firm), field);
      const prior = plan.fields.get(field)?.priorOf ?? null;
      // Last year's value without a column of its own came from last year's row, which stands behind this year's.
      const [, ...later] = own === null && prior !== null ? rowsOf(firm) : [];
      return own ?? (prior === null ? null : cellIn(later.reverse(), prior));
    },
  };
}

/** As data/firms.csv writes it: numbers complete, dates as 2025-09-30 (a time behind), true and false; blank is NaN. */
function readerOf(field: Field): (text: string) => number {
  if (field.type === 'boolean') return (text) => (text === '' ? Number.NaN : text === 'true' ? 1 : 0);
  if (field.type === 'date') return dayOf;
  return (text) => (text === '' ? Number.NaN : Number(text));
}

/** Days since 1970-01-01 of 2025-09-30 or 2025-09-30 08:30:00; NaN for anything else. */
export const dayOf = (text: string): number =>
  /^\d{4,}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$/.test(text)
    ? Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`) / 86_400_000
    : Number.NaN;

/** Of tables one under another on a sheet, the last whose header stands above the row. */
function tableFinder(tables: readonly TableRef[]): (file: string, sheet: string, row: number) => number {
  const known = new Map<string, number[]>();
  tables.forEach(({ file, sheet }, index) => {
    const key = JSON.stringify([file, sheet]);
    known.set(key, [...(known.get(key) ?? []), index]);
  });
  return (file, sheet, row) => {
    const here = known.get(JSON.stringify([file, sheet])) ?? [];
    let found = here[0] ?? -1;
    for (const index of here) if (tables[index]!.headerTo < row) found = index;
    return found;
  };
}
