import { bar, checkLedgers, decide, firmLedger, rowLedger } from '../decide/index.js';
import { Findings, inputError, sortFindings, usageError } from '../finding/index.js';
import { indexFields, missingFields, nearestFields } from '../match/index.js';
import type { Period } from '../model/period.js';
import type { Plan } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Source } from '../model/table.js';
import { type LoadedProfile, loadProfile } from '../profile/index.js';
import { score } from '../score/index.js';
import { openInputs } from './open-inputs.js';
import { openMapping } from './open-mapping.js';
import { parseDay, parsePeriod } from './period.js';
import { profileFoldersOf } from './profile-folders.js';
import { readFirms, requireTable } from './read-firms.js';
import type { AssessRequest, Progress } from './request.js';
import { claimRun, type PublishedRun, writeRun } from './run-output.js';

/** What an assessment gives back: the run, and its folder where one was asked for. */
export interface Assessed {
  readonly run: Run;
  readonly published: PublishedRun | null;
}

/**
 * Spreadsheets in, decisions out, a run folder written or nothing. Throws EdgeError with findings: 2 wrong usage or
 * profile, 3 unusable input, 4 could not write, 5 locked. Cost: reading; scoring 100,000 firms takes a fraction of a second.
 */
export async function assess(
  request: AssessRequest,
  progress: Progress = () => undefined,
): Promise<Assessed> {
  const when = timesOf(request);
  progress('profile', request.profile);
  const profile = loadProfile(request.profile, profileFoldersOf(request.profileFolders));
  checkWithout(request.without ?? [], profile.plan);
  const started = new Date();
  const claim = await claimRun(request);
  let published: PublishedRun | null = null;
  try {
    const run = await assessInputs(request, profile, when, progress, async (one) => {
      if (claim === null) return;
      progress('write');
      published = await writeRun(claim, one, request, started);
    });
    return { run, published };
  } finally {
    await claim?.release();
  }
}

interface Times {
  readonly period: Period;
  readonly asOf: number;
}

function timesOf(request: AssessRequest): Times {
  const findings = new Findings();
  const period = parsePeriod(request.period);
  if (period === null) findings.add('usage.period', { file: '--period' }, { value: request.period });
  const asOf = request.asOf === undefined ? (period?.to ?? 0) : parseDay(request.asOf);
  if (asOf === null) findings.add('usage.day', { file: '--as-of' }, { value: request.asOf ?? '' });
  if (period === null || asOf === null) throw usageError(findings.all);
  return { period, asOf };
}

function checkWithout(without: readonly string[], plan: Plan): void {
  const findings = new Findings();
  for (const field of without) {
    if (plan.reads.includes(field)) continue;
    findings.add('usage.unknown-field', { file: '--without' }, { field, near: nearestFields(field, plan) });
  }
  if (findings.hasErrors) throw usageError(findings.all);
}

/** `write` runs while the inputs are still open: the exceptions fetch the firms' own rows from them. */
async function assessInputs(
  request: AssessRequest,
  profile: LoadedProfile,
  { period, asOf }: Times,
  progress: Progress,
  write: (run: Run) => Promise<void>,
): Promise<Run> {
  const { plan } = profile;
  const without = request.without ?? [];
  const findings = new Findings();
  const index = indexFields(plan, period.year, without);
  const saved = openMapping(request.mapping, plan);
  progress('open');
  const inputs = await openInputs(request.files, index, request, findings);
  try {
    progress('read');
    const { firms, mappings, rowsSeen } = await readFirms(
      inputs.sources,
      index,
      { sheets: request.sheets, given: saved.given },
      findings,
    );
    requireTable(mappings, findings);
    const absent = missingFields(mappings, plan, without, findings);
    stopOnHeaders(findings, inputs.sources);
    progress('score');
    const barred = bar(firms, plan, asOf, findings);
    const scores = score(firms, plan, barred, asOf, findings);
    const decisions = decide(firms, plan, scores, barred, asOf);
    const ledgers = { rowLedger: rowLedger(firms, decisions.disposition), firmLedger: firmLedger(decisions) };
    checkLedgers(ledgers.rowLedger, ledgers.firmLedger, { rows: rowsSeen, firms: firms.count });
    const run: Run = {
      plan,
      profileYaml: profile.yaml,
      period,
      asOf,
      lang: request.lang ?? plan.lang,
      sources: inputs.sources,
      mappings,
      firms,
      scores,
      decisions,
      findings: sortFindings(
        findings.all,
        inputs.sources.map((source) => source.file),
      ),
      ...ledgers,
      without,
      absent,
      unreadable: inputs.unreadable,
      mappingFile: saved.hash,
    };
    await write(run);
    return run;
  } finally {
    await inputs.close();
  }
}

/** Trouble in a header is every firm's trouble: the run stops before a point is given (exit 3). */
function stopOnHeaders(findings: Findings, sources: readonly Source[]): void {
  const fatal = findings.all.filter((one) => one.severity === 'error' && one.id.startsWith('header.'));
  if (fatal.length > 0)
    throw inputError(
      sortFindings(
        fatal,
        sources.map((source) => source.file),
      ),
    );
}
