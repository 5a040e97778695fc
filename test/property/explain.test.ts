import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceOf } from '../../src/analyse/cheapest-change.js';
import { decideEdited } from '../../src/analyse/decide-edited.js';
import { explainFirm } from '../../src/analyse/explain-firm.js';
import { reassess } from '../../src/analyse/reassess.js';
import { firmsOf } from '../support/firms-builder.js';
import { planOf } from '../support/plan-builder.js';
import { anyRun } from '../support/random-run.js';

// Any profile and any firms: what is explained adds up, and what is advised helps.
const asOf = 20_454;
const context = { period: '2025', lang: 'zh', adjustments: [], findings: [], distance: null } as const;

test('the explained parts add up to the total of every firm', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyRun, ({ plan: parts, records }) => {
      const plan = planOf(parts);
      const rules = { plan, asOf, cohorts: null };
      const done = reassess(firmsOf(records), rules);
      const units = (points: number) => Math.round(points * 10 ** plan.decimals);
      for (let firm = 0; firm < records.length; firm++) {
        const one = explainFirm(done, firm, rules, context);
        if (one.total === null) continue;
        seen++;
        const sums = { base: 0, bonus: 0, deduction: 0 };
        for (const group of one.groups) {
          const parts = group.indicators.reduce((sum, { points }) => sum + units(points ?? 0), 0);
          const capped = Math.min(
            parts,
            group.cap === null
              ? Number.POSITIVE_INFINITY
              : Math.floor(group.cap * 10 ** plan.decimals + 0.5 + 1e-6),
          );
          // A group that reweights never gives more than its weights add up to.
          if (plan.indicators.every(({ missing }) => missing !== 'reweight'))
            expect(units(group.points!)).toBe(capped);
          else expect(units(group.points!)).toBeLessThanOrEqual(capped);
          sums[group.part] += units(group.points!);
        }
        const cap =
          one.bonusCap === null
            ? Number.POSITIVE_INFINITY
            : Math.floor(one.bonusCap * 10 ** plan.decimals + 0.5 + 1e-6);
        const sum = sums.base + Math.min(sums.bonus, cap) - sums.deduction;
        const floor = one.floor === null ? Number.NEGATIVE_INFINITY : units(one.floor);
        expect(units(one.total)).toBe(Math.max(sum, floor));
      }
    }),
    { numRuns: 1000 },
  );
  expect(seen).toBeGreaterThan(1000);
});

test('every change that is advised puts the firm on the whitelist', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyRun, fc.boolean(), ({ plan: parts, records }, ranked) => {
      const whole = { ...planOf(parts), reads: ['revenue', 'rd_expense', 'patents', 'employees'] };
      // With ranks a firm is decided among the others, without them alone.
      const plan = ranked ? whole : { ...whole, gradeBy: null, lists: whole.lists.slice(0, 1) };
      const firms = firmsOf(records);
      const rules = { plan, asOf, cohorts: reassess(firms, { plan, asOf, cohorts: null }).scores.cohorts };
      const done = reassess(firms, rules);
      for (let firm = 0; firm < records.length; firm++) {
        for (const change of distanceOf(done, firm, rules, 'zh')?.changes ?? []) {
          seen++;
          const again = decideEdited(done, firm, [{ field: change.field, value: change.to }], rules);
          const lists = again.done.decisions.lists[again.firm]!.map((list) => plan.lists[list]!.kind);
          expect(lists).toContain('whitelist');
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(50);
});
