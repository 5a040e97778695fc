import { expect, test } from 'vitest';
import type { ListKind } from '../../../src/model/plan.js';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed } from '../../support/score-of.js';

const list = (when: string, kind: ListKind = 'whitelist'): PlanParts => ({
  groups: [{ id: 'innovation' }, { id: 'growth' }],
  indicators: [
    { id: 'patents', scorer: mark(100) },
    { id: 'income', value: 'revenue', scorer: mark(100), group: 'growth' },
  ],
  stages: {
    names: ['初创期', '成长期'],
    cuts: [
      ['employees < 20', '初创期'],
      [null, '成长期'],
    ],
  },
  grades: [
    ['A', 80],
    ['B', 50],
  ],
  lists: [{ id: 'bank', kind, when }],
});
const on = (when: string, ...records: readonly Readonly<Record<string, number | boolean | null>>[]) => {
  const filled = records.map((one) => ({ employees: 50, revenue: 0, patents: 0, ...one }));
  return assessed(list(when), filled).decisions.lists.map((lists) => lists.length === 1);
};

test('a list takes the firms whose rule holds', () => {
  expect(on('total >= 60', { patents: 60 }, { patents: 59.99 }, { patents: 59.995 })).toEqual([
    true,
    false,
    true,
  ]);
});

test('a rule that is null does not hold', () => {
  const records = [
    { patents: 60, authorised: true },
    { patents: 60, authorised: null },
    { patents: 60, authorised: false },
  ];
  expect(on('total >= 60 and authorised', ...records)).toEqual([true, false, false]);
});

test('a rule can read stage, grade, groups and points', () => {
  expect(on('stage = "初创期"', { employees: 5 }, { employees: 50 })).toEqual([true, false]);
  expect(on('grade in ("A", "B")', { patents: 80 }, { patents: 50 }, { patents: 49 })).toEqual([
    true,
    true,
    false,
  ]);
  expect(on('group_growth > group_innovation', { revenue: 5 }, { patents: 5 })).toEqual([true, false]);
  expect(on('points_income >= 5', { revenue: 5 }, { revenue: 4 })).toEqual([true, false]);
});

test('a rule can read ranks, where ties at the edge are in together', () => {
  const tied = [{ patents: 9 }, { patents: 7 }, { patents: 7 }, { patents: 1 }];
  expect(on('rank <= 2', ...tied)).toEqual([true, true, true, false]);
  expect(on('rank_percent <= 50%', ...tied)).toEqual([true, true, true, false]);
  const staged = [
    { employees: 5, patents: 1 },
    { employees: 50, patents: 9 },
    { employees: 50, patents: 8 },
  ];
  expect(on('rank_in_stage = 1', ...staged)).toEqual([true, true, false]);
  expect(on('rank_percent_in_stage <= 50%', ...staged)).toEqual([false, true, false]);
});

test('a firm without a grade or a rank is on no list that asks for one', () => {
  expect(on('grade = "A" or grade != "A"', { patents: 10 })).toEqual([false]);
});

test('a firm can qualify without a total', () => {
  const { decisions } = assessed(
    { groups: [], scored: false, lists: [{ id: 'srdi', kind: 'whitelist', when: 'prizes > 0' }] },
    [{ prizes: 1 }, { prizes: 0 }],
  );
  expect(decisions.disposition).toEqual(['whitelisted', 'below-line']);
});

test('rejected and vetoed firms stand on no list', () => {
  const { decisions } = assessed(
    { ...list('patents >= 0', 'publicity'), vetoes: [{ id: '失信', bar: 'dishonest', unknown: 'veto' }] },
    [
      { employees: 50, revenue: 1, patents: 1, dishonest: true },
      { employees: 50, revenue: 1, patents: 1, dishonest: false },
      { employees: 50, revenue: 1, patents: 1, dishonest: false },
    ],
    { rejected: [1] },
  );
  expect(decisions.lists).toEqual([[], [], [0]]);
});

const minimum = (kind: ListKind): PlanParts => ({
  ...list('total >= 60', kind),
  groups: [{ id: 'innovation', min: 20 }, { id: 'growth' }],
});

test('a group minimum keeps a firm off whitelists', () => {
  const { decisions } = assessed(minimum('whitelist'), [
    { employees: 50, patents: 20, revenue: 40 },
    { employees: 50, patents: 19.99, revenue: 80 },
  ]);
  expect(decisions.lists).toEqual([[0], []]);
  expect(decisions.disposition).toEqual(['whitelisted', 'below-line']);
});

test('a group minimum is no gate to a referral', () => {
  const { decisions } = assessed(minimum('referral'), [{ employees: 50, patents: 0, revenue: 80 }]);
  expect(decisions.lists).toEqual([[0]]);
});

test('a group whose sum is withheld does not reach its minimum', () => {
  const { decisions } = assessed(
    {
      groups: [{ id: 'innovation', min: 1 }],
      indicators: [{ id: 'patents', scorer: mark(10), missing: 'reweight' }],
      lists: [{ id: 'bank', kind: 'whitelist', when: 'employees > 0' }],
    },
    [
      { patents: null, employees: 5 },
      { patents: 1, employees: 5 },
    ],
  );
  expect(decisions.lists).toEqual([[], [0]]);
});
