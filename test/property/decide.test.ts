import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLedgers, firmLedger, rowLedger } from '../../src/decide/index.js';
import { dispositions } from '../../src/model/decisions.js';
import { anyRun } from '../support/random-run.js';
import { assessed } from '../support/score-of.js';

test('both ledgers add up', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyRun, ({ plan, records }) => {
      const { firms, decisions } = assessed(plan, records);
      const rows = rowLedger(firms, decisions.disposition);
      const ledger = firmLedger(decisions);
      checkLedgers(rows, ledger, { rows: records.length, firms: records.length });
      expect(ledger.total).toBe(records.length);
      expect(rows.byFate.rejected).toBe(ledger.byDisposition.rejected);
      for (const one of decisions.disposition) seen.add(one);
    }),
    { numRuns: 300 },
  );
  // The runs reach every disposition, or the property would say little.
  expect([...seen].sort()).toEqual([...dispositions].sort());
});

test('a rank is one more than the number of better firms', () => {
  fc.assert(
    fc.property(anyRun, ({ plan, records }) => {
      const { scores, decisions } = assessed(plan, records);
      const out = (firm: number) => ['rejected', 'vetoed'].includes(decisions.disposition[firm]!);
      const totals = Array.from(scores.total, (one, firm) => (out(firm) ? Number.NaN : one));
      totals.forEach((total, firm) => {
        const better = totals.filter((other) => other > total).length;
        const near = totals.filter(
          (other, at) => other > total && scores.stage[at] === scores.stage[firm],
        ).length;
        expect(decisions.rank[firm]).toBe(Number.isNaN(total) ? 0 : better + 1);
        expect(decisions.rankInStage[firm]).toBe(Number.isNaN(total) ? 0 : near + 1);
      });
      expect(decisions.ranked).toBe(totals.filter((one) => !Number.isNaN(one)).length);
      expect(decisions.rankedInStage.reduce((sum, one) => sum + one, 0)).toBe(decisions.ranked);
    }),
    { numRuns: 300 },
  );
});

test('rejected and vetoed firms get nothing, whitelisted ones reach every minimum', () => {
  fc.assert(
    fc.property(anyRun, ({ plan: parts, records }) => {
      const { plan, scores, decisions } = assessed(parts, records);
      decisions.disposition.forEach((disposition, firm) => {
        if (disposition === 'rejected' || disposition === 'vetoed') {
          expect(decisions.lists[firm]).toEqual([]);
          expect(decisions.offers[firm]).toEqual([]);
          expect(decisions.grade[firm]).toBe(-1);
        }
        if (disposition !== 'whitelisted') return;
        plan.groups.forEach(({ min }, group) => {
          if (min !== null) expect(scores.groups[group]![firm]).toBeGreaterThanOrEqual(min);
        });
      });
    }),
    { numRuns: 300 },
  );
});

test('an offer is never above any limit that is known', () => {
  fc.assert(
    fc.property(anyRun, ({ plan, records }) => {
      const { decisions } = assessed(plan, records);
      decisions.offers.forEach((offers, firm) => {
        for (const { limit } of offers) {
          expect(limit).toBeLessThanOrEqual(3);
          const rd = records[firm]!.rd_expense;
          if (typeof rd === 'number') expect(limit).toBeLessThanOrEqual(rd / 2 + 1e-9);
        }
      });
    }),
    { numRuns: 200 },
  );
});
