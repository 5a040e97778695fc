import { resolve } from 'node:path';
import { checkLedgers, firmLedger, rowLedger } from '../../decide/index.js';
import { Findings, sortFindings, usageError } from '../../finding/index.js';
import { missingFields } from '../../match/index.js';
import type { Disposition } from '../../model/decisions.js';
import type { Severity } from '../../model/finding.js';
import type { Firms } from '../../model/firms.js';
import type { Period } from '../../model/period.js';
import type { Plan } from '../../model/plan.js';
import type { RowLedger } from '../../model/run.js';
import type { Lang } from '../../model/text.js';
import { checkFree, cleanParts, findingsParts, publishFile } from '../../report/index.js';
import { checkFirms } from '../../score/index.js';
import { oneProfile } from '../profile/profiles.js';
import { checkWithout } from '../read/check-without.js';
import { gather } from '../read/gather.js';
import { holdFiles } from '../read/hold-files.js';
import { requireFirms } from '../read/read-firms.js';
import { splitList } from '../read/split-list.js';
import { stopOnHeaders } from '../read/stop-on-headers.js';
import type { InputFiles, Progress, ReadingOptions, RulesOptions } from '../request.js';
import { requireExtension } from '../require-extension.js';
import { requirePeriod } from '../require-period.js';

export interface CleanRequest extends InputFiles, ReadingOptions, RulesOptions {
  readonly period?: string | undefined;
  /** The CSV to write; null prints it. */
  readonly out: string | null;
  /** The findings; beside `out` where it is not said, nowhere where `out` is printed. */
  readonly findings?: string | undefined;
  /** Keep firms with an error, marked. */
  readonly all?: boolean | undefined;
  readonly headers?: 'id' | 'text' | undefined;
  readonly force?: boolean | undefined;
  readonly lang?: Lang | undefined;
}

/** What became of rows and firms, in counts. */
export interface Cleaned {
  readonly plan: Plan;
  readonly period: Period | null;
  readonly lang: Lang;
  readonly rows: RowLedger;
  readonly firms: { readonly total: number; readonly written: number; readonly rejected: number };
  readonly findings: Readonly<Record<Severity, number>>;
  /** Errors that no firm has: sheets of firms that could not be read. */
  readonly unread: number;
  readonly without: readonly string[];
  readonly absent: readonly string[];
  readonly unreadable: readonly string[];
  /** Files written, the data first. */
  readonly files: readonly string[];
}

/**
 * The intake alone: spreadsheets in, one row a firm out, in canonical fields and units; nothing is scored. Throws EdgeError
 * as `assess` does: 2 wrong usage or profile, 3 unusable input, 4 could not write. Cost: one reading of the inputs.
 */
export async function clean(
  request: CleanRequest,
  print: (part: string) => Promise<void>,
  progress: Progress = () => undefined,
): Promise<Cleaned> {
  const outputs = outputsOf(request);
  const period = requirePeriod(request.period);
  progress('profile', request.profile);
  const { plan } = oneProfile(request.profile, request.profileFolders);
  const without = request.without ?? [];
  checkWithout(without, plan);
  const force = request.force ?? false;
  for (const path of Object.values(outputs)) if (path !== null) await checkFree(resolve(path), path, force);

  const read = await readInputs(request, plan, period, progress);
  progress('write');
  const lang = request.lang ?? plan.lang;
  const voice = { lang, headers: request.headers ?? 'id' } as const;
  const run = { ...read, plan, without };
  // The findings first: data never stand without what was found in them.
  if (outputs.findings !== null)
    await publishFile(outputs.findings, { force }, findingsParts(run, { lang, headers: 'text' }));
  const parts = cleanParts(run, voice, request.all ?? false, outputs.data !== null);
  if (outputs.data !== null) await publishFile(outputs.data, { force }, parts);
  else for (const part of parts) await print(part);

  const rejected = read.firms.rejected.reduce((sum, one) => sum + one, 0);
  const total = read.firms.count;
  const severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const one of read.findings) severities[one.severity]++;
  return {
    plan,
    period,
    lang,
    rows: read.rows,
    firms: { total, written: request.all === true ? total : total - rejected, rejected },
    findings: severities,
    unread: read.findings.filter((one) => one.severity === 'error' && one.firm === null).length,
    without,
    absent: read.absent,
    unreadable: read.unreadable,
    files: [outputs.data, outputs.findings].filter((path) => path !== null),
  };
}

interface Outputs {
  readonly data: string | null;
  readonly findings: string | null;
}

/** Where to write: CSV files, each unlike any other and any input. */
function outputsOf({ files, prior = [], lists = [], out, findings }: CleanRequest): Outputs {
  if (out !== null) requireExtension(out, '--out', '.csv');
  if (findings !== undefined) requireExtension(findings, '--findings', '.csv');
  const beside = out === null ? null : out.replace(/\.csv$/i, '.findings.csv');
  const outputs = { data: out, findings: findings ?? beside };
  const inputs = [...files, ...prior, ...lists.map((one) => splitList(one).path)];
  const taken = new Set(inputs.filter((path) => path !== '-').map((path) => resolve(path)));
  const twice = new Findings();
  for (const path of Object.values(outputs)) {
    if (path === null) continue;
    if (taken.has(resolve(path))) twice.add('usage.same-file', { file: path }, { path });
    taken.add(resolve(path));
  }
  if (twice.hasErrors) throw usageError(twice.all);
  return outputs;
}

async function readInputs(request: CleanRequest, plan: Plan, period: Period | null, progress: Progress) {
  const findings = new Findings();
  const read = await gather(request, plan, period, findings, progress);
  const { sources } = read.inputs;
  try {
    requireFirms(read, findings);
    const left = holdFiles(read.noTables, request.skipUnreadable, findings);
    const unreadable = [...read.inputs.unreadable, ...left];
    const absent = missingFields(read.mappings, read.firms, plan, request.without ?? [], findings);
    stopOnHeaders(findings, sources);
    const implausible = checkFirms(read.firms, plan, period?.to ?? null, findings);
    const rejected = read.firms.rejected.map((one, firm) => one | implausible[firm]!);
    const firms: Firms = { ...read.firms, rejected };
    const names = sources.map((source) => source.file);
    const rows = checkedLedger(firms, read.rowsSeen);
    return { firms, rows, absent, unreadable, findings: sortFindings(findings.all, names) };
  } finally {
    await read.inputs.close();
  }
}

/** Nothing is decided here: a firm is rejected or it is not. Both sums are held all the same. */
function checkedLedger(firms: Firms, rowsSeen: number): RowLedger {
  const disposition = Array.from(
    firms.rejected,
    (one): Disposition => (one === 1 ? 'rejected' : 'below-line'),
  );
  const rows = rowLedger(firms, disposition);
  checkLedgers(rows, firmLedger({ disposition }), { rows: rowsSeen, firms: firms.count });
  return rows;
}
