import { round10 } from '../expr/index.js';
import type { Plan } from '../model/plan.js';
import type { Ranks } from './rank.js';

/**
 * The best grade whose edge the firm reaches: a total of at least `from`, or a rank in its stage within the first
 * `from` of those ranked there, ties in together. -1 for firms without a rank. Cost: firms × grades.
 */
export function grade(plan: Plan, total: Float64Array, stage: ArrayLike<number>, ranks: Ranks): Int16Array {
  const grades = new Int16Array(total.length).fill(-1);
  if (plan.gradeBy === null) return grades;
  const byScore = plan.gradeBy === 'score';
  for (let firm = 0; firm < total.length; firm++) {
    if (ranks.rank[firm] === 0) continue;
    const reached = byScore
      ? total[firm]!
      : round10(ranks.rankInStage[firm]! / ranks.rankedInStage[stage[firm]!]!);
    grades[firm] = plan.grades.findIndex(({ from }) =>
      byScore ? reached >= from : reached <= round10(from),
    );
  }
  return grades;
}
