import { compileExpression, reportError } from '../../expr/index.js';
import type { Expression, Scope, Type } from '../../model/expr.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { yamlLimits } from '../yaml/yaml-limits.js';

/** A list of 3,000 figures without their unit is one mistake, and each place costs a walk through the text. */
const mostErrors = 20;

/**
 * A checked expression; null, with each error at its place in the YAML, where it is none, or where it is the one with which all
 * expressions of the profile become too long: those behind it are not read.
 */
export function expressionAt(
  text: string,
  path: Path,
  scope: Scope,
  reporter: Reporter,
  want?: Type['kind'],
): Expression | null {
  const before = reporter.expressions.read;
  const limit = yamlLimits.expressions;
  reporter.expressions.read += text.length;
  if (reporter.expressions.read > limit) {
    if (before <= limit) reporter.add('profile.expressions-too-long', path, { limit });
    return null;
  }
  const compiled = compileExpression(text, scope, want);
  if (compiled.ok) return compiled.expression;
  for (const error of compiled.errors.slice(0, mostErrors)) {
    reportError(reporter.findings, error, reporter.at(path, { span: error.span }));
  }
  return null;
}
