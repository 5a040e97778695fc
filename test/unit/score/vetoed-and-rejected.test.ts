import { expect, test } from 'vitest';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

const plan: PlanParts = {
  indicators: [{ id: 'patents', scorer: mark(10) }],
  vetoes: [{ id: '失信', bar: 'dishonest', unknown: 'reject' }],
};

test('a rejected firm is not scored and yields no findings', () => {
  const run = assessed(plan, [{ patents: null, dishonest: false }], { rejected: [0] });
  expect(Array.from(run.scores.scored)).toEqual([0]);
  expect(Array.from(run.scores.stage)).toEqual([-1]);
  expect(shown(run.scores.total)).toEqual([null]);
  expect(run.findings).toEqual([]);
});

test('a firm that an unknown veto rejects is not scored', () => {
  const run = assessed(plan, [{ patents: 5, dishonest: null }]);
  expect(Array.from(run.scores.scored)).toEqual([0]);
  expect(run.findings.map((one) => one.id)).toEqual(['firm.veto-unknown']);
});

test('a vetoed firm is scored for its own information', () => {
  const run = assessed(plan, [{ patents: 5, dishonest: true }]);
  expect(Array.from(run.scores.scored)).toEqual([1]);
  expect(shown(run.scores.total)).toEqual([5]);
});

test('a run without firms gives empty columns', () => {
  const { scores, decisions } = assessed(plan, []);
  expect(scores.total).toHaveLength(0);
  expect(decisions.disposition).toEqual([]);
});
