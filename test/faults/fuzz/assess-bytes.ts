import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import { threadId } from 'node:worker_threads';
import { assessFirms } from '../../../src/analyse/index.js';
import { checkLedgers, firmLedger, rowLedger } from '../../../src/decide/index.js';
import { Findings, renderFinding, sortFindings } from '../../../src/finding/index.js';
import { assess } from '../../../src/jobs/assess/assess.js';
import { readFirms, requireFirms } from '../../../src/jobs/read/read-firms.js';
import { stopOnHeaders } from '../../../src/jobs/read/stop-on-headers.js';
import { indexFields, missingFields } from '../../../src/match/index.js';
import type { Row } from '../../../src/model/cell.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Plan } from '../../../src/model/plan.js';
import { defaultLimits, type OpenedSource, openSource } from '../../../src/table/index.js';
import { Broken, type Case } from './kind.js';

const folder = join(tmpdir(), `innopoints-fuzz-${pid}-${threadId}`);
mkdirSync(folder, { recursive: true, mode: 0o700 });
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What a case was read to, before anything was made of it. */
export interface ReadWhole {
  readonly source: OpenedSource;
  /** Every row of every sheet, by the sheet's name. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly findings: readonly Finding[];
}

/**
 * One file through the steps of `assess`: opened, matched, taken in, scored, decided, both ledgers checked, every finding
 * said in both languages. Nothing is written, so a case costs milliseconds. Throws EdgeError where the run would.
 * `seen` gets what was read, also of a file that is refused later.
 */
export async function assessBytes(
  { name, bytes }: Case,
  plan: Plan,
  seen: (read: ReadWhole) => void,
): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const findings = new Findings();
  const index = indexFields(plan, 2026);
  const source = await openSource(
    { path, file: name },
    { limits: defaultLimits, findings, headers: index.spellings },
  );
  try {
    const rows = new Map<string, readonly Row[]>();
    for (const sheet of source.sheets) {
      const all: Row[] = [];
      for await (const batch of sheet.rows()) all.push(...batch);
      rows.set(`${sheet.index} ${sheet.name}`, all);
    }
    seen({ source, rows, findings: findings.all });
    const how = { sheets: undefined, given: [], period: 20_263, prior: new Set<string>(), lists: new Map() };
    const read = await readFirms([source], index, how, findings);
    for (const one of findings.all) for (const lang of ['zh', 'en'] as const) renderFinding(one, lang);
    holdCount(source, rows, read.rowsSeen);
    requireFirms(read, findings);
    missingFields(read.mappings, read.firms, plan, [], findings);
    stopOnHeaders(findings, [source]);
    const { decisions } = assessFirms(read.firms, { plan, asOf: 20_700, cohorts: null }, findings);
    checkLedgers(rowLedger(read.firms, decisions.disposition), firmLedger(decisions), {
      rows: read.rowsSeen,
      firms: read.firms.count,
    });
    for (const one of sortFindings(findings.all, [name]))
      for (const lang of ['zh', 'en'] as const) renderFinding(one, lang);
  } finally {
    await source.close();
  }
}

/** The rows that the ledgers were held to are all rows of the sheets that were read. */
function holdCount(source: OpenedSource, rows: ReadWhole['rows'], seen: number): void {
  const visible = source.sheets.filter((sheet) => sheet.visibility === 'visible');
  const there = visible.reduce((sum, sheet) => sum + rows.get(`${sheet.index} ${sheet.name}`)!.length, 0);
  if (there !== seen)
    throw new Broken(`${there} rows stand in the visible sheets, ${seen} reached the ledger`);
}

/** The whole job with its run folder, for a few cases. */
export async function assessToFolder({ name, bytes }: Case, profile: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const out = join(folder, 'out');
  await assess({ files: [path], profile, period: '2026Q3', out, force: true });
}

/** Writes a case beside the others and gives its path. */
export function put({ name, bytes }: Case): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
