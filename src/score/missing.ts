import type { Indicator, Plan } from '../model/plan.js';
import type { Award } from './award.js';

/** True where the indicator counts in the firm's stage and has no points to give. A weight of 0 asks for nothing. */
export const isLost = (indicator: Indicator, award: Award, stage: number, firm: number): boolean =>
  Number.isNaN(award.raw[firm]) && indicator.weight[stage] !== 0;

/** A bonus that is missing is 0 whatever the policy says (DESIGN rule 3); else the indicator's own policy. */
export const policyOf = (plan: Plan, indicator: Indicator): 'bonus' | Indicator['missing'] =>
  plan.groups[indicator.group]!.part === 'bonus' ? 'bonus' : indicator.missing;

/** Closes the open firms, confirmed ones aside, that lack an indicator whose policy is `finding`; tells whether there were any. */
export function rejectMissing(
  plan: Plan,
  awards: readonly Award[],
  stage: Int16Array,
  open: Uint8Array,
  confirmed: Uint8Array,
): boolean {
  let any = false;
  plan.indicators.forEach((indicator, index) => {
    if (policyOf(plan, indicator) !== 'finding') return;
    for (let firm = 0; firm < open.length; firm++) {
      if (
        open[firm] === 1 &&
        confirmed[firm] === 0 &&
        isLost(indicator, awards[index]!, stage[firm]!, firm)
      ) {
        open[firm] = 0;
        any = true;
      }
    }
  });
  return any;
}
