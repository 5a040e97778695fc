import { printExpression } from '../expr/index.js';
import type { ExplainedIndicator } from '../model/explained.js';
import type { Cohort, Indicator, Plan, Rule } from '../model/plan.js';
import type { MissingEffect } from '../model/scores.js';
import type { Lang } from '../model/text.js';
import { figuresIn, printRule, showerOf, sourceText, unguarded } from '../profile/index.js';
import { cohortKey } from '../score/index.js';
import { filledIn, type Given, inputsOf } from './inputs.js';
import type { Reassessed } from './reassess.js';

/** Where the points of one indicator of one firm came from: cells, formula, value, band, weight, clause. */
export function explainIndicator(
  index: number,
  { firms, scores }: Reassessed,
  firm: number,
  given: Given,
  plan: Plan,
  lang: Lang,
): ExplainedIndicator {
  const indicator = plan.indicators[index]!;
  const option = optionOf(indicator.rule, scores.chosen[index]?.[firm] ?? 0);
  const { scorer } = option;
  const expression = unguarded(option.value);
  const word = scores.words[index]?.[firm] ?? null;
  const number = scores.values[index]![firm]!;
  const value = word ?? (Number.isNaN(number) ? null : number);
  const stage = scores.stage[firm]!;
  const cohort = cohortOf(indicator, option, plan.stages.names[stage], scores.cohorts);
  const points = scores.points[index]![firm]!;
  const weight = scores.weights[index]![firm]!;
  // Its conditions are its rule; the chain that is run says the same at length.
  const byCases = scorer.method === 'cases';
  return {
    id: indicator.id,
    name: indicator.name[lang],
    formula: byCases ? scorer.text[lang] : printRule(expression, plan, lang),
    filled: byCases
      ? ''
      : printExpression(filledIn(expression.node, given, plan, lang), lang, (id) => id, figuresIn(lang)),
    value,
    shown: value === null ? '' : showValue(value, option, indicator.unit, lang),
    inputs: inputsOf(option.value.reads, firms, firm, plan, lang),
    applied: value === null ? '' : scorer.explain(value, cohort, lang),
    points: Number.isNaN(points) ? null : points,
    weight: Number.isNaN(weight) ? 0 : weight,
    missing: missingOf(
      indicator,
      value,
      option,
      cohort,
      stage,
      points,
      scores.withheld[firm] === 'coverage',
      plan,
    ),
    source: sourceText(indicator.source, lang),
    assumed: 'assumed' in indicator.source,
  };
}

type Option = Pick<Extract<Rule, { kind: 'single' }>, 'value' | 'scorer'> & { readonly id: string | null };

const optionOf = (rule: Rule, chosen: number): Option =>
  rule.kind === 'single' ? { ...rule, id: null } : rule.options[chosen]!;

function cohortOf(
  indicator: Indicator,
  { id, scorer }: Option,
  stage: string | undefined,
  cohorts: ReadonlyMap<string, Float64Array>,
): Cohort | null {
  if (scorer.cohort === null) return null;
  const values = cohorts.get(
    cohortKey(indicator.id, id, scorer.cohort.within === 'stage' ? (stage ?? '') : null),
  );
  return values === undefined ? null : { values };
}

function showValue(value: number | string, { scorer }: Option, unit: string | null, lang: Lang): string {
  if (typeof value === 'string') return value;
  if (scorer.input === 'boolean')
    return lang === 'zh' ? (value === 1 ? '是' : '否') : value === 1 ? 'yes' : 'no';
  return showerOf(unit)(value)[lang];
}

/** What came of a value that earns nothing because it is unknown, as scoring settled it (DESIGN rule 1). */
function missingOf(
  indicator: Indicator,
  value: number | string | null,
  { scorer }: Option,
  cohort: Cohort | null,
  stage: number,
  points: number,
  short: boolean,
  plan: Plan,
): MissingEffect | null {
  if (stage < 0 || indicator.weight[stage] === 0) return null;
  const relative = scorer.cohort !== null && (cohort?.values.length ?? 0) < scorer.cohort.least;
  if (value !== null && !relative && !Number.isNaN(scorer.points(value, cohort))) return null;
  if (plan.groups[indicator.group]!.part === 'bonus') return 'bonus';
  if (indicator.missing === 'finding') return 'rejected';
  if (indicator.missing === 'zero') return 'zero';
  return short && Number.isNaN(points) ? 'withheld' : 'reweighted';
}
