import { compileExpression } from '../../src/expr/index.js';
import type { Expression, Scope } from '../../src/model/expr.js';

/** A checked expression; a test that writes a wrong one fails with what is wrong. */
export function expressionOf(text: string, scope: Scope): Expression {
  const compiled = compileExpression(text, scope);
  if (compiled.ok) return compiled.expression;
  throw new Error(`${text}: ${compiled.errors.map((one) => JSON.stringify(one)).join(' ')}`);
}
