import { sayFinding } from '../finding/index.js';
import type { ListPlaces } from '../model/decisions.js';
import { dispositionText } from '../model/decisions.js';
import type { ListKind, Offer } from '../model/plan.js';
import { quantityText } from '../model/quantity-text.js';
import type { Run } from '../model/run.js';
import type { Lang } from '../model/text.js';
import { compareText } from '../model/text-order.js';
import { moneyUnit } from '../model/unit.js';
import type { Voice } from './column.js';
import { findingsOf } from './findings-of.js';
import { numberText, rounded } from './number-text.js';
import { sayHeldAll } from './say-held.js';
import { withheldText } from './words.js';

/** How many of a firm's largest losses of points are told. */
const LOSSES = 3;

/** What a report says of a firm in words; with `--headers id` in codes. Nothing here depends on where its rows stand. */
export interface FirmWords {
  stage(firm: number): string | null;
  grade(firm: number): string | null;
  disposition(firm: number): string;
  /** The lists that it stands on, of one kind where told: a bank need not see the others. */
  lists(firm: number, kind?: ListKind): string;
  /** Offers, each with its limit. */
  offers(firm: number): string;
  /** Why it was rejected, vetoed or given no total, and what keeps it from the whitelists. */
  reasons(firm: number): string;
  /** The conditions of the whitelists that it does not meet, with its figures; empty for a firm that stands on one. */
  missed(firm: number): string;
  /** The indicators that cost it most, points over weight; empty for a firm that is listed or was not scored. */
  losses(firm: number): string;
}

export function describeFirms(run: Run, voice: Voice): FirmWords {
  const { plan, decisions, scores } = run;
  const { lang } = voice;
  const codes = voice.headers === 'id';
  const joint = codes ? ';' : lang === 'zh' ? '；' : '; ';
  const findings = findingsOf(run);
  const base = plan.indicators.flatMap((indicator, index): Losing[] =>
    plan.groups[indicator.group]?.part === 'base'
      ? [
          {
            name: codes ? indicator.id : indicator.name[lang],
            points: scores.points[index]!,
            weights: scores.weights[index]!,
          },
        ]
      : [],
  );
  const worst: Losing[] = [];
  const losses = new Float64Array(LOSSES);
  const weights = new Map<number, string>();
  const weightText = (weight: number): string => {
    const text = weights.get(weight) ?? String(Number(weight.toFixed(plan.decimals)));
    // Reweighting may give each firm its own.
    if (weights.size < 1000) weights.set(weight, text);
    return text;
  };
  const { reasons } = run;
  const whitelists = plan.lists.flatMap((list, index) =>
    list.kind === 'whitelist' ? [{ list, index, places: decisions.places?.[index] ?? null }] : [],
  );
  const gated = plan.groups.flatMap((group, index) =>
    group.min === null ? [] : [{ group, min: group.min, index }],
  );

  return {
    stage: (firm) => plan.stages.names[scores.stage[firm] ?? -1] ?? null,
    grade(firm) {
      const grade = plan.grades[decisions.grade[firm] ?? -1];
      return grade === undefined ? null : codes ? grade.id : grade.name[lang];
    },
    disposition(firm) {
      const disposition = decisions.disposition[firm]!;
      return codes ? disposition : dispositionText[disposition][lang];
    },
    lists: (firm, kind) =>
      decisions.lists[firm]!.map((index) => plan.lists[index]!)
        .filter((list) => kind === undefined || list.kind === kind)
        .map((list) => (codes ? list.id : list.name[lang]))
        .join(joint),
    offers: (firm) =>
      decisions.offers[firm]!.map(({ offer, limit }) => {
        const made = plan.offers[offer]!;
        const name = codes ? made.id : made.name[lang];
        if (limit === null) return name;
        const shown = rounded(limit);
        return `${name} ${codes ? shown : quantityText(shown, limitUnitId(made))[lang]}`;
      }).join(joint),
    reasons(firm) {
      const said: string[] = [];
      if (decisions.disposition[firm] === 'rejected') {
        const errors = findings(firm).filter((one) => one.severity === 'error');
        // Without notes, which name places: those change when rows are shuffled.
        const texts = errors.map((one) => {
          const { found, expected } = sayFinding({ ...one, notes: [] }, lang);
          return [found, expected].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
        });
        said.push(...[...new Set(texts)].sort(compareText));
      }
      for (const index of decisions.vetoes[firm]!) {
        const veto = plan.vetoes[index]!.text[lang];
        said.push(lang === 'zh' ? `否决：${veto}` : `veto: ${veto}`);
      }
      const withheld = scores.withheld[firm] ?? null;
      if (withheld !== null && scores.scored[firm] === 1) said.push(withheldText[withheld][lang]);
      for (const { group, min, index } of gated) {
        const points = scores.groups[index]?.[firm] ?? Number.NaN;
        if (scores.scored[firm] !== 1 || withheld === 'bypass' || !(points < min)) continue;
        said.push(
          lang === 'zh'
            ? `「${group.name.zh}」${points} 分，低于下限 ${min} 分`
            : `${group.name.en} has ${points} points, below its minimum of ${min}`,
        );
      }
      const missed = missedOf(firm);
      if (missed !== '') said.push(lang === 'zh' ? `未满足：${missed}` : `not met: ${missed}`);
      return said.join(lang === 'zh' ? '；' : '; ');
    },
    missed: missedOf,
    losses(firm) {
      const disposition = decisions.disposition[firm];
      if (scores.scored[firm] !== 1 || disposition === 'whitelisted' || !plan.scored) return '';
      const found = largestLosses(base, firm, worst, losses);
      let said = '';
      for (const one of worst.slice(0, found)) {
        const points = one.points[firm]!;
        const shown = Number.isNaN(points) ? '-' : numberText(points);
        said += `${said === '' ? '' : joint}${one.name} ${shown}/${weightText(one.weights[firm]!)}`;
      }
      return said;
    },
  };

  function missedOf(firm: number): string {
    const disposition = decisions.disposition[firm];
    if (reasons === undefined || (disposition !== 'referred' && disposition !== 'below-line')) return '';
    let said = '';
    for (const { list, index, places } of whitelists) {
      const held = reasons.missed(index, firm);
      const why = held.length > 0 ? sayHeldAll(held, lang) : placeText(places, firm, lang);
      if (why === '') continue;
      const of = whitelists.length > 1 ? (lang === 'zh' ? `「${list.name.zh}」` : `${list.name.en}: `) : '';
      said += `${said === '' ? '' : joint}${of}${why}`;
    }
    return said;
  }
}

/** 名次 105，只取前 100 名: all conditions hold and others are better. */
function placeText(places: ListPlaces | null, firm: number, lang: Lang): string {
  const group = places?.groups[places.group[firm] ?? -1];
  const place = places?.place[firm] ?? 0;
  if (group === undefined || place <= group.edge) return '';
  return lang === 'zh'
    ? `第 ${place} 名，只取前 ${group.edge} 名`
    : `place ${place}, the first ${group.edge} are in`;
}

/** An indicator that can cost points. */
interface Losing {
  readonly name: string;
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/** The indicators that cost a firm most, the first of equal ones first. `worst` and `losses` are written anew and reused. */
function largestLosses(base: readonly Losing[], firm: number, worst: Losing[], losses: Float64Array): number {
  let found = 0;
  for (const one of base) {
    const points = one.points[firm]!;
    const exact = one.weights[firm]! - (Number.isNaN(points) ? 0 : points);
    // Rounding keeps an order, so that what is no more than a rounded loss need not be rounded itself.
    if (found === LOSSES && exact <= losses[LOSSES - 1]!) continue;
    const loss = rounded(exact);
    if (!(loss > 0) || (found === LOSSES && loss <= losses[LOSSES - 1]!)) continue;
    let place = found < LOSSES ? found++ : LOSSES - 1;
    for (; place > 0 && losses[place - 1]! < loss; place--) {
      losses[place] = losses[place - 1]!;
      worst[place] = worst[place - 1]!;
    }
    losses[place] = loss;
    worst[place] = one;
  }
  return found;
}

/** 万元 unless the limit is in another currency. */
export const limitUnitId = (offer: Offer): string =>
  offer.limitType?.kind === 'number' && offer.limitType.money !== null
    ? moneyUnit[offer.limitType.money]
    : moneyUnit.CNY;
