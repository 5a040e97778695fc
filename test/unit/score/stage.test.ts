import { expect, test } from 'vitest';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { asOf, assessed, shown } from '../../support/score-of.js';

const byRevenue: PlanParts = {
  stages: {
    names: ['初创期', '成长期', '稳定期'],
    cuts: [
      ['revenue_prior < 500 万元', '初创期'],
      ['revenue_prior < 3000 万元', '成长期'],
      [null, '稳定期'],
    ],
  },
  indicators: [{ id: 'patents', scorer: mark(10), weight: [8, 7, 6] }],
};

test('the first cut that holds decides, an edge belongs to the stage above it', () => {
  const { scores } = assessed(byRevenue, [
    { revenue_prior: 499.99, patents: 10 },
    { revenue_prior: 500, patents: 10 },
    { revenue_prior: 3000, patents: 10 },
  ]);
  expect(Array.from(scores.stage)).toEqual([0, 1, 2]);
  expect(shown(scores.total)).toEqual([8, 7, 6]);
});

test('0 is a value and has a stage', () => {
  const run = assessed(byRevenue, [{ revenue_prior: 0, patents: 10 }]);
  expect(Array.from(run.scores.stage)).toEqual([0]);
  expect(run.findings).toEqual([]);
});

test('a blank leaves the stage undecided: an error at its cell, never the rest', () => {
  const run = assessed(byRevenue, [{ patents: 10, revenue_prior: null }]);
  expect(Array.from(run.scores.stage)).toEqual([-1]);
  expect(Array.from(run.scores.scored)).toEqual([0]);
  expect(run.decisions.disposition).toEqual(['rejected']);
  expect(run.findings).toEqual([
    {
      id: 'firm.stage-unknown',
      severity: 'error',
      at: { file: '企业.xlsx', sheet: '企业', row: 2, column: 3 },
      args: { inputs: ['上年营业收入'] },
      notes: [],
      firm: 0,
    },
  ]);
});

test('a blank behind the cut that holds does not matter', () => {
  const run = assessed(
    {
      stages: {
        names: ['初创期', '成长期', '稳定期'],
        cuts: [
          ['employees < 20', '初创期'],
          ['revenue_prior < 3000 万元', '成长期'],
          [null, '稳定期'],
        ],
      },
    },
    [
      { employees: 10, revenue_prior: null },
      { employees: 30, revenue_prior: null },
    ],
  );
  expect(Array.from(run.scores.stage)).toEqual([0, -1]);
  expect(run.of('firm.stage-unknown').map((one) => one.args.inputs)).toEqual([['上年营业收入']]);
});

test('a field that no input has leaves every stage undecided, told at the rows', () => {
  const run = assessed(byRevenue, [{ patents: 1 }]);
  expect(run.findings.map((one) => [one.id, one.at])).toEqual([
    ['firm.stage-unknown', { file: '企业.xlsx', sheet: '企业', row: 2 }],
  ]);
});

test('no cut that holds is undecided too, with no input to blame', () => {
  const run = assessed({ stages: { names: ['初创期'], cuts: [['revenue_prior < 500 万元', '初创期']] } }, [
    { revenue_prior: 800 },
  ]);
  expect(Array.from(run.scores.scored)).toEqual([0]);
  expect(run.findings.map((one) => one.args)).toEqual([{ inputs: [] }]);
});

test('a firm without a stage yields no further findings', () => {
  const run = assessed(byRevenue, [{ revenue_prior: null, patents: null }]);
  expect(run.findings.map((one) => one.id)).toEqual(['firm.stage-unknown']);
});

test('stages can go by age at the as-of date', () => {
  const { scores } = assessed(
    {
      stages: {
        names: ['初创期', '成长期'],
        cuts: [
          ['years(founded, as_of) < 3', '初创期'],
          [null, '成长期'],
        ],
      },
    },
    // 2023-01-01 and 2022-12-31, as of 2025-12-31.
    [{ founded: asOf - 1095 }, { founded: asOf - 1096 }],
  );
  expect(Array.from(scores.stage)).toEqual([0, 1]);
});

test('a plan without stages has one, and every firm is in it', () => {
  const { scores } = assessed({ indicators: [{ id: 'patents', scorer: mark(10) }] }, [{ patents: 3 }]);
  expect(Array.from(scores.stage)).toEqual([0]);
});
