import { expect, test } from 'vitest';
import { Findings } from '../../../src/finding/index.js';
import { cohortKey, score } from '../../../src/score/index.js';
import { firmsOf } from '../../support/firms-builder.js';
import { mark, type PlanParts, percentile, planOf } from '../../support/plan-builder.js';
import { asOf, assessed, shown } from '../../support/score-of.js';

const ranked = (within: 'all' | 'stage', least: number, missing: 'zero' | 'finding' = 'zero'): PlanParts => ({
  stages: {
    names: ['初创期', '成长期'],
    cuts: [
      ['employees < 20', '初创期'],
      [null, '成长期'],
    ],
  },
  indicators: [
    {
      id: 'income',
      name: '营业收入',
      value: 'revenue',
      scorer: percentile(within, least),
      weight: 10,
      missing,
    },
  ],
});
const young = (revenue: number | null) => ({ employees: 10, revenue });
const grown = (revenue: number | null) => ({ employees: 50, revenue });

test('equal values share their percentile', () => {
  const { scores } = assessed(ranked('all', 2), [young(100), young(300), young(300), young(500), young(700)]);
  expect(shown(scores.points[0]!)).toEqual([0, 2.5, 2.5, 7.5, 10]);
});

test('within a stage firms meet only those of their stage', () => {
  const { scores } = assessed(ranked('stage', 2), [young(1), young(2), grown(900), grown(100), grown(500)]);
  expect(shown(scores.points[0]!)).toEqual([0, 10, 10, 0, 5]);
  expect([...scores.cohorts.entries()].map(([key, values]) => [key, Array.from(values)])).toEqual([
    ['income#初创期', [1, 2]],
    ['income#成长期', [100, 500, 900]],
  ]);
});

test('a firm without the value is in no cohort', () => {
  const { scores } = assessed(ranked('all', 2), [young(1), young(null), young(3)]);
  expect(Array.from(scores.cohorts.get('income')!)).toEqual([1, 3]);
  expect(shown(scores.points[0]!)).toEqual([0, 0, 10]);
});

test('rejected firms are in no cohort', () => {
  const { scores } = assessed(ranked('all', 2), [young(1), young(2), young(3)], { rejected: [2] });
  expect(Array.from(scores.cohorts.get('income')!)).toEqual([1, 2]);
});

test('vetoed firms are in no cohort, yet see where they would stand', () => {
  const { scores } = assessed(
    { ...ranked('all', 2), vetoes: [{ id: '失信', bar: 'dishonest', unknown: 'veto' }] },
    [
      { ...young(1), dishonest: false },
      { ...young(5), dishonest: true },
      { ...young(3), dishonest: false },
    ],
  );
  expect(Array.from(scores.cohorts.get('income')!)).toEqual([1, 3]);
  expect(shown(scores.points[0]!)).toEqual([0, 10, 10]);
});

test('a cohort below its least size gives no one points, told of every firm with the size', () => {
  const run = assessed(ranked('stage', 3), [young(1), young(2), grown(1), grown(2), grown(3)]);
  expect(shown(run.scores.points[0]!)).toEqual([0, 0, 0, 5, 10]);
  expect(run.findings.map((one) => [one.id, one.severity, one.firm, one.args])).toEqual(
    [0, 1].map((firm) => [
      'firm.cohort-small',
      'warning',
      firm,
      { indicator: '营业收入', stage: '初创期', firms: 2, least: 3, effect: 'zero' },
    ]),
  );
});

test('too small a cohort under `finding` rejects its firms', () => {
  const run = assessed(ranked('stage', 3, 'finding'), [young(1), grown(1), grown(2), grown(3)]);
  expect(Array.from(run.scores.scored)).toEqual([0, 1, 1, 1]);
  expect(run.of('firm.cohort-small').map((one) => one.severity)).toEqual(['error']);
});

test('a firm rejected for another indicator leaves the cohort, which may become too small', () => {
  const run = assessed(
    {
      indicators: [
        { id: 'income', value: 'revenue', scorer: percentile('all', 3), weight: 10, missing: 'finding' },
        { id: 'patents', scorer: mark(10), missing: 'finding' },
      ],
    },
    [
      { revenue: 1, patents: 1 },
      { revenue: 2, patents: 1 },
      { revenue: 3, patents: null },
    ],
  );
  expect(Array.from(run.scores.scored)).toEqual([0, 0, 0]);
  expect(run.findings.map((one) => [one.firm, one.id]).sort()).toEqual([
    [0, 'firm.cohort-small'],
    [1, 'firm.cohort-small'],
    [2, 'cell.blank'],
    [2, 'firm.cohort-small'],
  ]);
});

test('a firm rejected for another indicator is not told that it lacks a cohort', () => {
  const run = assessed(
    {
      indicators: [
        { id: 'income', value: 'revenue', scorer: percentile('all', 2), weight: 10 },
        { id: 'patents', scorer: mark(10), missing: 'finding' },
      ],
    },
    [
      { revenue: 1, patents: 1 },
      { revenue: 2, patents: 1 },
      { revenue: 3, patents: null },
    ],
  );
  expect(run.findings.map((one) => [one.firm, one.id])).toEqual([[2, 'cell.blank']]);
  expect(shown(run.scores.points[0]!)).toEqual([0, 10, null]);
});

test('the option of a best-of has a cohort of its own', () => {
  const { scores } = assessed(
    {
      indicators: [
        {
          id: 'rd',
          bestOf: [
            { id: 'amount', value: 'rd_expense', scorer: percentile('all', 2) },
            { id: 'ratio', value: 'rd_expense / revenue', scorer: percentile('all', 2) },
          ],
          weight: 10,
        },
      ],
    },
    [
      { rd_expense: 10, revenue: 20 },
      { rd_expense: 40, revenue: 400 },
    ],
  );
  expect([...scores.cohorts.keys()]).toEqual(['rd@amount', 'rd@ratio']);
  expect(shown(scores.points[0]!)).toEqual([10, 10]);
  expect(Array.from(scores.chosen[0]!)).toEqual([1, 0]);
});

test('saved cohorts stand in for the firms that are not there', () => {
  const plan = planOf(ranked('all', 3));
  const firms = firmsOf([young(60)]);
  const bars = { mask: new Uint8Array(1), rejected: new Uint8Array(1) };
  const saved = new Map([[cohortKey('income', null, null), Float64Array.of(10, 20, 60, 80, 90)]]);
  const findings = new Findings();
  expect(shown(score(firms, plan, bars, asOf, findings, saved).points[0]!)).toEqual([5]);
  expect(findings.all).toEqual([]);
});
