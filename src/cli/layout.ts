import stringWidth from 'string-width';

/** Pads to a width of terminal columns: a Chinese character takes two. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - stringWidth(text))) + text;

/** Breaks text into lines of at most `width` columns, between any two Chinese characters or at blanks. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(
    /[\p{Script=Han}，。；：、！？「」（）《》]|[^\s\p{Script=Han}，。；：、！？「」（）《》]+|\s+/gu,
  ) ?? []) {
    const closing = /^[，。；：、！？」）》]$/.test(piece);
    if (stringWidth(line + piece) > width && line !== '' && !closing) {
      lines.push(line.trimEnd());
      line = piece.trim() === '' ? '' : piece;
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A table of texts, columns two blanks apart; numbers to the right. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, stringWidth(cell));
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
