import fc from 'fast-check';
import type { FirmRecord } from './firms-builder.js';
import { bands, type IndicatorPart, linear, mark, type PlanParts, percentile } from './plan-builder.js';

const amounts = ['revenue', 'rd_expense', 'patents', 'prizes', 'employees', 'accidents'] as const;

/** Values that sit on edges, tie with each other and carry binary dust, or are blank. */
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map((one) => one / 4) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100_000 }).map((one) => one / 1000) },
  { weight: 1, arbitrary: fc.constant(null) },
);

export const anyRecord: fc.Arbitrary<FirmRecord> = fc.record({
  ...Object.fromEntries(amounts.map((id) => [id, value])),
  revenue_prior: value,
  dishonest: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true), fc.constant(null)),
});

const anyScorer = fc.oneof(
  fc.constantFrom(linear(7), linear(0.3)),
  fc.constantFrom(bands([20, 10], [10, 6.5], [2.5, 1]), bands([0.15, 5])),
  fc.constantFrom(mark(25), mark(3.3)),
  fc.constantFrom(percentile('all', 2), percentile('stage', 3)),
);

const weight = fc.integer({ min: 0, max: 200 }).map((one) => one / 8);

const anyIndicator: fc.Arbitrary<Omit<IndicatorPart, 'id'>> = fc.record({
  group: fc.constantFrom('innovation', 'growth', 'extra', 'fault'),
  value: fc.oneof(
    fc.constantFrom(...amounts),
    fc.constantFrom('rd_expense / revenue', 'revenue / max(revenue_prior, 0) - 1', 'patents / employees'),
  ),
  scorer: anyScorer,
  weight: fc.tuple(weight, weight).map((both) => [...both]),
  missing: fc.constantFrom('zero', 'finding', 'reweight'),
});

const cap = fc.option(fc.integer({ min: 1, max: 300 }).map((one) => one / 10));

const coverage = fc.oneof(fc.constant(null), fc.constantFrom<number>(0.3, 0.5, 0.8));

/** Two stages, four groups, a few indicators of every method and policy, vetoes, grades, lists and an offer. */
const anyPlan: fc.Arbitrary<PlanParts> = fc.record({
  stages: fc.constant({
    names: ['初创期', '成长期'],
    cuts: [
      ['revenue_prior < 5 万元', '初创期'],
      [null, '成长期'],
    ] as const,
  }),
  groups: fc.tuple(cap, cap, cap, cap).map(([innovation, growth, extra, fault]) => [
    { id: 'innovation', cap: innovation, min: 2 },
    { id: 'growth', cap: growth },
    { id: 'extra', cap: extra, part: 'bonus' as const },
    { id: 'fault', cap: fault, part: 'deduction' as const },
  ]),
  indicators: fc
    .array(anyIndicator, { minLength: 1, maxLength: 7 })
    .map((list) => list.map((one, index) => ({ id: `x${index}`, ...one }))),
  bonusCap: cap,
  coverage,
  floor: fc.constantFrom(0, null, -5),
  decimals: fc.constantFrom(0, 1, 2, 3),
  vetoes: fc
    .constantFrom('pass-with-warning' as const, 'veto' as const, 'reject' as const)
    .map((unknown) => [{ id: '失信', bar: 'dishonest', unknown }]),
  grades: fc.constant([
    ['A', 0.3],
    ['B', 0.6],
  ] as const),
  gradeBy: fc.constant('rank-percent' as const),
  lists: fc.constant([
    { id: 'bank', kind: 'whitelist' as const, when: 'total >= 10' },
    { id: 'next', kind: 'referral' as const, when: 'rank_percent_in_stage <= 50%' },
    { id: 'all', kind: 'publicity' as const, when: 'patents is not missing' },
  ]),
  offers: fc.constant([{ id: '积分贷', when: 'grade = "A"', limits: ['rd_expense * 50%', '3 万元'] }]),
});

export const anyRun = fc.record({
  plan: anyPlan,
  records: fc.array(anyRecord, { minLength: 1, maxLength: 12 }),
});
