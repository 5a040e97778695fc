import { join } from 'node:path';
import { Findings } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import { compareHash, isPlainFile, schemeFile, standingsFile, strangersIn } from '../../report/index.js';
import { type OpenedFolder, openFolder } from '../runs/runs-folder.js';
import { checkText } from './check-text.js';
import { checkIdentifiedSums, countedIdentified } from './verify-identified.js';
import { type LocatedInput, locateInputs, locatePrevious, locateRun } from './verify-inputs.js';
import { checkSums, countedFiles, type LedgerCheck } from './verify-ledgers.js';

/** `stranger`: in the folder, and not in the manifest. `absent`: an input that is not where it was looked for. */
export type FileStatus = 'same' | 'changed' | 'gone' | 'stranger' | LocatedInput['status'];

export interface VerifiedFile {
  readonly role: 'manifest' | 'output' | 'input' | 'mapping' | 'previous' | 'profile';
  readonly file: string;
  readonly status: FileStatus;
  /** Where an input was found. */
  readonly path: string | null;
}

export interface Verified {
  readonly run: string;
  /** Its id; those of an identification, a blank between. */
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
 * Whether a folder of `assess` or `identify` is as it was written: every output, the profiles, the inputs that can be found
 * below `folders`, and the ledgers against the rows of the files. Throws exit 3 for what is none. Cost: one reading of
 * everything.
 */
export async function verify(
  folder: string,
  { folders }: { readonly folders: readonly string[] },
): Promise<Verified> {
  const opened = await openFolder(folder);
  const { manifest } = opened;
  const profiles = profilesOf(opened);
  const files = [
    ...verifyManifest(opened),
    ...(await verifyOutputs(folder, manifest)),
    ...profiles.map((one) => verifyProfile(one, manifest)),
    ...(await verifyInputs(opened, folders)),
  ];
  const findings = new Findings();
  if (opened.seal === 'none') findings.add('file.run-unsealed', { file: folder }, {});
  for (const one of files) tell(one, folder, folders, findings);
  const { ledgers, counts } = countersOf(folder, opened);
  for (const { file, status } of files) {
    const count = status === 'gone' ? undefined : counts.get(file);
    // A link to a device would be counted without end.
    if (count === undefined || !(await isPlainFile(join(folder, ...file.split('/'))))) continue;
    try {
      ledgers.push(...(await count()));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      findings.add('file.run-damaged', { file: folder }, { file, why: 'form' });
    }
  }
  for (const { check, told, counted } of ledgers)
    if (told !== counted)
      findings.add('file.run-ledger', { file: folder }, { check: checkText(check), told, counted });
  return {
    run: folder,
    profile: profiles.map(({ id }) => id).join(' '),
    period: manifest.period,
    version: manifest.tool.version,
    holds: !findings.hasErrors,
    files,
    ledgers: ledgers.map((one) => ({ ...one, holds: one.told === one.counted })),
    findings: findings.all,
  };
}

const manifestFile = 'manifest.json';

interface Counters {
  /** What the manifest says of itself. */
  readonly ledgers: LedgerCheck[];
  /** What counts a file. */
  readonly counts: ReadonlyMap<string, () => Promise<LedgerCheck[]>>;
}

function countersOf(folder: string, { kind, manifest }: OpenedFolder): Counters {
  if (kind === 'assess')
    return {
      ledgers: checkSums(manifest),
      counts: new Map(
        Object.entries(countedFiles).map(([file, count]) => [file, () => count(folder, manifest)]),
      ),
    };
  return {
    ledgers: checkIdentifiedSums(manifest),
    counts: new Map(
      Object.entries(countedIdentified).map(([file, count]) => [file, () => count(folder, manifest)]),
    ),
  };
}

type Saved = OpenedFolder['manifest'];

const verifyManifest = ({ seal }: OpenedFolder): VerifiedFile[] =>
  seal === 'none'
    ? []
    : [
        {
          role: 'manifest',
          file: manifestFile,
          status: seal === 'whole' ? 'same' : 'changed',
          path: null,
        },
      ];

async function verifyOutputs(folder: string, manifest: Saved): Promise<VerifiedFile[]> {
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

interface KeptProfile {
  readonly id: string;
  readonly sha256: string;
  /** Where the folder keeps it. */
  readonly file: string;
}

const profilesOf = ({ kind, manifest }: OpenedFolder): readonly KeptProfile[] =>
  kind === 'assess'
    ? [{ ...manifest.profile, file: 'data/profile.yaml' }]
    : manifest.schemes.map(({ id, sha256 }) => ({ id, sha256, file: schemeFile(id) }));

/** The rules that were applied are the rules that are kept. */
function verifyProfile({ id, sha256, file }: KeptProfile, { outputs }: Saved): VerifiedFile {
  const kept = outputs.find((one) => one.file === file);
  const status = kept === undefined ? 'gone' : kept.sha256 === sha256 ? 'same' : 'changed';
  return { role: 'profile', file: id, status, path: null };
}

async function verifyInputs(
  { kind, manifest }: OpenedFolder,
  folders: readonly string[],
): Promise<VerifiedFile[]> {
  const { inputs, mapping } = manifest;
  const wanted = mapping === null ? inputs : [...inputs, mapping];
  const files: VerifiedFile[] = (await locateInputs(wanted, folders)).map((one, i) => ({
    role: i < inputs.length ? 'input' : 'mapping',
    ...one,
  }));
  if (!manifest.previous) return files;
  const path =
    kind === 'identify'
      ? await locatePrevious(manifest.previous.file, folders)
      : await locateRun(manifest.previous, folders);
  const status = path === null ? 'absent' : 'same';
  const file = kind === 'identify' ? standingsFile : manifest.previous.file;
  return [...files, { role: 'previous', file, status, path }];
}

function tell(
  { role, file, status, path }: VerifiedFile,
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
      // The manifest of another run: its name alone says nothing.
      if (role === 'previous' && file === manifestFile)
        findings.add('file.previous-absent', at, { folders }, { severity: 'info' });
      else findings.add('file.input-absent', at, { file, folders });
      return;
    case 'differs':
      findings.add('file.input-differs', at, { file, path: path ?? '' });
  }
}
