import type { PackedNumbers, PackedTexts } from './packed.js';

// The functions of this folder's scripts are put into the page as text (page-script.ts). Each stands alone: it may use
// its arguments and what every browser has, nothing else of this module or another.

/** Figures of a column, null where there is none. */
export function unpackNumbers(column: PackedNumbers): (number | null)[] {
  const scale = 10 ** column.digits;
  return column.of.split(',').map((piece) => (piece === '' ? null : Number.parseInt(piece, 36) / scale));
}

/** Texts of a column, '' where there is none. */
export function unpackTexts(column: PackedTexts): string[] {
  return column.of.of
    .split(',')
    .map((piece) => (piece === '' ? '' : column.texts[Number.parseInt(piece, 36)]!));
}

/** 2385.5 with 2 digits → 2,385.50, whatever the browser's language. */
export function shownNumber(value: number, digits: number): string {
  const [whole, rest] = value.toFixed(digits).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** 第 {} 行 with its figures. */
export function filled(words: string, ...figures: readonly (string | number)[]): string {
  let next = 0;
  return words.replace(/\{\}/g, () => String(figures[next++]));
}

/** A packed phrase with a firm's own figures, which are joined by blanks. */
export function unpackPhrase(phrase: string, figures: string): string {
  const own = figures.split(' ');
  let next = 0;
  return phrase.replace(/\u0001/g, () => own[next++]!);
}
