import { round10 } from '../expr/index.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import type { Outcomes } from './frame.js';
import type { Ranks } from './rank.js';

/**
 * What lists and offers can read of a scored firm: `total`, `stage`, `grade` (ids), `rank`, `rank_percent`,
 * `rank_in_stage`, `rank_percent_in_stage`, `bypassed`, `points_<indicator>`, `group_<group>`. Ranks are null where there are none.
 */
export function outcomesOf(plan: Plan, scores: Scores, ranks: Ranks, grades: Int16Array): Outcomes {
  const size = scores.total.length;
  const ranked = (rank: Int32Array, of: (rank: number, firm: number) => number) => () => {
    const column = new Float64Array(size).fill(Number.NaN);
    for (let firm = 0; firm < size; firm++)
      if (rank[firm]! > 0) column[firm] = round10(of(rank[firm]!, firm));
    return column;
  };
  const words = (of: (firm: number) => string | undefined) => () => {
    const column = new Array<string | null>(size).fill(null);
    for (let firm = 0; firm < size; firm++) column[firm] = of(firm) ?? null;
    return column;
  };
  return {
    numbers: new Map<string, () => ArrayLike<number>>([
      ['total', () => scores.total],
      ['bypassed', () => Float64Array.from(scores.withheld, (why) => (why === 'bypass' ? 1 : 0))],
      ['rank', ranked(ranks.rank, (rank) => rank)],
      ['rank_percent', ranked(ranks.rank, (rank) => rank / ranks.ranked)],
      ['rank_in_stage', ranked(ranks.rankInStage, (rank) => rank)],
      [
        'rank_percent_in_stage',
        ranked(ranks.rankInStage, (rank, firm) => rank / ranks.rankedInStage[scores.stage[firm]!]!),
      ],
      ...plan.indicators.map((one, index) => [`points_${one.id}`, () => scores.points[index]!] as const),
      ...plan.groups.map((one, index) => [`group_${one.id}`, () => scores.groups[index]!] as const),
    ]),
    texts: new Map<string, () => ArrayLike<string | null>>([
      ['stage', words((firm) => plan.stages.names[scores.stage[firm]!])],
      ['grade', words((firm) => plan.grades[grades[firm]!]?.id)],
    ]),
  };
}
