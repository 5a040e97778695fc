import { roundHalfUp } from '../expr/index.js';
import type { Plan } from '../model/plan.js';
import type { Award } from './award.js';
import type { Derived } from './derive.js';
import { isLost, policyOf } from './missing.js';
import type { Weights } from './weigh.js';

/**
 * Points of one indicator, rounded half-up to the plan's decimals: the share of the method's top that the firm earned,
 * times the weight in force. What is missing is 0, or null where its weight went to others. NaN for closed firms. They are
 * written over the raw points, which nobody reads any more: another column an indicator would be a fifth of all columns.
 */
export function pointsOf(
  plan: Plan,
  index: number,
  options: readonly Derived[],
  { raw, chosen }: Award,
  weights: Weights,
  stage: Int16Array,
  open: Uint8Array,
): Float64Array {
  const indicator = plan.indicators[index]!;
  const weight = weights.columns[index]!;
  const lostPoints = policyOf(plan, indicator) === 'reweight' ? Number.NaN : 0;
  const points = raw;
  for (let firm = 0; firm < points.length; firm++) {
    if (open[firm] === 0) {
      points[firm] = Number.NaN;
      continue;
    }
    const earned = raw[firm]!;
    if (Number.isNaN(earned)) {
      points[firm] = isLost(indicator, { raw, chosen }, stage[firm]!, firm) ? lostPoints : 0;
      continue;
    }
    const top = options[chosen === null ? 0 : chosen[firm]!]!.scorer.top;
    const full = weight[firm]!;
    // At the method's own weight its points pass untouched, also where it has none to give and top is 0.
    points[firm] = roundHalfUp(full === top ? earned : (earned * full) / top, plan.decimals);
  }
  return points;
}
