import type { Value } from '../column.js';
import { visible } from './markup.js';
import type { PackedNumbers, PackedPhrases, PackedTexts } from './page/packed.js';

/**
 * Figures as whole numbers of 10^-digits above the least of them, in the digits of unpack.ts. NaN, null and what is not
 * finite come out as nothing. They are asked for one by one, since a list of figures and nulls would box each.
 */
export function packNumbers(
  count: number,
  of: (index: number) => number | null,
  digits: number,
): PackedNumbers {
  const scale = 10 ** digits;
  const wholes = new Float64Array(count);
  let from = Number.POSITIVE_INFINITY;
  for (let index = 0; index < count; index++) {
    const value = of(index);
    wholes[index] = value === null || !Number.isFinite(value) ? Number.NaN : Math.round(value * scale);
    if (wholes[index]! < from) from = wholes[index]!;
  }
  if (!Number.isFinite(from)) from = 0;
  const pieces = new Array<string>(count);
  for (let index = 0; index < count; index++)
    pieces[index] = Number.isNaN(wholes[index]!) ? NOTHING : digitsOf45(wholes[index]! - from);
  return { digits, from, of: pieces.join('') };
}

/** 90 characters that need no escape in JSON and cannot begin a tag: 45 that end a figure, 45 after which more follow. */
const figures = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index)).filter(
  (one) => one !== '<' && one !== '\\',
);
const NOTHING = '!';
/** Most figures are small: their texts are kept once they are written. */
const known: string[] = new Array<string>(45 ** 2);

function digitsOf45(value: number): string {
  const kept = known[value];
  if (kept !== undefined) return kept;
  let text = figures[value % 45]!;
  for (let rest = Math.floor(value / 45); rest > 0; rest = Math.floor(rest / 45))
    text = figures[45 + (rest % 45)]! + text;
  if (value < known.length) known[value] = text;
  return text;
}

export const packList = (values: readonly (number | null)[], digits = 0): PackedNumbers =>
  packNumbers(values.length, (index) => values[index]!, digits);

/** Each text once, in order of appearance. Empty texts and null come out as nothing. */
export function packTexts(values: readonly (string | null)[], shown = visible): PackedTexts {
  const places = new Map<string, number>();
  const of = values.map((value) => {
    if (value === null || value === '') return null;
    const known = places.get(value) ?? places.size;
    if (known === places.size) places.set(value, known);
    return known;
  });
  return { texts: [...places.keys()].map(shown), of: packList(of) };
}

/** Like `packTexts`, for sentences that tell each firm's own figures: those of thousands of firms are one sentence. */
export function packPhrases(values: readonly string[]): PackedPhrases {
  const figure = /\d+(?:\.\d+)?/g;
  // A U+0001 of the text itself is shown as \u0001: what is left of them are the holes.
  const told = values.map(visible).map((text) => ({
    phrase: text.replace(figure, '\u0001'),
    own: text.match(figure) ?? [],
  }));
  // A figure that all firms of a sentence share, like the line, stays in the sentence.
  const shared = new Map<string, (string | null)[]>();
  for (const { phrase, own } of told) {
    const same = shared.get(phrase) ?? [...own];
    shared.set(
      phrase,
      same.map((one, hole) => (one === own[hole] ? one : null)),
    );
  }
  const filled = ({ phrase }: { readonly phrase: string }): string => {
    let hole = 0;
    return phrase.replace(/\u0001/g, (empty) => shared.get(phrase)![hole++] ?? empty);
  };
  return {
    phrases: packTexts(told.map(filled), (text) => text),
    figures: told
      .map(({ phrase, own }) => own.filter((_, hole) => shared.get(phrase)![hole] === null).join(' '))
      .join(','),
  };
}

/** What an indicator read: figures where all of it is, texts else. */
export function packValues(values: readonly Value[], most: number): PackedNumbers | PackedTexts {
  const figures = values.every((value) => value === null || typeof value === 'number');
  return figures
    ? packList(values as (number | null)[], digitsOf(values as (number | null)[], most))
    : packTexts(values.map((value) => (value === null ? null : String(value))));
}

/** The fewest digits that show every figure as it is, `most` at most. */
function digitsOf(values: readonly (number | null)[], most: number): number {
  let digits = 0;
  for (const value of values) {
    if (value === null) continue;
    while (digits < most && Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) > 1e-6)
      digits++;
    if (digits === most) break;
  }
  return digits;
}
