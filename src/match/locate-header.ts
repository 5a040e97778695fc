import type { Row } from '../model/cell.js';
import type { Merge } from '../model/table.js';
import type { FieldIndex } from './field-index.js';
import { filledCells, Grid } from './grid.js';
import { extendDown, extendUp } from './header-reach.js';
import { looksLikeId, looksLikeNumber } from './looks-like.js';
import { readHeader } from './read-header.js';
import { isInstructions, type RowKind, rowKind } from './row-kind.js';
import { isDataLike, isTitle } from './title-rows.js';

/** One column's header as it stands over the data. */
export interface HeaderColumn {
  readonly index: number;
  /** Texts from the top down, without repetition, units and codes aside. */
  readonly texts: readonly string[];
  readonly code: string | null;
  readonly unitRow: string | null;
}

/** The header as a person reads it: parent / leaf. */
export const labelOf = (column: HeaderColumn): string =>
  column.texts.length > 0 ? column.texts.join(' / ') : (column.code ?? '');

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
  const next = rows[best + 1];
  // Codes over names: the names are the header, the codes belong to it.
  if (
    best >= 0 &&
    next?.number === rows[best]!.number + 1 &&
    rowKind(filledCells(rows[best]!, grid), index) === 'codes' &&
    rowKind(filledCells(next, grid), index) === 'names' &&
    matched(next, grid, index) > 0 &&
    !isDataLike(next, grid)
  )
    return best + 1;
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

function readColumns(block: readonly Row[], base: number, grid: Grid, index: FieldIndex): HeaderColumn[] {
  // In a CSV the blank fields behind the last name are columns too: a record that fills them is not too wide.
  const width = Math.max(...block.map((row) => Math.max(row.cells.length, row.fields ?? 0)));
  const alone = block.map((row) => rowKind(filledCells(row, grid), index));
  const named = alone.some((kind, i) => kind === 'names' && i !== base);
  const kinds = block.map((row, i): RowKind => {
    const kind = alone[i]!;
    if (i === base) return kind === 'codes' && named ? 'codes' : 'names';
    return kind === 'names' && i > base && isInstructions(row, block[i - 1]!, grid) ? 'instructions' : kind;
  });
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
