import { round10 } from '../expr/index.js';
import type { Plan } from '../model/plan.js';
import type { Award } from './award.js';
import { isLost, policyOf } from './missing.js';

/** The weights in force, one column an indicator, NaN for firms that are not open. */
export interface Weights {
  readonly columns: readonly Float64Array[];
  /** By group: 1 where too little of its weight is there to go on; null for a group that never reweights. */
  readonly short: readonly (Uint8Array | null)[];
}

/**
 * The weights of each firm's stage. Where an indicator under `reweight` is missing, the others of its group take its
 * weight over in proportion, as long as the share that is there reaches the profile's coverage. What is missing under
 * another policy keeps its weight. Cost: firms × indicators.
 */
export function weigh(plan: Plan, awards: readonly Award[], stage: Int16Array, open: Uint8Array): Weights {
  const columns = plan.indicators.map((indicator) => {
    const column = new Float64Array(open.length).fill(Number.NaN);
    for (let firm = 0; firm < column.length; firm++) {
      if (open[firm] === 1) column[firm] = indicator.weight[stage[firm]!]!;
    }
    return column;
  });
  const short = plan.groups.map((_, group) => reweight(plan, group, awards, columns, stage, open));
  return { columns, short };
}

function reweight(
  plan: Plan,
  group: number,
  awards: readonly Award[],
  columns: readonly Float64Array[],
  stage: Int16Array,
  open: Uint8Array,
): Uint8Array | null {
  const members = plan.indicators.flatMap((indicator, index) => (indicator.group === group ? [index] : []));
  const movable = members.filter((index) => policyOf(plan, plan.indicators[index]!) === 'reweight');
  if (movable.length === 0) return null;
  const lost = (index: number, firm: number) =>
    isLost(plan.indicators[index]!, awards[index]!, stage[firm]!, firm);
  const short = new Uint8Array(open.length);
  for (let firm = 0; firm < open.length; firm++) {
    if (open[firm] === 0) continue;
    let gone = 0;
    for (const index of movable) if (lost(index, firm)) gone += columns[index]![firm]!;
    if (gone === 0) continue;
    let whole = 0;
    for (const index of members) whole += columns[index]![firm]!;
    const present = round10(whole - gone);
    if (present <= 0 || round10(present / whole) < (plan.coverage ?? 0)) {
      short[firm] = 1;
      continue;
    }
    for (const index of movable) if (lost(index, firm)) columns[index]![firm] = 0;
    for (const index of members) columns[index]![firm] = round10((columns[index]![firm]! * whole) / present);
  }
  return short;
}
