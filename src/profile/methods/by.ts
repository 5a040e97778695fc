import type { Expression } from '../../model/expr.js';
import type { Rule, Scorer } from '../../model/plan.js';
import { z } from '../../model/zod.js';
import { expressionSchema, textSchema, toText } from '../document/words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import type { CompileCondition } from './cases.js';
import { guarded } from './guard.js';
import { lintConditions } from './lint-conditions.js';
import { lintWithin, type MethodLint } from './method.js';
import { lintOneValue, type OneValueScore, oneValueSchemas, shareMethods } from './score-one.js';

/**
 * A method for each kind of firm, chosen by condition: bands by size, floor and full by industry. The first condition
 * that holds chooses; the entry without `when` is the rest and stands last. Where it is unknown which one to take,
 * or none holds, the value is missing. Reports call an entry by its `name`, or by its condition.
 */
export const bySchema = z
  .array(
    z.strictObject({ when: expressionSchema.optional(), name: textSchema.optional(), ...oneValueSchemas }),
  )
  .min(2);

type Entries = z.infer<typeof bySchema>;

/** The indicator's value under one of the methods; null, with a finding, where it cannot be made out. */
export type CompileEntry = (
  score: OneValueScore,
  path: Path,
) => { readonly value: Expression; readonly scorer: Scorer } | null;

/** Every entry is an option of its own, with a value only for the firms that it is meant for: one competes at most. */
export function compileBy(
  entries: Entries,
  condition: CompileCondition,
  compile: CompileEntry,
  path: Path,
  reporter: Reporter,
): Rule | null {
  const before: Expression[] = [];
  const options = entries.flatMap(({ when, name, ...score }, index) => {
    const at = [...path, index];
    if (when === undefined && index < entries.length - 1)
      reporter.add('profile.case-rest-first', at, {}, { key: true });
    const held = when === undefined ? null : condition(when, [...at, 'when']);
    const one = compile(score, at);
    const value = one === null ? null : guarded(one.value, before, held);
    if (held !== null) before.push(held);
    if (one === null || value === null || (when !== undefined && held === null)) return [];
    const label = name === undefined ? (when ?? { zh: '其余', en: 'otherwise' }) : toText(name);
    return [{ id: `case-${index + 1}`, value, scorer: told(one.scorer, label) }];
  });
  if (options.length < entries.length) return null;
  const kinds = new Set(options.map((one) => shareMethods.includes(one.scorer.method)));
  if (kinds.size > 1) {
    const methods = [...new Set(options.map((one) => one.scorer.method))];
    reporter.add('profile.mixed-options', path, { methods });
  }
  const top = Math.max(...options.map((one) => one.scorer.top));
  return { kind: 'best-of', options: options.map((one) => ({ ...one, scorer: { ...one.scorer, top } })) };
}

/** The scorer, saying for whom it is. */
function told(scorer: Scorer, label: string | { readonly zh: string; readonly en: string }): Scorer {
  const { zh, en } = typeof label === 'string' ? { zh: label, en: label } : label;
  return {
    ...scorer,
    explain: (value, cohort, lang) =>
      lang === 'zh'
        ? `（${zh}）${scorer.explain(value, cohort, lang)}`
        : `(${en}) ${scorer.explain(value, cohort, lang)}`,
    text: { zh: `（${zh}）${scorer.text.zh}`, en: `(${en}) ${scorer.text.en}` },
  };
}

export function lintBy(entries: Entries, lint: MethodLint): void {
  lintConditions(entries, lint);
  for (const [index, { when: _when, name: _name, ...score }] of entries.entries())
    lintOneValue(score, lintWithin(lint, index));
}
