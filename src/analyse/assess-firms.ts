import { type Assessed, bar, decide } from '../decide/index.js';
import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { checkFirms, score } from '../score/index.js';

/** What firms are held to. */
export interface Rules {
  readonly plan: Plan;
  /** Days since 1970-01-01. */
  readonly asOf: number;
  /** A run's saved cohorts; null lets the firms given be their own. */
  readonly cohorts: ReadonlyMap<string, Float64Array> | null;
}

/**
 * Firms in, decisions out: vetoes, checks, points, decisions, in the one order that there is. Every command that scores goes
 * through here. Pure. Cost: firms × (rules + indicators), and the sorts of cohorts and ranks.
 */
export function assessFirms(firms: Firms, { plan, asOf, cohorts }: Rules, findings: Findings): Assessed {
  const barred = bar(firms, plan, asOf, findings);
  const implausible = checkFirms(firms, plan, asOf, findings);
  const faulty = firms.rejected.map((one, firm) => one | implausible[firm]!);
  const rejected = barred.rejected.map((one, firm) => one | faulty[firm]!);
  const scores = score(firms, plan, { ...barred, rejected }, asOf, findings, cohorts);
  return { barred, faulty, scores, decisions: decide(firms, plan, scores, barred, asOf) };
}
