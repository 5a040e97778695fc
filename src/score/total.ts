import { roundHalfUp } from '../expr/index.js';
import type { Plan } from '../model/plan.js';
import type { Withheld } from '../model/scores.js';
import type { Weights } from './weigh.js';

export interface Totals {
  /** Capped sums, one column a group; a deduction is a positive amount. NaN where null. */
  readonly groups: readonly Float64Array[];
  readonly total: Float64Array;
  readonly withheld: readonly (Withheld | null)[];
}

/**
 * Σ of capped groups + min(Σ of bonus groups, bonus cap) − Σ of deductions, not below the floor. Everything is added as
 * integers in 10^-decimals, so the parts shown add up to the total shown. Cost: firms × indicators.
 */
export function total(
  plan: Plan,
  points: readonly Float64Array[],
  { short }: Weights,
  stage: Int16Array,
  open: Uint8Array,
  confirmed: Uint8Array,
): Totals {
  const size = open.length;
  const scale = 10 ** plan.decimals;
  const unitsOf = (amount: number) =>
    Number.isFinite(amount) ? Math.round(roundHalfUp(amount, plan.decimals) * scale) : amount;
  const limits = groupLimits(plan, short).map((limit) => limit.map(unitsOf));
  const members = plan.groups.map((_, group) =>
    points.filter((_, index) => plan.indicators[index]!.group === group),
  );
  const bonusCap = unitsOf(plan.bonusCap ?? Number.POSITIVE_INFINITY);
  const floor = unitsOf(plan.floor ?? Number.NEGATIVE_INFINITY);
  const groups = plan.groups.map(() => new Float64Array(size).fill(Number.NaN));
  const totals = new Float64Array(size).fill(Number.NaN);
  const withheld = new Array<Withheld | null>(size).fill(null);
  for (let firm = 0; firm < size; firm++) {
    if (open[firm] === 0) continue;
    let base = 0;
    let bonus = 0;
    let deduction = 0;
    let covered = true;
    for (let group = 0; group < groups.length; group++) {
      if (short[group]?.[firm] === 1) {
        covered = false;
        continue;
      }
      let units = 0;
      for (const column of members[group]!) {
        const one = column[firm]!;
        if (!Number.isNaN(one)) units += Math.round(one * scale);
      }
      units = Math.min(units, limits[group]![stage[firm]!]!);
      groups[group]![firm] = units / scale;
      const { part } = plan.groups[group]!;
      if (part === 'base') base += units;
      else if (part === 'bonus') bonus += units;
      else deduction += units;
    }
    if (confirmed[firm] === 1) withheld[firm] = 'bypass';
    else if (!plan.scored) withheld[firm] = 'gates-only';
    else if (!covered) withheld[firm] = 'coverage';
    else {
      const units = base + Math.min(bonus, bonusCap) - deduction;
      totals[firm] = Math.max(units, floor) / scale;
    }
  }
  return { groups, total: totals, withheld };
}

/**
 * The most that a group can give, [group][stage]: its cap. A group that reweights can also never give more than its
 * weights add up to: three times 6.67 of 20 would be 20.01.
 */
function groupLimits(plan: Plan, short: Weights['short']): number[][] {
  return plan.groups.map((group, index) =>
    plan.stages.names.map((_, stage) => {
      const cap = group.cap ?? Number.POSITIVE_INFINITY;
      if (short[index] === null) return cap;
      const members = plan.indicators.filter((indicator) => indicator.group === index);
      return Math.min(
        cap,
        members.reduce((sum, indicator) => sum + indicator.weight[stage]!, 0),
      );
    }),
  );
}
