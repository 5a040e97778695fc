import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Session } from '../../src/model/feedback.js';
import { type OutcomeRow, outcomesOf } from '../../src/report/outcomes.js';
import { anyRun } from '../support/random-run.js';
import { assessed } from '../support/score-of.js';

const at = { file: '银行反馈.xlsx', sheet: '反馈', row: 2 };
const voice = { lang: 'zh', headers: 'id' } as const;
/** Amounts with 分, whose sums in float64 would not tie. */
const amount = fc.option(fc.integer({ min: 0, max: 10 ** 9 }).map((one) => one / 100));

const anyAnswer = (firms: number): fc.Arbitrary<Answer> =>
  fc
    .record({
      firm: fc.integer({ min: 0, max: firms - 1 }),
      bank: fc.constantFrom('甲银行', '乙银行', null),
      product: fc.constantFrom('积分贷', null),
      result: fc.constantFrom('declined' as const, 'credited' as const, 'drawn' as const),
      credit: amount,
      drawn: amount,
      rate: fc.option(fc.integer({ min: 0, max: 100_000 }).map((one) => one / 1e6)),
      date: fc.constant(null),
      reason: fc.constant(null),
      firstLoan: fc.option(fc.boolean()),
      afterDecline: fc.boolean(),
      at: fc.constant(at),
    })
    .map((one) => (one.result === 'declined' ? { ...one, credit: null, drawn: null } : one));

const anySession = (firms: number): fc.Arbitrary<Session> =>
  fc.record({
    firm: fc.integer({ min: 0, max: firms - 1 }),
    cause: fc.constant('缺抵押物'),
    department: fc.constant(null),
    remedy: fc.constant(null),
    solved: fc.boolean(),
    date: fc.constant(null),
    at: fc.constant(at),
  });

const anyOutcome = anyRun
  .filter(({ records }) => records.length > 0)
  .chain(({ plan, records }) =>
    fc.record({
      plan: fc.constant(plan),
      records: fc.constant(records),
      answers: fc.array(anyAnswer(records.length), { maxLength: 12 }),
      sessions: fc.array(anySession(records.length), { maxLength: 6 }),
    }),
  );

const counts = [
  'firms',
  'recommended',
  'answered',
  'credited',
  'declined',
  'drawn',
  'firstLoans',
  'sessions',
  'sessionFirms',
  'solved',
] as const satisfies readonly (keyof OutcomeRow)[];

test('stages, grades and dispositions each add up to all firms, to the last 分', () => {
  fc.assert(
    fc.property(anyOutcome, ({ plan, records, answers, sessions }) => {
      const run = { ...assessed(plan, records), feedback: { answers, sessions, tellsFirstLoans: true } };
      const rows = outcomesOf(run, voice);
      const [all] = rows;
      for (const by of ['stage', 'grade', 'disposition', 'answer'] as const) {
        const parts = rows.filter((row) => row.by === by);
        for (const key of counts)
          expect([by, key, parts.reduce((sum, row) => sum + row[key]!, 0)]).toEqual([by, key, all![key]]);
        for (const key of ['credit', 'drawing'] as const) {
          const fen = (row: OutcomeRow) => Math.round(row[key] * 1e6);
          expect([by, key, parts.reduce((sum, row) => sum + fen(row), 0)]).toEqual([by, key, fen(all!)]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('each step of the way is part of the one before, and a mean rate lies between its rates', () => {
  fc.assert(
    fc.property(anyOutcome, ({ plan, records, answers, sessions }) => {
      const run = { ...assessed(plan, records), feedback: { answers, sessions, tellsFirstLoans: true } };
      const rates = answers.flatMap(({ rate }) => (rate === null ? [] : [rate]));
      for (const row of outcomesOf(run, voice)) {
        expect(row.recommended).toBeLessThanOrEqual(row.firms);
        expect(row.answered).toBeLessThanOrEqual(row.recommended);
        expect(row.credited + row.declined).toBe(row.answered);
        expect(row.drawn).toBeLessThanOrEqual(row.credited);
        expect(row.solved).toBeLessThanOrEqual(row.sessions);
        if (row.meanRate === null) continue;
        expect(row.meanRate).toBeGreaterThanOrEqual(Math.min(...rates));
        expect(row.meanRate).toBeLessThanOrEqual(Math.max(...rates));
      }
    }),
    { numRuns: 300 },
  );
});
