import { expect, test } from 'vitest';
import type { Veto } from '../../../src/model/plan.js';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed } from '../../support/score-of.js';

const plan = (unknown: Veto['unknown']): PlanParts => ({
  indicators: [{ id: 'patents', scorer: mark(10) }],
  vetoes: [
    { id: '失信被执行人', bar: 'dishonest', unknown },
    { id: '重大安全事故', bar: 'accidents > 0', unknown },
  ],
});
const clean = { patents: 5, dishonest: false, accidents: 0 };
const cell = { file: '企业.xlsx', sheet: '企业', row: 2, column: 3 };

test('a known veto bars the firm, and each that holds is told', () => {
  const run = assessed(plan('veto'), [clean, { ...clean, dishonest: true, accidents: 2 }]);
  expect(Array.from(run.barred.mask)).toEqual([0, 1]);
  expect(run.decisions.vetoes).toEqual([[], [0, 1]]);
  expect(run.decisions.disposition).toEqual(['below-line', 'vetoed']);
  expect(run.findings).toEqual([]);
});

test('unknown under `pass-with-warning` passes, with a warning at the blank cell', () => {
  const run = assessed(plan('pass-with-warning'), [{ ...clean, dishonest: null }]);
  expect(Array.from(run.barred.mask)).toEqual([0]);
  expect(run.decisions.disposition).toEqual(['below-line']);
  expect(run.findings).toEqual([
    {
      id: 'firm.veto-unknown',
      severity: 'warning',
      at: cell,
      args: { veto: '失信被执行人', inputs: ['是否失信'], outcome: 'passed' },
      notes: [],
      firm: 0,
    },
  ]);
});

test('unknown under `veto` bars the firm, with a finding', () => {
  const run = assessed(plan('veto'), [{ ...clean, dishonest: null }]);
  expect(run.decisions.vetoes).toEqual([[0]]);
  expect(run.decisions.disposition).toEqual(['vetoed']);
  expect(run.findings.map((one) => [one.severity, one.args.outcome])).toEqual([['warning', 'vetoed']]);
});

test('unknown under `reject` is an error of the firm', () => {
  const run = assessed(plan('reject'), [{ ...clean, dishonest: null }]);
  expect(Array.from(run.barred.rejected)).toEqual([1]);
  expect(run.decisions.disposition).toEqual(['rejected']);
  expect(run.decisions.vetoes).toEqual([[]]);
  expect(run.findings.map((one) => [one.severity, one.args.outcome])).toEqual([['error', 'rejected']]);
});

test('a veto that another input settles is not unknown', () => {
  const run = assessed({ vetoes: [{ id: '信用', bar: 'dishonest or accidents > 0', unknown: 'reject' }] }, [
    { patents: 1, dishonest: true, accidents: null },
  ]);
  expect(run.decisions.disposition).toEqual(['vetoed']);
  expect(run.findings).toEqual([]);
});

test('a rejected firm’s known vetoes are still told, its unknown ones are not asked', () => {
  const run = assessed(plan('reject'), [{ ...clean, dishonest: true, accidents: null }], { rejected: [0] });
  expect(run.decisions.vetoes).toEqual([[0]]);
  expect(run.decisions.disposition).toEqual(['rejected']);
  expect(run.findings).toEqual([]);
});

test('a field that no input has never passes in silence', () => {
  const run = assessed(plan('pass-with-warning'), [{ patents: 5, accidents: 0 }]);
  expect(run.findings.map((one) => [one.id, one.at])).toEqual([
    ['firm.veto-unknown', { file: '企业.xlsx', sheet: '企业', row: 2 }],
  ]);
});
