import { dispositions } from '../../model/decisions.js';
import type { Indicator } from '../../model/plan.js';
import type { Run } from '../../model/run.js';
import type { Voice } from '../column.js';
import { describeFirms } from '../describe-firm.js';
import { orNull, rankOrNull } from '../firm-column.js';
import { orderFirms } from '../firm-order.js';
import { valueColumn } from '../shown-value.js';
import { dispositionText, unitText } from '../words.js';
import type { Facet } from './facets.js';
import { visible } from './markup.js';
import { packNumbers, packTexts, packValues } from './pack-columns.js';
import { packFindings, sheetNames } from './pack-findings.js';
import type { PackedFirms, PackedIndicator } from './page/packed.js';
import { pageWords } from './page/page-words.js';

/** Values are shown, not reckoned with: money and percents to 2 digits, bare ratios to 4. */
const VALUE_DIGITS = { money: 2, percent: 2, integer: 0, number: 4, points: 4, text: 0, date: 0 } as const;

/**
 * Every firm of a run for the page, in the order of the other reports, so that shuffled inputs differ in places only.
 * Cost: firms × indicators; some 250 bytes a firm with 18 indicators.
 */
export function packFirms(run: Run, facets: readonly Facet[]): PackedFirms {
  const { plan, firms, scores, decisions } = run;
  const voice: Voice = { lang: run.lang, headers: 'text' };
  const order = orderFirms(run);
  const words = describeFirms(run, voice);
  const text = (of: (firm: number) => string | null) => packTexts(order.map(of));
  const number = (of: (firm: number) => number | null, digits = 0) => packNumbers(order.map(of), digits);
  const points = (column: Float64Array) => number((firm) => orNull(column[firm]), plan.decimals);
  const sheets = sheetNames(run);
  const places = order.map((firm) => firms.rowOf(firm));
  const sheet = packNumbers(places.map(sheets.of), 0);
  const findings = packFindings(run, order, sheets);
  const known = dispositions.filter((one) => decisions.disposition.includes(one));
  return {
    words: pageWords[run.lang],
    count: order.length,
    decimals: plan.decimals,
    ranked: plan.scored ? decisions.ranked : 0,
    ids: order.map((firm) => visible(firms.ids[firm] ?? '')),
    names: order.map((firm) => visible(firms.names[firm] ?? '')),
    total: points(scores.total),
    rank: number((firm) => rankOrNull(decisions.rank[firm])),
    rankInStage: number((firm) => (plan.stages.by === null ? null : rankOrNull(decisions.rankInStage[firm]))),
    disposition: {
      texts: known.map((one) => dispositionText[one][run.lang]),
      of: number((firm) => known.indexOf(decisions.disposition[firm]!)),
    },
    dispositionCodes: known,
    stageIndex: number((firm) => (scores.stage[firm]! < 0 ? null : scores.stage[firm]!)),
    stage: plan.stages.by === null ? null : text(words.stage),
    grade: plan.gradeBy === null ? null : text(words.grade),
    facets: facets.map(({ field, texts }) => ({
      name: field.name[run.lang],
      column: text((firm) => texts[firm] ?? null),
    })),
    lists: text((firm) => words.lists(firm)),
    offers: text(words.offers),
    reasons: text(words.reasons),
    sheets: sheets.all(),
    sheet,
    row: packNumbers(
      places.map((place) => place.row),
      0,
    ),
    groups: plan.groups.map(({ name, part }, index) => ({
      name: name[run.lang],
      part,
      points: points(scores.groups[index]!),
    })),
    indicators: plan.indicators.map((indicator, index) => packIndicator(run, voice, indicator, index, order)),
    findings,
  };
}

function packIndicator(
  run: Run,
  voice: Voice,
  indicator: Indicator,
  index: number,
  order: readonly number[],
): PackedIndicator {
  const { plan, scores } = run;
  const value = valueColumn(run, index, voice);
  const { format } = value.column;
  const percent = format === 'percent';
  const weights = scores.weights[index]!;
  const own = (firm: number): boolean => {
    const weight = weights[firm]!;
    return !Number.isNaN(weight) && weight !== indicator.weight[scores.stage[firm] ?? -1];
  };
  return {
    name: indicator.name[run.lang],
    group: indicator.group,
    rule: ruleText(indicator, run),
    unit: percent ? '%' : indicator.unit === null ? '' : unitText(indicator.unit)[run.lang],
    values: packValues(
      order.map((firm) => {
        const one = value.of(firm);
        return percent && typeof one === 'number' ? one * 100 : one;
      }),
      VALUE_DIGITS[format],
    ),
    points: packNumbers(
      order.map((firm) => orNull(scores.points[index]![firm])),
      plan.decimals,
    ),
    weight: indicator.weight.map((one) => Number(one.toFixed(plan.decimals))),
    weights: order.some(own)
      ? packNumbers(
          order.map((firm) => (own(firm) ? weights[firm]! : null)),
          plan.decimals,
        )
      : null,
  };
}

const ruleText = ({ rule }: Indicator, { lang }: Run): string =>
  rule.kind === 'single'
    ? rule.scorer.text[lang]
    : rule.options.map((option) => option.scorer.text[lang]).join(lang === 'zh' ? '；或 ' : '; or ');
