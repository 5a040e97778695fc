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
  const open = Int32Array.from(scores.scored.keys()).filter((firm) => scores.scored[firm] === 1);
  /** By group: the firms that lack something whose weight goes to others. */
  const lossy = members.map((indexes) =>
    open.filter((firm) =>
      indexes.some(
        (index) => plan.indicators[index]!.missing === 'reweight' && isLost(index, firm, scores.stage[firm]!),
      ),
    ),
  );
  const units = new Float64Array(size);
  const covered = new Uint8Array(size);
  const sums = {
    base: new Float64Array(size),
    bonus: new Float64Array(size),
    deduction: new Float64Array(size),
  };
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
      for (const part of Object.values(sums)) part.fill(0);
      covered.fill(1);
      plan.groups.forEach(({ part }, group) => {
        units.fill(0);
        for (const index of members[group]!) earn(index, weights[index]!);
        if (reweights[group]) for (const firm of lossy[group]!) reweigh(group, firm, weights);
        const limit = limits[group]!;
        for (const firm of open) {
          const given = Math.min(units[firm]!, limit[scores.stage[firm]!]!);
          groups[group]![firm] = given / scale;
          if (Number.isNaN(given)) covered[firm] = 0;
          else sums[part][firm]! += given;
        }
      });
      for (const firm of open) addUp(firm);
      return { ...scores, points, groups, total, withheld };
    },
  };

  /** A column of points by the weights as they stand, added to the group's units: the bulk of a draw. */
  function earn(index: number, weights: readonly number[]): void {
    const { raw, top } = earned[index]!;
    const column = points[index]!;
    const { stage } = scores;
    for (const firm of open) {
      const own = raw[firm]!;
      // What is missing is 0; where its weight goes to others, `reweigh` comes after.
      if (own === 0 || Number.isNaN(own)) {
        column[firm] = 0;
        continue;
      }
      const given = weighed(own, top[firm]!, weights[stage[firm]!]!);
      column[firm] = given;
      units[firm]! += Math.round(given * scale);
    }
  }

  /** As `pointsOf` of score: at the method's own weight its points pass untouched. */
  function weighed(own: number, top: number, weight: number): number {
    return roundHalfUp(weight === top ? own : (own * weight) / top, plan.decimals);
  }

  /** A firm that lacks something under `reweight`: its group anew, or no sum where too little is left. */
  function reweigh(group: number, firm: number, weights: readonly (readonly number[])[]): void {
    const stage = scores.stage[firm]!;
    const factor = factorOf(group, firm, stage, weights);
    let sum = 0;
    for (const index of members[group]!) {
      const own = earned[index]!.raw[firm]!;
      const weight = weights[index]![stage]!;
      const gives = plan.indicators[index]!.missing === 'reweight' && isLost(index, firm, stage);
      const given = gives
        ? Number.NaN
        : Number.isNaN(own) || own === 0
          ? 0
          : weighed(
              own,
              earned[index]!.top[firm]!,
              factor === 1 || factor === null ? weight : round10(weight * factor),
            );
      points[index]![firm] = given;
      if (!gives) sum += Math.round(given * scale);
    }
    units[firm] = factor === null ? Number.NaN : sum;
  }

  function addUp(firm: number): void {
    // Gates and bypasses do not hang on weights; what the data cover may.
    if (scores.withheld[firm] === 'bypass' || scores.withheld[firm] === 'gates-only') return;
    withheld[firm] = covered[firm] === 1 ? null : 'coverage';
    const sum = sums.base[firm]! + Math.min(sums.bonus[firm]!, bonusCap) - sums.deduction[firm]!;
    total[firm] = covered[firm] === 1 ? Math.max(sum, floor) / scale : Number.NaN;
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
