import { join } from 'node:path';
import { Findings } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import { type SavedManifest, strangersIn } from '../../report/index.js';
import { openRunFolder } from '../runs/runs-folder.js';
import { compareHash } from './verify-hash.js';
import { type LocatedInput, locateInputs } from './verify-inputs.js';
import { type CountedFile, checkSums, countedFiles, type LedgerCheck } from './verify-ledgers.js';

/** `stranger`: in the folder, and not in the manifest. `absent`: an input that is not where it was looked for. */
export type FileStatus = 'same' | 'changed' | 'gone' | 'stranger' | LocatedInput['status'];

export interface VerifiedFile {
  readonly role: 'output' | 'input' | 'mapping' | 'profile';
  readonly file: string;
  readonly status: FileStatus;
  /** Where an input was found. */
  readonly path: string | null;
}

export interface Verified {
  readonly run: string;
  readonly profile: string;
  readonly period: string;
  readonly version: string;
  /** Whether all that was looked at is as it was written. What is not there to look at does not count, but is told. */
  readonly holds: boolean;
  readonly files: readonly VerifiedFile[];
  readonly ledgers: readonly (LedgerCheck & { readonly holds: boolean })[];
  readonly findings: readonly Finding[];
}

/**
 * Whether a run folder is as it was written: every output, the profile, the inputs that can be found below `folders`, and
 * both ledgers against the rows of the files. Throws exit 3 for what is no run folder. Cost: one reading of everything.
 */
export async function verify(
  folder: string,
  { folders }: { readonly folders: readonly string[] },
): Promise<Verified> {
  const manifest = await openRunFolder(folder);
  const files = [
    ...(await verifyOutputs(folder, manifest)),
    profileOf(manifest),
    ...(await verifyInputs(manifest, folders)),
  ];
  const findings = new Findings();
  for (const one of files) tell(one, folder, folders, findings);
  const ledgers: LedgerCheck[] = checkSums(manifest);
  for (const { file, status } of files) {
    if (status === 'gone' || !isCounted(file)) continue;
    try {
      ledgers.push(...(await countedFiles[file](folder, manifest)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      findings.add('file.run-damaged', { file: folder }, { file, why: 'form' });
    }
  }
  for (const { check, told, counted } of ledgers)
    if (told !== counted) findings.add('file.run-ledger', { file: folder }, { check, told, counted });
  return {
    run: folder,
    profile: manifest.profile.id,
    period: manifest.period,
    version: manifest.tool.version,
    holds: !findings.hasErrors,
    files,
    ledgers: ledgers.map((one) => ({ ...one, holds: one.told === one.counted })),
    findings: findings.all,
  };
}

const isCounted = (file: string): file is CountedFile => Object.hasOwn(countedFiles, file);

async function verifyOutputs(folder: string, manifest: SavedManifest): Promise<VerifiedFile[]> {
  const files: VerifiedFile[] = [];
  for (const told of manifest.outputs) {
    const path = join(folder, ...told.file.split('/'));
    // A name that leaves the folder was never written by us, whatever stands there.
    const inside = told.file.split('/').every((part) => part !== '..' && part !== '');
    const status = inside ? await compareHash(path, told, { links: false }) : 'changed';
    files.push({ role: 'output', file: told.file, status, path: null });
  }
  for (const file of await strangersIn(folder, manifest.outputs))
    files.push({ role: 'output', file, status: 'stranger', path: null });
  return files;
}

/** The rules that were applied are the rules that are kept. */
function profileOf({ profile, outputs }: SavedManifest): VerifiedFile {
  const kept = outputs.find((one) => one.file === 'data/profile.yaml');
  const status = kept === undefined ? 'gone' : kept.sha256 === profile.sha256 ? 'same' : 'changed';
  return { role: 'profile', file: profile.id, status, path: null };
}

async function verifyInputs(
  { inputs, mapping }: SavedManifest,
  folders: readonly string[],
): Promise<VerifiedFile[]> {
  const wanted = mapping === null ? inputs : [...inputs, mapping];
  return (await locateInputs(wanted, folders)).map((one, i) => ({
    role: i < inputs.length ? 'input' : 'mapping',
    ...one,
  }));
}

function tell(
  { file, status, path }: VerifiedFile,
  folder: string,
  folders: readonly string[],
  findings: Findings,
): void {
  const at = { file: folder };
  switch (status) {
    case 'same':
      return;
    case 'changed':
    case 'gone':
      findings.add('file.run-damaged', at, { file, why: status });
      return;
    case 'stranger':
      findings.add('file.run-stranger', at, { file });
      return;
    case 'absent':
      findings.add('file.input-absent', at, { file, folders });
      return;
    case 'differs':
      findings.add('file.input-differs', at, { file, path: path ?? '' });
  }
}
