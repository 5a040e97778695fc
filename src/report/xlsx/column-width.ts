import stringWidth from 'string-width';
import type { Format, Value } from '../column.js';
import { cellValue, isJoined, type SheetCell, type SheetSpec } from './sheet.js';

const NARROWEST = 6;
const WIDEST = 48;
/** Room for the filter's button and the cell's margins, in characters. */
const BUTTON = 4;
const MARGIN = 3;
/** A header up to this stands on one line. */
const ONE_LINE = 20;

/** Widths in characters, a Chinese one counting two: the widest of the first rows, and at least half of a header, which breaks into lines. */
export function measureColumns(spec: SheetSpec, first: readonly (readonly SheetCell[])[]): number[] {
  return spec.columns.map((column, index) => {
    if (column.width !== undefined) return column.width;
    let width = NARROWEST;
    for (const row of first) {
      width = Math.max(width, widestLine(shown(cellValue(row[index]), column)) + MARGIN);
      if (width >= WIDEST) return WIDEST;
    }
    for (const [line, row] of spec.head.entries()) {
      const header = cellValue(row.cells[index]);
      if (row.kind !== 'header' || typeof header !== 'string' || isJoined(spec, line, index)) continue;
      width = Math.max(width, headerWidth(header) + BUTTON);
    }
    return Math.min(width, WIDEST);
  });
}

/** A long header stands on two lines, broken before a bracket or at a blank where that is near its middle. */
function headerWidth(header: string): number {
  const whole = widestLine(header);
  if (whole <= ONE_LINE) return whole;
  const pieces = header.split(/(?=[（(])|(?<=[）)])| /);
  let best = whole;
  for (let at = 1; at < pieces.length; at++) {
    const wider = Math.max(widestLine(pieces.slice(0, at).join('')), widestLine(pieces.slice(at).join('')));
    best = Math.min(best, wider);
  }
  return best <= whole * 0.75 ? best : Math.ceil(whole / 2) + 1;
}

const widestLine = (text: string): number =>
  Math.max(
    ...text.split('\n').map((line) => (/^[\x20-\x7e]*$/.test(line) ? line.length : stringWidth(line))),
  );

/** The text that the format will show, as far as its length goes. */
function shown(value: Value, column: { readonly format: Format; readonly digits?: number }): string {
  if (value === null) return '';
  // Graphemes are dear to measure; beyond this the column is at its widest anyway.
  if (typeof value !== 'number') return String(value).slice(0, 256);
  switch (column.format) {
    case 'points':
      return value.toFixed(column.digits ?? 2);
    case 'money':
      return value.toFixed(2).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
    case 'percent':
      return `${(value * 100).toFixed(2)}%`;
    case 'date':
      return '2025-09-30';
    // A number where text belongs is a wrong one, and shows all its digits.
    case 'text':
      return `${value}    `;
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
