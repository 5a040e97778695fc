import { expect, test } from 'vitest';
import { linear, type PlanParts } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

const growth: PlanParts = {
  indicators: [
    {
      id: 'growth',
      name: '营业收入增长率',
      // A denominator of 0 gives null; a negative prior year is made one.
      value: 'revenue / max(revenue_prior, 0) - 1',
      scorer: linear(0.2),
      weight: 10,
    },
  ],
};

test('growth is measured against the year before', () => {
  const { scores } = assessed(growth, [
    { revenue: 110, revenue_prior: 100 },
    { revenue: 80, revenue_prior: 100 },
  ]);
  expect(shown(scores.values[0]!)).toEqual([0.1, -0.2]);
  expect(shown(scores.points[0]!)).toEqual([5, 0]);
});

test.each([0, -100])('a prior year of %d gives no growth, and the figures are told', (prior) => {
  const run = assessed(growth, [{ revenue: 110, revenue_prior: prior }]);
  expect(shown(run.scores.values[0]!)).toEqual([null]);
  expect(run.findings.map((one) => [one.id, one.args])).toEqual([
    [
      'firm.no-value',
      {
        indicator: '营业收入增长率',
        inputs: ['营业收入 = 110 万元', `上年营业收入 = ${prior} 万元`],
        effect: 'zero',
      },
    ],
  ]);
});

test('a blank prior year is a blank cell', () => {
  const run = assessed(growth, [{ revenue: 110, revenue_prior: null }]);
  expect(run.findings.map((one) => [one.id, one.args.field])).toEqual([['cell.blank', '上年营业收入']]);
});
