import type { ArgsOf, FindingId, Findings, PositionOf } from '../finding/index.js';
import type { Span } from '../model/expr.js';

export type ExpressionFindingId = Extract<FindingId, `profile.expression-${string}`>;

/** What is wrong in an expression, and where in its text; the profile adds its own position. */
export type ErrorOf<Id extends ExpressionFindingId> = {
  readonly [One in Id]: { readonly id: One; readonly args: ArgsOf<One>; readonly span: Span };
}[Id];
export type ExpressionError = ErrorOf<ExpressionFindingId>;

/** Where the parts of this step put their errors. */
export type Report = <Id extends ExpressionFindingId>(id: Id, span: Span, args: ArgsOf<Id>) => void;

/** Adds an error to findings under the place where the profile has it. */
export function reportError<Id extends ExpressionFindingId>(
  findings: Findings,
  error: ErrorOf<Id>,
  at: PositionOf<Id>,
): void {
  findings.add<Id>(error.id, at, error.args);
}

const clipAt = 40;

/** A piece of the text as messages quote it: in one line, not too long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > clipAt ? `${line.slice(0, clipAt - 1)}…` : line;
}
