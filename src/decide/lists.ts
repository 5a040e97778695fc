import { bindNumber } from '../expr/index.js';
import type { Frame } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';

const noList: readonly number[] = [];

/**
 * The lists that each eligible firm stands on (indexes into `Plan.lists`): those whose rule holds. A rule that is
 * null does not hold. A whitelist also asks every group minimum, save of firms
 * that a bypass confirmed. Cost: firms × lists.
 */
export function placeOnLists(
  plan: Plan,
  frame: Frame,
  scores: Scores,
  eligible: Uint8Array,
): readonly (readonly number[])[] {
  const lists = new Array<readonly number[]>(frame.size).fill(noList);
  const belowMinimum = minimumGate(plan, scores);
  plan.lists.forEach((list, index) => {
    const holds = bindNumber(list.when, frame);
    for (let firm = 0; firm < frame.size; firm++) {
      if (eligible[firm] === 0 || holds(firm) !== 1) continue;
      if (list.kind === 'whitelist' && belowMinimum[firm] === 1) continue;
      lists[firm] = [...lists[firm]!, index];
    }
  });
  return lists;
}

/** 1 where a group with a minimum is below it, or has no sum that could reach it. */
function minimumGate(plan: Plan, scores: Scores): Uint8Array {
  const below = new Uint8Array(scores.total.length);
  plan.groups.forEach(({ min }, index) => {
    if (min === null) return;
    const sums = scores.groups[index]!;
    for (let firm = 0; firm < below.length; firm++)
      if (!(sums[firm]! >= min) && scores.withheld[firm] !== 'bypass') below[firm] = 1;
  });
  return below;
}
