import { compileExpression, reportError } from '../../expr/index.js';
import type { Expression, Scope, Type } from '../../model/expr.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';

/** A checked expression; null, with each error at its place in the YAML, where it is none. */
export function expressionAt(
  text: string,
  path: Path,
  scope: Scope,
  reporter: Reporter,
  want?: Type['kind'],
): Expression | null {
  const compiled = compileExpression(text, scope, want);
  if (compiled.ok) return compiled.expression;
  for (const error of compiled.errors) {
    reportError(reporter.findings, error, reporter.at(path, { span: error.span }));
  }
  return null;
}
