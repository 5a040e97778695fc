import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSides, type Side } from '../../src/analyse/compare.js';
import { reassess } from '../../src/analyse/reassess.js';
import type { Plan } from '../../src/model/plan.js';
import { type FirmRecord, firmsOf } from '../support/firms-builder.js';
import { planOf } from '../support/plan-builder.js';
import { anyRun } from '../support/random-run.js';

// Any two runs, of which some firms are the same: everything is told once, and the sums are those of the runs.
const asOf = 20_454;

const sideOf = (plan: Plan, records: readonly FirmRecord[], first: number): Side => {
  const firms = firmsOf(records);
  // The second run lacks the first firms and has others at its end.
  const ids = records.map((_, firm) => `91340100MA2N${String(firm + first).padStart(5, '0')}X`);
  const done = reassess({ ...firms, ids }, { plan, asOf, cohorts: null });
  const whitelisted = done.decisions.disposition.filter((one) => one === 'whitelisted').length;
  return { plan, period: '2025', done, counted: { firms: records.length, whitelisted } };
};

test('the sums of two runs tie, and each change is the firm plus the rules', () => {
  let split = 0;
  fc.assert(
    fc.property(anyRun, anyRun, fc.integer({ min: 0, max: 3 }), (one, other, shift) => {
      const [oldPlan, newPlan] = [planOf(one.plan), planOf(other.plan)];
      const before = sideOf(oldPlan, one.records, 0);
      const after = sideOf(newPlan, other.records, shift);
      const middle = sideOf(oldPlan, other.records, shift).done;
      const compared = compareSides(before, after, middle, 'zh');
      const cents = (run: Side) =>
        run.done.scores.total.reduce(
          (sum, total) => sum + (Number.isNaN(total) ? 0 : Math.round(total * 1000)),
          0,
        );
      for (const [side, run] of [
        ['before', before],
        ['after', after],
      ] as const) {
        const told = compared.firms.reduce(
          (sum, firm) => sum + Math.round((firm[side]?.total ?? 0) * 1000),
          0,
        );
        expect(told).toBe(cents(run));
        expect(Math.round(compared[side].sum * 1000)).toBe(cents(run));
      }
      for (const { change, byFirm, byRules } of compared.firms) {
        if (byFirm === null || byRules === null) continue;
        split++;
        expect(Math.round((byFirm + byRules) * 1000)).toBe(Math.round(change! * 1000));
      }
    }),
    { numRuns: 300 },
  );
  expect(split).toBeGreaterThan(100);
});

test('a run against itself moves nobody', () => {
  fc.assert(
    fc.property(anyRun, ({ plan: parts, records }) => {
      const side = sideOf(planOf(parts), records, 0);
      const { firms, counts } = compareSides(side, side, side.done, 'zh');
      expect(counts.kept + counts.outside).toBe(records.length);
      for (const one of firms) expect([one.change ?? 0, one.byRules ?? 0, one.movers]).toEqual([0, 0, []]);
    }),
    { numRuns: 100 },
  );
});

test('a run whose counts are not its own is a bug, not a report', () => {
  const side = sideOf(planOf({ lists: [] }), [{ revenue: 100 }], 0);
  const wrong = { ...side, counted: { firms: 2, whitelisted: 0 } };
  expect(() => compareSides(wrong, side, null, 'zh')).toThrow('firms before do not tie');
});
