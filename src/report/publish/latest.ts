import { lstat, open, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, Findings, outputError } from '../../finding/index.js';
import { flushFolder } from './flush.js';
import { outputTrouble } from './output-trouble.js';
import { sweepTemps, tempBeside } from './temp-beside.js';

/** In a folder of runs: a link to the last one. Where there are no links (Windows, some network drives), a text file. */
export const latestName = 'latest';

/** Begins with a period, as a run in a folder of runs does: what else lies there is not ours to mend or to replace. */
export const looksLikeRun = (name: string): boolean =>
  /^(?:19|20)\d{2}(?:[QH]\d|-\d{2})?-[^/\\\r\n]*$/.test(name);

/** Far more than any folder's name. */
const longest = 512;
const linkless = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EACCES']);

export type Latest =
  | { readonly kind: 'none' }
  /** The name of a folder beside it, there or not. */
  | { readonly kind: 'run'; readonly name: string }
  /** Nothing that we make. */
  | { readonly kind: 'foreign' };

/** Where `latest` points; nothing is followed. */
export async function readLatest(root: string): Promise<Latest> {
  const path = join(root, latestName);
  try {
    const found = await lstat(path);
    const told = found.isSymbolicLink()
      ? await readlink(path)
      : found.isFile() && found.size <= longest
        ? (await readFile(path, 'utf8')).trim()
        : '';
    return looksLikeRun(told) ? { kind: 'run', name: told } : { kind: 'foreign' };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { kind: 'none' };
    throw error;
  }
}

/** Before anything is read: whether `latest` is there for us to point. Throws exit 4. */
export async function checkLatest(root: string): Promise<void> {
  try {
    if ((await readLatest(root)).kind !== 'foreign') return;
  } catch (error) {
    throw outputTrouble(error, join(root, latestName));
  }
  const findings = new Findings();
  findings.add('file.runs-latest', { file: root }, { path: join(root, latestName) });
  throw outputError(findings.all);
}

/** Points `latest` at a run in one step: whoever looks sees the old or the new. Throws exit 4; the run itself stands. */
export async function pointLatest(root: string, name: string): Promise<void> {
  const path = join(root, latestName);
  const fresh = join(root, tempBeside(latestName));
  try {
    await sweepTemps(root, latestName);
    await makePointer(fresh, name);
    await rename(fresh, path);
    await flushFolder(root);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    const code = errnoOf(error);
    if (code === null) throw error;
    const findings = new Findings();
    findings.add('file.runs-pointer', { file: root }, { path, run: join(root, name), code });
    throw outputError(findings.all);
  }
}

async function makePointer(path: string, name: string): Promise<void> {
  if (process.platform !== 'win32') {
    try {
      await symlink(name, path);
      return;
    } catch (error) {
      if (!linkless.has(errnoOf(error) ?? '')) throw error;
    }
  }
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${name}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
