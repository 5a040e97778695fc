import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Findings, inputError } from '../finding/index.js';
import type { Adjustment } from '../model/adjustment.js';
import type { Finding } from '../model/finding.js';
import type { Firms, TableRef } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { sealOf } from '../model/seal.js';
import { z } from '../model/zod.js';
import { planAsPrinted } from '../profile/index.js';
import { noRun } from './no-run.js';
import { fieldsOf, type Records, recordsIn } from './records.js';
import { readAdjustments } from './saved-adjustments.js';
import { dayOf, savedFirms } from './saved-firms.js';
import { readTables } from './tables.js';

const fileHash = z.object({ file: z.string(), bytes: z.number(), sha256: z.string() });

/** What later commands read of a manifest; the rest is for people. */
const manifestSchema = z.object({
  format: z.literal(1),
  tool: z.object({ name: z.literal('innopoints'), version: z.string() }),
  profile: z.object({ id: z.string(), status: z.enum(['official', 'sample']), sha256: z.string() }),
  period: z.string(),
  asOf: z.string(),
  options: z.object({ lang: z.enum(['zh', 'en']).nullish() }),
  inputs: z.array(fileHash),
  outputs: z.array(fileHash),
  firms: z.object({ total: z.number(), byDisposition: z.record(z.string(), z.number()) }),
});

export type SavedManifest = z.infer<typeof manifestSchema>;

/** A run folder that was opened: whole, unchanged, and of a format that this version knows. */
export interface SavedRun {
  readonly folder: string;
  readonly manifest: SavedManifest;
  readonly plan: Plan;
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly cohorts: ReadonlyMap<string, Float64Array>;
  readonly tables: readonly TableRef[];
  /** data/firms.csv; record 0 is the header, firm n is record n + 1. */
  readonly records: Records;
  readonly header: readonly string[];
  /** The firms of some records, decoded: those of firms 3 and 5, or all; their fields as this plan or another knows them. */
  firms(of?: readonly number[], as?: Plan): Firms;
  /** What people decided, where `--adjust` was given; firms by their place in data/firms.csv. */
  adjustments(): readonly Adjustment[] | undefined;
  /** The findings of one firm, by its place in data/firms.csv. */
  findingsOf(firm: number): readonly Finding[];
}

/**
 * Opens a run folder by its manifest and `data/`, and nothing else of it. Throws an input error (exit 3) where it is no run,
 * of a newer format, or not as it was written. Cost: loading the profile and a hash of `data/`; no firm is decoded.
 */
export function openRun(folder: string): SavedRun {
  const manifest = readManifest(folder);
  const read = (file: string): Buffer => readWhole(folder, file, manifest);
  const profile = read('data/profile.yaml');
  const firms = read('data/firms.csv');
  const findings = read('data/findings.ndjson');
  const cohorts = cohortsIn(read('data/cohorts.json').toString(), folder);
  const tables = readTables(read('data/mapping.yaml').toString());
  if (tables === null) throw damaged(folder, 'data/mapping.yaml', 'form');
  const plan = planAsPrinted(profile.toString(), join(folder, 'data/profile.yaml'));
  const records = recordsIn(firms);
  const header = fieldsOf(records, 0);
  return {
    folder,
    manifest,
    plan,
    asOf: dayOf(manifest.asOf),
    cohorts,
    tables,
    records,
    header,
    firms: (of = Array.from({ length: records.count - 1 }, (_, firm) => firm), as = plan) =>
      savedFirms(
        as,
        header,
        of.map((firm) => fieldsOf(records, firm + 1)),
        tables,
      ),
    adjustments() {
      const file = 'data/adjustments.ndjson';
      if (!manifest.outputs.some((one) => one.file === file)) return undefined;
      const adjustments = readAdjustments(read(file).toString(), plan);
      if (adjustments === null) throw damaged(folder, file, 'form');
      return adjustments;
    },
    findingsOf: (firm) => findingsOf(findings, firm),
  };
}

const refuse = (tell: (findings: Findings) => void) => {
  const findings = new Findings();
  tell(findings);
  return inputError(findings.all);
};

const damaged = (folder: string, file: string, why: 'changed' | 'gone' | 'form') =>
  refuse((findings) => findings.add('file.run-damaged', { file: folder }, { file, why }));

function readManifest(folder: string): SavedManifest {
  const bytes = plainFile(join(folder, 'manifest.json'));
  const value = bytes === null ? null : parsed(bytes.toString());
  if (bytes === null || value === null) throw noRun(folder);
  const read = manifestSchema.safeParse(value);
  if (read.success) {
    if (sealOf(bytes.toString(), sha256) === 'broken') throw damaged(folder, 'manifest.json', 'changed');
    return read.data;
  }
  const head = z
    .object({
      format: z.number(),
      kind: z.unknown().optional(),
      tool: z.object({ name: z.literal('innopoints'), version: z.string() }),
    })
    .safeParse(value);
  if (!head.success) throw noRun(folder);
  const { format, kind, tool } = head.data;
  if (kind === 'identify')
    throw refuse((findings) => findings.add('file.run-identified', { file: folder }, { path: folder }));
  const args = { format, version: tool.version };
  throw format > 1
    ? refuse((findings) => findings.add('file.run-newer', { file: folder }, args))
    : damaged(folder, 'manifest.json', 'form');
}

function readWhole(folder: string, file: string, { outputs }: SavedManifest): Buffer {
  const known = outputs.find((one) => one.file === file);
  if (known === undefined) throw damaged(folder, file, 'gone');
  const bytes = plainFile(join(folder, ...file.split('/')));
  if (bytes === null) throw damaged(folder, file, 'gone');
  if (sha256(bytes) !== known.sha256) throw damaged(folder, file, 'changed');
  return bytes;
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** Null for what cannot be read, and for a pipe or a device, which would be waited for or read without end. */
function plainFile(path: string): Buffer | null {
  try {
    return statSync(path).isFile() ? readFileSync(path) : null;
  } catch {
    return null;
  }
}

/** Null where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const cohortsSchema = z.record(z.string(), z.array(z.number()));

function cohortsIn(text: string, folder: string): ReadonlyMap<string, Float64Array> {
  const read = cohortsSchema.safeParse(JSON.parse(text));
  if (!read.success) throw damaged(folder, 'data/cohorts.json', 'form');
  return new Map(Object.entries(read.data).map(([name, values]) => [name, Float64Array.from(values)]));
}

/** Lines end in the firm's place, so one firm's are found without reading the rest. */
function findingsOf(bytes: Buffer, firm: number): readonly Finding[] {
  const mark = `"firm":${firm}}\n`;
  const found: Finding[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    const start = bytes.lastIndexOf('\n', at) + 1;
    // Written by report/data/write-findings and unchanged since.
    found.push(JSON.parse(bytes.toString('utf8', start, at + mark.length)) as Finding);
  }
  return found;
}
