import { decisionFrame, outcomesOf, reasonsOf } from '../decide/index.js';
import { round10 } from '../expr/index.js';
import type { Adjustment } from '../model/adjustment.js';
import { dayText } from '../model/day.js';
import type {
  Distance,
  Explained,
  ExplainedCause,
  ExplainedGroup,
  ExplainedOffer,
  ExplainedRank,
  ExplainedStage,
  Loss,
} from '../model/explained.js';
import type { Frame } from '../model/expr.js';
import type { Finding } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import type { Reasons } from '../model/reasons.js';
import type { Lang } from '../model/text.js';
import { moneyUnit } from '../model/unit.js';
import { printRule, sourceText } from '../profile/index.js';
import type { Rules } from './assess-firms.js';
import { explainIndicator } from './explain-indicator.js';
import { explainList } from './explain-list.js';
import { explainConditions, ruleOf, valuesIn, verdictOf } from './explain-rule.js';
import { inputsOf } from './inputs.js';
import { type Reassessed, readsRanks } from './reassess.js';

/** How many of the largest losses are told. */
const LOSSES = 3;

/** What is told of a firm beside what its own figures say. */
export interface Context {
  readonly period: string;
  readonly lang: Lang;
  /** What people decided of it, laid over its decisions already. */
  readonly adjustments: readonly Adjustment[];
  readonly findings: readonly Finding[];
  readonly distance: Distance | null;
}

/**
 * Everything about one firm of some that were scored again: the parts shown add up to the total shown, and every part says
 * where it came from. Pure. Cost: a look at each rule.
 */
export function explainFirm(
  done: Reassessed,
  firm: number,
  { plan, asOf }: Rules,
  { period, lang, adjustments, findings, distance }: Context,
): Explained {
  const { firms, scores, decisions } = done;
  const frame = decisionFrame(firms, plan, asOf, outcomesOf(plan, scores, decisions, decisions.grade));
  const reasons = reasonsOf(firms, plan, scores, decisions, asOf);
  const groups = groupsOf(done, firm, plan, frame, lang);
  const total = scores.total[firm]!;
  const grade = plan.grades[decisions.grade[firm]!];
  return {
    run: {
      profile: plan.id,
      name: plan.name[lang],
      status: plan.status,
      period,
      asOf: dayText(asOf),
      decimals: plan.decimals,
    },
    firm: {
      id: firms.ids[firm] ?? null,
      name: firms.names[firm] ?? null,
      rows: rowsOf(done, firm),
    },
    disposition: decisions.disposition[firm]!,
    stage: stageOf(done, firm, plan, lang),
    groups,
    bonusCap: plan.bonusCap,
    floor: plan.floor,
    total: Number.isNaN(total) ? null : total,
    withheld: scores.scored[firm] === 1 ? (scores.withheld[firm] ?? null) : null,
    grade: grade === undefined ? null : { id: grade.id, name: grade.name[lang] },
    rank: readsRanks(plan) ? rankOf(done, firm) : null,
    vetoes: plan.vetoes.map((veto, index) => {
      const conditions = explainConditions(reasons.veto(index, firm), plan, lang);
      // An unknown veto that the profile counts as one bars too.
      const holds = decisions.vetoes[firm]!.includes(index) || verdictOf(veto.bar, frame, firm);
      return ruleOf(veto, veto.text[lang], holds, conditions, lang);
    }),
    bypasses: plan.bypasses.map((bypass, index) => {
      const conditions = explainConditions(reasons.bypass(index, firm), plan, lang);
      return ruleOf(bypass, bypass.text[lang], verdictOf(bypass.when, frame, firm), conditions, lang);
    }),
    lists: plan.lists.map((_, index) => explainList(index, done, firm, reasons, plan, lang)),
    causes: causesOf(reasons, firm, plan, lang),
    offers: offersOf(done, firm, reasons, plan, lang),
    adjustments: adjustments.flatMap(({ list, direction, reason, approver, date, effect }) =>
      effect !== 'done' || list === null || direction === null
        ? []
        : [
            {
              list: plan.lists[list]!.id,
              listName: plan.lists[list]!.name[lang],
              direction,
              reason: reason ?? '',
              approver: approver ?? '',
              date: date === null ? null : dayText(date),
            },
          ],
    ),
    findings,
    losses: lossesOf(groups),
    distance,
  };
}

function rowsOf({ firms }: Reassessed, firm: number) {
  return firms.rowsOf(firm).map((row) => {
    const { file = '', sheet = '' } = firms.tables[firms.rows.table[row]!] ?? {};
    return { file, sheet, row: firms.rows.number[row]! };
  });
}

function groupsOf(done: Reassessed, firm: number, plan: Plan, frame: Frame, lang: Lang): ExplainedGroup[] {
  const given = valuesIn(frame, firm, plan);
  return plan.groups.map((group, index) => {
    const points = done.scores.groups[index]![firm]!;
    return {
      id: group.id,
      name: group.name[lang],
      part: group.part,
      points: Number.isNaN(points) ? null : points,
      cap: group.cap,
      min: group.min,
      indicators: plan.indicators.flatMap((one, place) =>
        one.group === index ? [explainIndicator(place, done, firm, given, plan, lang)] : [],
      ),
    };
  });
}

const rest = { zh: '其余', en: 'the rest' } as const;

function stageOf({ firms, scores }: Reassessed, firm: number, plan: Plan, lang: Lang): ExplainedStage | null {
  const name = plan.stages.names[scores.stage[firm]!];
  const cut = plan.stages.cuts.find((one) => one.stage === scores.stage[firm]);
  if (name === undefined || cut === undefined) return null;
  const reads = plan.stages.cuts.flatMap((one) => one.when?.reads ?? []);
  return {
    name,
    rule: cut.when === null ? rest[lang] : printRule(cut.when, plan, lang),
    inputs: inputsOf(reads, firms, firm, plan, lang),
  };
}

function rankOf({ decisions, scores }: Reassessed, firm: number): ExplainedRank | null {
  if (decisions.rank[firm] === 0) return null;
  return {
    rank: decisions.rank[firm]!,
    of: decisions.ranked,
    inStage: decisions.rankInStage[firm]!,
    ofStage: decisions.rankedInStage[scores.stage[firm]!]!,
  };
}

/** What the profile's table of repairable causes finds for a firm on a list that is diagnosed. */
const causesOf = (reasons: Reasons, firm: number, plan: Plan, lang: Lang): ExplainedCause[] =>
  reasons.causes(firm).map(({ cause, known }) => {
    const { id, condition, department, remedy, source } = plan.causes![cause]!;
    return {
      id,
      text: condition.text[lang],
      known,
      department: department[lang],
      remedy: remedy[lang],
      source: sourceText(source, lang),
      assumed: 'assumed' in source,
    };
  });

const offersOf = (
  { decisions }: Reassessed,
  firm: number,
  reasons: Reasons,
  plan: Plan,
  lang: Lang,
): ExplainedOffer[] =>
  plan.offers.map((offer, index) => {
    const made = decisions.offers[firm]!.find((one) => one.offer === index);
    const conditions = explainConditions(reasons.offer(index, firm), plan, lang);
    const money = offer.limitType?.kind === 'number' ? offer.limitType.money : null;
    return {
      ...ruleOf(offer, offer.name[lang], made !== undefined, conditions, lang),
      kind: offer.kind,
      limit: made?.limit ?? null,
      unit: moneyUnit[money ?? 'CNY'],
    };
  });

/** The first of equals first, as reports tell them. */
function lossesOf(groups: readonly ExplainedGroup[]): Loss[] {
  return groups
    .filter((group) => group.part === 'base')
    .flatMap((group) => group.indicators)
    .map(({ id, name, points, weight }) => {
      const earned = points ?? 0;
      return { id, name, points: earned, weight, lost: round10(weight - earned) };
    })
    .filter((one) => one.lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, LOSSES);
}
