import type { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { meantCell } from '../model/cell-text.js';
import type { Field } from '../model/field.js';
import type { SkippedRow } from '../model/firms.js';
import type { Mapping, Piece } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import { classifyRow } from './classify-row.js';
import { visible } from './column-reader.js';
import type { FieldStore } from './firm-store.js';
import { prepareTable, rowAt, type Table } from './prepare-table.js';
import { readId } from './read-id.js';
import type { RowStore } from './row-store.js';

/** What a list of another bureau is held against: the records read so far. */
export interface ListContext {
  readonly plan: Plan;
  readonly ids: readonly (string | null)[];
  readonly tables: Table[];
  readonly rows: RowStore;
  readonly skipped: SkippedRow[];
  readonly storeOf: (field: Field) => FieldStore;
  readonly findings: Findings;
}

export interface ListTaker {
  take(piece: Piece): void;
  /** Says what came of the list: firms that are not in the input are counted. */
  end(file: string): void;
}

/**
 * A list from another bureau (失信名单): a firm that stands on it has the field true, every other firm false. Its rows
 * belong to their firms; a row without a code is held by name, and that is said as a doubt.
 */
export function takeList(context: ListContext, field: Field): ListTaker {
  const { plan, ids, tables, rows, skipped, findings } = context;
  const store = context.storeOf(field);
  const byId = new Map<string, number[]>();
  ids.forEach((id, record) => {
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), record]);
  });
  // The old code of an organisation is the new one's ninth to seventeenth character (GB 32100-2015).
  const byOrganisation = new Map<string, number[]>();
  for (const [id, records] of byId) if (id.length === 18) byOrganisation.set(id.slice(8, 17), records);
  const byName = namesOf(context);
  const blanks: ReadonlySet<string> = new Set(plan.blanks);
  let table: Table | null = null;
  let outside = 0;
  let found = 0;

  const begin = (mapping: Mapping): Table => {
    const made = prepareTable(mapping, tables.length, plan, new Set(), context.storeOf, false);
    // The list's own row is where a firm's value comes from.
    const column = made.id >= 0 ? made.id : made.name;
    const ref = { ...made.ref, columnOf: new Map([...made.ref.columnOf, [field.id, column]]), list: true };
    const list = { ...made, ref };
    tables.push(list);
    return list;
  };

  const takeRow = (from: Table, row: Row) => {
    const read =
      from.id < 0
        ? ({ kind: 'blank' } as const)
        : readId(row.cells[from.id], ['uscc', 'registration', 'organisation']);
    const at = rowAt(from, row);
    const left = read.kind === 'id' ? null : classifyRow(row, from.name, blanks, read.kind === 'error');
    if (left !== null) {
      findings.add('row.left-out', at, { reason: left.reason, text: visible(left.text) });
      skipped.push({ at, reason: left.reason });
      return;
    }
    const name = from.name < 0 ? '' : plainName(String(meantCell(row.cells[from.name]) ?? ''));
    const named = read.kind === 'id' || name === '' ? undefined : byName.get(name);
    const records =
      read.kind === 'id'
        ? (byId.get(read.id) ?? byOrganisation.get(read.id))
        : named === undefined
          ? undefined
          : [named];
    if (records === undefined) {
      outside++;
      skipped.push({ at, reason: 'not-in-input' });
      return;
    }
    found++;
    rows.keep(from.index, row, records[0]!);
    for (const record of records) store.putNumber(record, 1);
    if (read.kind === 'id') return;
    findings.add('row.list-by-name', at, { name, field: field.name }, { firm: records[0]! });
  };

  return {
    take(piece) {
      if (piece.kind === 'table') table = begin(piece.mapping);
      else if (piece.kind === 'skipped') skipped.push({ at: piece.at, reason: piece.reason });
      else if (table !== null) for (const row of piece.rows) takeRow(table, row);
    },
    end(file) {
      ids.forEach((_, record) => {
        if (store.isBlank(record)) store.putNumber(record, 0);
      });
      const severity = found === 0 && outside > 0 ? 'warning' : 'info';
      findings.add('file.list-held', { file }, { field: field.name, found, outside }, { severity });
    },
  };
}

/** Half width, without blanks and brackets: what makes two writings of a name one. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s()]/g, '');

/** Name → record, where no other record has the name. */
export function namesOf({
  plan,
  ids,
  storeOf,
}: Pick<ListContext, 'plan' | 'ids' | 'storeOf'>): Map<string, number> {
  const names = new Map<string, number>();
  const field = plan.nameField === null ? undefined : plan.fields.get(plan.nameField);
  if (field === undefined) return names;
  const store = storeOf(field);
  const twice = new Set<string>();
  ids.forEach((_, record) => {
    const name = plainName(store.shown(record));
    if (name === '') return;
    if (names.has(name)) twice.add(name);
    names.set(name, record);
  });
  for (const name of twice) names.delete(name);
  return names;
}
