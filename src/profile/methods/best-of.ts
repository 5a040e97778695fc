import type { Expression } from '../../model/expr.js';
import type { Rule, Scorer } from '../../model/plan.js';
import { z } from '../../model/zod.js';
import { expressionSchema, safeId } from '../document/words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { lintWithin, type MethodLint } from './method.js';
import { lintOneValue, type OneValueScore, oneValueSchema, shareMethods } from './score-one.js';

/** Several ways to earn the points, of which the best counts: 金额或比例，取其高. */
export const bestOfSchema = z
  .array(z.strictObject({ id: safeId, value: expressionSchema, score: oneValueSchema }))
  .min(2);

type Options = z.infer<typeof bestOfSchema>;

/** What the caller knows how to do with one option: its value and its method. */
export type CompileOption = (
  value: string,
  score: OneValueScore,
  path: Path,
) => { value: Expression; scorer: Scorer } | null;

export function compileBestOf(
  options: Options,
  compile: CompileOption,
  path: Path,
  reporter: Reporter,
): Rule {
  const compiled = options.flatMap((option, index) => {
    const first = options.findIndex((other) => other.id === option.id);
    if (first < index) {
      reporter.add(
        'profile.duplicate-id',
        [...path, index, 'id'],
        { id: option.id },
        { first: [...path, first, 'id'] },
      );
    }
    const one = compile(option.value, option.score, [...path, index]);
    return one === null ? [] : [{ id: option.id, ...one }];
  });
  const kinds = new Set(compiled.map((one) => shareMethods.includes(one.scorer.method)));
  if (kinds.size > 1) {
    const methods = [...new Set(compiled.map((one) => one.scorer.method))];
    reporter.add('profile.mixed-options', path, { methods });
  }
  // Raw points of the options are compared, so all are measured by the best that any of them can give.
  const top = Math.max(...compiled.map((one) => one.scorer.top));
  return { kind: 'best-of', options: compiled.map((one) => ({ ...one, scorer: { ...one.scorer, top } })) };
}

export function lintBestOf(options: Options, lint: MethodLint): void {
  for (const [index, { score }] of options.entries()) lintOneValue(score, lintWithin(lint, index, 'score'));
}
