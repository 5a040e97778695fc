import { round10 } from '../../expr/index.js';
import type { Group, Indicator } from '../../model/plan.js';
import type { ProfileDocument } from '../document/document.js';
import type { Reporter } from '../report.js';

/** The points that the base groups can give in a stage: Σ of each group's weights, up to its cap. */
export function attainable(
  groups: readonly Group[],
  indicators: readonly Indicator[],
  stage: number,
): number {
  const sums = groups.map((group, index) =>
    group.part === 'base' ? groupTop(group, index, indicators, stage) : 0,
  );
  return round10(sums.reduce((total, sum) => total + sum, 0));
}

/** The points that a group can give in a stage. */
export const groupTop = (
  group: Group,
  index: number,
  indicators: readonly Indicator[],
  stage: number,
): number => {
  const own = indicators.filter((one) => one.group === index).map((one) => one.weight[stage] ?? 0);
  return Math.min(
    group.cap ?? Number.POSITIVE_INFINITY,
    own.reduce((total, weight) => total + weight, 0),
  );
};

/** Weights make the scale in every stage, and every group can reach its minimum. */
export function checkWeights(
  document: ProfileDocument,
  stages: readonly string[],
  groups: readonly Group[],
  indicators: readonly Indicator[],
  reporter: Reporter,
): void {
  const { scale } = document;
  if (scale === undefined) {
    reporter.add('profile.missing-key', ['indicators'], { key: 'scale' }, { key: true });
    return;
  }
  for (const [index, stage] of stages.entries()) {
    const sum = attainable(groups, indicators, index);
    if (scale !== 'sum' && sum !== scale)
      reporter.add('profile.weights-sum', ['scale'], { stage, sum, scale });
  }
  for (const [index, group] of groups.entries()) {
    const least = Math.min(...stages.map((_, stage) => groupTop(group, index, indicators, stage)));
    if (group.min !== null && group.min > round10(least)) {
      reporter.add('profile.min-out-of-reach', ['groups', index, 'min'], {
        min: group.min,
        top: round10(least),
      });
    }
    if (!indicators.some((one) => one.group === index)) {
      reporter.add('profile.empty-group', ['groups', index, 'id'], { group: group.id });
    }
  }
}
