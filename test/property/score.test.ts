import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bands, linear, mark, type PlanParts, percentile, planOf } from '../support/plan-builder.js';
import { anyRecord, anyRun } from '../support/random-run.js';
import { assessed, type Outcome } from '../support/score-of.js';

/** A shown figure as a whole number of the last decimal place, by its digits and not by arithmetic. */
function unitsOf(shown: number, decimals: number): number {
  const text = shown.toFixed(decimals);
  // What is shown must be the number itself.
  expect(Number(text)).toBe(shown);
  return Number(text.replace('.', ''));
}

test('the parts shown add up to the total shown', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyRun, ({ plan: parts, records }) => {
      const { scores, plan } = assessed(parts, records);
      const d = plan.decimals;
      const capOf = (cap: number | null) =>
        cap === null ? Number.POSITIVE_INFINITY : Math.floor(cap * 10 ** d + 0.5 + 1e-6);
      for (let firm = 0; firm < records.length; firm++) {
        if (Number.isNaN(scores.total[firm])) continue;
        seen++;
        const parts = { base: 0, bonus: 0, deduction: 0 };
        plan.groups.forEach((group, index) => {
          const members = plan.indicators.flatMap((one, i) =>
            one.group === index ? [scores.points[i]![firm]!] : [],
          );
          const sum = members.reduce((all, one) => all + (Number.isNaN(one) ? 0 : unitsOf(one, d)), 0);
          const shown = unitsOf(scores.groups[index]![firm]!, d);
          const reweighted = plan.indicators.some(
            (one, i) => one.group === index && Number.isNaN(scores.points[i]![firm]),
          );
          if (reweighted) expect(shown).toBeLessThanOrEqual(Math.min(sum, capOf(group.cap)));
          else if (plan.indicators.every((one) => one.group !== index || one.missing !== 'reweight'))
            expect(shown).toBe(Math.min(sum, capOf(group.cap)));
          parts[group.part] += shown;
        });
        const sum = parts.base + Math.min(parts.bonus, capOf(plan.bonusCap)) - parts.deduction;
        const floor = plan.floor === null ? Number.NEGATIVE_INFINITY : plan.floor * 10 ** d;
        expect(unitsOf(scores.total[firm]!, d)).toBe(Math.max(sum, floor));
      }
    }),
    { numRuns: 400 },
  );
  expect(seen).toBeGreaterThan(300);
});

/** All that was said and decided of each firm, by its place in the first order. */
function perFirm(run: Outcome, order: readonly number[]): unknown[] {
  const { scores, decisions } = run;
  const all = order.map((original, firm) => ({
    original,
    stage: scores.stage[firm],
    numbers: [...scores.values, ...scores.points, ...scores.weights, ...scores.groups].map(
      (column) => column[firm],
    ),
    total: scores.total[firm],
    withheld: scores.withheld[firm],
    disposition: decisions.disposition[firm],
    ranks: [decisions.rank[firm], decisions.rankInStage[firm], decisions.grade[firm]],
    lists: decisions.lists[firm],
    offers: decisions.offers[firm],
    findings: run.findings.filter((one) => one.firm === firm).map((one) => [one.id, one.severity, one.args]),
  }));
  return all.sort((a, b) => a.original - b.original);
}

test('shuffling the firms shuffles the results and changes nothing else', () => {
  fc.assert(
    fc.property(
      anyRun.chain((run) =>
        fc.record({
          run: fc.constant(run),
          order: fc.shuffledSubarray(
            run.records.map((_, index) => index),
            { minLength: run.records.length },
          ),
        }),
      ),
      ({ run: { plan, records }, order }) => {
        const straight = assessed(plan, records);
        // A key that the first record lacks would move the columns, not the results.
        const shuffled = assessed(
          plan,
          order.map((index) => records[index]!),
        );
        expect(perFirm(shuffled, order)).toEqual(
          perFirm(
            straight,
            records.map((_, index) => index),
          ),
        );
        expect(shuffled.scores.cohorts).toEqual(straight.scores.cohorts);
      },
    ),
    { numRuns: 300 },
  );
});

const higherIsBetter: PlanParts = {
  indicators: [
    { id: 'share', value: 'patents', scorer: linear(7), weight: 8 },
    { id: 'band', value: 'patents', scorer: bands([10, 10], [5, 6.5], [2.5, 1]) },
    { id: 'given', value: 'patents', scorer: mark(200) },
    { id: 'place', value: 'patents', scorer: percentile('all', 2), weight: 5 },
    {
      id: 'best',
      bestOf: [
        { id: 'amount', value: 'patents', scorer: linear(30) },
        { id: 'ratio', value: 'patents / employees', scorer: linear(3) },
      ],
      weight: 20,
    },
  ],
};

test('raising an input of which more is better never lowers points', () => {
  fc.assert(
    fc.property(
      fc.array(anyRecord, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 1, max: 40_000 }).map((one) => one / 1000),
      (records, more) => {
        const first = { ...records[0], patents: Number(records[0]!.patents) };
        const before = assessed(higherIsBetter, [first, ...records.slice(1)]).scores;
        const after = assessed(higherIsBetter, [
          { ...first, patents: first.patents + more },
          ...records.slice(1),
        ]).scores;
        before.points.forEach((column, index) => {
          expect(after.points[index]![0]).toBeGreaterThanOrEqual(column[0]!);
        });
        expect(after.total[0]).toBeGreaterThanOrEqual(before.total[0]!);
      },
    ),
    { numRuns: 300 },
  );
});

test('a firm is rejected by scoring if and only if an error was told of it', () => {
  fc.assert(
    fc.property(anyRun, ({ plan, records }) => {
      const run = assessed(plan, records);
      const told = records.map((_, firm) =>
        run.findings.some((one) => one.firm === firm && one.severity === 'error'),
      );
      expect(told).toEqual(Array.from(run.scores.scored, (scored) => scored === 0));
    }),
    { numRuns: 300 },
  );
});

test('what one firm writes never changes the points of another without a cohort', () => {
  const alone = planOf({
    ...higherIsBetter,
    indicators: higherIsBetter.indicators!.filter((one) => one.id !== 'place'),
  });
  expect(alone.indicators).toHaveLength(4);
  fc.assert(
    fc.property(fc.array(anyRecord, { minLength: 2, maxLength: 8 }), anyRecord, (records, other) => {
      const parts = { indicators: higherIsBetter.indicators!.filter((one) => one.id !== 'place') };
      const before = assessed(parts, records).scores.total.slice(1);
      const after = assessed(parts, [other, ...records.slice(1)]).scores.total.slice(1);
      expect(after).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
