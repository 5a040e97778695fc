import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type EdgeError, errnoOf, type FindingId, Findings, outputError } from '../../finding/index.js';
import type { FileHash } from '../../model/run.js';
import { isSame } from './compare-hash.js';
import { refuseOutput } from './output-trouble.js';
import { readPlain } from './read-plain.js';

/** What stands at a path; a link counts as something else, whatever it points to. */
export async function kindOfPath(path: string): Promise<'nothing' | 'folder' | 'other'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

/** Empty, or with a manifest of ours. */
export async function isRunFolder(folder: string): Promise<boolean> {
  return (await readdir(folder)).length === 0 || (await filesOfRun(folder)) !== null;
}

/** Left by file managers, in any folder. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);
/** Files named in the message; the rest are counted. */
const NAMED = 3;

/**
 * Whether the target may be written: it is not there, or it is a folder that `force` may replace, which is one that
 * innopoints wrote, that nobody put anything into and in which nobody changed a file: exceptions that were mended where they
 * stood are days of work. Throws exit 4; system errors pass. Cost with `force`: a reading of what is there.
 */
export async function checkReplaceable(target: string, path: string, force: boolean): Promise<void> {
  const kind = await kindOfPath(path);
  if (kind === 'nothing') return;
  if (kind === 'other') throw refuseOutput('file.output-not-a-folder', target);
  if (!force) throw refuseOutput('file.output-exists', target);
  await checkOurs(target, path);
}

async function checkOurs(target: string, path: string): Promise<void> {
  const present = (await filesUnder(path, '')).filter((file) => !litter.has(nameOf(file)));
  const held = present.find((file) => isOwnerFile(nameOf(file)));
  if (held !== undefined) throw refuseOutput('file.output-open', `${target}/${openedBy(held)}`);
  if (present.length === 0) return;
  const ours = await filesOfRun(path);
  const foreign = ours === null ? [] : present.filter((file) => !ours.has(file));
  if (ours === null || foreign.length > 0) throw refuseFiles('file.output-not-a-run', target, foreign);
  const changed = await changedFiles(path, ours);
  if (changed.length > 0) throw refuseFiles('file.output-changed', target, changed);
}

type FilesOfRun = ReadonlyMap<string, FileHash | null>;

/** What is gone was changed by nobody who would miss it; what cannot be read may have been: system errors pass. */
async function changedFiles(folder: string, ours: FilesOfRun): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const [file, told] of ours) {
    if (told === null) continue;
    const same = await isSame(join(folder, ...file.split('/')), told).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return true;
      throw error;
    });
    if (!same) changed.push(file);
  }
  return changed;
}

/** Whether it can be seen that nobody changed a file of a run since it was written. Cost: reading it. */
export async function isUnchangedRun(folder: string): Promise<boolean> {
  try {
    return (await changedFiles(folder, (await filesOfRun(folder)) ?? new Map())).length === 0;
  } catch (error) {
    if (errnoOf(error) !== null) return false;
    throw error;
  }
}

function refuseFiles(
  id: Extract<FindingId, 'file.output-not-a-run' | 'file.output-changed'>,
  target: string,
  files: readonly string[],
): EdgeError {
  const findings = new Findings();
  const more = Math.max(0, files.length - NAMED);
  findings.add(id, { file: target }, { path: target, files: files.slice(0, NAMED), more });
  return outputError(findings.all);
}

const nameOf = (file: string): string => file.split('/').at(-1) ?? '';
/** Excel and WPS lay `~$whitelist.xlsx` beside an open workbook, LibreOffice `.~lock.whitelist.xlsx#`. */
const isOwnerFile = (name: string): boolean => name.startsWith('~$') || /^\.~lock\..*#$/.test(name);
const openedBy = (file: string): string => file.replace(/~\$/, '').replace(/\.~lock\.(.*)#$/, '$1');

async function filesUnder(folder: string, prefix: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory())
      files.push(...(await filesUnder(join(folder, entry.name), `${prefix}${entry.name}/`)));
    else files.push(prefix + entry.name);
  }
  return files;
}

/** Files in a run folder that its manifest does not name, links among them; what file managers leave is passed over. */
export async function strangersIn(
  folder: string,
  outputs: readonly { readonly file: string }[],
): Promise<string[]> {
  const ours = new Set(['manifest.json', ...outputs.map((output) => output.file)]);
  return (await filesUnder(folder, '')).filter((file) => !ours.has(file) && !litter.has(nameOf(file)));
}

/** Every file that the manifest names is there as a plain file, and nothing else is. */
export async function isWholeRun(
  folder: string,
  outputs: readonly { readonly file: string }[],
): Promise<boolean> {
  if ((await strangersIn(folder, outputs)).length > 0) return false;
  const present = new Set(await filesUnder(folder, ''));
  for (const { file } of outputs) {
    if (!present.has(file) || !(await lstat(join(folder, ...file.split('/')))).isFile()) return false;
  }
  return true;
}

const noManifest = new Set(['ENOENT', 'ENXIO', 'EISDIR', 'ELOOP']);

/** The files that a manifest of ours names, with what it says of each, and itself; null where there is none. */
async function filesOfRun(folder: string): Promise<FilesOfRun | null> {
  try {
    const manifest: unknown = JSON.parse(await readPlain(join(folder, 'manifest.json')));
    if (!isOurs(manifest)) return null;
    return new Map([
      ['manifest.json', null],
      ...manifest.outputs.map((one) => [one.file, 'sha256' in one ? one : null] as const),
    ]);
  } catch (error) {
    if (error instanceof SyntaxError || noManifest.has(errnoOf(error) ?? '')) return null;
    throw error;
  }
}

const isOurs = (
  value: unknown,
): value is { readonly outputs: readonly (FileHash | { readonly file: string })[] } => {
  if (typeof value !== 'object' || value === null || !('tool' in value) || !('outputs' in value))
    return false;
  const { tool, outputs } = value;
  const named = typeof tool === 'object' && tool !== null && 'name' in tool && tool.name === 'innopoints';
  return named && Array.isArray(outputs) && outputs.every((one) => typeof one?.file === 'string');
};
