import { createHash } from 'node:crypto';
import type { IdentifyManifest } from '../../model/identified.js';
import type { FileHash, Manifest, Run } from '../../model/run.js';
import { type Seal, sealed, sealOf } from '../../model/seal.js';
import { adjustmentCounts } from '../adjustments.js';
import { isoDate } from '../iso-date.js';
import { writeParts } from '../publish/write-file.js';
import { counted } from './counted.js';

export interface ManifestOptions {
  readonly version: string;
  /** What was asked for; no firm's name or figure. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly outputs: readonly FileHash[];
  /** ISO time, and how long it took: the only clock in a run folder. */
  readonly started: string;
  readonly seconds: number;
}

/** Counts and hashes of a run: no firm's name, no figure. Outputs by name, findings by id. */
export function manifestOf(run: Run, told: ManifestOptions): Manifest {
  const byName = (a: { readonly file: string }, b: { readonly file: string }) => (a.file < b.file ? -1 : 1);
  return {
    format: 1,
    tool: { name: 'innopoints', version: told.version },
    profile: { id: run.plan.id, status: run.plan.status, sha256: run.plan.hash },
    period: run.period.text,
    asOf: isoDate(run.asOf),
    options: told.options,
    inputs: run.sources.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 })),
    mapping: run.mappingFile,
    ...(run.previous === undefined ? {} : { previous: run.previous.manifest }),
    outputs: [...told.outputs].sort(byName),
    rows: run.rowLedger,
    firms: run.firmLedger,
    findings: counted(run.findings.map(({ id }) => id)),
    ...(run.adjustments === undefined ? {} : { adjustments: adjustmentCounts(run.adjustments) }),
    started: told.started,
    seconds: told.seconds,
  };
}

/** manifest.json, the last file of a run folder; its last line seals the rest. */
export const writeManifest = (folder: string, manifest: Manifest | IdentifyManifest): Promise<FileHash> =>
  writeParts(folder, 'manifest.json', [sealed(`${JSON.stringify(manifest, null, 2)}\n`, sha256)]);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether the text of a manifest.json is as it was written. */
export const manifestSeal = (text: string): Seal => sealOf(text, sha256);
