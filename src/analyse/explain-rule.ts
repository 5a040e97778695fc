import { bindNumber, bindSides, conditionsOf, round10 } from '../expr/index.js';
import type { ExplainedCondition, ExplainedRule, Verdict } from '../model/explained.js';
import type { Expression, Frame, Node } from '../model/expr.js';
import type { Condition, Plan } from '../model/plan.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang } from '../model/text.js';
import { printRule, sourceText } from '../profile/index.js';
import { type Given, readsOf, showRead } from './inputs.js';

/** A part of a rule, and the profile's own words for it where it has any. */
interface Part {
  readonly rule: Expression;
  readonly text: string;
}

/**
 * The conditions of a rule for one firm: what each read, whether it holds, and by how much it misses. Those of lists and
 * offers speak the profile's own words; the rule of a veto or a bypass is taken apart here.
 */
export function explainConditions(
  { when, conditions }: { readonly when: Expression; readonly conditions?: readonly Condition[] | undefined },
  frame: Frame,
  firm: number,
  plan: Plan,
  lang: Lang,
): ExplainedCondition[] {
  const given = valuesIn(frame, firm, plan);
  const parts: readonly Part[] =
    conditions?.map(({ rule, text }) => ({ rule, text: text[lang] })) ??
    conditionsOf(when).map((rule) => ({ rule, text: printRule(rule, plan, lang) }));
  return parts.map(({ rule: condition, text }) => {
    const verdict = verdictOf(condition, frame, firm);
    const sides = verdict === false ? bindSides(condition, frame)?.(firm) : undefined;
    const short = sides === undefined ? null : round10(Math.abs(sides.left - sides.right));
    return {
      text,
      verdict,
      read: readsOf(condition, given, plan, lang),
      short,
      shortShown: short === null ? '' : showShort(condition.node, short, plan, lang),
    };
  });
}

/** In the unit of the name that stands on a side by itself; a ratio of two names has none. */
function showShort(node: Node, short: number, plan: Plan, lang: Lang): string {
  const named = 'left' in node ? [node.left, node.right].find((side) => side.op === 'name') : undefined;
  return named?.op === 'name' ? showRead(named.name, short, plan, lang) : String(short);
}

export function verdictOf(rule: Expression, frame: Frame, firm: number): Verdict {
  const held = bindNumber(rule, frame)(firm);
  return Number.isNaN(held) ? null : held === 1;
}

interface Named {
  readonly id: string;
  readonly source: SourceNote;
}

export const ruleOf = (
  { id, source }: Named,
  name: string,
  holds: Verdict,
  conditions: readonly ExplainedCondition[],
  lang: Lang,
): ExplainedRule => ({
  id,
  name,
  holds,
  conditions,
  source: sourceText(source, lang),
  assumed: 'assumed' in source,
});

const words: ReadonlySet<string> = new Set(['stage', 'grade']);

/** What the names of a rule stand for, for one firm. */
export const valuesIn =
  (frame: Frame, firm: number, plan: Plan): Given =>
  (name) => {
    const textual = words.has(name) || name === plan.idField || plan.fields.get(name)?.type === 'text';
    if (textual) return frame.text(name)[firm] ?? null;
    const value = frame.number(name)[firm] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
