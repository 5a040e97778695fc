import { parseQuantity } from '../../expr/index.js';
import type { Expression } from '../../model/expr.js';

/**
 * A value of a document as a text that is equal where the values mean the same: 10% and 0.1, 500 万元 and 500万元, keys in
 * any order, blanks around signs. For comparing only.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${pairs.sort().join(',')}}`;
}

function canonicalText(text: string): string {
  const quantity = parseQuantity(text);
  if (quantity !== null) return `${quantity.value}${quantity.money ?? ''}`;
  return JSON.stringify(
    text
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/ ?([-+*/=<>≥≤≠(),]) ?/g, '$1'),
  );
}

/** How an expression is written, which is not what it means. */
const written: readonly string[] = ['start', 'end', 'shown'];

/** The same for an expression: its tree, so that names, signs and units may be written in any way. */
export const canonicalRule = ({ node }: Expression): string =>
  JSON.stringify(node, (key, value: unknown) => (written.includes(key) ? undefined : value));
