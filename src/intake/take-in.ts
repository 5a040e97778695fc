import type { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import type { Firms, SkippedRow, TableRef } from '../model/firms.js';
import type { Piece } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition } from '../model/position.js';
import { classifyRow } from './classify-row.js';
import { finishFirms } from './finish-firms.js';
import { type FieldStore, type Filled, fieldStore, isTextual } from './firm-store.js';
import { prepareTable, rowAt, type Table } from './prepare-table.js';
import {
  type ColumnReader,
  readBoolean,
  readDate,
  readNumber,
  readText,
  type Saying,
  visible,
} from './read-cell.js';
import { readId } from './read-id.js';
import { rowStore } from './row-store.js';
import { tellId } from './tell-id.js';

/** Takes the pieces of all sheets in reading order, then gives the firms. Memory: a typed cell a firm and field. */
export interface Intake {
  take(piece: Piece): void;
  finish(): Firms;
}

export function takeIn(plan: Plan, findings: Findings): Intake {
  const blanks: ReadonlySet<string> = new Set(plan.blanks);
  const needed = new Set([...plan.reads, plan.idField]);
  const stores = new Map<string, FieldStore>();
  const tables: Table[] = [];
  const skipped: SkippedRow[] = [];
  const rows = rowStore(tables);
  const ids: (string | null)[] = [];
  const rejected: boolean[] = [];
  const byId = new Map<string, number>();
  /** (firm, field) → row, where a later row of the firm gave the value. */
  const origins = new Map<string, number>();
  let table: Table | null = null;

  const newFirm = (id: string | null): number => {
    const firm = ids.length;
    ids.push(id);
    rejected.push(false);
    if (id !== null) byId.set(id, firm);
    return firm;
  };

  const takeRow = (from: Table, row: Row) => {
    const read = readId(row.cells[from.id], plan.identity.accepts);
    const left = read.kind === 'id' ? null : classifyRow(row, from.name);
    if (left !== null) {
      const at = rowAt(from, row);
      findings.add('row.left-out', at, { reason: left.reason, text: visible(left.text) });
      skipped.push({ at, reason: left.reason });
      return;
    }
    const known = read.kind === 'id' ? byId.get(read.id) : undefined;
    const firm = known ?? newFirm(read.kind === 'id' ? read.id : null);
    const before = findings.all.length;
    const name = from.name < 0 ? '' : visible(String(row.cells[from.name] ?? ''));
    tellId(read, () => ({ ...rowAt(from, row), column: from.id }), firm, name, plan, findings);
    checkRecord(from, row, firm);
    fill(from, row, firm);
    for (let i = before; i < findings.all.length; i++) {
      const one = findings.all[i]!;
      if (one.severity === 'error' && one.firm !== null) rejected[one.firm] = true;
    }
  };

  /** A CSV record that is longer than its header has something beyond it; a shorter one lost its end. */
  const checkRecord = (from: Table, row: Row, firm: number) => {
    if (row.trouble !== undefined) {
      // The reader said what is wrong with the record; here it finds its firm, which cannot be scored.
      findings.attach(rowAt(from, row), firm);
      rejected[firm] = true;
      return;
    }
    const { fields } = row;
    if (fields === undefined) return;
    const beyond = row.cells.slice(from.width).some((cell) => cell !== null && cell !== '');
    const lost = fields < from.width && from.columns.some((one) => one.needed && one.index >= fields);
    if (!beyond && !lost) return;
    findings.add('row.wrong-width', rowAt(from, row), { cells: fields, expected: from.width }, { firm });
  };

  /** Puts a row's cells to its firm: they may complete what is there, not contradict it. */
  const fill = (from: Table, row: Row, firm: number) => {
    const index = rows.keep(from.index, row, firm);
    const again = rows.before(index) >= 0;
    const counted = from.seen === null || isNew(from.seen, from, row, firm);
    let column: ColumnReader;
    const say: Saying = { at: () => ({ ...rowAt(from, row), column: column.index }), firm, findings, blanks };
    let added = false;
    let repeats = false;
    let differs = false;
    for (let i = 0; i < from.columns.length; i++) {
      column = from.columns[i]!;
      const cell = row.cells[column.index];
      if (cell === null || cell === undefined || cell === '') continue;
      const store = from.stores[i]!;
      const { type, combine, id } = column.field;
      let filled: Filled;
      let value: string | number | null;
      if (isTextual(column.field)) {
        value = readText(cell, column, say);
        filled = store.putText(firm, value);
      } else {
        value =
          type === 'number'
            ? readNumber(cell, column, say)
            : type === 'date'
              ? readDate(cell, column, say)
              : readBoolean(cell, column, say);
        filled = counted || combine !== 'sum' ? store.putNumber(firm, value) : 'same';
      }
      if (filled === 'same') repeats ||= id !== plan.nameField;
      else if (filled === 'added') {
        added = true;
        if (again) origins.set(`${firm} ${id}`, index);
      } else if (filled === 'differs') {
        differs = true;
        contradict(column, firm, say, store.shown(firm), String(value));
      }
    }
    // A row of another form that is blank for this firm repeats nothing: it is no second copy.
    if (again && !added && !differs && (repeats || hasSameForm(index, from.ref)))
      supersede(from, row, firm, index);
  };

  const supersede = (from: Table, row: Row, firm: number, index: number) => {
    rows.supersede(index);
    const notes = [{ id: 'first-seen' as const, at: rows.positionOf(rows.firstOf(firm)) }];
    findings.add('row.duplicate', rowAt(from, row), { id: ids[firm] ?? '' }, { firm, notes });
  };

  const hasSameForm = (index: number, ref: TableRef): boolean => {
    for (let row = rows.before(index); row >= 0; row = rows.before(row))
      if (sameFields(rows.tableOf(row), ref)) return true;
    return false;
  };

  const contradict = (column: ColumnReader, firm: number, say: Saying, other: string, raw: string) => {
    const at = cellOf(firm, column.field.id);
    const notes = at === null ? [] : [{ id: 'other-value' as const, at }];
    if (column.field.id === plan.nameField) {
      findings.add('cell.name-differs', say.at(), { raw, other }, { firm, notes });
      return;
    }
    const args = { raw, other, field: column.field.name.zh };
    findings.add('cell.contradiction', say.at(), args, {
      firm,
      notes,
      severity: column.needed ? 'error' : 'warning',
    });
  };

  /** While reading: the row that gave the value, else the firm's first row if its table has the field. */
  const cellOf = (firm: number, field: string): CellPosition | null => {
    const row = origins.get(`${firm} ${field}`) ?? rows.firstOf(firm);
    const column = rows.tableOf(row).columnOf.get(field);
    return column === undefined ? null : { ...rows.positionOf(row), column };
  };

  const storeOf = (field: ColumnReader['field']): FieldStore => {
    const store = stores.get(field.id) ?? fieldStore(field);
    stores.set(field.id, store);
    return store;
  };

  return {
    take(piece) {
      switch (piece.kind) {
        case 'table':
          table = prepareTable(piece.mapping, tables.length, plan, needed, storeOf);
          tables.push(table);
          return;
        case 'rows':
          if (table === null) throw new Error('rows came before their table');
          for (const row of piece.rows) takeRow(table, row);
          return;
        case 'skipped':
          skipped.push({ at: piece.at, reason: piece.reason });
          return;
      }
    },
    finish: () =>
      finishFirms({
        plan,
        ids,
        rejected,
        stores,
        tables: tables.map((one) => one.ref),
        rows: rows.take(),
        skipped,
        origins,
      }),
  };
}

const sameFields = (a: TableRef, b: TableRef): boolean =>
  a.columnOf.size === b.columnOf.size && [...a.columnOf.keys()].every((field) => b.columnOf.has(field));

/** Whether a whole row, its running number aside, has not been said of this firm before. */
function isNew(seen: Set<string>, from: Table, row: Row, firm: number): boolean {
  const cells = row.cells.map((cell, i) => (from.serial.has(i) ? '' : JSON.stringify(cell)));
  const key = `${firm}\u0000${cells.join('\u0000')}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
