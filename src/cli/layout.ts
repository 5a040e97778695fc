import stringWidth from 'string-width';
import { oneLine } from '../model/one-line.js';

/** Columns of a terminal. The library looks at each character for joined emoji: 15 times the cost on what most text is. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return /^[\u4e00-\u9fff，。；：、！？「」（）《》]*$/.test(text) ? text.length * 2 : stringWidth(text);
}

/** Pads to a width of terminal columns: a Chinese character takes two. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Breaks text into lines of at most `width` columns, between any two Chinese characters or at blanks. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.match(
    /[\p{Script=Han}，。；：、！？「」（）《》]|[^\s\p{Script=Han}，。；：、！？「」（）《》]+|\s+/gu,
  ) ?? []) {
    const closing = /^[，。；：、！？」）》]$/.test(piece);
    const taken = widthOf(piece);
    if (used + taken > width && line !== '' && !closing) {
      // An opening bracket stands before its word, never last on a line.
      let end = line.length;
      while (end > 0 && /[「《（\s]/.test(line[end - 1]!)) end--;
      if (end > 0) lines.push(line.slice(0, end));
      line = line.slice(end).trim() + (piece.trim() === '' ? '' : piece);
      used = widthOf(line);
    } else {
      line += piece;
      used += taken;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A table of texts, columns two blanks apart; numbers to the right. */
export function columnsOf(
  told: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const rows = told.map((row) => row.map(oneLine));
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  return rows.map((row) =>
    row
      .map((cell, i) => (right.has(i) ? padStart(cell, widths[i]!) : padEnd(cell, widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** A bar of at most `width` columns. */
export const bar = (share: number, width: number): string =>
  '█'.repeat(Math.max(share > 0 ? 1 : 0, Math.round(share * width)));
