import type { Move } from '../../model/compared.js';
import { type Disposition, dispositions, dispositionText } from '../../model/decisions.js';
import type { Indicator } from '../../model/plan.js';
import type { Run } from '../../model/run.js';
import type { Lang } from '../../model/text.js';
import { unitText } from '../../model/unit.js';
import type { Voice } from '../column.js';
import { moveText } from '../compare-table.js';
import { describeFirms } from '../describe-firm.js';
import { rankOrNull } from '../firm-column.js';
import { orderFirms } from '../firm-order.js';
import { hasStages } from '../has-stages.js';
import { valueColumn } from '../shown-value.js';
import type { Facet } from './facets.js';
import { packNumbers, packPhrases, packTexts, packValues } from './pack-columns.js';
import { packFindings, sheetNames } from './pack-findings.js';
import { packNames, packSorted } from './pack-names.js';
import type { PackedFirms, PackedIndicator, PackedNumbers } from './page/packed.js';
import { pageWords } from './page/page-words.js';

/** Values are shown, not reckoned with: money and percents to 2 digits, bare ratios to 4. */
const VALUE_DIGITS = { money: 2, percent: 2, integer: 0, number: 4, points: 4, text: 0, date: 0 } as const;

/**
 * Every firm of a run for the page, in the order of the other reports, so that shuffled inputs differ in places only.
 * Cost: firms × indicators; some 180 bytes a firm with 18 indicators.
 */
export function packFirms(run: Run, facets: readonly Facet[]): PackedFirms {
  const { plan, firms, scores, decisions } = run;
  const voice: Voice = { lang: run.lang, headers: 'text' };
  const order = orderFirms(run);
  const words = describeFirms(run, voice);
  const text = (of: (firm: number) => string | null) => packTexts(order.map(of));
  const number = (of: (firm: number) => number | null, digits = 0): PackedNumbers =>
    packNumbers(order.length, (index) => of(order[index]!), digits);
  const points = (column: Float64Array) => number((firm) => column[firm]!, plan.decimals);
  const sheets = sheetNames(run);
  const sheet = number((firm) => sheets.of(firms.rowOf(firm)));
  const findings = packFindings(run, order, sheets);
  const known = dispositions.filter((one) => decisions.disposition.includes(one));
  return {
    words: pageWords[run.lang],
    count: order.length,
    decimals: plan.decimals,
    ranked: plan.scored ? decisions.ranked : 0,
    ids: packSorted(order.map((firm) => firms.ids[firm] ?? '')),
    names: packNames(order.map((firm) => firms.names[firm] ?? '')),
    total: points(scores.total),
    rank: number((firm) => rankOrNull(decisions.rank[firm])),
    rankInStage: number((firm) => (hasStages(plan) ? rankOrNull(decisions.rankInStage[firm]) : null)),
    disposition: {
      texts: known.map((one) => dispositionText[one][run.lang]),
      of: number((firm) => known.indexOf(decisions.disposition[firm]!)),
    },
    dispositionCodes: known,
    stageIndex: number((firm) => (scores.stage[firm]! < 0 ? null : scores.stage[firm]!)),
    stage: hasStages(plan) ? text(words.stage) : null,
    grade: plan.gradeBy === null ? null : text(words.grade),
    facets: facets.map(({ field, texts }) => ({
      name: field.name[run.lang],
      column: text((firm) => texts[firm] ?? null),
    })),
    previous: packPrevious(run, order),
    lists: text((firm) => words.lists(firm)),
    offers: text(words.offers),
    reasons: packPhrases(order.map(words.reasons)),
    sheets: sheets.all(),
    sheet,
    row: number((firm) => firms.rowOf(firm).row),
    groups: plan.groups.map(({ name, part }, index) => ({
      name: name[run.lang],
      part,
      points: points(scores.groups[index]!),
    })),
    indicators: plan.indicators.map((indicator, index) => packIndicator(run, indicator, index, order)),
    findings,
  };
}

/** How each firm stood in the last run and how it moved; null where no run was given. */
function packPrevious(
  { previous, firms, plan, lang }: Run,
  order: readonly number[],
): PackedFirms['previous'] {
  if (previous === undefined) return null;
  const compared = new Map(previous.compared.firms.map((one) => [one.id, one]));
  const of = (firm: number) => compared.get(firms.ids[firm] ?? '');
  return {
    period: previous.compared.before.period,
    move: packTexts(order.map((firm) => textOfMove(of(firm)?.move, lang))),
    total: packNumbers(order.length, (at) => of(order[at]!)?.before?.total ?? null, plan.decimals),
    result: packTexts(order.map((firm) => textOfResult(of(firm)?.before?.disposition, lang))),
  };
}

const textOfMove = (move: Move | undefined, lang: Lang): string | null =>
  move === undefined ? null : moveText[move][lang];
const textOfResult = (disposition: Disposition | undefined, lang: Lang): string | null =>
  disposition === undefined ? null : dispositionText[disposition][lang];

function packIndicator(
  run: Run,
  indicator: Indicator,
  index: number,
  order: readonly number[],
): PackedIndicator {
  const { plan, scores, lang } = run;
  const value = valueColumn(run, index, { lang, headers: 'text' });
  const { format } = value.column;
  const percent = format === 'percent';
  const values = order.map((firm) => {
    const one = value.of(firm);
    return percent && typeof one === 'number' ? one * 100 : one;
  });
  const [points, weights] = [scores.points[index]!, scores.weights[index]!];
  // As scoring rounds weights, to 10 decimals; a plan's own weight may have more.
  const isOwn = (firm: number): boolean =>
    Math.abs(weights[firm]! - (indicator.weight[scores.stage[firm]!] ?? Number.NaN)) > 1e-9;
  return {
    name: indicator.name[lang],
    group: indicator.group,
    rule: ruleText(indicator, run),
    unit: percent ? '%' : indicator.unit === null ? '' : unitText(indicator.unit)[lang],
    values: packValues(values, VALUE_DIGITS[format]),
    points: packNumbers(order.length, (at) => points[order[at]!]!, plan.decimals),
    weight: indicator.weight.map((one) => Number(one.toFixed(plan.decimals))),
    weights: order.some(isOwn)
      ? packNumbers(order.length, (at) => (isOwn(order[at]!) ? weights[order[at]!]! : null), plan.decimals)
      : null,
  };
}

const ruleText = ({ rule }: Indicator, { lang }: Run): string =>
  rule.kind === 'single'
    ? rule.scorer.text[lang]
    : rule.options.map((option) => option.scorer.text[lang]).join(lang === 'zh' ? '；或 ' : '; or ');
