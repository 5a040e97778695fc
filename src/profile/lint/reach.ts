import { round10 } from '../../expr/index.js';
import type { Plan } from '../../model/plan.js';
import { attainable, groupTop } from '../compile/weights.js';
import { type Range, type Ranges, rangeOf } from './ranges.js';

/** Where the total and its parts can be in any stage: what lists, offers and grades may ask for. */
export function reachOf(plan: Plan): Ranges {
  const reach = new Map<string, Range>();
  if (!plan.scored) return reach;
  const tops = plan.groups.map((group, index) =>
    round10(Math.max(...plan.stages.names.map((_, stage) => groupTop(group, index, plan.indicators, stage)))),
  );
  for (const [index, group] of plan.groups.entries())
    reach.set(`group_${group.id}`, rangeOf(0, tops[index]!));
  for (const indicator of plan.indicators) {
    // Under reweight a point may weigh more than its own weight, though never more than its group.
    const top = indicator.missing === 'reweight' ? tops[indicator.group]! : Math.max(...indicator.weight);
    reach.set(`points_${indicator.id}`, rangeOf(0, top));
  }
  const sumOf = (part: 'bonus' | 'deduction') =>
    plan.groups.reduce((sum, group, index) => sum + (group.part === part ? tops[index]! : 0), 0);
  const base = Math.max(
    ...plan.stages.names.map((_, stage) => attainable(plan.groups, plan.indicators, stage)),
  );
  const bonus = Math.min(plan.bonusCap ?? Number.POSITIVE_INFINITY, sumOf('bonus'));
  reach.set('total', rangeOf(plan.floor ?? -round10(sumOf('deduction')), round10(base + bonus)));
  reach.set('rank', rangeOf(1, Number.POSITIVE_INFINITY));
  reach.set('rank_in_stage', rangeOf(1, Number.POSITIVE_INFINITY));
  const share: Range = { low: 0, lowOpen: true, high: 1, highOpen: false };
  reach.set('rank_percent', share);
  reach.set('rank_percent_in_stage', share);
  return reach;
}
