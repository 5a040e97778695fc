import stringWidth from 'string-width';
import type { Format, Value } from '../column.js';
import { cellValue, type HeadRow, type SheetCell, type SheetColumn } from './sheet.js';

const NARROWEST = 6;
const WIDEST = 48;
/** Room for the filter's button and the cell's margins, in characters. */
const BUTTON = 3;
const MARGIN = 3;
/** A header up to this stands on one line. */
const ONE_LINE = 16;

/** Widths in characters, a Chinese one counting two: the widest of the first rows, and at least half of a header, which breaks into lines. */
export function measureColumns(
  columns: readonly SheetColumn[],
  head: readonly HeadRow[],
  first: readonly (readonly SheetCell[])[],
): number[] {
  const headers = head.filter((row) => row.kind === 'header');
  return columns.map((column, index) => {
    if (column.width !== undefined) return column.width;
    let width = NARROWEST;
    for (const row of first) {
      width = Math.max(width, widestLine(shown(cellValue(row[index]), column)) + MARGIN);
      if (width >= WIDEST) return WIDEST;
    }
    for (const row of headers) {
      const header = cellValue(row.cells[index]);
      if (typeof header !== 'string') continue;
      const whole = widestLine(header);
      width = Math.max(width, (whole <= ONE_LINE ? whole : Math.ceil(whole / 2) + 1) + BUTTON);
    }
    return Math.min(width, WIDEST);
  });
}

const widestLine = (text: string): number =>
  Math.max(
    ...text.split('\n').map((line) => (/^[\x20-\x7e]*$/.test(line) ? line.length : stringWidth(line))),
  );

/** The text that the format will show, as far as its length goes. */
function shown(value: Value, column: { readonly format: Format; readonly digits?: number }): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  switch (column.format) {
    case 'points':
      return value.toFixed(column.digits ?? 2);
    case 'money':
      return value.toFixed(2).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
    case 'percent':
      return `${(value * 100).toFixed(2)}%`;
    case 'date':
      return '2025-09-30';
    default:
      return String(value).slice(0, 12);
  }
}

/**
 * Lines that a text takes in a column that wraps. Every character from U+1100 on counts two: near enough for a height, at a
 * hundredth of the cost of measuring graphemes.
 */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let size = 0;
    for (let at = 0; at < line.length; at++) size += line.charCodeAt(at) >= 0x1100 ? 2 : 1;
    lines += Math.max(1, Math.ceil(size / (width - 1)));
  }
  return lines;
}
