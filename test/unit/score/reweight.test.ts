import { expect, test } from 'vitest';
import { linear, mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

const plan = (coverage: number | null): PlanParts => ({
  groups: [{ id: 'innovation' }, { id: 'growth' }],
  coverage,
  indicators: [
    { id: 'rd', name: '研发费用', value: 'rd_expense', scorer: linear(100), weight: 10, missing: 'reweight' },
    { id: 'patent', name: '专利', value: 'patents', scorer: linear(10), weight: 6, missing: 'reweight' },
    { id: 'staff', name: '职工', value: 'employees', scorer: linear(100), weight: 4, missing: 'zero' },
    { id: 'income', name: '收入', value: 'revenue', scorer: linear(100), weight: 20, group: 'growth' },
  ],
});

test('the weight of what is missing goes to the rest of its group in proportion, and is shown', () => {
  const run = assessed(plan(null), [{ rd_expense: null, patents: 5, employees: 50, revenue: 100 }]);
  expect(run.scores.weights.map(shown)).toEqual([[0], [12], [8], [20]]);
  expect(run.scores.points.map(shown)).toEqual([[null], [6], [4], [20]]);
  expect(shown(run.scores.total)).toEqual([30]);
  expect(run.findings.map((one) => [one.id, one.severity, one.args])).toEqual([
    ['cell.blank', 'warning', { field: '研发费用', indicators: ['研发费用'], effect: 'reweighted' }],
  ]);
});

test('what is missing under another policy keeps its weight and counts as there', () => {
  const { scores } = assessed(plan(0.5), [{ rd_expense: null, patents: 10, employees: null, revenue: 0 }]);
  expect(scores.weights.map(shown)).toEqual([[0], [12], [8], [20]]);
  expect(shown(scores.total)).toEqual([12]);
});

test('a share of exactly the coverage is enough', () => {
  const { scores } = assessed(plan(0.5), [{ rd_expense: null, patents: 10, employees: 100, revenue: 0 }]);
  expect(shown(scores.total)).toEqual([20]);
});

test('below the coverage the total is withheld, with the group', () => {
  const run = assessed(plan(0.51), [{ rd_expense: null, patents: 10, employees: 100, revenue: 100 }]);
  expect(shown(run.scores.total)).toEqual([null]);
  expect(run.scores.withheld).toEqual(['coverage']);
  expect(run.scores.groups.map(shown)).toEqual([[null], [20]]);
  expect(Array.from(run.scores.scored)).toEqual([1]);
  expect(run.findings.map((one) => [one.severity, one.args.effect])).toEqual([['warning', 'withheld']]);
});

test('a group of which nothing is there is withheld even without a coverage', () => {
  const { scores } = assessed(
    { indicators: [{ id: 'rd', value: 'rd_expense', scorer: linear(100), weight: 10, missing: 'reweight' }] },
    [{ rd_expense: null }],
  );
  expect(scores.withheld).toEqual(['coverage']);
});

test('firms with all values keep their weights', () => {
  const { scores } = assessed(plan(0.5), [{ rd_expense: 100, patents: 10, employees: 100, revenue: 100 }]);
  expect(scores.weights.map(shown)).toEqual([[10], [6], [4], [20]]);
  expect(shown(scores.total)).toEqual([40]);
});

test('rounding never lifts a reweighted group above its weights', () => {
  const quarter = { scorer: mark(1), weight: 5, missing: 'reweight' } as const;
  const { scores } = assessed(
    {
      indicators: [
        { id: 'patents', ...quarter },
        { id: 'prizes', ...quarter },
        { id: 'employees', ...quarter },
        { id: 'accidents', ...quarter },
      ],
    },
    [{ patents: 1, prizes: 1, employees: 1, accidents: null }],
  );
  expect(scores.points.map(shown)).toEqual([[6.67], [6.67], [6.67], [null]]);
  expect(shown(scores.total)).toEqual([20]);
});

test('an indicator without weight in the stage gives none away', () => {
  const { scores } = assessed(
    {
      indicators: [
        { id: 'rd', value: 'rd_expense', scorer: linear(100), weight: 0, missing: 'reweight' },
        { id: 'patents', scorer: linear(10), weight: 6 },
      ],
    },
    [{ rd_expense: null, patents: 10 }],
  );
  expect(scores.weights.map(shown)).toEqual([[0], [6]]);
  expect(shown(scores.total)).toEqual([6]);
});
