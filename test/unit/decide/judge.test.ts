import { expect, test } from 'vitest';
import { judge } from '../../../src/decide/index.js';
import type { Against, Judged } from '../../../src/model/judged.js';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { asOf, assessed } from '../../support/score-of.js';

const plan: PlanParts = {
  groups: [{ id: 'innovation', min: 20 }],
  indicators: [{ id: 'patents', scorer: mark(100), missing: 'finding' }],
  vetoes: [
    { id: 'small', bar: 'revenue < 1000 万元 and cost < 2000 万元', unknown: 'reject' },
    { id: 'debtor', bar: 'dishonest', unknown: 'pass-with-warning' },
  ],
  lists: [{ id: 'recognised', kind: 'whitelist', when: 'total >= 60 and (authorised or employees <= 300)' }],
};
const sound = { revenue: 5000, cost: 4000, patents: 60, dishonest: false, authorised: true, employees: 100 };
type Changes = Readonly<Record<string, number | boolean | null>>;

const judged = (changes: Changes, faulty = 0): Judged => {
  const run = assessed(plan, [{ ...sound, ...changes }]);
  return judge(run.firms, run.plan, { ...run, faulty: Uint8Array.of(faulty) }, asOf)(0);
};
/** Conditions as texts, alternatives in an inner list. */
const texts = (against: readonly Against[]): unknown[] =>
  against.map((one) => (one.kind === 'any' ? one.of.map(texts) : one.condition.text));

test('a firm on the whitelist qualifies, with nothing against it', () => {
  expect(judged({})).toMatchObject({ standing: 'qualifies', vetoes: [], minimums: [], lists: [], blank: [] });
});

test('a total below the line is told with both sides', () => {
  const { standing, lists } = judged({ patents: 59 });
  expect(standing).toBe('not');
  expect(lists[0]!.against).toMatchObject([{ known: true, sides: { sign: '>=', left: 59, right: 60 } }]);
});

test('alternatives are told together where none of them holds', () => {
  const { lists } = judged({ authorised: false, employees: 301 });
  expect(texts(lists[0]!.against)).toEqual([[['authorised'], ['employees <= 300']]]);
});

test('an alternative that is blank leaves a firm undecided', () => {
  expect(judged({ authorised: false, employees: null })).toMatchObject({
    standing: 'unknown',
    blank: ['employees'],
  });
});

test('a blank beside a condition that fails changes nothing', () => {
  expect(judged({ patents: 10, authorised: null, employees: null }).standing).toBe('not');
});

test('a veto of two conditions is told by both: either one mended would do', () => {
  const { standing, vetoes } = judged({ revenue: 900, cost: 1999 });
  expect(standing).toBe('not');
  expect(vetoes.map(({ veto, against }) => [veto, texts(against)])).toEqual([
    [0, [[['revenue < 1000 万元'], ['cost < 2000 万元']]]],
  ]);
});

test('a veto that must be ruled out and cannot be leaves a firm undecided', () => {
  expect(judged({ revenue: 900, cost: null })).toMatchObject({ standing: 'unknown', blank: ['cost'] });
});

test('a veto that bars decides whatever else is blank', () => {
  expect(judged({ dishonest: true, revenue: null, cost: null, patents: null }).standing).toBe('not');
});

test('a blank under a veto that passes is no reason against a firm, but told', () => {
  expect(judged({ dishonest: null })).toMatchObject({
    standing: 'qualifies',
    unverified: [{ veto: 1, blank: ['dishonest'] }],
  });
});

test('an indicator without a value leaves a firm undecided', () => {
  expect(judged({ patents: null })).toMatchObject({ standing: 'unknown', blank: ['patents'] });
});

test('a group below its minimum is told with what it lacks', () => {
  expect(judged({ patents: 15 })).toMatchObject({
    standing: 'not',
    minimums: [{ group: 0, points: 15, min: 20 }],
  });
});

test('a firm whose data are wrong is neither in nor out', () => {
  expect(judged({ dishonest: true }, 1)).toMatchObject({ standing: 'rejected', vetoes: [{ veto: 1 }] });
});
