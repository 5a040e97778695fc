import type { Assessed } from '../decide/index.js';
import { Findings } from '../finding/index.js';
import type { Expression } from '../model/expr.js';
import type { Finding } from '../model/finding.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { assessFirms, type Rules } from './assess-firms.js';
import type { SavedRun } from './open-run.js';
import { applyAdjustments } from './saved-adjustments.js';

/** Some firms of a run with their points and decisions. */
export interface Reassessed extends Assessed {
  readonly firms: Firms;
  readonly findings: readonly Finding[];
}

/** With a run's firms and cohorts this gives that run's numbers again; ranks only where all its firms are there. */
export function reassess(firms: Firms, rules: Rules): Reassessed {
  const findings = new Findings();
  const assessed = assessFirms(firms, rules, findings);
  return { firms, ...assessed, findings: findings.all };
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
