import { type Barred, bar, decide } from '../decide/index.js';
import { Findings } from '../finding/index.js';
import type { Decisions } from '../model/decisions.js';
import type { Expression } from '../model/expr.js';
import type { Finding } from '../model/finding.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import { checkFirms, score } from '../score/index.js';
import type { SavedRun } from './open-run.js';
import { applyAdjustments } from './saved-adjustments.js';

/** What a run is reckoned from, beside its firms. */
export interface Rules {
  readonly plan: Plan;
  /** Days since 1970-01-01. */
  readonly asOf: number;
  /** The run's saved cohorts; null lets the firms given be their own. */
  readonly cohorts: ReadonlyMap<string, Float64Array> | null;
}

/** Some firms of a run with their points and decisions. */
export interface Reassessed {
  readonly firms: Firms;
  readonly scores: Scores;
  readonly barred: Barred;
  readonly decisions: Decisions;
  readonly findings: readonly Finding[];
}

/**
 * Goes through what `assess` does after reading: vetoes, checks, points, decisions. With a run's firms and cohorts it gives
 * that run's numbers again; ranks only where all its firms are there.
 */
export function reassess(firms: Firms, { plan, asOf, cohorts }: Rules): Reassessed {
  const findings = new Findings();
  const barred = bar(firms, plan, asOf, findings);
  const implausible = checkFirms(firms, plan, asOf, findings);
  const rejected = barred.rejected.map((one, firm) => one | implausible[firm]!);
  const scores = score(firms, plan, { ...barred, rejected }, asOf, findings, cohorts);
  const decisions = decide(firms, plan, scores, barred, asOf);
  return { firms, scores, barred, decisions, findings: findings.all };
}

/** All firms of a saved run, decided as the run decided them: by its rules, then by people. */
export function reassessRun(run: SavedRun): Reassessed {
  const done = reassess(run.firms(), run);
  const adjustments = run.adjustments() ?? [];
  return { ...done, decisions: applyAdjustments(run.plan, done.firms, done.decisions, adjustments) };
}

/** Whether a list, an offer or a grade asks where a firm stands among the others: then one firm cannot be decided alone. */
export const readsRanks = ({ gradeBy, lists, offers }: Plan): boolean =>
  gradeBy === 'rank-percent' ||
  lists.some(({ ranking }) => ranking !== undefined) ||
  [...lists, ...offers].some(({ when }) => readsRank(when)) ||
  offers.some(({ limits }) => limits.some(readsRank));

const readsRank = ({ reads }: Expression): boolean => reads.some((name) => name.startsWith('rank'));
