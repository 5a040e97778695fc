// Long because the columns of a sheet are measured and fitted together: what each needs is weighed against the page.
import stringWidth from 'string-width';
import type { Format, Value } from '../column.js';
import { pagesFor } from './page-plan.js';
import {
  cellValue,
  isJoined,
  pageColumns,
  type SheetCell,
  type SheetColumn,
  type SheetSpec,
} from './sheet.js';

const NARROWEST = 6;
const WIDEST = 48;
/** Room for the filter's button and the cell's margins, in characters. */
const BUTTON = 4;
const MARGIN = 3;
/** The margins alone, where room is dear. */
const TIGHT = 2;
/** A header up to this stands on one line. */
const ONE_LINE = 20;
/** Texts up to this are never broken to save room; of a longer one this and a quarter of the rest stays. */
const SHORT = 22;
/** Rows whose texts are measured by graphemes, which are dear; in the others at hand Chinese characters are counted as two. */
const TEXTS = 60;
/** A form is still empty: what a person will enter needs so much, whatever its sample row takes. 123456.78 and a margin. */
const ENTRY = 11;
/** How much of the room that could be saved is saved, in so many steps. */
const STEPS = 20;

export interface ColumnSizes {
  /** In characters, a Chinese one counting two. */
  readonly widths: readonly number[];
  /** Columns whose texts break into lines, because they were told to or would be cut. */
  readonly wraps: ReadonlySet<number>;
}

/**
 * Widths that show the first rows whole, less what can be saved by breaking texts and headers into lines where the table
 * takes fewer printed pages for it.
 */
export function measureColumns(spec: SheetSpec, first: readonly (readonly SheetCell[])[]): ColumnSizes {
  const sizes = spec.columns.map((column, index) => sizeOf(spec, column, index, first));
  const widths = fitted(spec, sizes);
  const wraps = new Set<number>();
  spec.columns.forEach((column, index) => {
    const { body, breakable } = sizes[index]!;
    const grows = breakable && column.form !== true && body > Math.min(widths[index]!, SHORT / 2);
    if (column.wrap ?? grows) wraps.add(index);
  });
  return { widths, wraps };
}

/** Figures and their headers give room first, and prose only then: a name on two lines makes the whole row higher. */
function fitted(spec: SheetSpec, sizes: readonly Size[]): readonly number[] {
  const onPages = pageColumns(spec);
  const widthsAt = (figures: number, prose: number) =>
    sizes.map(({ natural, least, header, breakable }) => {
      const step = breakable ? prose : figures;
      if (step === STEPS) return natural;
      return Math.min(natural, headerRoom(header, least + ((natural - least) * step) / STEPS));
    });
  const pages = pagesFor(widthsAt(0, 0), onPages);
  const most = (at: (step: number) => readonly number[]): number => {
    let step = STEPS;
    while (step > 0 && pagesFor(at(step), onPages) > pages) step--;
    return step;
  };
  const prose = most((step) => widthsAt(0, step));
  return widthsAt(
    most((step) => widthsAt(step, prose)),
    prose,
  );
}

interface Size {
  readonly header: HeaderSize;
  readonly natural: number;
  /** How narrow it may become. */
  readonly least: number;
  /** Of its widest text or figure. */
  readonly body: number;
  /** Whether its texts can be broken at all; a code cannot. */
  readonly breakable: boolean;
}

function sizeOf(
  spec: SheetSpec,
  column: SheetColumn,
  index: number,
  first: readonly (readonly SheetCell[])[],
): Size {
  let body = 0;
  let piece = 0;
  let breakable = false;
  first.forEach((row, at) => {
    const value = cellValue(row[index]);
    if (value === null) return;
    const text = shown(value, column);
    if (typeof value === 'string' && at >= TEXTS) {
      if (body < WIDEST) body = Math.max(body, nearWidth(text));
      return;
    }
    if (body < WIDEST) body = Math.max(body, widestLine(text));
    const pieces = typeof value === 'string' ? piecesOf(text) : [text];
    if (pieces.length > 1) breakable = true;
    for (const one of pieces) piece = Math.max(piece, widestLine(one));
  });
  if (column.width !== undefined) {
    const least = column.wrap ? Math.max(Math.min(SHORT, column.width), column.width * 0.75) : column.width;
    return { natural: column.width, least, body, breakable, header: noHeader };
  }
  const room = Math.min(WIDEST, body + MARGIN);
  // Figures stand apart by their own line; a text that touches the next cell looks cut.
  const tight = Math.min(WIDEST, body + (column.format === 'text' ? MARGIN : TIGHT));
  let natural = Math.max(column.form ? ENTRY : NARROWEST, room);
  let told = '';
  const least = Math.max(
    column.form ? ENTRY : NARROWEST,
    breakable ? Math.min(room, Math.max(piece + MARGIN, Math.min(room, SHORT + (room - SHORT) / 4))) : tight,
  );
  for (const [line, row] of spec.head.entries()) {
    const header = cellValue(row.cells[index]);
    if (row.kind !== 'header' || typeof header !== 'string' || isJoined(spec, line, index)) continue;
    natural = Math.max(natural, headerWidth(header) + BUTTON);
    told = header;
  }
  natural = Math.min(natural, WIDEST);
  return { natural, least: Math.min(least, natural), body, breakable, header: headerSize(told) };
}

/** What stands together on a line: runs of Latin letters and figures, and each Chinese character. */
const piecesOf = (text: string): string[] => text.match(/[\x21-\x7e]+|[^\x00-\x7f]/g) ?? [];

/** A long header stands on two lines, broken before a bracket or at a blank where that is near its middle. */
function headerWidth(header: string): number {
  const whole = widestLine(header);
  if (whole <= ONE_LINE) return whole;
  const pieces = header.split(/(?=[（(])|(?<=[）)])| |\n/);
  let best = whole;
  for (let at = 1; at < pieces.length; at++) {
    const wider = Math.max(widestLine(pieces.slice(0, at).join('')), widestLine(pieces.slice(at).join('')));
    best = Math.min(best, wider);
  }
  return best <= whole * 0.75 ? best : Math.ceil(whole / 2) + 1;
}

interface HeaderSize {
  readonly lines: readonly number[];
  /** Its longest word. */
  readonly word: number;
}

/** Of a column that has the room of its neighbours. */
const noHeader: HeaderSize = { lines: [0], word: 0 };

/** Measured once: widths are tried many times, and graphemes are dear. */
const headerSize = (header: string): HeaderSize => ({
  lines: header.split('\n').map(widestLine),
  word: Math.max(...piecesOf(header).map(widestLine), 0),
});

/**
 * Where room is dear a header takes two or three lines: the least width from `least` on that breaks no Latin word and leaves
 * no lone character on the last line, whether a character of width is 7 or 6 points (see page-plan.ts).
 */
function headerRoom({ lines, word }: HeaderSize, least: number): number {
  const shortest = Math.max(
    least,
    word + 2,
    ...lines.map((line) => (line <= 8 ? line + 2 : line / MOST_LINES + 2)),
  );
  for (let width = Math.ceil(shortest); ; width++) {
    const rooms = FONTS.flatMap((letters) => MARGINS.map((margin) => width * letters - margin));
    if (lines.every((line) => rooms.every((room) => breaksWell(line, room)))) return width;
  }
}

/** Half characters of 11 points in one character of width, where that has 7 or 6; and what programs keep free of a cell. */
const FONTS = [1.27, 1.09] as const;
const MARGINS = [0.2, 0.7] as const;
const MOST_LINES = 3;

/** Whether a text of so many half characters fills its last line with two characters at least, of room for so many. */
function breaksWell(size: number, letters: number): boolean {
  const room = 2 * Math.floor(letters / 2);
  if (size <= room) return true;
  return room > 0 && size <= room * MOST_LINES && (size % room === 0 || size % room >= 4);
}

const widestLine = (text: string): number =>
  Math.max(
    ...text.split('\n').map((line) => (/^[\x20-\x7e]*$/.test(line) ? line.length : stringWidth(line))),
  );

/** Near enough for the longest name among hundreds. */
const nearWidth = (text: string): number =>
  Math.max(...text.split('\n').map((line) => line.length + (line.match(/[\u1100-\uffff]/g)?.length ?? 0)));

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

/** Characters that a Chinese one takes: 11 points, where two digits take 12 and the margins are reckoned apart. */
const CHINESE = 1.9;

/**
 * Lines that a text takes in a column that wraps: words stay whole, Chinese breaks anywhere. Every character from U+1100 on
 * is taken for one: near enough for a height, at a hundredth of the cost of measuring graphemes.
 */
export function linesOf(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width) - 1);
  // Nothing can be wider than twice its length.
  if (text.length * 2 <= room && !text.includes('\n')) return 1;
  let lines = 1;
  let used = 0;
  let word = 0;
  const place = (size: number): void => {
    if (used + size <= room) used += size;
    else {
      lines += used === 0 ? 0 : 1;
      lines += Math.ceil(size / room) - 1;
      used = size % room || (size === 0 ? 0 : room);
    }
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x1100) {
      word++;
      continue;
    }
    if (word > 0) place(word);
    word = 0;
    if (code === 10) {
      lines++;
      used = 0;
    } else if (code >= 0x1100) place(CHINESE);
    else used++;
  }
  if (word > 0) place(word);
  return lines;
}
