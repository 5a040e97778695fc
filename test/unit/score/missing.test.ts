import { expect, test } from 'vitest';
import { bands, lookup, mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

const rd = (missing: 'zero' | 'finding' | 'reweight'): PlanParts => ({
  indicators: [
    { id: 'rd', name: '研发费用金额', value: 'rd_expense', scorer: bands([100, 10], [0, 2]), missing },
  ],
});

test('a blank under `zero` is 0 points with a warning at its cell', () => {
  const run = assessed(rd('zero'), [{ rd_expense: null }]);
  expect(shown(run.scores.points[0]!)).toEqual([0]);
  expect(shown(run.scores.values[0]!)).toEqual([null]);
  expect(run.findings).toEqual([
    {
      id: 'cell.blank',
      severity: 'warning',
      at: { file: '企业.xlsx', sheet: '企业', row: 2, column: 2 },
      args: { field: '研发费用', indicators: ['研发费用金额'], effect: 'zero' },
      notes: [],
      firm: 0,
    },
  ]);
});

test('a stated 0 is a value: it takes its band and says nothing', () => {
  const run = assessed(rd('zero'), [{ rd_expense: 0 }]);
  expect(shown(run.scores.points[0]!)).toEqual([2]);
  expect(run.findings).toEqual([]);
});

test('a blank under `finding` is an error that rejects the firm', () => {
  const run = assessed(rd('finding'), [{ rd_expense: null }, { rd_expense: 120 }]);
  expect(Array.from(run.scores.scored)).toEqual([0, 1]);
  expect(shown(run.scores.total)).toEqual([null, 10]);
  expect(run.scores.withheld).toEqual([null, null]);
  expect(run.of('cell.blank').map(({ firm, severity, args }) => [firm, severity, args.effect])).toEqual([
    [0, 'error', 'rejected'],
  ]);
});

test('a firm that scoring rejected keeps its stage and has no points at all', () => {
  const { scores } = assessed(
    {
      indicators: [
        { id: 'rd', value: 'rd_expense', scorer: mark(10), missing: 'finding' },
        { id: 'patents', scorer: mark(10) },
      ],
    },
    [{ rd_expense: null, patents: 7 }],
  );
  expect(Array.from(scores.stage)).toEqual([0]);
  expect(scores.points.map(shown)).toEqual([[null], [null]]);
  expect(scores.values.map(shown)).toEqual([[null], [null]]);
  expect(scores.weights.map(shown)).toEqual([[null], [null]]);
  expect(scores.groups.map(shown)).toEqual([[null]]);
});

test('a blank that several indicators read is told once, with its strictest effect', () => {
  const run = assessed(
    {
      indicators: [
        { id: 'ratio', name: '研发强度', value: 'rd_expense / revenue', scorer: mark(1), missing: 'zero' },
        { id: 'income', name: '营业收入', value: 'revenue', scorer: mark(100), missing: 'finding' },
        { id: 'head', name: '人均收入', value: 'revenue / employees', scorer: mark(100), missing: 'finding' },
      ],
    },
    [{ rd_expense: 10, revenue: null, employees: 5 }],
  );
  expect(run.findings.map((one) => [one.id, one.severity, one.args])).toEqual([
    ['cell.blank', 'error', { field: '营业收入', indicators: ['营业收入', '人均收入'], effect: 'rejected' }],
  ]);
});

test('every blank of one indicator is told at its own cell', () => {
  const run = assessed({ indicators: [{ id: 'ratio', value: 'rd_expense / revenue', scorer: mark(1) }] }, [
    { rd_expense: null, revenue: null },
  ]);
  expect(run.of('cell.blank').map((one) => one.args.field)).toEqual(['研发费用', '营业收入']);
});

test('a blank that an expression can do without is no finding', () => {
  const run = assessed(
    { indicators: [{ id: 'either', value: 'coalesce(rd_expense, cost)', scorer: mark(100) }] },
    [{ rd_expense: null, cost: 40 }],
  );
  expect(shown(run.scores.points[0]!)).toEqual([40]);
  expect(run.findings).toEqual([]);
});

test('a denominator of 0 gives no value, told at the row with the figures read', () => {
  const run = assessed(
    {
      indicators: [
        { id: 'ratio', name: '研发强度', value: 'rd_expense / revenue', scorer: mark(1), missing: 'finding' },
      ],
    },
    [{ rd_expense: 12.5, revenue: 0 }],
  );
  expect(run.findings).toEqual([
    {
      id: 'firm.no-value',
      severity: 'error',
      at: { file: '企业.xlsx', sheet: '企业', row: 2 },
      args: {
        indicator: '研发强度',
        inputs: ['研发费用 = 12.5 万元', '营业收入 = 0 万元'],
        effect: 'rejected',
      },
      notes: [],
      firm: 0,
    },
  ]);
  expect(Array.from(run.scores.scored)).toEqual([0]);
});

test('a word that the method does not list is missing, and quoted', () => {
  const run = assessed(
    {
      indicators: [
        { id: 'lab', name: '研发机构', value: 'lab_level', scorer: lookup({ 国家级: 10, 省级: 8 }) },
      ],
    },
    [{ lab_level: '省级' }, { lab_level: '区级' }, { lab_level: null }],
  );
  expect(shown(run.scores.points[0]!)).toEqual([8, 0, 0]);
  expect(run.scores.words[0]).toEqual(['省级', '区级', null]);
  expect(run.findings.map((one) => [one.id, one.firm, one.args])).toEqual([
    ['firm.word-unscored', 1, { indicator: '研发机构', word: '区级', effect: 'zero' }],
    ['cell.blank', 2, { field: '研发机构级别', indicators: ['研发机构'], effect: 'zero' }],
  ]);
});

test('an indicator without weight in the stage of the firm asks for nothing', () => {
  const run = assessed(
    {
      stages: {
        names: ['初创期', '成长期'],
        cuts: [
          ['revenue_prior < 500 万元', '初创期'],
          [null, '成长期'],
        ],
      },
      indicators: [
        { id: 'income', value: 'revenue', scorer: mark(100), weight: [0, 100], missing: 'finding' },
      ],
    },
    [
      { revenue_prior: 100, revenue: null },
      { revenue_prior: 900, revenue: null },
    ],
  );
  expect(Array.from(run.scores.scored)).toEqual([1, 0]);
  expect(shown(run.scores.total)).toEqual([0, null]);
  expect(run.findings.map((one) => one.firm)).toEqual([1]);
});

const prize: PlanParts = {
  groups: [{ id: 'base' }, { id: 'extra', part: 'bonus' }],
  indicators: [
    { id: 'patents', scorer: mark(10) },
    { id: 'prize', name: '奖励加分', value: 'prizes', scorer: mark(5), group: 'extra', missing: 'finding' },
  ],
};

test('a blank bonus is 0 with an info, whatever the policy says', () => {
  const run = assessed(prize, [{ patents: 6, prizes: null }]);
  expect(shown(run.scores.points[1]!)).toEqual([0]);
  expect(shown(run.scores.total)).toEqual([6]);
  expect(Array.from(run.scores.scored)).toEqual([1]);
  expect(run.findings.map((one) => one.severity)).toEqual(['info']);
});

test('blank bonuses are told once a sheet, with their number', () => {
  const run = assessed(
    prize,
    [
      { patents: 1, prizes: null },
      { patents: 1, prizes: 2 },
      { patents: 1, prizes: null },
      { patents: 1, prizes: null },
    ],
    { sheets: ['东区', '东区', '东区', '西区'] },
  );
  expect(run.findings.map((one) => [one.id, one.at, one.firm, one.args.firms])).toEqual([
    ['header.bonus-blank', { file: '企业.xlsx', sheet: '东区' }, null, 2],
    ['header.bonus-blank', { file: '企业.xlsx', sheet: '西区' }, null, 1],
  ]);
});

test('a bonus that divides by 0 is 0 with an info at the row', () => {
  const run = assessed(
    {
      groups: [{ id: 'extra', part: 'bonus' }],
      indicators: [{ id: 'prize', name: '人均奖励', value: 'prizes / employees', scorer: mark(5) }],
    },
    [{ prizes: 1, employees: 0 }],
  );
  expect(run.findings.map((one) => [one.id, one.severity, one.args.effect])).toEqual([
    ['firm.no-value', 'info', 'bonus'],
  ]);
});

test('a field that no input has is not told firm by firm', () => {
  const run = assessed(rd('zero'), [{ patents: 1 }, { patents: 2 }]);
  expect(shown(run.scores.total)).toEqual([0, 0]);
  expect(run.findings).toEqual([]);
});

test('no firm is rejected without a finding of its own, even for a field that no input has', () => {
  const run = assessed(rd('finding'), [{ patents: 1 }]);
  expect(Array.from(run.scores.scored)).toEqual([0]);
  expect(run.findings.map((one) => [one.id, one.severity, one.at])).toEqual([
    ['firm.no-column', 'error', { file: '企业.xlsx', sheet: '企业', row: 2 }],
  ]);
});

test('a firm whose own table lacks the column that others have is told at its row', () => {
  const run = assessed(rd('zero'), [{ rd_expense: 120 }, { patents: 1 }], { sheets: ['东区', '西区'] });
  expect(run.findings.map((one) => [one.id, one.severity, one.at])).toEqual([
    ['firm.no-column', 'warning', { file: '企业.xlsx', sheet: '西区', row: 3 }],
  ]);
});
