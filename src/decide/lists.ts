import { bindNumber } from '../expr/index.js';
import type { ListPlaces } from '../model/decisions.js';
import type { Frame } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import { placeFirms } from './place.js';

const noList: readonly number[] = [];

export interface Listed {
  /** By firm: the lists that it stands on (indexes into `Plan.lists`). */
  readonly lists: readonly (readonly number[])[];
  /** By list: places of those that take the best. */
  readonly places: readonly (ListPlaces | null)[];
}

/**
 * The lists that each eligible firm stands on: those whose rule holds. A rule that is null does not hold. A whitelist also
 * asks every group minimum, save of firms that a bypass confirmed. A list that takes the best cuts what is left at its
 * edge. Cost: firms × lists, and a sort for each list that takes the best.
 */
export function placeOnLists(plan: Plan, frame: Frame, scores: Scores, eligible: Uint8Array): Listed {
  const lists = new Array<readonly number[]>(frame.size).fill(noList);
  const belowMinimum = minimumGate(plan, scores);
  const places = plan.lists.map((list, index): ListPlaces | null => {
    const holds = bindNumber(list.when, frame);
    const gated = list.kind === 'whitelist';
    const isOn = (firm: number): boolean =>
      eligible[firm] !== 0 && holds(firm) === 1 && !(gated && belowMinimum[firm] === 1);
    const put = (firm: number) => {
      lists[firm] = [...lists[firm]!, index];
    };
    if (list.ranking === undefined) {
      for (let firm = 0; firm < frame.size; firm++) if (isOn(firm)) put(firm);
      return null;
    }
    const candidates = new Uint8Array(frame.size);
    for (let firm = 0; firm < frame.size; firm++) if (isOn(firm)) candidates[firm] = 1;
    const placed = placeFirms(list.ranking, frame, scores.total, candidates);
    for (let firm = 0; firm < frame.size; firm++) {
      const group = placed.groups[placed.group[firm]!];
      if (group !== undefined && placed.place[firm]! <= group.edge) put(firm);
    }
    return placed;
  });
  return { lists, places };
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
