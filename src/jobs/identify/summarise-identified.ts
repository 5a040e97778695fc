import { dayText } from '../../model/day.js';
import type { Severity } from '../../model/finding.js';
import type { Fate } from '../../model/firms.js';
import { type Change, changes, type Identified } from '../../model/identified.js';
import type { Standing } from '../../model/judged.js';
import type { SkipReason } from '../../model/mapping.js';
import { changeCounts } from '../../report/index.js';

/** What an identification came to, in counts: shown on the terminal, printed by `--json`. */
export interface IdentifiedSummary {
  readonly period: string;
  readonly asOf: string;
  readonly rows: { readonly total: number } & Readonly<Record<Fate, number>>;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly firms: number;
  /** Rows that no scheme could give to a firm. */
  readonly exceptions: number;
  readonly schemes: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: 'official' | 'sample';
    readonly firms: Readonly<Record<Standing, number>>;
    readonly lacking: readonly { readonly field: string; readonly name: string }[];
    /** Only with a last identification that held the scheme. */
    readonly changes?: Readonly<Record<Change, number>>;
  }[];
  readonly findings: Readonly<Record<Severity, number>>;
  /** Errors that no row has: sheets of firms that could not be read. */
  readonly unread: number;
  readonly previous: string | null;
  readonly unreadable: readonly string[];
}

export function summariseIdentified(done: Identified): IdentifiedSummary {
  const { lang } = done;
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { finding } of done.findings) findings[finding.severity]++;
  return {
    period: done.period.text,
    asOf: dayText(done.asOf),
    rows: { total: done.rowLedger.total, ...done.rowLedger.byFate },
    skipped: done.rowLedger.skipped,
    firms: done.firms.length,
    exceptions: done.strays.length,
    schemes: done.schemes.map(({ plan, name, counts, lacking }, at) => ({
      id: plan.id,
      name: name[lang],
      status: plan.status,
      firms: counts,
      lacking: lacking.map((field) => ({ field, name: plan.fields.get(field)?.name[lang] ?? field })),
      ...(done.previous === null ? {} : { changes: countsOf(changeCounts(done, at)) }),
    })),
    findings,
    unread: done.findings.filter(({ finding }) => finding.severity === 'error' && finding.firm === null)
      .length,
    previous: done.previous?.period ?? null,
    unreadable: done.unreadable,
  };
}

/** Counts in the order of `changes`, by name. */
export const countsOf = (counts: readonly number[]): Readonly<Record<Change, number>> =>
  Object.fromEntries(changes.map((change, index) => [change, counts[index] ?? 0])) as Record<Change, number>;
