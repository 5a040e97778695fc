import type { Type } from '../../model/expr.js';
import type { Scorer } from '../../model/plan.js';
import type { ProfileArgs, ProfileFindingId } from '../report.js';
import type { Path } from '../yaml/places.js';

/** What a method may know of the indicator that uses it, and how it tells trouble. Paths start at its own settings. */
export interface MethodContext {
  /** The type of the indicator's value. */
  readonly type: Type;
  /** The words that a text value can be; empty where any text can. */
  readonly words: readonly string[];
  /** A value in the unit that people read: 6%, 500 万元, 3 件. */
  show(value: number): string;
  /** A figure of the value's kind, in canonical units; NaN, with a finding, where it is none. */
  quantity(raw: number | string, path: Path): number;
  report<Id extends ProfileFindingId>(id: Id, path: Path, args: ProfileArgs<Id>): void;
}

/** What a method makes of its settings. After a reported error the scorer is never run. */
export type CompileMethod<Settings> = (settings: Settings, context: MethodContext) => Scorer;

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
