import { columnName, Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import type { MappedColumn, Mapping, Piece, SkipReason } from '../model/mapping.js';
import type { SheetPosition } from '../model/position.js';
import type { Sheet } from '../model/table.js';
import { applyGiven } from './apply-given.js';
import { assignFields } from './assign-fields.js';
import { cellText, looksLikeId } from './cell-text.js';
import type { FieldIndex } from './field-index.js';
import { type HeaderBlock, headerAt, locateHeader } from './locate-header.js';
import type { GivenTable } from './mapping-file.js';
import { fold, readHeader, titleUnit } from './read-header.js';

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
  let head: Row[] | null = [];
  for await (const batch of sheet.rows()) {
    if (head === null) {
      yield* reader.take(batch);
      continue;
    }
    head.push(...batch);
    if (head.length >= headRows) {
      yield* reader.begin(head);
      head = null;
    }
  }
  if (head !== null) yield* reader.begin(head);
  yield* reader.end();
}

/** Holds where in the sheet we are: the mapping in force, or none. */
class SheetReader {
  private mapping: Mapping | null = null;
  private idColumn = -1;
  /** Rows that may be the start of another header: it can take two more rows to see. */
  private pending: Row[] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly index: FieldIndex,
    private readonly findings: Findings,
    /** Tables of this sheet that a person saved: where their headers stand, and what their columns are. */
    private readonly given: readonly GivenTable[],
  ) {}

  *begin(head: readonly Row[]): Generator<Piece> {
    const first = this.given[0];
    const block =
      first === undefined
        ? locateHeader(head, this.sheet.merges, this.index)
        : headerAt(head, this.sheet.merges, this.index, first.headerFrom, first.headerTo);
    if (first !== undefined && block === null) this.tellGone(first);
    const table = block === null ? null : this.map(block, head, first);
    if (block === null || table === null) {
      yield* this.take(head);
      return;
    }
    for (const row of block.above) yield this.skipped(row, 'title');
    yield* this.enter(table, block, head);
    yield* this.take(head.filter((row) => row.number > block.to));
  }

  *take(rows: readonly Row[]): Generator<Piece> {
    let data: Row[] = [];
    for (const row of rows) {
      if (this.pending.length > 0 || this.mayBeHeader(row)) {
        if (data.length > 0) yield { kind: 'rows', rows: data };
        data = [];
        this.pending.push(row);
        if (this.pending.length === 4) yield* this.decide();
      } else if (this.mapping === null) {
        yield this.skipped(row, 'not-a-table');
      } else data.push(row);
    }
    if (data.length > 0) yield { kind: 'rows', rows: data };
  }

  *end(): Generator<Piece> {
    while (this.pending.length > 0) yield* this.decide();
  }

  /** A header names the id field; a row whose id cell holds an id cannot be one. */
  private mayBeHeader(row: Row): boolean {
    if (this.idColumn >= 0) {
      const id = row.cells[this.idColumn];
      if (typeof id === 'string' && looksLikeId(id)) return false;
    }
    if (this.given.some((one) => one.headerFrom === row.number)) return true;
    return row.cells.some((cell) => {
      if (typeof cell !== 'string' || cell.length > 60) return false;
      return readHeader(cell, this.index.year).keys.some((key) => this.index.idKeys.has(key));
    });
  }

  /** The first pending row is a header, the same header again, or a row like any other. */
  private *decide(): Generator<Piece> {
    const rows = this.pending;
    this.pending = [];
    const first = rows[0]!;
    const repeats = this.repeatedRows(rows);
    if (repeats > 0) {
      for (const row of rows.slice(0, repeats)) yield this.skipped(row, 'header');
      yield* this.take(rows.slice(repeats));
      return;
    }
    const given = this.given.find((one) => one.headerFrom === first.number);
    const block =
      given === undefined
        ? locateHeader(rows, this.sheet.merges, this.index, 0)
        : headerAt(rows, this.sheet.merges, this.index, given.headerFrom, given.headerTo);
    const table =
      block === null || (given === undefined && block.fields < 2) ? null : this.map(block, rows, given);
    if (block === null || table === null) {
      if (this.mapping === null) yield this.skipped(first, 'not-a-table');
      else yield { kind: 'rows', rows: [first] };
      yield* this.take(rows.slice(1));
      return;
    }
    yield* this.enter(table, block, rows);
    yield* this.take(rows.filter((row) => row.number > block.to));
  }

  private skipped(row: Row, reason: SkipReason): Piece {
    const { file, name } = this.sheet;
    const at = { file, sheet: name, row: row.number, ...(row.line > 0 ? { line: row.line } : {}) };
    return { kind: 'skipped', at, reason };
  }

  /** How many of these rows say the present header again, as printed pages do. */
  private repeatedRows(rows: readonly Row[]): number {
    const mapping = this.mapping;
    if (mapping === null) return 0;
    const same = (row: Row) => {
      const seen = row.cells
        .map((cell, column) => ({ text: fold(cellText(cell)), column }))
        .filter((one) => one.text !== '');
      return (
        seen.length >= 2 &&
        seen.every(({ text, column }) => {
          const header = mapping.columns.find((one) => one.index === column)?.header ?? '';
          return header.split(' / ').some((part) => fold(part) === text);
        })
      );
    };
    let count = 0;
    while (count < rows.length && same(rows[count]!)) count++;
    return count;
  }

  private *enter(mapping: Mapping, block: HeaderBlock, rows: readonly Row[]): Generator<Piece> {
    this.mapping = mapping;
    this.idColumn = mapping.columns.find((column) => column.field === this.index.plan.idField)?.index ?? -1;
    yield { kind: 'table', mapping };
    for (const row of rows) {
      if (row.number >= block.from && row.number <= block.to) yield this.skipped(row, 'header');
    }
  }

  /** The mapping of a header, or null where it heads no table of firms: then its doubts do not matter either. */
  private map(block: HeaderBlock, rows: readonly Row[], given?: GivenTable): Mapping | null {
    const at = { file: this.sheet.file, sheet: this.sheet.name };
    const doubts = new Findings();
    const titles = titlesOf(block);
    const unit = titles.map(titleUnit).findLast((one) => one !== null) ?? this.titleUnitOf();
    const data = rows.filter((row) => row.number > block.to);
    const columns =
      given === undefined
        ? this.withId(assignFields(block.columns, unit, this.index, at, doubts), data, at, doubts)
        : applyGiven(given, block.columns, unit, this.index, at, doubts);
    const mapping: Mapping = { ...at, headerFrom: block.from, headerTo: block.to, columns, titles };
    const table = isTable(mapping, this.index);
    if (!table && given !== undefined)
      doubts.add('header.mapping-no-id', at, { id: this.index.plan.idField });
    if (table || given !== undefined) this.findings.all.push(...doubts.all);
    return table ? mapping : null;
  }

  private tellGone({ headerFrom, columns }: GivenTable): void {
    const at = { file: this.sheet.file, sheet: this.sheet.name };
    const { index = 0, header = '' } = columns.find((one) => one.field !== null) ?? {};
    const args = { column: columnName(index), expected: header, found: '', row: headerFrom };
    this.findings.add('header.mapping-changed', at, args);
  }

  /** A unit in the first table's title holds for a second table on the sheet that states none. */
  private titleUnitOf(): string | null {
    return this.mapping?.titles.map(titleUnit).findLast((one) => one !== null) ?? null;
  }

  /** Where no header names the id, a column that is full of ids is the id column, and that is said. */
  private withId(
    columns: readonly MappedColumn[],
    data: readonly Row[],
    at: SheetPosition,
    doubts: Findings,
  ) {
    const { idField } = this.index.plan;
    if (
      columns.some((column) => column.field === idField) ||
      columns.filter((one) => one.field !== null).length < 1
    )
      return columns;
    const found = columns.find((column) => column.field === null && isIdColumn(column.index, data));
    if (found === undefined) return columns;
    doubts.add('header.id-by-content', at, { header: found.header, column: columnName(found.index) });
    return columns.map((column) =>
      column === found ? { ...column, field: idField, by: 'content' as const, near: [] } : column,
    );
  }
}

function isIdColumn(column: number, data: readonly Row[]): boolean {
  const texts = data.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
  return (
    texts.length > 0 &&
    texts.filter((text) => /^[0-9A-HJ-NPQRTUWXY]{18}$/i.test(text)).length >= texts.length * 0.8
  );
}

const titlesOf = (block: HeaderBlock): string[] =>
  block.above.flatMap((row) => row.cells.map(cellText).filter((text) => text !== ''));

/** The id field and one more: anything less is no table of firms. */
export const isTable = (mapping: Mapping, index: FieldIndex): boolean => {
  const fields = mapping.columns.filter((column) => column.field !== null);
  return fields.length >= 2 && fields.some((column) => column.field === index.plan.idField);
};

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
  const titles = titlesOf(block);
  const unit = titles.map(titleUnit).findLast((one) => one !== null) ?? null;
  return {
    ...at,
    headerFrom: block.from,
    headerTo: block.to,
    columns: assignFields(block.columns, unit, index, at, findings),
    titles,
  };
}
