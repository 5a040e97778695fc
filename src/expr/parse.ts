// Long because a Pratt parser is one machine: its steps share the position and are read together.

import { daysOfText } from '../model/day.js';
import type { Comparison, Node, Span } from '../model/expr.js';
import { quoted, type Report } from './error.js';
import { functionNamed } from './functions.js';
import type { Mark, Token } from './tokenize.js';
import type { Keyword } from './words.js';

/** How tightly an operator binds. A looser operand needs brackets; the printer asks the same table. */
export const power = {
  if: 0,
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  negate: 7,
  value: 8,
} as const;

/** Brackets, signs, arguments and branches within each other. */
const deepest = 64;
/** Height of the tree: a chain a + b + c … leans to the left, and every pass recurses over it. */
const highest = 1000;

type BinaryOp = '+' | '-' | '*' | '/' | 'and' | 'or' | Comparison;

const binaryMarks: ReadonlyMap<Mark, { readonly op: BinaryOp; readonly power: number }> = new Map(
  [
    ...(['=', '!=', '<', '<=', '>', '>='] as const).map((op) => ({ op, power: power.comparison })),
    ...(['+', '-'] as const).map((op) => ({ op, power: power.sum })),
    ...(['*', '/'] as const).map((op) => ({ op, power: power.product })),
  ].map((one) => [one.op, one] as const),
);

const comparing: ReadonlySet<Keyword> = new Set([
  'in',
  'not in',
  'between',
  'not between',
  'is',
  'is missing',
  'is not missing',
  'not',
]);

/**
 * Tokens to a tree (Pratt). After the first syntax mistake the rest is not read, for what follows would be guesses;
 * null then, and also where comparisons are chained. Names stay as they are written. Cost: one pass; recursion is bounded by `deepest`.
 */
export function parse(text: string, tokens: readonly Token[], report: Report): Node | null {
  const end: Token = { kind: 'end', start: text.length, end: text.length };
  const heights = new Map<Node, number>();
  let at = 0;
  let failed = false;
  let chained = false;

  const node = expression(power.if, 0);
  if (peek().kind !== 'end') fail('operator');
  return failed || chained ? null : node;

  function peek(): Token {
    return failed ? end : (tokens[at] ?? end);
  }

  function fail(expected: string): Node {
    const token = peek();
    if (!failed) {
      const found = quoted(text.slice(token.start, token.end));
      report('profile.expression-syntax', { start: token.start, end: token.end }, { found, expected });
    }
    failed = true;
    return { op: 'boolean', value: false, start: token.start, end: token.end };
  }

  function tooDeep(span: Span): void {
    if (!failed)
      report('profile.expression-too-deep', { start: span.start, end: span.end }, { limit: deepest });
    failed = true;
  }

  function isMark(mark: Mark): boolean {
    const token = peek();
    return token.kind === 'mark' && token.mark === mark;
  }

  function isWord(...words: readonly Keyword[]): boolean {
    const token = peek();
    return token.kind === 'keyword' && words.includes(token.keyword);
  }

  /** The end of the token passed, or the mistake that it is not there. */
  function passMark(mark: Mark, expected: string): number {
    const token = peek();
    if (isMark(mark)) at++;
    else fail(expected);
    return token.end;
  }

  function passWord(expected: string, ...words: readonly Keyword[]): number {
    const token = peek();
    if (isWord(...words)) at++;
    else fail(expected);
    return token.end;
  }

  function grown(made: Node, ...parts: readonly Node[]): Node {
    const height = 1 + parts.reduce((most, part) => Math.max(most, heights.get(part) ?? 1), 0);
    if (height > highest) tooDeep(made);
    heights.set(made, height);
    return made;
  }

  function expression(least: number, depth: number): Node {
    let left = prefix(depth);
    let compared = false;
    for (;;) {
      const token = peek();
      const binary = binaryOf(token);
      if (binary !== null) {
        if (binary.power < least) return left;
        if (binary.power === power.comparison) noteComparison(token);
        at++;
        const right = expression(binary.power + 1, depth);
        left = grown({ op: binary.op, left, right, start: left.start, end: right.end }, left, right);
      } else if (token.kind === 'keyword' && comparing.has(token.keyword) && least <= power.comparison) {
        noteComparison(token);
        at++;
        left = comparison(left, token.keyword, depth);
      } else return left;
    }

    function noteComparison(token: Token): void {
      if (compared) {
        chained = true;
        const operator = text.slice(token.start, token.end);
        report('profile.expression-chained', { start: token.start, end: token.end }, { operator });
      }
      compared = true;
    }
  }

  function prefix(depth: number): Node {
    const token = peek();
    if (depth > deepest) {
      tooDeep(token);
      return fail('operand');
    }
    const { start } = token;
    if (isMark('-') || isWord('not')) {
      at++;
      const op = token.kind === 'mark' ? 'negate' : 'not';
      const of = expression(power[op], depth + 1);
      return grown({ op, of, start, end: of.end }, of);
    }
    if (isMark('(')) {
      at++;
      const inner = expression(power.if, depth + 1);
      return grown({ ...inner, start, end: passMark(')', ')') }, inner);
    }
    if (isWord('if')) {
      at++;
      const when = expression(power.if, depth + 1);
      passWord('then', 'then');
      const then = expression(power.if, depth + 1);
      passWord('else', 'else');
      const otherwise = expression(power.if, depth + 1);
      return grown({ op: 'if', when, then, otherwise, start, end: otherwise.end }, when, then, otherwise);
    }
    return value(token, depth);
  }

  function value(token: Token, depth: number): Node {
    const span = { start: token.start, end: token.end };
    switch (token.kind) {
      case 'number':
        at++;
        return { op: 'number', value: token.value, money: token.money, shown: token.shown, ...span };
      case 'text':
        at++;
        return { op: 'text', value: token.value, ...span };
      case 'date':
        at++;
        return { op: 'date', days: token.days, shown: token.shown, ...span };
      case 'keyword':
        if (token.keyword !== 'true' && token.keyword !== 'false') return fail('operand');
        at++;
        return { op: 'boolean', value: token.keyword === 'true', ...span };
      case 'name':
        at++;
        return isMark('(') ? call(token.name, span.start, depth) : { op: 'name', name: token.name, ...span };
      case 'mark':
      case 'end':
        return fail('operand');
    }
  }

  function call(name: string, start: number, depth: number): Node {
    at++;
    const args: Node[] = [];
    if (isMark(')')) at++;
    else args.push(...list(depth));
    const span = { start, end: tokens[at - 1]?.end ?? start };
    if (name === 'date' || name === '日期') return dateOf(args, span);
    return grown({ op: 'call', name: functionNamed(name)?.id ?? name, args, ...span }, ...args);
  }

  /** date("2026-09-30"), the other spelling of 2026-09-30. */
  function dateOf(args: readonly Node[], span: Span): Node {
    const [of] = args;
    const shown = args.length === 1 && of?.op === 'text' ? of.value : null;
    const days = shown === null ? null : daysOfText(shown);
    if (days === null && !failed) {
      report('profile.expression-date', span, { raw: quoted(shown ?? text.slice(span.start, span.end)) });
    }
    return { op: 'date', days: days ?? Number.NaN, shown: shown ?? '', ...span };
  }

  /** Expressions with commas between, up to and with the closing bracket. */
  function list(depth: number): Node[] {
    const items = [expression(power.if, depth + 1)];
    while (isMark(',')) {
      at++;
      items.push(expression(power.if, depth + 1));
    }
    passMark(')', 'list');
    return items;
  }

  /** What stands behind the first word of a comparison in words. */
  function comparison(of: Node, word: Keyword, depth: number): Node {
    const { start } = of;
    switch (word) {
      case 'in':
      case 'not in': {
        passMark('(', '(');
        const items = list(depth);
        const end = tokens[at - 1]?.end ?? start;
        return grown({ op: 'in', of, list: items, negated: word === 'not in', start, end }, of, ...items);
      }
      case 'between':
      case 'not between': {
        const low = expression(power.sum, depth);
        passWord('and', 'and', 'to');
        const high = expression(power.sum, depth);
        const negated = word === 'not between';
        return grown({ op: 'between', of, low, high, negated, start, end: high.end }, of, low, high);
      }
      case 'is': {
        const negated = isWord('not');
        if (negated) at++;
        return grown({ op: 'missing', of, negated, start, end: passWord('missing', 'missing') }, of);
      }
      case 'is missing':
      case 'is not missing': {
        const end = tokens[at - 1]?.end ?? start;
        return grown({ op: 'missing', of, negated: word === 'is not missing', start, end }, of);
      }
      default: {
        // `not` behind a value: not in, not between.
        const negated: Keyword | null = isWord('in') ? 'not in' : isWord('between') ? 'not between' : null;
        if (negated === null) return fail('negatable');
        at++;
        return comparison(of, negated, depth);
      }
    }
  }
}

function binaryOf(token: Token): { readonly op: BinaryOp; readonly power: number } | null {
  if (token.kind === 'mark') return binaryMarks.get(token.mark) ?? null;
  if (token.kind !== 'keyword') return null;
  if (token.keyword === 'and') return { op: 'and', power: power.and };
  if (token.keyword === 'or') return { op: 'or', power: power.or };
  return null;
}
