import { type Figure, printExpression } from '../expr/index.js';
import type { Expression, Node } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import { quantityText } from '../model/quantity-text.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang, Text } from '../model/text.js';
import { moneyUnit, units } from '../model/unit.js';
import { outcomeNames, pointsName } from './outcome-names.js';

/** What names in rules are looked up in. */
type Named = Pick<Plan, 'fields' | 'groups' | 'indicators'>;

/** An expression with the names of the plan, as people call them, and in English with figures as English writes them. */
export const printRule = (expression: Expression | Node, plan: Named, lang: Lang): string =>
  printExpression(expression, lang, (id) => nameInRule(id, plan, lang), figuresIn(lang));

/** How figures of a rule are written; as they stand where that is the language's own way. */
export const figuresIn = (lang: Lang): ((figure: Figure) => string) | undefined =>
  lang === 'zh' ? undefined : englishFigure;

/** 500 万元 → 5,000,000 CNY, 2 年 → 2 years, 3 件 → 3, 1.2亿 → 120,000,000; 10% and 60 stand as they are. */
function englishFigure({ value, money, shown }: Figure): string {
  if (money !== null) return quantityText(value, moneyUnit[money]).en;
  const word = /\p{Script=Han}.*$/su.exec(shown)?.[0];
  if (word === undefined) return shown;
  const unit = units.has(word.slice(-1)) ? word.slice(-1) : null;
  const days = word.endsWith('天') ? ' days' : word.endsWith('倍') ? ' times' : '';
  return `${quantityText(value, unit).en}${days}`;
}

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
