import { copyFile, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Findings, inputError } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import { unsealed } from '../../model/seal.js';
import { isPlainFile, schemeFile, tempFolder } from '../../report/index.js';
import { assess } from '../assess/assess.js';
import { identify } from '../identify/identify.js';
import type { Progress } from '../request.js';
import { type OpenedFolder, openFolder } from '../runs/runs-folder.js';
import { version } from '../version.js';
import { filesAsked, identifyAgain, requestAgain } from './recorded-options.js';
import { firstDifference } from './replay-compare.js';
import { baseOf, type LocatedInput, locateInputs, locatePrevious, locateRun } from './verify-inputs.js';

export interface ReplayedFile {
  readonly file: string;
  /** `gone`: the replay did not write it, or it is no longer in the run folder; `more`: only the replay wrote it. */
  readonly status: 'same' | 'differs' | 'gone' | 'more';
  /** The first difference: its line, and its byte where lines mean nothing (workbooks); 1-based, null for none. */
  readonly line: number | null;
  readonly byte: number | null;
}

export interface Replayed {
  readonly run: string;
  /** Its id; those of an identification, a blank between. */
  readonly profile: string;
  readonly period: string;
  /** Which innopoints wrote the run, and which replayed it. */
  readonly version: { readonly was: string; readonly now: string };
  readonly holds: boolean;
  readonly files: readonly ReplayedFile[];
  readonly findings: readonly Finding[];
}

export interface ReplayHow {
  /** Where inputs are looked for. */
  readonly folders: readonly string[];
  readonly profileFolders?: readonly string[] | undefined;
}

/**
 * Assesses or identifies again with the recorded options, the inputs found below `folders` and the run's own profiles, in a
 * private folder that is removed, and compares every byte. The manifest is compared but for its times and the version. Throws
 * exit 3 where an input is not there or not the one that was read. Cost: the assessment once more.
 */
export async function replay(
  folder: string,
  { folders, profileFolders }: ReplayHow,
  progress: Progress = () => undefined,
): Promise<Replayed> {
  const opened = await openFolder(folder);
  const { manifest } = opened;
  const located = await findInputs(folder, manifest, folders);
  const previous = await findPrevious(folder, opened, folders);
  const room = await tempFolder('replay');
  try {
    const staged = await stage(located, room);
    const again = join(room, 'run');
    const places = {
      profiles: keptProfiles(opened).map((file) => join(resolve(folder), ...file.split('/'))),
      profileFolders,
      previous,
      mapping: manifest.mapping === null ? undefined : staged.get(`mapping ${manifest.mapping.file}`),
      out: again,
      // One that --skip-unreadable left out has no hash; it is looked for by its name, and absent is absent.
      pathOf: (name: string) => staged.get(name) ?? join(room, baseOf(name)),
    };
    if (opened.kind === 'assess') await assess(requestAgain(opened.manifest, places), progress);
    else await identify(identifyAgain(opened.manifest, places), progress);
    const files = await compareRuns(folder, again, manifest);
    return { ...told(folder, opened, files), files };
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

type Saved = OpenedFolder['manifest'];

const keptProfiles = ({ kind, manifest }: OpenedFolder): readonly string[] =>
  kind === 'assess' ? ['data/profile.yaml'] : manifest.schemes.map(({ id }) => schemeFile(id));

function told(
  folder: string,
  { kind, manifest }: OpenedFolder,
  files: readonly ReplayedFile[],
): Omit<Replayed, 'files'> {
  const findings = new Findings();
  const was = manifest.tool.version;
  if (was !== version) findings.add('file.replay-version', { file: folder }, { was, now: version });
  for (const { file, status, line, byte } of files) {
    if (status === 'same') continue;
    const why = status === 'differs' ? (line === null ? 'byte' : 'line') : status;
    findings.add('file.replay-differs', { file: folder }, { file, why, at: line ?? byte ?? 0 });
  }
  return {
    run: folder,
    profile: kind === 'assess' ? manifest.profile.id : manifest.schemes.map(({ id }) => id).join(' '),
    period: manifest.period,
    version: { was, now: version },
    holds: !findings.hasErrors,
    findings: findings.all,
  };
}

interface Located extends LocatedInput {
  /** By which the request asks for it. */
  readonly key: string;
}

async function findInputs(
  folder: string,
  { inputs, mapping, options }: Saved,
  folders: readonly string[],
): Promise<readonly Located[]> {
  const files = mapping === null ? inputs : [...inputs, mapping];
  const located = (await locateInputs(files, folders)).map((one, i) => ({
    ...one,
    key: i < inputs.length ? one.file : `mapping ${one.file}`,
  }));
  const findings = new Findings();
  const at = { file: folder };
  for (const { file, status, path } of located) {
    if (status === 'absent') findings.add('file.input-absent', at, { file, folders }, { severity: 'error' });
    if (status === 'differs') findings.add('file.input-differs', at, { file, path: path ?? '' });
  }
  if (findings.hasErrors) throw inputError(findings.all);
  const known = new Set(inputs.map(({ file }) => file));
  const left = filesAsked(options).filter((file) => !known.has(file));
  const unreadable = await locateInputs(
    left.map((file) => ({ file, bytes: 0, sha256: '' })),
    folders,
  );
  return [...located, ...unreadable.map((one) => ({ ...one, key: one.file }))];
}

/** The folder of the run or identification that this one was compared with. Throws exit 3 where it is no longer found. */
async function findPrevious(
  folder: string,
  opened: OpenedFolder,
  folders: readonly string[],
): Promise<string | undefined> {
  if (!opened.manifest.previous) return undefined;
  const path =
    opened.kind === 'identify'
      ? await locatePrevious(opened.manifest.previous.file, folders)
      : await locateRun(opened.manifest.previous, folders);
  if (path !== null) return path;
  const findings = new Findings();
  findings.add('file.previous-absent', { file: folder }, { folders });
  throw inputError(findings.all);
}

/** Each input under the base name that it had, in a folder of its own: names and their order decide what reports say. */
async function stage(located: readonly Located[], room: string): Promise<ReadonlyMap<string, string>> {
  const staged = new Map<string, string>();
  for (const [i, { key, file, path }] of located.entries()) {
    if (path === null) continue;
    const own = join(room, String(i));
    await mkdir(own, { mode: 0o700 });
    const at = join(own, baseOf(file));
    // Windows lets few people make links.
    await symlink(resolve(path), at).catch(() => copyFile(path, at));
    staged.set(key, at);
  }
  return staged;
}

async function compareRuns(folder: string, again: string, manifest: Saved): Promise<ReplayedFile[]> {
  const now = await openFolder(again);
  const names = new Set([...manifest.outputs, ...now.manifest.outputs].map(({ file }) => file));
  const files: ReplayedFile[] = [];
  for (const file of [...names].sort()) files.push(await compareFile(file, folder, again));
  return [...files, await compareManifests(folder, again)];
}

async function compareFile(file: string, folder: string, again: string): Promise<ReplayedFile> {
  const was = join(folder, ...file.split('/'));
  const now = join(again, ...file.split('/'));
  const none = { file, line: null, byte: null };
  if (!(await isPlainFile(now))) return { ...none, status: 'gone' };
  if (!(await isPlainFile(was))) return { ...none, status: 'more' };
  const found = await firstDifference(was, now);
  if (found === null) return { ...none, status: 'same' };
  const lines = !file.endsWith('.xlsx');
  return { file, status: 'differs', line: lines ? found.line : null, byte: found.byte };
}

/** All but the times, the version and the seal over them; what a later version records beside is no difference. */
async function compareManifests(folder: string, again: string): Promise<ReplayedFile> {
  const [was, text] = await Promise.all(
    [folder, again].map(async (one) => unsealed(await readFile(join(one, 'manifest.json'), 'utf8'))),
  );
  const before = JSON.parse(was!) as Saved;
  const after = JSON.parse(text!) as Saved;
  const known = <T extends object>(all: T, told: object): T =>
    Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(told, key))) as T;
  const newer = before.tool.version !== after.tool.version;
  const same = {
    ...(newer ? known(after, before) : after),
    tool: before.tool,
    options: newer ? known(after.options, before.options) : after.options,
    started: before.started,
    seconds: before.seconds,
  };
  const now = `${JSON.stringify(same, null, 2)}\n`;
  const file = 'manifest.json';
  if (now === was) return { file, status: 'same', line: null, byte: null };
  const [left, right] = [was!.split('\n'), now.split('\n')];
  const line = left.findIndex((one, i) => one !== right[i]);
  return { file, status: 'differs', line: (line < 0 ? left.length : line) + 1, byte: null };
}
