import { conditionsOf } from '../../expr/index.js';
import type { Expression, Scope } from '../../model/expr.js';
import type { Condition, NameRead, Plan } from '../../model/plan.js';
import type { Text } from '../../model/text.js';
import type { WhenDocument } from '../document/decision.js';
import { toText } from '../document/words.js';
import { orderingOf } from '../ordering.js';
import { nameInRule, printRule } from '../print-rule.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { expressionAt } from './expression.js';

/** What rules call the things of a profile. */
export type Named = Pick<Plan, 'fields' | 'groups' | 'indicators'>;

/** A rule whole, and condition by condition as people meet it. */
export interface Rule {
  readonly when: Expression;
  readonly conditions: readonly Condition[];
}

/**
 * One rule, or several that must all hold, some in words of their own. A rule without such words falls into the parts of
 * its outermost `and`. null, with each error at its place, where any of them is none.
 */
export function compileWhen(
  stated: WhenDocument,
  path: Path,
  scope: Scope,
  named: Named,
  reporter: Reporter,
): Rule | null {
  const several = Array.isArray(stated);
  const entries = several ? stated : [stated];
  const parts = entries.map((entry, index) => {
    const at = several ? [...path, index] : path;
    const [hold, text] = typeof entry === 'string' ? [entry, null] : [entry.hold, toText(entry.text)];
    const rule = expressionAt(hold, text === null ? at : [...at, 'hold'], scope, reporter, 'boolean');
    return rule === null ? null : { rule, text };
  });
  const whole = parts.every((part) => part !== null) ? parts : null;
  if (whole === null) return null;
  const joined = whole.map(({ rule }) => `(${rule.text})`).join(' and ');
  const when = whole.length === 1 ? whole[0]!.rule : expressionAt(joined, path, scope, reporter, 'boolean');
  if (when === null) return null;
  const conditions = whole.flatMap(({ rule, text }) =>
    text === null
      ? conditionsOf(rule).map((one) => conditionOf(one, null, scope, named))
      : [conditionOf(rule, text, scope, named)],
  );
  return { when, conditions };
}

/** A rule with all that it takes to say it, and by how much it fails, in both languages. */
export function conditionOf(rule: Expression, text: Text | null, scope: Scope, named: Named): Condition {
  const order = orderingOf(rule.node, named.fields);
  return {
    rule,
    text: text ?? { zh: printRule(rule, named, 'zh'), en: printRule(rule, named, 'en') },
    reads: rule.reads.map((id): NameRead => {
      const field = named.fields.get(id);
      return {
        id,
        name: { zh: nameInRule(id, named, 'zh'), en: nameInRule(id, named, 'en') },
        kind: scope.lookup(id)?.type.kind ?? 'number',
        unit: field?.unit ?? null,
        field: field !== undefined,
      };
    }),
    order: order === null ? null : { side: order.side, unit: order.unit },
  };
}
