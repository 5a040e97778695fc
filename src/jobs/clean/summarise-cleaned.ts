import type { Summary } from '../assess/summarise.js';
import type { Cleaned } from './clean.js';

/** What `clean --json` prints: counts and file names, under the keys that the summary of an assessment has. */
export interface CleanedSummary
  extends Pick<Summary, 'profile' | 'rows' | 'skipped' | 'findings' | 'without' | 'absent' | 'unreadable'> {
  readonly period: string | null;
  readonly firms: Cleaned['firms'];
  readonly files: readonly string[];
}

export function summariseCleaned(cleaned: Cleaned): CleanedSummary {
  const { plan, period, lang, rows, firms, findings, without, absent, unreadable, files } = cleaned;
  return {
    profile: { id: plan.id, name: plan.name[lang], status: plan.status },
    period: period?.text ?? null,
    rows: { total: rows.total, ...rows.byFate },
    skipped: rows.skipped,
    firms,
    findings,
    without,
    absent,
    unreadable,
    files,
  };
}
