import { expect, test } from 'vitest';
import { bands, linear, lookup, mark } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

test('115/100 − 1 meets the edge 0.15', () => {
  const { scores } = assessed(
    {
      indicators: [
        { id: 'growth', value: 'revenue / revenue_prior - 1', scorer: bands([0.15, 20], [0.1, 15]) },
      ],
    },
    [
      { revenue: 115, revenue_prior: 100 },
      { revenue: 114.99, revenue_prior: 100 },
    ],
  );
  expect(115 / 100 - 1).toBeLessThan(0.15);
  expect(shown(scores.values[0]!)).toEqual([0.15, 0.1499]);
  expect(shown(scores.points[0]!)).toEqual([20, 15]);
});

test('points are rounded half-up as decimals, not as binary fractions', () => {
  const { scores } = assessed({ indicators: [{ id: 'patents', scorer: mark(10) }] }, [
    { patents: 1.005 },
    { patents: 2.675 },
    { patents: 8.345 },
    { patents: 1.00499 },
  ]);
  expect(Math.round(1.005 * 100) / 100).toBe(1);
  expect(shown(scores.points[0]!)).toEqual([1.01, 2.68, 8.35, 1]);
});

test('points are rounded to the decimals of the plan', () => {
  const at = (decimals: number) =>
    shown(
      assessed({ decimals, indicators: [{ id: 'patents', scorer: mark(10) }] }, [{ patents: 2.5 }]).scores
        .total,
    );
  expect(at(0)).toEqual([3]);
  expect(at(1)).toEqual([2.5]);
});

test('a share of the top is the share of the weight', () => {
  const { scores } = assessed(
    {
      indicators: [
        { id: 'ratio', value: 'rd_expense / revenue', scorer: linear(0.1), weight: 7 },
        { id: 'patents', scorer: mark(20), weight: 5 },
      ],
    },
    [{ rd_expense: 50, revenue: 1000, patents: 16 }],
  );
  expect(scores.points.map(shown)).toEqual([[3.5], [4]]);
});

test('a method whose words all earn 0 gives 0, not nothing', () => {
  const { scores } = assessed(
    { indicators: [{ id: 'lab', value: 'lab_level', scorer: lookup({ 无: 0 }) }] },
    [{ lab_level: '无' }],
  );
  expect(shown(scores.points[0]!)).toEqual([0]);
});
