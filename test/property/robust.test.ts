import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reassess } from '../../src/analyse/reassess.js';
import { shaken } from '../../src/analyse/robust.js';
import { shakenScores } from '../../src/analyse/shaken-scores.js';
import { firmsOf } from '../support/firms-builder.js';
import { planOf } from '../support/plan-builder.js';
import { anyRun } from '../support/random-run.js';

const asOf = 20_454;
const manifest = { period: '2025' };

test("the profile's own weights give the run's own scores", () => {
  fc.assert(
    fc.property(anyRun, ({ plan: parts, records }) => {
      const plan = planOf(parts);
      const { scores } = reassess(firmsOf(records), { plan, asOf, cohorts: null });
      const again = shakenScores(scores, plan).score(plan.indicators.map((one) => one.weight));
      expect(again.points).toEqual(scores.points);
      expect(again.groups).toEqual(scores.groups);
      expect(again.total).toEqual(scores.total);
      expect(again.withheld).toEqual(scores.withheld);
    }),
    { numRuns: 400 },
  );
});

test('other weights give what a profile with those weights gives', () => {
  fc.assert(
    fc.property(
      anyRun,
      fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 14, maxLength: 14 }),
      ({ plan: parts, records }, drawn) => {
        const plan = planOf(parts);
        const weights = plan.indicators.map((one, index) =>
          // What counts for nothing counts for nothing in every draw.
          one.weight.map((own, stage) => (own === 0 ? 0 : drawn[index * 2 + stage]! / 8)),
        );
        const other = {
          ...plan,
          indicators: plan.indicators.map((one, index) => ({ ...one, weight: weights[index]! })),
        };
        const rules = { plan, asOf, cohorts: null };
        const done = reassess(firmsOf(records), rules);
        const expected = reassess(done.firms, { plan: other, asOf, cohorts: done.scores.cohorts }).scores;
        const again = shakenScores(done.scores, plan).score(weights);
        expect(again.points).toEqual(expected.points);
        expect(again.total).toEqual(expected.total);
      },
    ),
    { numRuns: 400 },
  );
});

test('shaken by nothing, a firm is always listed or never', () => {
  fc.assert(
    fc.property(anyRun, ({ plan: parts, records }) => {
      const plan = planOf(parts);
      const done = reassess(firmsOf(records), { plan, asOf, cohorts: null });
      const { firms } = shaken({ plan, asOf, manifest }, done, { weights: 0, draws: 3, seed: 1 }, 'zh');
      for (const one of firms) {
        expect(one.share).toBe(one.listed ? 1 : 0);
        expect([one.rankLow, one.rankHigh]).toEqual([one.rank, one.rank]);
      }
    }),
    { numRuns: 100 },
  );
});

test('the same seed gives the same answer', () => {
  fc.assert(
    fc.property(anyRun, fc.nat(), ({ plan: parts, records }, seed) => {
      const plan = planOf(parts);
      const done = reassess(firmsOf(records), { plan, asOf, cohorts: null });
      const draw = () => shaken({ plan, asOf, manifest }, done, { weights: 0.3, draws: 20, seed }, 'zh');
      expect(draw()).toEqual(draw());
    }),
    { numRuns: 50 },
  );
});
