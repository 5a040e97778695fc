import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { type Amounts, amountsOf, rowOrderOf } from './amounts.js';
import { doubtCohort } from './doubt-cohort.js';
import { doubtLastYear } from './doubt-last-year.js';
import { doubtSameFigures } from './doubt-same-figures.js';
import { doubtTables } from './doubt-tables.js';
import { doubtUnit } from './doubt-unit.js';

/**
 * Doubts about the money that the plan reads, once all firms are in: warnings only, every figure is kept as it stands.
 * A whole table against the others first, then a firm against its own last year, then a table against what firms can
 * have, then a firm against the others: what the first has told, the next does not tell again. Row order cannot matter.
 * Pure. Cost: one sort a money field; 15,000 firms take some ms.
 */
export function doubtValues(firms: Firms, plan: Plan, findings: Findings): void {
  const all = moneyOf(firms, plan);
  const read = [...all.values()].filter(({ field }) => plan.reads.includes(field.id));
  for (const amounts of read) doubtTables(firms, amounts, findings);
  for (const before of all.values()) {
    const now = all.get(before.field.priorOf ?? '');
    if (now !== undefined && now.field.currency === before.field.currency)
      doubtLastYear(firms, now, before, findings);
  }
  for (const amounts of read) {
    doubtUnit(firms, amounts, findings);
    doubtCohort(firms, amounts, findings);
    doubtSameFigures(firms, amounts, findings);
  }
}

/** The money that the plan reads, and the neighbouring year of it, in the order of the profile. */
function moneyOf(firms: Firms, plan: Plan): ReadonlyMap<string, Amounts> {
  const wanted = new Set(plan.reads);
  for (const { id, priorOf } of plan.fields.values()) {
    if (priorOf === null) continue;
    if (plan.reads.includes(id)) wanted.add(priorOf);
    if (plan.reads.includes(priorOf)) wanted.add(id);
  }
  const order = rowOrderOf(firms);
  const money = new Map<string, Amounts>();
  for (const field of plan.fields.values()) {
    const values = firms.numbers.get(field.id);
    if (field.currency === null || values === undefined || !wanted.has(field.id)) continue;
    money.set(field.id, amountsOf(firms, order, field, values));
  }
  return money;
}
