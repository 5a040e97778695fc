import type { Row } from '../model/cell.js';
import type { Merge } from '../model/table.js';
import { cellText, looksLikeId, looksLikeNumber } from './cell-text.js';
import type { FieldIndex } from './field-index.js';
import { readHeader, strangeMoney, unitOf } from './read-header.js';

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
const noUnit = /^(?:没有单位|无单位|无|-+|[—－―]+|\/|文本|字符|日期|单位|计量单位|金额单位)$/;
/** 甲, 1, (2), ③, 6=4/5. */
const ordinal = /^(?:[甲乙丙丁戊己庚辛]|[(（]?\d{1,3}[)）]?(?:\s*[=＝].*)?|[①-⑳])$/;
/** What stands before or between the numbers of a numbering row. */
const ordinalLabel = /^(?:栏次|行次|列次|序号|序|编号|代码|-+|[—－―]+)$/;
const requiredWord = /^[(（*]?(?:必填|选填|必选|可选|非必填|可不填|自动计算|系统生成)[)）]?$/;

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
  const first = extendUp(rows, base, grid, merges, index, at !== undefined);
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
  constructor(
    rows: readonly Row[],
    private readonly merges: readonly Merge[],
  ) {
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

  /** Whether cells of a row are merged side by side: then the merges say how far a group's name reaches. */
  spans(row: Row): boolean {
    const y = row.number - 1;
    return this.merges.some((m) => m.top <= y && y <= m.bottom && m.right > m.left);
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

/**
 * The row that names most fields, a row of codes only where no row of names is as good; where none names any, the
 * first that reads like a header over data. Behind the first row with an id under such a row, another table begins.
 */
function bestRow(rows: readonly Row[], grid: Grid, index: FieldIndex): number {
  let best = -1;
  let most = 0;
  for (let i = 0; i < rows.length && rows[i]!.number <= headerWithin; i++) {
    const row = rows[i]!;
    if (most >= 2 && holdsId(row, grid)) break;
    const codes = rowKind(filledCells(row, grid), index) === 'codes';
    const count = matched(row, grid, index) - (codes ? 0.5 : 0);
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

const holdsId = (row: Row, grid: Grid): boolean =>
  row.cells.some((cell, column) =>
    typeof cell === 'number' ? cell >= 1e14 : looksLikeId(grid.own(row, column)),
  );

/**
 * The title rows directly above a row, in order: one text alone or a statement like 单位：万元, no blank row between
 * them. Notes belong to what stands above.
 */
export function titleRowsAbove(rows: readonly Row[], below: number): Row[] {
  const grid = new Grid(rows, []);
  const titles: Row[] = [];
  for (const row of rows.filter((one) => one.number < below).reverse()) {
    const next = titles[0];
    if (next !== undefined && next.number !== row.number + 1) break;
    if (isDataLike(row, grid) || !isTitle(row, grid)) break;
    if (/^(?:注|备注|附注|说明)/.test(filledCells(row, grid)[0] ?? '')) break;
    titles.unshift(row);
  }
  return titles;
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
      /^(?!其中).*[:：]/s.test(text) || /^(?:金额|计量|货币)?单位\s*(?:[百千万亿]*(?:元|美元)|$)/.test(text),
  );

function isDataLike(row: Row, grid: Grid): boolean {
  return row.cells.some((cell, column) => {
    const text = grid.own(row, column);
    return text !== '' && (typeof cell === 'number' || looksLikeId(text) || looksLikeNumber(text));
  });
}

/** `below`: under another table's rows, where only what plainly is a group's name may belong to the header. */
function extendUp(
  rows: readonly Row[],
  base: number,
  grid: Grid,
  merges: readonly Merge[],
  index: FieldIndex,
  below: boolean,
): number {
  let first = base;
  while (first > 0 && base - first < 2) {
    const row = rows[first - 1]!;
    if (row.number !== rows[first]!.number - 1) break;
    const special = filledCells(row, grid);
    // 单位 | 万元 is a statement; a unit row above the names has a unit for two columns at least.
    if (isSpecial(special, index) && special.filter((text) => !noUnit.test(text)).length >= 2) {
      first--;
      continue;
    }
    if (isDataLike(row, grid)) break;
    const y = row.number - 1;
    const joined = merges.some((m) => m.top <= y && m.bottom > y);
    // A group's name is merged over some columns inside the sheet; a title begins at its left edge.
    const grouped = merges.some((m) => m.top === y && m.bottom === y && m.right > m.left && m.left > 0);
    const texts = filledCells(row, grid);
    const names = below ? isGroupRow(row, rows[first]!, grid) || grouped : texts.length >= 2 || grouped;
    if (!joined && (!names || isStatement(texts) || (isTitle(row, grid) && !grouped))) break;
    first--;
  }
  return first;
}

/** A CSV's row of group names: each name reaches over blanks to its right, under which the next row has names. */
function isGroupRow(row: Row, below: Row, grid: Grid): boolean {
  const texts = filledCells(row, grid);
  if (texts.length < 2 || texts.some((text) => text.length > 12 || /(?:公司|厂|社|院|所|中心)$/.test(text)))
    return false;
  return row.cells.some(
    (_, column) =>
      grid.own(row, column) !== '' &&
      grid.own(row, column + 1) === '' &&
      grid.own(below, column) !== '' &&
      grid.own(below, column + 1) !== '',
  );
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
    const special = isSpecial(filledCells(row, grid), index);
    const joined = merges.some((m) => m.top < y && m.bottom >= y);
    if (!special && isDataLike(row, grid)) break;
    const leaves = isUnderGroup(row, y, merges, grid) || isLeafRow(rows[last]!, row, grid);
    if (!(special || joined || leaves)) break;
    last++;
  }
  return last;
}

/** A row of codes, units, numbering or 必填 beside the names: two such cells at least. */
const isSpecial = (texts: readonly string[], index: FieldIndex): boolean =>
  texts.length >= 2 && rowKind(texts, index) !== 'names';

/** 甲 乙 1 2 3, 栏次 1 2 3=1+2: the numbering row of statistical forms. */
function isNumbering(texts: readonly string[]): boolean {
  if (!texts.every((text) => ordinal.test(text.trim()) || ordinalLabel.test(text.trim()))) return false;
  const numbers = texts
    .map((text) => Number(text.replace(/[=＝].*$/s, '').replace(/\D/g, '')))
    .filter((n) => n > 0);
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
          !grid.spans(row) &&
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

type RowKind = 'names' | 'codes' | 'units' | 'numbering' | 'required';

function rowKind(texts: readonly string[], index: FieldIndex): RowKind {
  const half = texts.length / 2;
  const most = (is: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter((text) => is(text.trim())).length > half;
  if (texts.length >= 2 && isNumbering(texts)) return 'numbering';
  if (most((text) => codeText.test(text) || index.code(text) !== null)) return 'codes';
  // A firm's row may be full of 无 and dashes: without one real unit it is no unit row.
  const isUnit = (text: string): boolean => unitOf(text) !== null || strangeMoney(text) !== null;
  if (
    most((text) => isUnit(text) || noUnit.test(text)) &&
    texts.some((text) => isUnit(text) || text.includes('没有单位')) &&
    texts.every((text) => text.length <= 12)
  )
    return 'units';
  return most((text) => requiredWord.test(text)) ? 'required' : 'names';
}
