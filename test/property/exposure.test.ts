import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Offer } from '../../src/model/plan.js';
import { exposureOf } from '../../src/report/exposure.js';
import { planOf, runOf } from '../unit/report/run-of.js';

/** Shares that make 1, in hundredths of a percent. */
const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 0, maxLength: 4 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((edges) => edges.slice(1).map((edge, i) => (edge - edges[i]!) / 10_000));
const limits = fc.array(fc.integer({ min: 0, max: 10 ** 11 }), { maxLength: 20 });

test('what the bearers take adds up to the limits, and both to what each firm was offered, to the 分', () => {
  fc.assert(
    fc.property(limits, shares, (amounts, parts) => {
      const offer: Offer = {
        ...planOf().offers[0]!,
        riskShares: parts.map((share, i) => ({ bearer: `银行${i}`, share })),
      };
      const run = runOf(amounts.map((_, i) => ({ id: `A${i}` })));
      const offers = amounts.map((fen) => [{ offer: 0, limit: fen / 1e6 }]);
      const plan = { ...run.plan, offers: [offer] };
      const [told] = exposureOf({ ...run, plan, decisions: { ...run.decisions, offers } });
      const fen = (amount: number | null) => BigInt(Math.round((amount ?? 0) * 1e6));
      const whole = amounts.reduce((sum, one) => sum + BigInt(one), 0n);
      expect(told!.firms).toBe(amounts.length);
      expect(fen(told!.limit)).toBe(whole);
      expect(told!.shares.reduce((sum, one) => sum + fen(one.amount), 0n)).toBe(whole);
      for (const { share, amount } of told!.shares)
        expect(Math.abs(Number(fen(amount)) - Number(whole) * share)).toBeLessThanOrEqual(1);
    }),
  );
});
