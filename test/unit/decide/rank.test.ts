import { expect, test } from 'vitest';
import { rank } from '../../../src/decide/rank.js';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed } from '../../support/score-of.js';

test('equal totals share a rank and the next ranks are left out', () => {
  const ranks = rank(Float64Array.of(70, 90, 80, 80), [0, 0, 0, 0], 1);
  expect(Array.from(ranks.rank)).toEqual([4, 1, 2, 2]);
  expect(ranks.ranked).toBe(4);
});

test('ranks in a stage count its own firms only', () => {
  const ranks = rank(Float64Array.of(70, 90, 80, 80), [0, 1, 0, 1], 2);
  expect(Array.from(ranks.rankInStage)).toEqual([2, 1, 1, 2]);
  expect(ranks.rankedInStage).toEqual([2, 2]);
});

test('a firm without a total has no rank and counts for none', () => {
  const ranks = rank(Float64Array.of(Number.NaN, 50, 60), [0, 0, 0], 1);
  expect(Array.from(ranks.rank)).toEqual([0, 2, 1]);
  expect(ranks.ranked).toBe(2);
});

test('a total of 0 has a rank, −0 the same one', () => {
  expect(Array.from(rank(Float64Array.of(0, -0, 1), [0, 0, 0], 1).rank)).toEqual([2, 2, 1]);
});

test('a stage without firms has a cohort of 0', () => {
  const ranks = rank(Float64Array.of(1), [1], 3);
  expect(ranks.rankedInStage).toEqual([0, 1, 0]);
});

const plan: PlanParts = {
  indicators: [{ id: 'patents', scorer: mark(100) }],
  vetoes: [{ id: '失信', bar: 'dishonest', unknown: 'reject' }],
};

test('rejected and vetoed firms have no rank', () => {
  const { decisions } = assessed(plan, [
    { patents: 99, dishonest: true },
    { patents: 98, dishonest: null },
    { patents: 70, dishonest: false },
    { patents: 80, dishonest: false },
  ]);
  expect(Array.from(decisions.rank)).toEqual([0, 0, 2, 1]);
  expect(decisions.ranked).toBe(2);
});

test('the rounded total ranks: what looks equal is equal', () => {
  const { decisions } = assessed({ indicators: [{ id: 'patents', scorer: mark(100) }] }, [
    { patents: 80.001 },
    { patents: 80.004 },
    { patents: 79.9949 },
  ]);
  expect(Array.from(decisions.rank)).toEqual([1, 1, 3]);
});
