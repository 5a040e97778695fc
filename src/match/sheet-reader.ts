// Long because it is one state machine: every row passes through `take`, and what it may still be is held here.
import { columnName, type Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { Finding } from '../model/finding.js';
import type { Mapping, Piece, SkipReason } from '../model/mapping.js';
import type { Sheet, Wanted } from '../model/table.js';
import type { FieldIndex } from './field-index.js';
import { textsOf } from './grid.js';
import { type HeaderBlock, headerAt, locateHeader } from './locate-header.js';
import { looksLikeId } from './looks-like.js';
import { isAboutId, mapTable } from './map-table.js';
import type { GivenTable } from './mapping-file.js';
import { allMergedDown, type MergedDown, mergedDown, wordColumns } from './merged-down.js';
import { fieldsIn, namesFirms, namesId } from './named-fields.js';
import { repeatedRows } from './repeated-rows.js';
import { tellSecond } from './tell-header.js';
import { titleRowsAbove } from './title-rows.js';
import { type TitleUnit, titleUnitIn } from './title-unit.js';
import { wantedColumns } from './wanted-columns.js';

/** Rows without an id that are held back: a second table's titles and group names are among them, if it has any. */
const looseRows = 6;

/** Holds where in the sheet we are: the mapping in force, or none; rows that may head another table. */
export class SheetReader {
  private mapping: Mapping | null = null;
  private idColumn = -1;
  /** Columns that are read of a firm's row; null: all. */
  private columns: Uint8Array | null = null;
  /** Codes that are merged over several rows; null where there are none. */
  private idMerges: MergedDown | null = null;
  /** Words that are merged over several firms, like a district; null where there are none. */
  private wordMerges: MergedDown | null = null;
  private nameColumn = -1;
  /** Rows that may be the start of another header: it can take two more rows to see. */
  private pending: Row[] = [];
  /** The last rows without an id: they may be the titles of a header that is still to come. */
  private loose: Row[] = [];
  /** The unit that the last title states: it holds for later tables that state none. */
  private stated: TitleUnit | null = null;
  /** Under a header that has no column of ids: such rows are no firms. */
  private outside = false;
  /** What looked like a header where no table of firms was found. */
  private guess: HeaderBlock | null = null;
  /** Rows of no table that hold a credit code all the same. */
  private idRows = 0;
  /** A header was found and refused: that is said already. */
  private refused = false;

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
    const above = block?.above ?? [];
    // Names of fields above the header that was taken: a table without ids stands there.
    const other = first === undefined ? above.find((row) => fieldsIn(row, this.index) >= 2) : undefined;
    const titles = other === undefined || block === null ? above : titleRowsAbove(above, block.from);
    const table = block === null ? null : this.map(block, head, titles, first);
    if (block === null || table === null) {
      this.guess = block;
      yield* this.take(head);
      return;
    }
    for (const row of above) {
      // Firms under a header that nothing recognised, and further down a header that was.
      if (holdsFirm(row)) this.idRows += 1;
      if (row === other) yield this.leaveTable(row);
      else yield this.skipped(row, this.outside && !titles.includes(row) ? 'not-a-table' : 'title');
    }
    yield* this.enter(table, block, head);
    yield* this.take(head.filter((row) => row.number > block.to));
  }

  *take(rows: readonly Row[]): Generator<Piece> {
    let data: Row[] = [];
    for (const given of rows) {
      const coded = this.idMerges === null ? given : this.idMerges.fill(given);
      const row = this.wordMerges === null ? coded : this.worded(coded, this.wordMerges);
      if (this.pending.length > 0 || this.mayBeHeader(row)) {
        if (data.length > 0) yield { kind: 'rows', rows: data };
        data = [];
        this.pending.push(row);
        if (this.pending.length === 4) yield* this.decide();
      } else if (this.mapping !== null && this.isFirm(row)) {
        this.outside = false;
        for (const one of this.loose) data.push(one);
        this.loose = [];
        data.push(row);
      } else if (this.outside) {
        if (holdsFirm(row)) this.idRows += 1;
        yield this.skipped(row, 'not-a-table');
      } else {
        this.loose.push(row);
        if (this.loose.length <= looseRows) continue;
        const early = this.loose.shift()!;
        if (this.mapping === null) yield this.skipped(early, this.reasonOf(early));
        else data.push(early);
      }
    }
    if (data.length > 0) yield { kind: 'rows', rows: data };
  }

  /** Between two batches: what the reader must still give. Every cell while a row may be a header. */
  want(wanted: Wanted): void {
    wanted.id = this.idColumn;
    wanted.columns = this.pending.length > 0 ? null : this.columns;
  }

  *end(): Generator<Piece> {
    while (this.pending.length > 0) yield* this.decide();
    yield* this.letGo(this.loose);
    if (this.idRows === 0 || (this.mapping === null && this.refused)) return;
    this.findings.add(
      'sheet.no-header',
      { file: this.sheet.file, sheet: this.sheet.name },
      { rows: this.idRows },
    );
  }

  /** Rows that were held back and head no table: they belong to the table above, or to none. */
  private *letGo(rows: readonly Row[]): Generator<Piece> {
    this.loose = [];
    if (this.mapping === null) for (const row of rows) yield this.skipped(row, this.reasonOf(row));
    else if (rows.length > 0) yield { kind: 'rows', rows };
  }

  /** Where no table of firms was found: what a row is beside the header that was guessed. */
  private reasonOf(row: Row): SkipReason {
    if (holdsCode(row)) this.idRows += 1;
    if (this.guess === null) return 'not-a-table';
    if (row.number < this.guess.from) return 'title';
    if (row.number <= this.guess.to) return 'header';
    const filled = row.cells.map(cellText).filter((text) => text !== '');
    return filled.length === 1 ? 'note' : 'not-a-table';
  }

  /** The id cell holds an id, or a number that may have been one. Without an id column every row is data. */
  private isFirm(row: Row): boolean {
    if (this.idColumn < 0) return true;
    const id = row.cells[this.idColumn];
    return typeof id === 'number' ? id >= 1e8 : typeof id === 'string' && looksLikeId(id);
  }

  /** What is merged down is said of firms: a subtotal or a note between them stays as it is, or it would not be known. */
  private worded(row: Row, merges: MergedDown): Row {
    const filled = merges.fill(row);
    return this.isFirm(row) || firmName.test(cellText(row.cells[this.nameColumn])) ? filled : row;
  }

  /** A header names the id field; a row whose id cell holds an id cannot be one. */
  private mayBeHeader(row: Row): boolean {
    if (this.idColumn >= 0 && this.isFirm(row)) return false;
    if (this.given.some((one) => one.headerFrom === row.number)) return true;
    return (
      namesId(row, this.index) || (this.mapping !== null && !this.outside && fieldsIn(row, this.index) >= 2)
    );
  }

  /** The first pending row is a header, the same header again, or a row like any other. */
  private *decide(): Generator<Piece> {
    const rows = this.pending;
    this.pending = [];
    const first = rows[0]!;
    const repeats =
      this.mapping === null || this.unitChanges(first)
        ? 0
        : repeatedRows(rows, this.mapping, this.sheet.merges, this.index);
    if (repeats > 0) {
      yield* this.letGo(this.loose);
      this.outside = false;
      for (const row of rows.slice(0, repeats)) yield this.skipped(row, 'header');
      yield* this.take(rows.slice(repeats));
      return;
    }
    const given = this.given.find((one) => one.headerFrom === first.number);
    const above = given === undefined ? this.loose : [];
    const block =
      given === undefined
        ? locateHeader([...above, ...rows], this.sheet.merges, this.index, above.length)
        : headerAt(rows, this.sheet.merges, this.index, given.headerFrom, given.headerTo);
    const titles = block === null ? [] : titleRowsAbove(above, block.from);
    const table =
      block === null || (given === undefined && block.fields < this.fieldsOfHeader)
        ? null
        : this.map(block, rows, titles, given);
    if (block === null || table === null) {
      const other = given === undefined && this.isOther(rows);
      yield* this.letGo(other ? this.loose : [...this.loose, first]);
      if (other) yield this.leaveTable(first);
      yield* this.take(rows.slice(1));
      return;
    }
    if (this.mapping !== null && given === undefined) tellSecond(table, this.findings);
    const held = this.loose.filter((row) => row.number < block.from && !titles.includes(row));
    yield* this.letGo(held);
    for (const row of titles) yield this.skipped(row, 'title');
    yield* this.enter(table, block, [...above, ...rows]);
    yield* this.take(rows.filter((row) => row.number > block.to));
  }

  /** A header without a column of ids, and no row under it that still has one where the table above has its own. */
  private isOther(rows: readonly Row[]): boolean {
    const [first, ...below] = rows;
    const next = below.findIndex((row) => namesId(row, this.index));
    return (
      this.mapping !== null &&
      this.idColumn >= 0 &&
      fieldsIn(first!, this.index) >= 2 &&
      !below.slice(0, next < 0 ? below.length : next).some((row) => this.isFirm(row))
    );
  }

  /** Rows from here on are of a table that has no ids; said, and an error where it names firms. */
  private leaveTable(row: Row): Piece {
    this.outside = true;
    const headers = row.cells.map(cellText).filter((text) => text !== '');
    const firms = namesFirms(row, this.index);
    const at = { file: this.sheet.file, sheet: this.sheet.name, row: row.number };
    this.findings.add('sheet.other-table', at, { headers }, { severity: firms ? 'error' : 'warning' });
    return this.skipped(row, 'not-a-table');
  }

  /** Fields that a header names at least. Under a list's own header one is no more: a cell may say 企业 of each firm. */
  private get fieldsOfHeader(): number {
    return this.index.isList && this.mapping === null ? 1 : 2;
  }

  private skipped(row: Row, reason: SkipReason): Piece {
    const { file, name } = this.sheet;
    const at = { file, sheet: name, row: row.number, ...(row.line > 0 ? { line: row.line } : {}) };
    return { kind: 'skipped', at, reason };
  }

  /** Titles over a row state another unit than the one in force: what looks like the same header is not. */
  private unitChanges(row: Row): boolean {
    const unit = titleUnitIn(titleRowsAbove(this.loose, row.number))?.unit;
    return unit !== undefined && unit !== this.stated?.unit;
  }

  private *enter(mapping: Mapping, block: HeaderBlock, rows: readonly Row[]): Generator<Piece> {
    this.mapping = mapping;
    this.outside = false;
    this.idColumn = mapping.columns.find((column) => column.field === this.index.plan.idField)?.index ?? -1;
    this.columns = wantedColumns(mapping, this.index);
    this.idMerges = mergedDown(this.sheet.merges, this.idColumn, mapping.headerTo);
    this.mergeWords(mapping);
    yield { kind: 'table', mapping };
    for (const row of rows) {
      if (row.number >= block.from && row.number <= block.to) yield this.skipped(row, 'header');
    }
  }

  private mergeWords({ columns, headerTo }: Mapping): void {
    const { plan } = this.index;
    const columnOf = new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index]])));
    this.nameColumn = columnOf.get(plan.nameField ?? '') ?? -1;
    const merged = wordColumns(plan, columnOf).filter(
      (column) => mergedDown(this.sheet.merges, column, headerTo) !== null,
    );
    this.wordMerges = allMergedDown(this.sheet.merges, merged, headerTo);
    if (merged.length === 0) return;
    const headers = columns.filter(({ index }) => merged.includes(index)).map(({ header }) => header);
    this.findings.add('header.merged-down', { file: this.sheet.file, sheet: this.sheet.name }, { headers });
  }

  /** The mapping of a header, or null where it heads no table of firms. */
  private map(
    block: HeaderBlock,
    rows: readonly Row[],
    above: readonly Row[],
    given?: GivenTable,
  ): Mapping | null {
    const { sheet, index } = this;
    const stated = titleUnitIn(above) ?? this.stated;
    const { mapping, doubts } = mapTable({
      sheet,
      index,
      block,
      rows,
      titles: textsOf(above),
      stated,
      given,
    });
    if (mapping !== null) this.stated = stated;
    if (mapping !== null || given !== undefined) this.findings.all.push(...doubts);
    else for (const one of doubts) if (isAboutId(one, index)) this.refuse(one);
    return mapping;
  }

  /** A header that was refused may be looked at again. */
  private refuse(one: Finding): void {
    this.refused = true;
    const same = JSON.stringify(one);
    if (!this.findings.all.some((known) => known.id === one.id && JSON.stringify(known) === same))
      this.findings.all.push(one);
  }

  private tellGone({ headerFrom, columns }: GivenTable): void {
    const at = { file: this.sheet.file, sheet: this.sheet.name };
    const { index = 0, header = '' } = columns.find((one) => one.field !== null) ?? {};
    const args = { column: columnName(index), expected: header, found: '', row: headerFrom };
    this.findings.add('header.mapping-changed', at, args);
  }
}

/** Half width and without the blanks and quotes that people write around it; a resident's number is no firm's. */
const holdsCode = (row: Row): boolean =>
  row.cells.some((cell) => {
    if (typeof cell !== 'string' || cell.length < 18 || cell.length > 24) return false;
    const text = cell
      .normalize('NFKC')
      .replace(/[\s'"=]/g, '')
      .toUpperCase();
    return creditCode.test(text) && !residentNumber.test(text);
  });

/** A title may quote one code; a firm's row says more of it. */
const holdsFirm = (row: Row): boolean =>
  holdsCode(row) && row.cells.filter((cell) => cellText(cell) !== '').length >= 3;

const firmName = /(?:公司|集团|企业|厂|中心|合作社|研究院|研究所|事务所|合伙[)）]?)$/;
const creditCode = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const residentNumber = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
