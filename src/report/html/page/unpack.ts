import type { PackedNames, PackedNumbers, PackedSorted, PackedTexts } from './packed.js';

// The functions of this folder's scripts are put into the page as text (page-script.ts). Each stands alone: it may use
// its arguments and what every browser has, nothing else of this module or another.

/**
 * Figures of a column, null where there is none. 90 characters from # to ~ without < and \\ are digits of base 45: the first
 * 45 end a figure, after the others more follow.
 */
export function unpackNumbers(column: PackedNumbers): (number | null)[] {
  const scale = 10 ** column.digits;
  const values: (number | null)[] = [];
  let whole = 0;
  for (let at = 0; at < column.of.length; at++) {
    const code = column.of.charCodeAt(at);
    if (code === 33) {
      values.push(null);
      continue;
    }
    const digit = code - 35 - (code > 60 ? 1 : 0) - (code > 92 ? 1 : 0);
    whole = whole * 45 + (digit % 45);
    if (digit >= 45) continue;
    values.push((whole + column.from) / scale);
    whole = 0;
  }
  return values;
}

/** Texts of a column by the figures of its places, '' where there is none. */
export function unpackTexts(
  column: PackedTexts,
  numbersOf: (column: PackedNumbers) => (number | null)[],
): string[] {
  return numbersOf(column.of).map((place) => (place === null ? '' : column.texts[place]!));
}

/** Texts of which each begins like the one before. */
export function unpackSorted(
  column: PackedSorted,
  numbersOf: (column: PackedNumbers) => (number | null)[],
): string[] {
  const rest = column.rest.split('\n');
  let before = '';
  // By the figures, since no text at all is one empty line.
  return numbersOf(column.shared).map((shared, index) => {
    before = before.slice(0, shared ?? 0) + rest[index]!;
    return before;
  });
}

/** Names put together again. */
export function unpackNames(column: PackedNames, textsOf: (column: PackedTexts) => string[]): string[] {
  const [tails, rest] = [textsOf(column.tails), column.rest.split('\n')];
  return textsOf(column.heads).map((head, index) => head + rest[index]! + tails[index]!);
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
