/**
 * The language of a profile's expressions: text → a checked tree → a function over the columns of the firms.
 *
 *   rd_expense / revenue · 研发费用 / 营业收入 ≥ 5% · total >= 60 and authorised · revenue < 500 万元
 *   x in ("甲", "乙") · x between 3 and 5 · x is missing · if c then a else b · years(founded, as_of) <= 3
 *
 * From loose to tight: if, or, and, not, comparisons (which do not chain), + -, * /, the sign. Words may be Chinese (且 或
 * 非 属于 介于…至 为空 如果…则…否则 是 否), signs full width. Null goes through as in SQL (nulls.ts); a condition of `if` that
 * is null takes else. Functions stand in functions.ts, words in words.ts, units of figures in quantity.ts.
 */
import type { Expression, Scope, Type } from '../model/expr.js';
import { check, codeOf, nameFinder } from './check.js';
import type { ErrorOf, ExpressionError, ExpressionFindingId, Report } from './error.js';
import { parse } from './parse.js';
import { type Token, tokenize } from './tokenize.js';

export { bindSides, childrenOf, conditionsOf } from './conditions.js';
export { reportError } from './error.js';
export { bindNumber, bindText } from './evaluate.js';
export { mirrored } from './mirrored.js';
export { type Figure, printExpression } from './print.js';
export { asMoney, parseQuantity } from './quantity.js';
export { round10, roundHalfUp } from './round.js';

/** Longest text of an expression, in characters. It bounds the nodes of the tree too: each takes a character. */
const longest = 10_000;

export type Compiled =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly errors: readonly ExpressionError[] };

/**
 * Text to a checked expression, or everything that is wrong with it, in order of place. Names are looked up in `scope`
 * and stand as their ids in the result; `want` is what the place asks for (a number with or without currency).
 * Pure; no code runs from the text; cost linear in its length.
 */
export function compileExpression(text: string, scope: Scope, want?: Type['kind']): Compiled {
  const errors: ExpressionError[] = [];
  const report: Report = (id, { start, end }, args) => {
    errors.push(errorOf(id, { start, end }, args));
  };
  const expression = compile(text, scope, want, report);
  if (expression !== null && errors.length === 0) return { ok: true, expression };
  return { ok: false, errors: errors.sort((a, b) => a.span.start - b.span.start) };
}

function compile(
  text: string,
  scope: Scope,
  want: Type['kind'] | undefined,
  report: Report,
): Expression | null {
  const whole = { start: 0, end: text.length };
  if (text.length > longest) {
    report('profile.expression-too-long', { start: 0, end: 0 }, { length: text.length, limit: longest });
    return null;
  }
  if (text.trim() === '') {
    report('profile.expression-empty', whole, {});
    return null;
  }
  let skipped = false;
  const tokens = tokenize(text, (id, span, args) => {
    if (id === 'profile.expression-character' || id === 'profile.expression-unclosed') skipped = true;
    report(id, span, args);
  });
  // Where characters were skipped, what does not fit behind them is most likely no second mistake.
  const tree = parse(text, tokens, skipped ? silent : report);
  if (tree === null) {
    checkNames(tokens, scope, report);
    return null;
  }
  const { node, type, reads } = check(text, tree, scope, report);
  if (type === null) return null;
  if (want !== undefined && type.kind !== want) {
    report('profile.expression-wanted', whole, { type: codeOf(type), wanted: want });
  }
  const clean: Type = type.kind === 'number' ? { kind: 'number', money: type.money } : { kind: type.kind };
  return { text, node, type: clean, reads };
}

const silent: Report = () => {};

/** Where there is no tree, unknown names are told all the same. */
function checkNames(tokens: readonly Token[], scope: Scope, report: Report): void {
  const find = nameFinder(scope, report);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const called = next?.kind === 'mark' && next.mark === '(';
    if (token.kind === 'name' && !called) find(token.name, token, 'either');
  }
}

/** The compiler cannot see that id and args of one kind belong together; `Report` has seen to it. */
const errorOf = <Id extends ExpressionFindingId>(
  id: Id,
  span: ExpressionError['span'],
  args: ErrorOf<Id>['args'],
): ExpressionError => ({ id, span, args }) as unknown as ExpressionError;
