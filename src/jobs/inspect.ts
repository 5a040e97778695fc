import { Findings, sortFindings } from '../finding/index.js';
import { missingFields } from '../match/index.js';
import type { Finding } from '../model/finding.js';
import type { Firms } from '../model/firms.js';
import type { Mapping, SkipReason } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import type { Source } from '../model/table.js';
import { checkFirms } from '../score/index.js';
import { parsePeriod } from './period.js';
import { oneProfile } from './profile/profiles.js';
import { gather } from './read/gather.js';
import { tellNoTable } from './read/hold-files.js';
import type { InputFiles, Progress, ReadingOptions } from './request.js';

export interface InspectRequest extends InputFiles, ReadingOptions {
  /** null: only the common fields are matched, and none is needed. */
  readonly profile: string | null;
  readonly profileFolders?: readonly string[] | undefined;
  readonly period?: string | undefined;
  readonly without?: readonly string[] | undefined;
}

/** How inputs would be read. Nothing is scored and nothing is written. */
export interface Inspected {
  readonly plan: Plan;
  /** Whether `plan` is the profile asked for, or only the common fields. */
  readonly matched: boolean;
  readonly sources: readonly Source[];
  readonly mappings: readonly Mapping[];
  /** Sheets that hold no table of firms, as far as their headers were understood. */
  readonly others: readonly Mapping[];
  /** Files in which no table was recognised, beside others that have one. */
  readonly noTables: readonly string[];
  readonly rows: {
    readonly total: number;
    readonly firms: number;
    readonly skipped: number;
    /** Why rows were skipped: a title, a header, a total, a note, a row of no table of firms … */
    readonly reasons: Readonly<Partial<Record<SkipReason, number>>>;
  };
  readonly firms: number;
  readonly findings: readonly Finding[];
}

/** The profile whose fields are the common ones: what `inspect` knows when no profile is named. */
const commonFields = 'national-1.0-2022';

/** Opens, matches and takes in like `assess`, and stops there. Throws EdgeError: 2 profile, 3 unreadable input. */
export async function inspect(
  request: InspectRequest,
  progress: Progress = () => undefined,
): Promise<Inspected> {
  const matched = request.profile !== null;
  progress('profile');
  const loaded = oneProfile(request.profile ?? commonFields, request.profileFolders).plan;
  const plan = matched ? loaded : { ...loaded, reads: [] };
  const period = request.period === undefined ? null : parsePeriod(request.period);
  const findings = new Findings();
  const { inputs, firms, mappings, others, noTables, rowsSeen } = await gather(
    request,
    plan,
    period,
    findings,
    progress,
  );
  try {
    tellNoTable(noTables, findings);
    missingFields(mappings, firms, plan, request.without ?? [], findings);
    checkFirms(firms, plan, period?.to ?? null, findings);
    return {
      plan,
      matched,
      sources: inputs.sources,
      mappings,
      others,
      noTables: noTables.map(({ file }) => file),
      rows: {
        total: rowsSeen,
        firms: rowsSeen - firms.skipped.length,
        skipped: firms.skipped.length,
        reasons: reasonsOf(firms),
      },
      firms: firms.count,
      findings: sortFindings(
        findings.all,
        inputs.sources.map((source) => source.file),
      ),
    };
  } finally {
    await inputs.close();
  }
}

function reasonsOf(firms: Firms): Partial<Record<SkipReason, number>> {
  const reasons: Partial<Record<SkipReason, number>> = {};
  for (const { reason } of firms.skipped) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return reasons;
}
