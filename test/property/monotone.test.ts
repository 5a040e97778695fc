import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scorer } from '../../src/model/plan.js';
import { listProfiles, loadProfile } from '../../src/profile/index.js';
import type { IndicatorPart } from '../support/plan-builder.js';
import { bands, linear, percentile } from '../support/plan-builder.js';
import { anyRun } from '../support/random-run.js';
import { assessed } from '../support/score-of.js';

/** Methods of which more is never worse, and no indicator that deducts: what stands on 奖项 can only help. */
const helps = (one: IndicatorPart, index: number): IndicatorPart =>
  index > 0 && one.value !== 'prizes'
    ? one
    : {
        ...one,
        value: 'prizes',
        ...(one.group === 'fault' && { group: 'extra' }),
        scorer: [linear(7), bands([20, 10], [10, 6.5], [2.5, 1]), percentile('all', 2)][index % 3]!,
      };

test('raising what counts in a firm’s favour never lowers its total', () => {
  let raised = 0;
  fc.assert(
    fc.property(anyRun, fc.nat(), fc.integer({ min: 1, max: 80 }), ({ plan, records }, which, quarters) => {
      const parts = { ...plan, indicators: plan.indicators?.map(helps) ?? [] };
      const firm = which % records.length;
      const before = records[firm]!.prizes;
      if (typeof before !== 'number') return;
      const more = records.map((one, index) =>
        index === firm ? { ...one, prizes: before + quarters / 4 } : one,
      );
      const [low, high] = [assessed(parts, records), assessed(parts, more)].map(
        ({ scores }) => scores.total[firm]!,
      );
      expect(Number.isNaN(high!)).toBe(Number.isNaN(low!));
      if (Number.isNaN(low!)) return;
      expect(high).toBeGreaterThanOrEqual(low!);
      if (high! > low!) raised++;
    }),
    { numRuns: 500 },
  );
  expect(raised).toBeGreaterThan(50);
});

const shipped = [fileURLToPath(new URL('../../profiles', import.meta.url))];

test('points of every shipped indicator go one way with its value', () => {
  const odd = listProfiles(shipped).flatMap(({ id }) =>
    loadProfile(id, shipped).plan.indicators.flatMap(({ id: indicator, rule }) => {
      const scorers = rule.kind === 'single' ? [rule.scorer] : rule.options.map((option) => option.scorer);
      return scorers
        .filter((one) => one.input === 'number' && one.cohort === null && !goesOneWay(one))
        .map(() => `${id} ${indicator}`);
    }),
  );
  expect(odd).toEqual([]);
});

test('a scorer that goes up and down is seen', () => {
  expect(goesOneWay({ ...linear(7), points: (value) => Math.sin(Number(value)) })).toBe(false);
});

/** From −10 to 10⁶, dense about every edge that a public table has. */
const values = [
  ...Array.from({ length: 4000 }, (_, step) => (step - 200) / 200),
  ...Array.from({ length: 2000 }, (_, step) => step / 2),
  ...Array.from({ length: 4000 }, (_, step) => step * 250),
].sort((a, b) => a - b);

function goesOneWay(scorer: Scorer): boolean {
  const points = values.map((value) => scorer.points(value, null)).filter((one) => !Number.isNaN(one));
  const steps = points.slice(1).map((one, index) => one - points[index]!);
  return steps.every((one) => one >= 0) || steps.every((one) => one <= 0);
}
