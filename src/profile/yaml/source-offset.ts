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
  for (let i = 0; i < index && at < end; i++) at = after(text, scalar.type, at, value[i] ?? '');
  while (at < end && index < value.length && isGap(text, at) && !isGapChar(value[index])) at++;
  return Math.min(at, end);
}

/** The offset of the value's first character. */
function firstOffset(text: string, scalar: Scalar.Parsed, start: number): number {
  if (scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE') return start + 1;
  if (scalar.type !== 'BLOCK_FOLDED' && scalar.type !== 'BLOCK_LITERAL') return start;
  let at = text.indexOf('\n', start) + 1;
  while (isGap(text, at)) at++;
  return at;
}

/** The offset after one character of the value. */
function after(text: string, type: Scalar.Type | undefined, at: number, char: string): number {
  if (type === 'QUOTE_SINGLE' && text[at] === "'") return at + 2;
  if (type === 'QUOTE_DOUBLE' && text[at] === '\\') return at + (escapeLength[text[at + 1] ?? ''] ?? 2);
  if (!isGapChar(char)) {
    let next = at;
    while (isGap(text, next)) next++;
    return next + 1;
  }
  // A blank of the value may stand for a line end and the next line's indentation.
  if (text[at] !== '\n' && text[at] !== '\r') return at + 1;
  let next = at;
  while (isGap(text, next)) next++;
  return next;
}

const isGapChar = (char: string | undefined): boolean => char === ' ' || char === '\n';
const isGap = (text: string, at: number): boolean => /[ \t\r\n]/.test(text[at] ?? '');
