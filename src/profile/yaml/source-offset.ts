import type { Scalar } from 'yaml';

const escapeLength: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * Where the character `index` of a scalar's value stands in the file: quotes, escapes, folded lines and the
 * indentation of block scalars are stepped over. An index at the end gives the place after the last character.
 */
export function sourceOffset(text: string, scalar: Scalar.Parsed, index: number): number {
  const value = String(scalar.value);
  const [start, end] = scalar.range;
  let at = firstOffset(text, scalar, start);
  for (let i = 0; i < index && at < end; ) {
    if (!isGap(value[i]) || !isGap(text[at])) {
      // A folded line may have left no blank in the value, or blanks before the first one.
      while (isGap(text[at])) at++;
      at = after(text, scalar.type, at);
      i++;
      continue;
    }
    // A run of blanks in the value and in the file: its end is the same place in both, the indentation lies before.
    const [valueEnd, textEnd] = [gapEnd(value, i), gapEnd(text, at)];
    if (index < valueEnd) return Math.max(at, textEnd - (valueEnd - index));
    [i, at] = [valueEnd, textEnd];
  }
  if (index < value.length && !isGap(value[index])) at = gapEnd(text, at);
  return Math.min(at, end);
}

/** The offset from which the value's first character is looked for. */
function firstOffset(text: string, scalar: Scalar.Parsed, start: number): number {
  if (scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE') return start + 1;
  if (scalar.type !== 'BLOCK_FOLDED' && scalar.type !== 'BLOCK_LITERAL') return start;
  return text.indexOf('\n', start) + 1;
}

/** The offset after one character, however it is written. */
function after(text: string, type: Scalar.Type | undefined, at: number): number {
  if (type === 'QUOTE_SINGLE' && text[at] === "'") return at + 2;
  if (type === 'QUOTE_DOUBLE' && text[at] === '\\') return at + (escapeLength[text[at + 1] ?? ''] ?? 2);
  return at + 1;
}

const isGap = (char: string | undefined): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r';

function gapEnd(text: string, from: number): number {
  let at = from;
  while (isGap(text[at])) at++;
  return at;
}
