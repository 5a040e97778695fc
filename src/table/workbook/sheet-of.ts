import type { CellObject, WorkSheet } from 'xlsx';
import { columnName } from '../../finding/index.js';
import type { Cell, Row } from '../../model/cell.js';
import type { Merge, Sheet } from '../../model/table.js';
import { inBatches, isBlank, trimCells } from '../rows.js';
import type { HiddenParts } from './hidden-parts.js';
import { grid } from './reach/grid.js';

/** Past this many columns a row is walked by the cells it has: one styled cell at XFD must cost nothing. */
const wideRow = 512;

export interface SheetFacts {
  readonly file: string;
  readonly name: string;
  readonly index: number;
  readonly visibility: Sheet['visibility'];
  /** From the XML; where null, SheetJS was asked for them. */
  readonly hidden: HiddenParts | null;
}

export interface ParsedSheet extends Sheet {
  readonly empty: boolean;
  /** The first cell outside the grid of Excel, which no honest writer makes. */
  readonly beyond: string | null;
}

/** A parsed sheet as rows. Hidden rows and columns are told only where they hold something. */
export function sheetOf(
  worksheet: WorkSheet,
  read: (cell: CellObject | undefined) => Cell,
  facts: SheetFacts,
): ParsedSheet {
  const data = worksheet['!data'] ?? [];
  const merges = (worksheet['!merges'] ?? []).map(
    (range): Merge => ({ top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c }),
  );
  const hidden = facts.hidden ?? toldHidden(worksheet);
  const hiddenNumbers = new Set(hidden.rows);
  const hiddenRows: number[] = [];
  const used = new Set<number>();
  let empty = true;
  let beyond: string | null = strayIn(data);
  for (const row of rowsOf(data, read)) {
    empty = false;
    if (row.number > grid.rows || row.cells.length > grid.columns)
      beyond ??= `${columnName(row.cells.length - 1)}${row.number}`;
    if (hiddenNumbers.has(row.number)) hiddenRows.push(row.number);
    if (hidden.columns.length > 0)
      for (const [column, cell] of row.cells.entries()) if (!isBlank(cell)) used.add(column);
  }
  return {
    file: facts.file,
    name: facts.name,
    index: facts.index,
    visibility: facts.visibility,
    merges,
    hiddenRows,
    hiddenColumns: [...used]
      .filter((column) => hidden.columns.some(([from, to]) => column >= from && column <= to))
      .sort((a, b) => a - b),
    empty,
    beyond,
    async *rows() {
      yield* inBatches(rowsOf(data, read));
    },
  };
}

/** A row or cell whose number is none: SheetJS puts it beside the rows, where nobody would look. */
function strayIn(data: readonly (readonly CellObject[] | undefined)[]): string | null {
  for (const row in data) {
    if (!(Number(row) >= 0)) return row;
    for (const column in data[Number(row)] ?? []) if (!(Number(column) >= 0)) return `${column}:${row}`;
  }
  return null;
}

function* rowsOf(
  data: readonly (readonly CellObject[] | undefined)[],
  read: (cell: CellObject | undefined) => Cell,
): Generator<Row> {
  for (const [index, row] of present(data)) {
    const cells: Cell[] = [];
    for (const [column, cell] of present(row ?? [])) {
      const value = read(cell);
      if (value === null) continue;
      while (cells.length < column) cells.push(null);
      cells.push(value);
    }
    const trimmed = trimCells(cells);
    if (trimmed !== null) yield { number: index + 1, line: 0, cells: trimmed };
  }
}

/** The elements that are there, in order, whatever holes lie between them. */
function* present<T>(list: readonly (T | undefined)[]): Generator<readonly [number, T]> {
  if (list.length <= wideRow) {
    for (let i = 0; i < list.length; i += 1) {
      const one = list[i];
      if (one !== undefined) yield [i, one];
    }
    return;
  }
  for (const key in list) {
    const one = list[Number(key)];
    if (one !== undefined) yield [Number(key), one];
  }
}

function toldHidden(worksheet: WorkSheet): HiddenParts {
  const rows: number[] = [];
  for (const [index, row] of present(worksheet['!rows'] ?? [])) if (row.hidden === true) rows.push(index + 1);
  const columns: (readonly [number, number])[] = [];
  for (const [index, column] of present(worksheet['!cols'] ?? []))
    if (column.hidden === true) columns.push([index, index]);
  return { rows, columns };
}
