import { printExpression } from '../expr/index.js';
import type { Expression, Node } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang, Text } from '../model/text.js';
import { outcomeNames, pointsName } from './outcome-names.js';

/** What names in rules are looked up in. */
type Named = Pick<Plan, 'fields' | 'groups' | 'indicators'>;

/** An expression with the names of the plan, as people call them. */
export const printRule = (expression: Expression | Node, plan: Named, lang: Lang): string =>
  printExpression(expression, lang, (id) => nameInRule(id, plan, lang));

/** A field, 总分, or 研发得分 for the points of an indicator or a group. */
export function nameInRule(id: string, plan: Named, lang: Lang): string {
  const field = plan.fields.get(id)?.name[lang];
  const scored =
    plan.groups.find((one) => `group_${one.id}` === id) ??
    plan.indicators.find((one) => `points_${one.id}` === id);
  if (scored !== undefined) return pointsName(scored.name)[lang];
  return field ?? outcomeNames[id]?.[lang] ?? id;
}

/** Under `by` the rule's own text says for whom it is. */
export const unguarded = ({ node, ...rest }: Expression): Expression => ({
  ...rest,
  node: node.op === 'if' && node.otherwise.op === 'null' ? node.then : node,
});

const assumed: Text = { zh: '假定：', en: 'assumed: ' };

/** Issuer, document, clause and date; or the reason of an assumption. */
export function sourceText(source: SourceNote, lang: Lang): string {
  if ('assumed' in source) return `${assumed[lang]}${source.reason}`;
  return [source.issuer, source.document, source.clause, source.date]
    .filter((part) => part !== null)
    .join(lang === 'zh' ? '，' : ', ');
}
