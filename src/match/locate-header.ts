import type { Row } from '../model/cell.js';
import type { Merge } from '../model/table.js';
import { cellText, looksLikeId, looksLikeNumber } from './cell-text.js';
import type { FieldIndex } from './field-index.js';
import { readHeader, unitOf } from './read-header.js';

/** One column's header as it stands over the data. */
export interface HeaderColumn {
  readonly index: number;
  /** Texts from the top down, without repetition, units and codes aside. */
  readonly texts: readonly string[];
  readonly code: string | null;
  readonly unitRow: string | null;
}

export interface HeaderBlock {
  /** 1-based row numbers, inclusive. */
  readonly from: number;
  readonly to: number;
  readonly columns: readonly HeaderColumn[];
  /** Rows above the header, with their reason. */
  readonly above: readonly Row[];
  /** How many distinct fields the best row names, and whether the id is among them. */
  readonly fields: number;
}

/** A header stands within the first 30 rows; titles above it, one to three rows of it, code and unit rows below. */
const headerWithin = 30;
const codeText = /^[a-z]{1,3}\d{1,4}(?:_\d{1,2})?$/i;
const noUnit = /^(?:没有单位|无单位|无|-|—|\/)$/;
const ordinal = /^(?:[甲乙丙丁戊己庚辛]|\(?\d{1,3}\)?|[①-⑳])$/;

/**
 * Finds the header among the first rows of a sheet, or at the row given (`at`), or null where no row looks like one.
 * `rows` are the first non-blank rows. Cost: the fold of some dozen cells in at most 30 rows.
 */
export function locateHeader(
  rows: readonly Row[],
  merges: readonly Merge[],
  index: FieldIndex,
  at?: number,
): HeaderBlock | null {
  const grid = new Grid(rows, merges);
  const base = at ?? bestRow(rows, grid, index);
  if (base < 0) return null;
  const first = at === undefined ? extendUp(rows, base, grid, merges) : base;
  const last = extendDown(rows, base, grid, merges, index);
  const block = rows.slice(first, last + 1);
  const from = rows[first]!.number;
  return {
    from,
    to: rows[last]!.number,
    columns: readColumns(block, base - first, grid, index),
    above: rows.slice(0, first),
    fields: matched(rows[base]!, grid, index),
  };
}

/** The header that stands in the rows given (1-based, inclusive), whether or not it looks like one. */
export function headerAt(
  rows: readonly Row[],
  merges: readonly Merge[],
  index: FieldIndex,
  from: number,
  to: number,
): HeaderBlock | null {
  const grid = new Grid(rows, merges);
  const block = rows.filter((row) => row.number >= from && row.number <= to);
  if (block.length === 0) return null;
  const named = block.map((row) => matched(row, grid, index));
  const base = named.indexOf(Math.max(...named));
  const above = rows.filter((row) => row.number < from);
  return { from, to, columns: readColumns(block, base, grid, index), above, fields: named[base]! };
}

/** Text of cells with merged ranges filled from their first cell. */
class Grid {
  private readonly byRow = new Map<number, Row>();
  readonly merged: boolean;
  constructor(
    rows: readonly Row[],
    private readonly merges: readonly Merge[],
  ) {
    this.merged = merges.length > 0;
    for (const row of rows) this.byRow.set(row.number, row);
  }

  own(row: Row, column: number): string {
    return cellText(row.cells[column]);
  }

  filled(row: Row, column: number): string {
    const own = this.own(row, column);
    if (own !== '') return own;
    const merge = this.covering(row, column);
    if (merge === undefined) return '';
    const top = this.byRow.get(merge.top + 1);
    return top === undefined ? '' : this.own(top, merge.left);
  }

  covering(row: Row, column: number): Merge | undefined {
    const y = row.number - 1;
    return this.merges.find((m) => m.top <= y && y <= m.bottom && m.left <= column && column <= m.right);
  }
}

const filledCells = (row: Row, grid: Grid): string[] =>
  row.cells.map((_, column) => grid.own(row, column)).filter((text) => text !== '');

function matched(row: Row, grid: Grid, index: FieldIndex): number {
  const seen = new Set<string>();
  for (let column = 0; column < row.cells.length; column++) {
    const text = grid.own(row, column);
    if (text === '' || text.length > 120) continue;
    const known =
      index.code(text.trim()) ??
      readHeader(text, index.year)
        .keys.map((key) => index.find(key))
        .find((one) => one !== null);
    if (known) seen.add(known.field.id);
  }
  return seen.size;
}

/** The row that names most fields; where none names any, the first that reads like a header over data. */
function bestRow(rows: readonly Row[], grid: Grid, index: FieldIndex): number {
  let best = -1;
  let most = 0;
  for (let i = 0; i < rows.length && rows[i]!.number <= headerWithin; i++) {
    const count = matched(rows[i]!, grid, index);
    if (count > most) {
      most = count;
      best = i;
    }
  }
  if (best >= 0 && (most >= 2 || filledCells(rows[best]!, grid).length >= 2)) return best;
  for (let i = 0; i < rows.length && rows[i]!.number <= headerWithin; i++) {
    const texts = filledCells(rows[i]!, grid);
    if (
      texts.length >= 2 &&
      texts.filter(looksLikeNumber).length <= texts.length / 2 &&
      !isTitle(rows[i]!, grid)
    )
      return i;
  }
  return -1;
}

/** One text alone, or a few that state something. */
const isTitle = (row: Row, grid: Grid): boolean => {
  const texts = filledCells(row, grid);
  return new Set(texts).size <= 1 || isStatement(texts);
};

/** 填报单位：…, 单位：万元, 日期：… */
const isStatement = (texts: readonly string[]): boolean =>
  texts.length <= 4 &&
  texts.some(
    (text) =>
      /^(?!其中).*[:：]/s.test(text) || /^(?:金额|计量|货币)?单位\s*[百千万亿]*(?:元|美元)/.test(text),
  );

function isDataLike(row: Row, grid: Grid): boolean {
  return row.cells.some((cell, column) => {
    const text = grid.own(row, column);
    return text !== '' && (typeof cell === 'number' || looksLikeId(text) || looksLikeNumber(text));
  });
}

function extendUp(rows: readonly Row[], base: number, grid: Grid, merges: readonly Merge[]): number {
  let first = base;
  while (first > 0 && base - first < 2) {
    const row = rows[first - 1]!;
    if (row.number !== rows[first]!.number - 1 || isDataLike(row, grid)) break;
    const y = row.number - 1;
    const joined = merges.some((m) => m.top <= y && m.bottom > y);
    // A group's name is merged over some columns inside the sheet; a title begins at its left edge.
    const grouped = merges.some((m) => m.top === y && m.bottom === y && m.right > m.left && m.left > 0);
    const texts = filledCells(row, grid);
    const names = texts.length >= 2 || grouped;
    if (!joined && (!names || isStatement(texts) || (isTitle(row, grid) && !grouped))) break;
    first--;
  }
  return first;
}

function extendDown(
  rows: readonly Row[],
  base: number,
  grid: Grid,
  merges: readonly Merge[],
  index: FieldIndex,
): number {
  let last = base;
  while (last + 1 < rows.length && last - base < 3) {
    const row = rows[last + 1]!;
    if (row.number !== rows[last]!.number + 1) break;
    const y = row.number - 1;
    const texts = filledCells(row, grid);
    const half = texts.length / 2;
    const codes = texts.filter(
      (text) => codeText.test(text.trim()) || index.code(text.trim()) !== null,
    ).length;
    const unitCells = texts.filter((text) => unitOf(text) !== null || noUnit.test(text)).length;
    const special = texts.length >= 2 && (codes > half || unitCells > half || isNumbering(texts));
    const joined = merges.some((m) => m.top < y && m.bottom >= y);
    if (!special && isDataLike(row, grid)) break;
    const leaves = grid.merged ? isUnderGroup(row, y, merges, grid) : isLeafRow(rows[last]!, row, grid);
    if (!(special || joined || leaves)) break;
    last++;
  }
  return last;
}

/** 甲 乙 1 2 3: the numbering row of statistical forms. */
function isNumbering(texts: readonly string[]): boolean {
  if (!texts.every((text) => ordinal.test(text.trim()))) return false;
  const numbers = texts.map((text) => Number(text.replace(/\D/g, ''))).filter((n) => n > 0);
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

/** Names under a group that is merged over several columns of the row above. */
const isUnderGroup = (row: Row, y: number, merges: readonly Merge[], grid: Grid): boolean =>
  filledCells(row, grid).length >= 2 &&
  merges.some(
    (m) =>
      m.bottom === y - 1 && m.right > m.left && grid.own(row, m.left) !== '' && grid.own(row, m.right) !== '',
  );

/** A CSV has no merges: a leaf row stands where the row above has a name with blanks to its right. */
function isLeafRow(above: Row, row: Row, grid: Grid): boolean {
  const width = Math.max(above.cells.length, row.cells.length);
  let leaves = 0;
  for (let column = 0; column < width; column++) {
    if (grid.own(row, column) !== '' && grid.own(above, column) === '') leaves++;
  }
  const texts = filledCells(row, grid);
  return (
    leaves > 0 &&
    texts.length >= 2 &&
    grid.own(above, 0) !== '' &&
    grid.own(row, 0) === '' &&
    !isTitle(row, grid)
  );
}

function readColumns(block: readonly Row[], base: number, grid: Grid, index: FieldIndex): HeaderColumn[] {
  const width = Math.max(...block.map((row) => row.cells.length));
  const kinds = block.map((row, i) => (i === base ? 'names' : rowKind(filledCells(row, grid), index)));
  const columns: HeaderColumn[] = [];
  const carried: string[] = block.map(() => '');
  for (let column = 0; column < width; column++) {
    const texts: string[] = [];
    let code: string | null = null;
    let unitRow: string | null = null;
    block.forEach((row, i) => {
      const own = grid.own(row, column);
      if (own !== '') carried[i] = own;
      let text = grid.filled(row, column);
      if (kinds[i] === 'codes') code = text === '' ? null : text.trim();
      else if (kinds[i] === 'units') unitRow = text === '' ? null : text;
      else if (kinds[i] === 'names') {
        // Without merges a group's name stands only over its first column.
        const below = block[i + 1];
        if (
          text === '' &&
          !grid.merged &&
          below !== undefined &&
          kinds[i + 1] === 'names' &&
          grid.own(below, column) !== ''
        )
          text = carried[i]!;
        const plain = text.replace(/\s+/g, ' ').trim();
        if (plain !== '' && plain !== texts.at(-1)) texts.push(plain);
      }
    });
    columns.push({ index: column, texts, code, unitRow });
  }
  return columns;
}

function rowKind(texts: readonly string[], index: FieldIndex): 'names' | 'codes' | 'units' | 'numbering' {
  const half = texts.length / 2;
  if (texts.length >= 2 && isNumbering(texts)) return 'numbering';
  if (
    texts.length > 0 &&
    texts.filter((text) => codeText.test(text.trim()) || index.code(text.trim()) !== null).length > half
  )
    return 'codes';
  if (texts.length > 0 && texts.filter((text) => unitOf(text) !== null || noUnit.test(text)).length > half)
    return 'units';
  return 'names';
}
