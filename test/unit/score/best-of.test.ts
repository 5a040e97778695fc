import { expect, test } from 'vitest';
import { bands, linear, mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

const rd = (missing: 'zero' | 'finding' = 'zero'): PlanParts => ({
  indicators: [
    {
      id: 'rd',
      name: '研发投入',
      bestOf: [
        { id: 'revenue', value: 'rd_expense / revenue', scorer: bands([0.06, 50], [0.03, 20]) },
        { id: 'cost', value: 'rd_expense / cost', scorer: bands([0.3, 50], [0.15, 20]) },
      ],
      weight: 50,
      missing,
    },
  ],
});

test('the option with the most points counts, and its value is shown', () => {
  const { scores } = assessed(rd(), [
    { rd_expense: 30, revenue: 1000, cost: 100 },
    { rd_expense: 60, revenue: 1000, cost: 400 },
  ]);
  expect(shown(scores.points[0]!)).toEqual([50, 50]);
  expect(shown(scores.values[0]!)).toEqual([0.3, 0.06]);
  expect(Array.from(scores.chosen[0]!)).toEqual([1, 0]);
});

test('of equal options the first counts', () => {
  const { scores } = assessed(rd(), [{ rd_expense: 60, revenue: 1000, cost: 100 }]);
  expect(shown(scores.values[0]!)).toEqual([0.06]);
});

test('the share of the top is compared, not the raw points', () => {
  const { scores } = assessed(
    {
      indicators: [
        {
          id: 'rd',
          bestOf: [
            { id: 'amount', value: 'rd_expense', scorer: mark(100) },
            { id: 'ratio', value: 'rd_expense / revenue', scorer: linear(0.1) },
          ],
          weight: 10,
        },
      ],
    },
    [{ rd_expense: 30, revenue: 600 }],
  );
  expect(shown(scores.points[0]!)).toEqual([5]);
  expect(Array.from(scores.chosen[0]!)).toEqual([1]);
});

test('an option without a value does not compete and is not asked for', () => {
  const run = assessed(rd('finding'), [{ rd_expense: 10, revenue: 1000, cost: null }]);
  expect(shown(run.scores.points[0]!)).toEqual([0]);
  expect(run.findings).toEqual([]);
});

test('without a value in any option every blank is told', () => {
  const run = assessed(rd('finding'), [{ rd_expense: 10, revenue: null, cost: null }]);
  expect(Array.from(run.scores.scored)).toEqual([0]);
  expect(run.findings.map((one) => [one.id, one.args.field])).toEqual([
    ['cell.blank', '营业收入'],
    ['cell.blank', '成本费用'],
  ]);
});
