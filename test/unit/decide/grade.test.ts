import { expect, test } from 'vitest';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed } from '../../support/score-of.js';

const indicators = [{ id: 'patents', scorer: mark(100) }] as const;
const gradesOf = (plan: PlanParts, totals: readonly (number | null)[]) => {
  const run = assessed(
    { indicators, ...plan },
    totals.map((patents) => ({ patents })),
  );
  return Array.from(run.decisions.grade, (grade) => run.plan.grades[grade]?.id ?? null);
};
const byScore: PlanParts = {
  grades: [
    ['A', 80],
    ['B', 60],
  ],
};

test('by score a grade begins at its own edge', () => {
  expect(gradesOf(byScore, [80, 79.99, 60, 59.99])).toEqual(['A', 'B', 'B', null]);
});

test('the rounded total is graded', () => {
  expect(gradesOf(byScore, [79.995, 79.9949])).toEqual(['A', 'B']);
});

test('by rank percent the share of the stage decides', () => {
  const top: PlanParts = {
    grades: [
      ['领跑', 0.05],
      ['竞跑', 0.1],
      ['进取', 0.2],
    ],
    gradeBy: 'rank-percent',
  };
  const totals = Array.from({ length: 60 }, (_, firm) => 100 - firm);
  const grades = gradesOf(top, totals);
  // 3/60 is 5 %, 6/60 is 10 %, 12/60 is 20 %.
  expect(grades.slice(0, 13)).toEqual([
    ...new Array(3).fill('领跑'),
    ...new Array(3).fill('竞跑'),
    ...new Array(6).fill('进取'),
    null,
  ]);
});

test('ties at the edge are in together', () => {
  const top: PlanParts = { grades: [['A', 0.5]], gradeBy: 'rank-percent' };
  expect(gradesOf(top, [90, 80, 80, 70])).toEqual(['A', 'A', 'A', null]);
  expect(gradesOf(top, [90, 80, 75, 70])).toEqual(['A', 'A', null, null]);
});

test('by rank percent each stage has its own best', () => {
  const run = assessed(
    {
      indicators,
      stages: {
        names: ['初创期', '成长期'],
        cuts: [
          ['employees < 20', '初创期'],
          [null, '成长期'],
        ],
      },
      grades: [['A', 0.5]],
      gradeBy: 'rank-percent',
    },
    [
      { employees: 10, patents: 20 },
      { employees: 10, patents: 10 },
      { employees: 50, patents: 90 },
      { employees: 50, patents: 80 },
    ],
  );
  expect(Array.from(run.decisions.grade)).toEqual([0, -1, 0, -1]);
});

test('rejected, vetoed and withheld firms have no grade', () => {
  const run = assessed(
    {
      indicators: [{ id: 'patents', scorer: mark(100), missing: 'reweight' }],
      vetoes: [{ id: '失信', bar: 'dishonest', unknown: 'veto' }],
      grades: [['A', 0]],
    },
    [
      { patents: 90, dishonest: false },
      { patents: 90, dishonest: true },
      { patents: null, dishonest: false },
      { patents: 90, dishonest: false },
    ],
    { rejected: [3] },
  );
  expect(Array.from(run.decisions.grade)).toEqual([0, -1, -1, -1]);
});

test('a plan without grades gives none', () => {
  expect(gradesOf({}, [90])).toEqual([null]);
});
