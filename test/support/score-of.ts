import { type Barred, bar, decide } from '../../src/decide/index.js';
import { type FindingId, Findings, speak } from '../../src/finding/index.js';
import type { Decisions } from '../../src/model/decisions.js';
import type { Finding } from '../../src/model/finding.js';
import type { Firms } from '../../src/model/firms.js';
import type { Plan } from '../../src/model/plan.js';
import type { Scores } from '../../src/model/scores.js';
import { score } from '../../src/score/index.js';
import { type FirmRecord, type FirmsParts, firmsOf } from './firms-builder.js';
import { type PlanParts, planOf } from './plan-builder.js';

/** 2025-12-31 */
export const asOf = 20453;

export interface Outcome {
  readonly firms: Firms;
  readonly plan: Plan;
  readonly barred: Barred;
  readonly scores: Scores;
  readonly decisions: Decisions;
  /** Names of the profile in Chinese alone, as the plans of these tests give them. */
  readonly findings: readonly Finding[];
  of(id: FindingId): readonly Finding[];
}

/** Vetoes, points and decisions of a few firms under a small plan. */
export function assessed(plan: PlanParts, records: readonly FirmRecord[], parts: FirmsParts = {}): Outcome {
  return assess(planOf(plan), firmsOf(records, parts));
}

export function assess(plan: Plan, firms: Firms): Outcome {
  const findings = new Findings();
  const barred = bar(firms, plan, asOf, findings);
  const scores = score(firms, plan, barred, asOf, findings);
  const decisions = decide(firms, plan, scores, barred, asOf);
  const all = findings.all.map((one) => ({ ...one, args: inChinese(one.args) }));
  return {
    firms,
    plan,
    barred,
    scores,
    decisions,
    findings: all,
    of: (id) => all.filter((one) => one.id === id),
  };
}

/** A column for people: null where it holds NaN. */
export const shown = (column: ArrayLike<number>): (number | null)[] =>
  Array.from(column, (one) => (Number.isNaN(one) ? null : one));

const inChinese = (args: Finding['args']): Finding['args'] =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, speak(value, 'zh')]));
