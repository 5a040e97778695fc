import type { Expression, Type } from '../../model/expr.js';
import type { Scorer } from '../../model/plan.js';
import type { Text } from '../../model/text.js';
import type { ProfileArgs, ProfileFindingId } from '../report.js';
import type { Path } from '../yaml/places.js';

/** What a method may know of the indicator that uses it, and how it tells trouble. Paths start at its own settings. */
export interface MethodContext {
  /** The type of the indicator's value. */
  readonly type: Type;
  /** The words that a text value can be; empty where any text can. */
  readonly words: readonly string[];
  /** A value in the unit that people read: 6%, 500 万元, 3 件. */
  show(value: number): Text;
  /** A figure of the value's kind, in canonical units; NaN, with a finding, where it is none. */
  quantity(raw: number | string, path: Path): number;
  report<Id extends ProfileFindingId>(id: Id, path: Path, args: ProfileArgs<Id>): void;
}

/** What a method makes of its settings. After a reported error the scorer is never run. */
export type CompileMethod<Settings> = (settings: Settings, context: MethodContext) => Scorer;

/** How a method tells what it can see wrong in settings that compile. Paths start at its own settings. */
export interface MethodLint {
  /** The words that a text value can be; empty where any text can, or where the value is no text. */
  readonly words: readonly string[];
  /** A condition that compiled when the profile was loaded. */
  condition(text: string): Expression | null;
  report: MethodContext['report'];
}

/** The same lint, with paths that start further in. */
export const lintWithin = (lint: MethodLint, ...inner: (string | number)[]): MethodLint => ({
  ...lint,
  report: (id, path, args) => lint.report(id, [...inner, ...path], args),
});

/** Bands in order of which a later one earns no less than the one before it: one of the two is a slip or of no use. */
export function lintBandPoints(
  bands: readonly (readonly [number | string, number])[],
  rest: number,
  lint: MethodLint,
): void {
  for (const [index, [edge, points]] of bands.entries()) {
    const next = bands[index + 1];
    const after = next?.[1] ?? rest;
    const args = {
      edge: String(edge),
      points,
      after: next === undefined ? '' : String(next[0]),
      next: after,
    };
    if (points < after) lint.report('profile.band-rises', [index], args);
    else if (points === after) lint.report('profile.band-idle', [index], args);
  }
}

/** Reports a value of another type than the method can score. */
export function expectType(
  context: MethodContext,
  method: string,
  ...allowed: readonly Type['kind'][]
): void {
  if (allowed.includes(context.type.kind)) return;
  context.report('profile.method-type', [], { method, found: context.type.kind, allowed });
}

/** Points are never negative: what takes points away stands in a deduction group. */
export function expectPoints(context: MethodContext, points: number, path: Path): number {
  if (points < 0) context.report('profile.negative-points', path, { points });
  return points;
}
