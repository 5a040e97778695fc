import type { Value } from '../column.js';
import { visible } from './markup.js';
import type { PackedNumbers, PackedPhrases, PackedTexts } from './page/packed.js';

/** Most figures are small: their texts are kept once they are written. */
const known: string[] = new Array<string>(36 ** 3);

function base36(value: number): string {
  if (!(value >= 0 && value < known.length)) return value.toString(36);
  known[value] ??= value.toString(36);
  return known[value];
}

/**
 * Figures as integers of 10^-digits in base 36. NaN, null and what is not finite come out as nothing. They are asked for
 * one by one, since a list of figures and nulls would box each.
 */
export function packNumbers(
  count: number,
  of: (index: number) => number | null,
  digits: number,
): PackedNumbers {
  const scale = 10 ** digits;
  const pieces = new Array<string>(count);
  for (let index = 0; index < count; index++) {
    const value = of(index);
    pieces[index] = value === null || !Number.isFinite(value) ? '' : base36(Math.round(value * scale));
  }
  return { digits, of: pieces.join(',') };
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
  const shown = values.map(visible);
  return {
    phrases: packTexts(
      shown.map((text) => text.replace(figure, '\u0001')),
      (text) => text,
    ),
    figures: shown.map((text) => text.match(figure)?.join(' ') ?? ''),
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
