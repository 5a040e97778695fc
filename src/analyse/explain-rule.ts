import { bindNumber, round10 } from '../expr/index.js';
import type { ExplainedCondition, ExplainedRule, Verdict } from '../model/explained.js';
import type { Expression, Frame } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import type { Held } from '../model/reasons.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang } from '../model/text.js';
import { showerOf, sourceText } from '../profile/index.js';
import { type Given, showRead } from './inputs.js';

/** The conditions of a rule for one firm, in the profile's own words: what each read, whether it holds, by how much it misses. */
export const explainConditions = (held: readonly Held[], plan: Plan, lang: Lang): ExplainedCondition[] =>
  held.map(({ condition: { text, reads, order }, verdict, read, sides }) => {
    const short = verdict !== false || sides === null ? null : round10(Math.abs(sides.left - sides.right));
    return {
      text: text[lang],
      verdict,
      read: reads.map(({ id, name }, index) => ({
        name: name[lang],
        shown: showRead(id, read[index] ?? null, plan, lang),
      })),
      short,
      shortShown: short === null ? '' : showerOf(order?.unit ?? null)(short)[lang],
    };
  });

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

/** What the names of an indicator stand for, for one firm. */
export const valuesIn =
  (frame: Frame, firm: number, plan: Plan): Given =>
  (name) => {
    const textual = name === plan.idField || plan.fields.get(name)?.type === 'text';
    if (textual) return frame.text(name)[firm] ?? null;
    const value = frame.number(name)[firm] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
