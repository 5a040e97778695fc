import { printExpression } from '../expr/index.js';
import type { Expression, Node } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang, Text } from '../model/text.js';

/** What rules can read beside fields, as people call it. */
const names: Readonly<Record<string, Text>> = {
  as_of: { zh: '基准日', en: 'as-of date' },
  total: { zh: '总分', en: 'total' },
  stage: { zh: '阶段', en: 'stage' },
  grade: { zh: '等级', en: 'grade' },
  rank: { zh: '名次', en: 'rank' },
  rank_percent: { zh: '名次百分比', en: 'rank percent' },
  rank_in_stage: { zh: '阶段内名次', en: 'rank in stage' },
  rank_percent_in_stage: { zh: '阶段内名次百分比', en: 'rank percent in stage' },
  bypassed: { zh: '符合直接认定条件', en: 'confirmed by a bypass' },
};

/** What names in rules are looked up in. */
type Named = Pick<Plan, 'fields' | 'groups' | 'indicators'>;

/** An expression with the names of the plan, as people call them. */
export const printRule = (expression: Expression | Node, plan: Named, lang: Lang): string =>
  printExpression(expression, lang, (id) => nameInRule(id, plan, lang));

/** A field, 总分, or 研发得分 for the points of an indicator or a group. */
export function nameInRule(id: string, plan: Named, lang: Lang): string {
  const field = plan.fields.get(id)?.name[lang];
  const group = plan.groups.find((one) => `group_${one.id}` === id)?.name[lang];
  const indicator = plan.indicators.find((one) => `points_${one.id}` === id)?.name[lang];
  const points = group ?? indicator;
  if (points !== undefined) return lang === 'zh' ? `${points}得分` : `points of ${points}`;
  return field ?? names[id]?.[lang] ?? id;
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
