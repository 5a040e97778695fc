import type { Expression, Node } from '../../model/expr.js';
import type { Rule } from '../../model/plan.js';
import { z } from '../../model/zod.js';
import { expressionSchema, textSchema, toText } from '../document/words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { allReads, nothing } from './guard.js';
import { lintConditions } from './lint-conditions.js';
import type { MethodLint } from './method.js';

/**
 * Conditions in order, of which the first that holds gives its points; the one without `when` is the rest and stands
 * last. What is scored is the name of the case (its condition, unless it has one), so reports say which one held. A
 * condition that is unknown before any that holds makes the value unknown: `coalesce(x, 0)` says what a blank means.
 */
export const casesSchema = z
  .array(
    z.strictObject({ when: expressionSchema.optional(), name: textSchema.optional(), points: z.number() }),
  )
  .min(2);

type Cases = z.infer<typeof casesSchema>;

/** Compiles a condition; null where it is none, which it has reported. */
export type CompileCondition = (text: string, path: Path) => Expression | null;

export function compileCases(
  cases: Cases,
  condition: CompileCondition,
  path: Path,
  reporter: Reporter,
): Rule | null {
  const compiled = cases.map((one, index) => {
    if (one.points < 0)
      reporter.add('profile.negative-points', [...path, index, 'points'], { points: one.points });
    if (one.when === undefined && index < cases.length - 1)
      reporter.add('profile.case-rest-first', [...path, index], {}, { key: true });
    const when = one.when === undefined ? null : condition(one.when, [...path, index, 'when']);
    const name = one.name === undefined ? null : toText(one.name);
    return { ...one, held: when, name, label: name?.zh ?? one.when ?? '其余' };
  });
  for (const [index, { label }] of compiled.entries()) {
    const first = compiled.findIndex((one) => one.label === label);
    if (first < index)
      reporter.add(
        'profile.duplicate-id',
        [...path, index],
        { id: label },
        { key: true, first: [...path, first] },
      );
  }
  if (compiled.some((one) => one.when !== undefined && one.held === null)) return null;
  const points = new Map(compiled.map((one) => [one.label, one.points]));
  const earns = (value: number | string): number => points.get(String(value)) ?? Number.NaN;
  const english = (one: (typeof compiled)[number]): string => one.name?.en ?? one.when ?? 'otherwise';
  return {
    kind: 'single',
    value: chain(compiled),
    scorer: {
      method: 'cases',
      top: Math.max(...compiled.map((one) => one.points)),
      input: 'text',
      cohort: null,
      points: earns,
      explain: (value, _cohort, lang) => {
        const held = compiled.find((one) => one.label === value);
        const name = held === undefined ? String(value) : lang === 'zh' ? held.label : english(held);
        return lang === 'zh' ? `属“${name}”：${earns(value)} 分` : `"${name}": ${earns(value)}`;
      },
      text: {
        zh: compiled.map((one) => `${one.label}：${one.points} 分`).join('；'),
        en: compiled.map((one) => `${english(one)}: ${one.points}`).join('; '),
      },
    },
  };
}

/** if first then "first" else if first is unknown then nothing else if second … */
function chain(cases: readonly { readonly held: Expression | null; readonly label: string }[]): Expression {
  let node: Node = nothing;
  for (const { held, label } of [...cases].reverse()) {
    const name: Node = { op: 'text', value: label, start: 0, end: 0 };
    if (held === null) node = name;
    else {
      const place = { start: 0, end: 0 };
      const unknown: Node = { op: 'missing', of: held.node, negated: false, ...place };
      // biome-ignore lint/suspicious/noThenProperty: a node of the tree is plain data and is never awaited
      const rest: Node = { op: 'if', when: unknown, then: nothing, otherwise: node, ...place };
      // biome-ignore lint/suspicious/noThenProperty: as above
      node = { op: 'if', when: held.node, then: name, otherwise: rest, ...place };
    }
  }
  return {
    text: cases.map((one) => one.label).join(' | '),
    node,
    type: { kind: 'text' },
    reads: allReads(cases.map((one) => one.held)),
  };
}

export const lintCases = (cases: Cases, lint: MethodLint): void => lintConditions(cases, lint);
