import { round10, roundHalfUp } from '../expr/index.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import { cohortKey } from '../score/index.js';

/** What each firm earned of each indicator before any weight: the same in every draw. */
interface Earned {
  /** Raw points; NaN where the firm has none to give, and for closed firms. */
  readonly raw: Float64Array;
  /** Most raw points of the method that gave them. */
  readonly top: Float64Array;
}

/** Points by other weights. Its columns are written anew by each call. */
export interface Shaken {
  /** [indicator][stage]: the weights to score by. */
  score(weights: readonly (readonly number[])[]): Scores;
}

/**
 * Prepares a run's firms to be scored again by other weights: an indicator's points are its share of the method's top times
 * the weight, so shares are reckoned once and a draw is some multiplications, rounded and added as `score` does. With the
 * profile's own weights it gives the run's own scores. Cost of a draw: firms × indicators.
 */
export function shakenScores(scores: Scores, plan: Plan): Shaken {
  const size = scores.total.length;
  const earned = plan.indicators.map((_, index) => earnedOf(scores, plan, index));
  const points = plan.indicators.map(() => new Float64Array(size).fill(Number.NaN));
  const groups = plan.groups.map(() => new Float64Array(size).fill(Number.NaN));
  const total = new Float64Array(size).fill(Number.NaN);
  const withheld = [...scores.withheld];
  const scale = 10 ** plan.decimals;
  const unitsOf = (amount: number) =>
    Number.isFinite(amount) ? Math.round(roundHalfUp(amount, plan.decimals) * scale) : amount;
  const members = plan.groups.map((_, group) =>
    plan.indicators.flatMap((one, index) => (one.group === group ? [index] : [])),
  );
  const reweights = plan.groups.map(
    (group, index) =>
      group.part !== 'bonus' && members[index]!.some((one) => plan.indicators[one]!.missing === 'reweight'),
  );
  const bonusCap = unitsOf(plan.bonusCap ?? Number.POSITIVE_INFINITY);
  const floor = unitsOf(plan.floor ?? Number.NEGATIVE_INFINITY);

  return {
    score(weights) {
      const limits = plan.groups.map(({ cap }, group) =>
        plan.stages.names.map((_, stage) => {
          const sum = members[group]!.reduce((all, index) => all + weights[index]![stage]!, 0);
          const most = cap ?? Number.POSITIVE_INFINITY;
          return unitsOf(reweights[group] ? Math.min(most, sum) : most);
        }),
      );
      for (let firm = 0; firm < size; firm++) if (scores.scored[firm] === 1) scoreFirm(firm, weights, limits);
      return { ...scores, points, groups, total, withheld };
    },
  };

  function scoreFirm(
    firm: number,
    weights: readonly (readonly number[])[],
    limits: readonly number[][],
  ): void {
    const stage = scores.stage[firm]!;
    const sums = { base: 0, bonus: 0, deduction: 0 };
    let covered = true;
    for (let group = 0; group < groups.length; group++) {
      const factor = reweights[group] ? factorOf(group, firm, stage, weights) : 1;
      if (factor === null) {
        covered = false;
        groups[group]![firm] = Number.NaN;
        for (const index of members[group]!)
          points[index]![firm] = pointsOf(index, firm, weights[index]![stage]!);
        continue;
      }
      let units = 0;
      for (const index of members[group]!) {
        const weight = weights[index]![stage]!;
        const given = pointsOf(index, firm, factor === 1 ? weight : round10(weight * factor));
        points[index]![firm] = given;
        if (!Number.isNaN(given)) units += Math.round(given * scale);
      }
      units = Math.min(units, limits[group]![stage]!);
      groups[group]![firm] = units / scale;
      sums[plan.groups[group]!.part] += units;
    }
    // Gates and bypasses do not hang on weights; what the data cover may.
    if (scores.withheld[firm] === 'bypass' || scores.withheld[firm] === 'gates-only') return;
    withheld[firm] = covered ? null : 'coverage';
    total[firm] = covered
      ? Math.max(sums.base + Math.min(sums.bonus, bonusCap) - sums.deduction, floor) / scale
      : Number.NaN;
  }

  /** What is lost under `reweight` gives its weight to the rest of its group; null where too little is left. */
  function factorOf(
    group: number,
    firm: number,
    stage: number,
    weights: readonly (readonly number[])[],
  ): number | null {
    let gone = 0;
    let whole = 0;
    for (const index of members[group]!) {
      const weight = weights[index]![stage]!;
      whole += weight;
      if (plan.indicators[index]!.missing === 'reweight' && isLost(index, firm, stage)) gone += weight;
    }
    if (gone === 0) return 1;
    const present = round10(whole - gone);
    if (present <= 0 || round10(present / whole) < (plan.coverage ?? 0)) return null;
    return whole / present;
  }

  function isLost(index: number, firm: number, stage: number): boolean {
    return Number.isNaN(earned[index]!.raw[firm]) && plan.indicators[index]!.weight[stage] !== 0;
  }

  function pointsOf(index: number, firm: number, weight: number): number {
    const raw = earned[index]!.raw[firm]!;
    if (Number.isNaN(raw)) {
      const { missing, group } = plan.indicators[index]!;
      const given = missing === 'reweight' && plan.groups[group]!.part !== 'bonus';
      return given && isLost(index, firm, scores.stage[firm]!) ? Number.NaN : 0;
    }
    if (raw === 0) return 0;
    const top = earned[index]!.top[firm]!;
    return roundHalfUp(weight === top ? raw : (raw * weight) / top, plan.decimals);
  }
}

function earnedOf(scores: Scores, plan: Plan, index: number): Earned {
  const indicator = plan.indicators[index]!;
  const { rule } = indicator;
  const size = scores.total.length;
  const raw = new Float64Array(size).fill(Number.NaN);
  const top = new Float64Array(size);
  for (let firm = 0; firm < size; firm++) {
    if (scores.scored[firm] !== 1) continue;
    const option =
      rule.kind === 'single' ? { ...rule, id: null } : rule.options[scores.chosen[index]?.[firm] ?? 0]!;
    const { scorer } = option;
    const value = scores.words[index]?.[firm] ?? scores.values[index]![firm]!;
    if (typeof value === 'number' && Number.isNaN(value)) continue;
    const stage = scorer.cohort?.within === 'stage' ? (plan.stages.names[scores.stage[firm]!] ?? '') : null;
    const values =
      scorer.cohort === null ? undefined : scores.cohorts.get(cohortKey(indicator.id, option.id, stage));
    if (scorer.cohort !== null && (values === undefined || values.length < scorer.cohort.least)) continue;
    raw[firm] = scorer.points(value, values === undefined ? null : { values });
    top[firm] = scorer.top;
  }
  return { raw, top };
}
