import type { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import type { Firms, SkippedRow, TableRef } from '../model/firms.js';
import type { Mapping, Piece } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition, RowPosition } from '../model/position.js';
import { classifyRow } from './classify-row.js';
import { GrowingInts } from './columns.js';
import { finishFirms } from './finish-firms.js';
import { type FieldStore, fieldStore, isTextual } from './firm-store.js';
import {
  type ColumnReader,
  readBoolean,
  readDate,
  readNumber,
  readText,
  type Saying,
  shiftOf,
  visible,
} from './read-cell.js';
import { readId } from './read-id.js';

/** Takes the pieces of all sheets in reading order, then gives the firms. Memory: a typed cell a firm and field. */
export interface Intake {
  take(piece: Piece): void;
  finish(): Firms;
}

/** A table under reading: its columns made ready, and where id and name stand. */
interface Table {
  readonly ref: TableRef;
  readonly index: number;
  readonly columns: readonly ColumnReader[];
  readonly stores: readonly FieldStore[];
  readonly id: number;
  readonly name: number;
  /** Cells a record must have; 0 in workbooks, where rows have no width. */
  readonly width: number;
  /** Columns that hold a plain running number. */
  readonly serial: ReadonlySet<number>;
  /** Set where rows are added up: only then a whole row said twice can be told from two rows alike. */
  readonly seen: Set<string> | null;
}

export function takeIn(plan: Plan, findings: Findings): Intake {
  const blanks: ReadonlySet<string> = new Set(plan.blanks);
  const needed = new Set([...plan.reads, plan.idField]);
  const stores = new Map<string, FieldStore>();
  const tables: Table[] = [];
  const skipped: SkippedRow[] = [];
  const rows = {
    table: new GrowingInts(),
    number: new GrowingInts(),
    line: new GrowingInts(),
    firm: new GrowingInts(),
    superseded: new GrowingInts(),
  };
  const ids: (string | null)[] = [];
  const rejected: boolean[] = [];
  const byId = new Map<string, number>();
  const firstRow = new GrowingInts();
  /** (firm, field) → row, where a later row of the firm gave the value. */
  const origins = new Map<string, number>();
  let table: Table | null = null;

  const begin = (mapping: Mapping): Table => {
    const columns: ColumnReader[] = [];
    for (const column of mapping.columns) {
      const field = column.field === null ? undefined : plan.fields.get(column.field);
      if (field === undefined || field.id === plan.idField) continue;
      columns.push({
        index: column.index,
        field,
        shift: shiftOf(column.unit),
        unit: column.unit,
        needed: needed.has(field.id),
      });
      if (!stores.has(field.id)) stores.set(field.id, fieldStore(field));
    }
    const at = (id: string | null) =>
      mapping.columns.find((column) => id !== null && column.field === id)?.index ?? -1;
    return {
      index: tables.length,
      ref: {
        file: mapping.file,
        sheet: mapping.sheet,
        headerFrom: mapping.headerFrom,
        headerTo: mapping.headerTo,
        columnOf: new Map(
          mapping.columns.flatMap((one) => (one.field === null ? [] : [[one.field, one.index] as const])),
        ),
      },
      columns,
      stores: columns.map((column) => stores.get(column.field.id)!),
      id: at(plan.idField),
      name: at(plan.nameField),
      width: Math.max(0, ...mapping.columns.filter((one) => one.header !== '').map((one) => one.index + 1)),
      serial: new Set(
        mapping.columns.filter((one) => /^(?:序号|编号|no\.?|#)$/i.test(one.header)).map((one) => one.index),
      ),
      seen: columns.some((column) => column.field.combine === 'sum') ? new Set() : null,
    };
  };

  const rowAt = (from: Table, row: Row): RowPosition => ({
    file: from.ref.file,
    sheet: from.ref.sheet,
    row: row.number,
    ...(row.line > 0 ? { line: row.line } : {}),
  });

  const keep = (from: Table, row: Row, firm: number): number => {
    rows.table.push(from.index);
    rows.number.push(row.number);
    rows.line.push(row.line);
    rows.firm.push(firm);
    rows.superseded.push(0);
    return rows.firm.count - 1;
  };

  const newFirm = (id: string | null): number => {
    const firm = ids.length;
    ids.push(id);
    rejected.push(false);
    firstRow.push(rows.firm.count);
    if (id !== null) byId.set(id, firm);
    return firm;
  };

  const takeRow = (from: Table, row: Row) => {
    const read = readId(row.cells[from.id], plan.identity.accepts);
    if (read.kind !== 'id') {
      const left = classifyRow(row, from.name);
      if (left !== null) {
        findings.add('row.left-out', rowAt(from, row), { reason: left.reason, text: visible(left.text) });
        skipped.push({ at: rowAt(from, row), reason: left.reason });
        return;
      }
    }
    const known = read.kind === 'id' ? byId.get(read.id) : undefined;
    const firm = known ?? newFirm(read.kind === 'id' ? read.id : null);
    const before = findings.all.length;
    const idAt = (): CellPosition => ({ ...rowAt(from, row), column: from.id });
    const label = from.name < 0 ? '' : visible(String(row.cells[from.name] ?? ''));
    switch (read.kind) {
      case 'id':
        if (read.changed)
          findings.add('cell.id-normalised', idAt(), { raw: visible(read.raw), id: read.id }, { firm });
        if (!read.check)
          findings.add(
            'cell.id-check',
            idAt(),
            { raw: read.id },
            { firm, severity: plan.identity.checkCharacter },
          );
        break;
      case 'blank':
        findings.add('cell.id-missing', idAt(), { name: label }, { firm });
        break;
      case 'error':
        if (read.raw === '') findings.add('cell.formula-empty', idAt(), { field: idName() }, { firm });
        else findings.add('cell.error-value', idAt(), { code: read.raw, field: idName() }, { firm });
        break;
      case 'wrong-length':
        findings.add(
          'cell.id-wrong-length',
          idAt(),
          { raw: visible(read.raw), length: read.raw.trim().length },
          { firm },
        );
        break;
      default:
        findings.add(`cell.id-${read.kind}`, idAt(), { raw: visible(read.raw) }, { firm });
    }
    checkWidth(from, row, firm);
    fill(from, row, firm, known !== undefined);
    for (let i = before; i < findings.all.length; i++) {
      const one = findings.all[i]!;
      if (one.severity === 'error' && one.firm !== null) rejected[one.firm] = true;
    }
  };

  const idName = () => plan.fields.get(plan.idField)?.name.zh ?? plan.idField;

  /** A CSV record that is longer than its header has something beyond it; a shorter one lost its end. */
  const checkWidth = (from: Table, row: Row, firm: number) => {
    if (row.trouble !== undefined) {
      // The reader said what is wrong with the record; here it finds its firm, which cannot be scored.
      findings.attach(rowAt(from, row), firm);
      rejected[firm] = true;
      return;
    }
    if (row.fields === undefined) return;
    const { fields } = row;
    const beyond = row.cells.slice(from.width).some((cell) => cell !== null && cell !== '');
    const lost = fields < from.width && from.columns.some((one) => one.needed && one.index >= fields);
    if (!beyond && !lost) return;
    findings.add('row.wrong-width', rowAt(from, row), { cells: fields, expected: from.width }, { firm });
  };

  const fill = (from: Table, row: Row, firm: number, again: boolean) => {
    const { columns } = from;
    const index = keep(from, row, firm);
    let column: ColumnReader;
    const say: Saying = { at: () => ({ ...rowAt(from, row), column: column.index }), firm, findings, blanks };
    let added = !again;
    let differs = false;
    let repeats = false;
    const twice = from.seen !== null && !isNew(from, row, firm);
    for (let i = 0; i < columns.length; i++) {
      column = columns[i]!;
      const cell = row.cells[column.index];
      if (cell === null || cell === undefined || cell === '') continue;
      const store = from.stores[i]!;
      const { type } = column.field;
      let filled: ReturnType<FieldStore['putNumber']>;
      let raw: string | null = null;
      if (isTextual(column.field)) {
        raw = readText(cell, column, say);
        filled = store.putText(firm, raw);
      } else {
        const value =
          type === 'number'
            ? readNumber(cell, column, say)
            : type === 'date'
              ? readDate(cell, column, say)
              : readBoolean(cell, column, say);
        if (twice && column.field.combine === 'sum') continue;
        filled = store.putNumber(firm, value);
        if (filled === 'differs') raw = String(value);
      }
      if (filled === 'nothing') continue;
      if (filled === 'same') {
        repeats ||= column.field.id !== plan.nameField;
        continue;
      }
      if (filled === 'added') {
        added = true;
        if (again) origins.set(`${firm} ${column.field.id}`, index);
        continue;
      }
      differs = true;
      contradict(column, firm, say, store.shown(firm), raw ?? '');
    }
    // A row of another form that is blank for this firm repeats nothing: it is no second copy.
    if (
      again &&
      !added &&
      !differs &&
      (repeats || sameFields(from.ref, tables[rows.table.get(firstRow.get(firm))]!.ref))
    ) {
      rows.superseded.set(index, 1);
      const first = firstRow.get(firm);
      const note = { id: 'first-seen' as const, at: positionOf(first) };
      findings.add('row.duplicate', rowAt(from, row), { id: ids[firm] ?? '' }, { firm, notes: [note] });
    }
  };

  const isNew = (from: Table, row: Row, firm: number): boolean => {
    const key = `${firm}\u0000${row.cells.map((cell, i) => (from.serial.has(i) ? '' : JSON.stringify(cell))).join('\u0000')}`;
    if (from.seen!.has(key)) return false;
    from.seen!.add(key);
    return true;
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

  const positionOf = (row: number): RowPosition => {
    const { ref } = tables[rows.table.get(row)]!;
    const line = rows.line.get(row);
    return { file: ref.file, sheet: ref.sheet, row: rows.number.get(row), ...(line > 0 ? { line } : {}) };
  };

  /** While reading: the row that gave the value, else the firm's first row if its table has the field. */
  const cellOf = (firm: number, field: string): CellPosition | null => {
    const row = origins.get(`${firm} ${field}`) ?? firstRow.get(firm);
    const column = tables[rows.table.get(row)]!.ref.columnOf.get(field);
    return column === undefined ? null : { ...positionOf(row), column };
  };

  return {
    take(piece) {
      switch (piece.kind) {
        case 'table':
          table = begin(piece.mapping);
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
        rows: {
          count: rows.firm.count,
          table: rows.table.take(),
          number: rows.number.take(),
          line: rows.line.take(),
          firm: rows.firm.take(),
          superseded: rows.superseded.take(),
        },
        skipped,
        origins,
      }),
  };
}

const sameFields = (a: TableRef, b: TableRef): boolean =>
  a.columnOf.size === b.columnOf.size && [...a.columnOf.keys()].every((field) => b.columnOf.has(field));
