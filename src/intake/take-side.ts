import { Findings } from '../finding/index.js';
import type { Cell, Row } from '../model/cell.js';
import { meantCell } from '../model/cell-text.js';
import type { Field } from '../model/field.js';
import type { Mapping, Piece, SkipReason } from '../model/mapping.js';
import type { CellPosition, RowPosition } from '../model/position.js';
import { classifyRow } from './classify-row.js';
import { type ColumnReader, type Saying, visible } from './column-reader.js';
import { fieldStore, isTextual } from './firm-store.js';
import type { PeriodCode } from './period-code.js';
import { prepareTable, rowAt, type Table } from './prepare-table.js';
import { readBoolean, readDate, readText } from './read-cell.js';
import { readId } from './read-id.js';
import { readNumber } from './read-number.js';
import { type ListContext, namesOf, plainName } from './take-list.js';

/** A row of a table that stands beside the firms': a bank's answer, a person's decision, an entry of a roster. */
export interface SideRow {
  /** Index into `Firms.rows`, and the record it belongs to; both null where the input has no such firm. */
  readonly row: number | null;
  readonly record: number | null;
  /** All records of its firm, one a period. */
  readonly records: readonly number[];
  readonly at: RowPosition;
  /** Normalised; null where the row has no usable code. */
  readonly id: string | null;
  readonly name: string | null;
  text(field: string): string | null;
  number(field: string): number | null;
  /** The field's cell; the code's or the name's where the table has no such column. */
  cellOf(field: string): CellPosition;
}

/** What such a table is held against. */
export interface SideContext extends ListContext {
  /** By record: the period that its rows state, 0 for none. */
  readonly periods: readonly PeriodCode[];
}

export interface SideHow {
  /** The table's own fields; the code and the name are the plan's. */
  readonly fields: ReadonlyMap<string, Field>;
  /** A table needs one of these columns; none named: a code or a name is enough. */
  readonly needs: readonly string[];
  /** Columns that give a field of the plan: where its values come from. */
  readonly gives: ReadonlyMap<string, string>;
  /** Why a row of a firm is no row of this table, or null. */
  readonly leave: (row: Pick<SideRow, 'text'>, at: RowPosition) => SkipReason | null;
}

export interface SideTaker {
  take(piece: Piece): void;
  readonly rows: readonly SideRow[];
  /** Tables that were read. */
  readonly tables: readonly Table[];
}

/**
 * Reads a table beside the firms': each row is held to its firm by code, or by a name that only one firm has, and has its
 * fate in the row ledger. Trouble in a cell is a warning: what a firm filed is not worse for it.
 */
export function takeSide(context: SideContext, how: SideHow): SideTaker {
  const { plan, ids, tables, rows: store, skipped, findings } = context;
  const byId = new Map<string, number[]>();
  ids.forEach((id, record) => {
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), record]);
  });
  const byName = namesOf(context);
  const blanks: ReadonlySet<string> = new Set(plan.blanks);
  const fields = new Map(how.fields);
  for (const id of [plan.idField, plan.nameField]) {
    const field = id === null ? undefined : plan.fields.get(id);
    if (field !== undefined) fields.set(field.id, field);
  }
  const taken: SideRow[] = [];
  const mine: Table[] = [];
  let table: Table | null = null;

  const begin = (mapping: Mapping): Table | null => {
    const made = prepareTable(mapping, tables.length, { ...plan, fields }, new Set(), fieldStore, false);
    const { columnOf } = made.ref;
    const { file, sheet } = mapping;
    if (how.needs.length > 0 && !how.needs.some((id) => columnOf.has(id))) {
      const needs = how.needs.map((id) => how.fields.get(id)?.name ?? id);
      findings.add('header.side-columns', { file, sheet }, { needs, row: mapping.headerTo });
    }
    const given = [...how.gives].flatMap(([field, from]) => {
      const column = columnOf.get(from);
      return column === undefined ? [] : [[field, column] as const];
    });
    const side = { ...made, ref: { ...made.ref, columnOf: new Map([...columnOf, ...given]), beside: true } };
    tables.push(side);
    mine.push(side);
    return side;
  };

  const takeRow = (from: Table, row: Row) => {
    const cell = from.id < 0 ? null : row.cells[from.id];
    const read = readId(cell, ['uscc', 'registration', 'organisation'], blanks);
    const at = rowAt(from, row);
    const left = read.kind === 'id' ? null : classifyRow(row, from.name, blanks, read.kind === 'error');
    if (left !== null) {
      findings.add('row.left-out', at, { reason: left.reason, text: visible(left.text) });
      skipped.push({ at, reason: left.reason });
      return;
    }
    const name = from.name < 0 ? null : visible(String(meantCell(row.cells[from.name]) ?? '').trim()) || null;
    const id = read.kind === 'id' ? read.id : null;
    const named = id === null ? byName.get(plainName(name ?? '')) : undefined;
    const records = id === null ? (named === undefined ? [] : [named]) : (byId.get(id) ?? []);
    const record = latest(records, context.periods);
    // What a row of an unknown firm says wrongly is nobody's trouble here.
    const values = readCells(from, row, at, record ?? 0, record === null ? new Findings() : findings, blanks);
    const text = (field: string) => {
      const value = values.get(field);
      return typeof value === 'string' ? value : null;
    };
    const reason = record === null ? 'not-in-input' : how.leave({ text }, at);
    if (reason !== null) skipped.push({ at, reason });
    if (reason !== null && record !== null) return;
    if (record !== null && id === null)
      findings.add('row.side-by-name', at, { name: name ?? '' }, { firm: record });
    taken.push({
      row: record === null ? null : store.keep(from.index, row, record),
      record,
      records,
      at,
      id,
      name,
      text,
      number(field) {
        const value = values.get(field);
        return typeof value === 'number' && !Number.isNaN(value) ? value : null;
      },
      cellOf: (field) => ({ ...at, column: from.ref.columnOf.get(field) ?? Math.max(from.id, from.name, 0) }),
    });
  };

  return {
    take(piece) {
      if (piece.kind === 'table') table = begin(piece.mapping);
      else if (piece.kind === 'skipped') skipped.push({ at: piece.at, reason: piece.reason });
      else if (table !== null) for (const row of piece.rows) takeRow(table, row);
    },
    rows: taken,
    tables: mine,
  };
}

/** The record of the latest period: an earlier one may not be a firm of this run. */
const latest = (records: readonly number[], periods: readonly PeriodCode[]): number | null => {
  const when = (record: number) => periods[record] || Number.MAX_SAFE_INTEGER;
  return records.length === 0 ? null : records.reduce((a, b) => (when(b) > when(a) ? b : a));
};

function readCells(
  from: Table,
  row: Row,
  at: RowPosition,
  firm: number,
  findings: Findings,
  blanks: ReadonlySet<string>,
): ReadonlyMap<string, string | number | null> {
  const values = new Map<string, string | number | null>();
  for (const column of from.columns) {
    const cell = meantCell(row.cells[column.index]);
    if (cell === null || cell === undefined || cell === '') continue;
    const say: Saying = {
      at: () => ({ ...at, column: column.index }),
      firm,
      findings,
      blanks,
      figures: false,
    };
    values.set(column.field.id, readCell(cell, column, say));
  }
  return values;
}

function readCell(cell: Cell, column: ColumnReader, say: Saying): string | number | null {
  if (isTextual(column.field)) return readText(cell, column, say);
  switch (column.field.type) {
    case 'date':
      return readDate(cell, column, say);
    case 'boolean':
      return readBoolean(cell, column, say);
    default: {
      const value = readNumber(cell, column, say);
      // Told as out of bounds, and no figure of these tables is looked at by anything later: it must not enter a sum.
      const { min, max } = column.field;
      return (min !== null && value < min) || (max !== null && value > max) ? null : value;
    }
  }
}
