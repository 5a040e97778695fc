import { assessFirms } from '../../analyse/index.js';
import { checkLedgers, firmLedger, reasonsOf, rowLedger } from '../../decide/index.js';
import { Findings, sortFindings, usageError } from '../../finding/index.js';
import { missingFields } from '../../match/index.js';
import type { Period } from '../../model/period.js';
import type { ExchangeRate, Run } from '../../model/run.js';
import { type LoadedProfile, loadProfile } from '../../profile/index.js';
import { parseDay, parsePeriod } from '../period.js';
import { profileFoldersOf } from '../profile-folders.js';
import { checkWithout } from '../read/check-without.js';
import { gather } from '../read/gather.js';
import { holdFiles } from '../read/hold-files.js';
import { besideOf } from '../read/read-beside.js';
import { requireFirms } from '../read/read-firms.js';
import { stopOnHeaders } from '../read/stop-on-headers.js';
import type { AssessRequest, Progress } from '../request.js';
import { requireFolder } from '../require-folder.js';
import { claimRun } from '../runs/runs-claim.js';
import { adjustLists } from './adjust-lists.js';
import { rateOf } from './exchange-rate.js';
import { holdRoster } from './hold-roster.js';
import { type PublishedRun, writeRun } from './run-output.js';
import { type LastRun, openLast, withLast } from './since-last.js';
import { askedColumn, isDistrict, splitFirms, withoutKept } from './split-by.js';
import { tellInForce } from './tell-in-force.js';

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
  checkFormat(request);
  if (request.out !== null) requireFolder(request.out, '--out');
  const rate = rateOf(request);
  progress('profile', request.profile);
  const profile = loadProfile(request.profile, profileFoldersOf(request.profileFolders));
  checkWithout(request.without ?? [], profile.plan);
  const last = openLast(request.previous, { plan: profile.plan, asOf: when.asOf });
  const started = new Date();
  const claim = await claimRun(request, { period: when.period.text, profile: profile.plan.id });
  let published: PublishedRun | null = null;
  try {
    const run = await assessInputs(request, profile, when, { rate, last }, progress, async (one) => {
      if (claim === null) return;
      progress('write');
      published = await writeRun(claim, one, request, started);
    });
    return { run, published };
  } finally {
    await claim?.release();
  }
}

/** Throws exit 2 where one workbook is asked for and no workbook is written. */
function checkFormat({ format, oneWorkbook }: AssessRequest): void {
  if (oneWorkbook !== true || format !== 'csv') return;
  const findings = new Findings();
  findings.add('usage.both', { file: '--one-workbook' }, { one: '--one-workbook', other: '--format csv' });
  throw usageError(findings.all);
}

export interface Times {
  readonly period: Period;
  readonly asOf: number;
}

/** Throws exit 2 for a period or a day that is none. */
export function timesOf(request: Pick<AssessRequest, 'period' | 'asOf'>): Times {
  const findings = new Findings();
  const period = parsePeriod(request.period);
  if (period === null) findings.add('usage.period', { file: '--period' }, { value: request.period });
  const asOf = request.asOf === undefined ? (period?.to ?? 0) : parseDay(request.asOf);
  if (asOf === null) findings.add('usage.day', { file: '--as-of' }, { value: request.asOf ?? '' });
  if (period === null || asOf === null) throw usageError(findings.all);
  return { period, asOf };
}

/** `write` runs while the inputs are still open: the exceptions fetch the firms' own rows from them. */
async function assessInputs(
  request: AssessRequest,
  profile: LoadedProfile,
  { period, asOf }: Times,
  { rate, last }: { readonly rate: ExchangeRate | null; readonly last: LastRun | null },
  progress: Progress,
  write: (run: Run) => Promise<void>,
): Promise<Run> {
  const { plan } = profile;
  const without = request.without ?? [];
  const findings = new Findings();
  const outOfForce = tellInForce(profile, period, findings);
  const by = request.by === undefined ? null : askedColumn(request.by, plan, period.year);
  const gathered = await gather(request, by?.plan ?? plan, period, findings, progress);
  const { inputs, firms, rowsSeen, mappingFile } = gathered;
  const mappings = withoutKept(gathered.mappings);
  try {
    requireFirms(gathered, findings);
    const left = holdFiles(gathered.noTables, request.skipUnreadable, findings);
    const absent = missingFields(mappings, firms, plan, without, findings);
    const split = by === null ? null : splitFirms(by, firms, mappings, findings);
    stopOnHeaders(findings, inputs.sources);
    progress('score');
    const { scores, decisions: ruled } = assessFirms(firms, { plan, asOf, cohorts: null }, findings);
    const { feedback, adjust, roster } = gathered.beside;
    const adjusted = adjust === null ? null : adjustLists(adjust, firms, plan, ruled, findings);
    const decisions = adjusted?.decisions ?? ruled;
    const held = roster === null ? null : holdRoster(roster, firms, findings);
    const words = besideOf(request).find(({ kind }) => kind === 'roster')?.fields;
    const districts = by !== null && words !== undefined && isDistrict(request.by ?? '', by, plan, words);
    const ledgers = { rowLedger: rowLedger(firms, decisions.disposition), firmLedger: firmLedger(decisions) };
    checkLedgers(ledgers.rowLedger, ledgers.firmLedger, { rows: rowsSeen, firms: firms.count });
    const alone: Run = {
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
      unreadable: [...inputs.unreadable, ...left],
      mappingFile,
      ...(outOfForce === undefined ? {} : { outOfForce }),
      ...(feedback === null ? {} : { feedback }),
      ...(adjusted === null ? {} : { adjustments: adjusted.adjustments }),
      ...(held === null ? {} : { roster: held }),
      ...(split === null ? {} : { split: { ...split, districts } }),
      reasons: reasonsOf(firms, plan, scores, decisions, asOf),
      ...(rate === null ? {} : { rate }),
    };
    const run = withLast(alone, last);
    await write(run);
    return run;
  } finally {
    await inputs.close();
  }
}
