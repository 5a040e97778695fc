import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { EdgeError, Exit, errnoOf, outputError } from '../../finding/index.js';
import { checkReplaceable, isRunFolder, kindOfPath } from './existing-output.js';
import { flushFolder, flushTree } from './flush.js';
import { type Lock, locked, takeLock } from './lock.js';
import { outputTrouble, refuseOutput } from './output-trouble.js';

export interface ClaimOptions {
  /** Replace a run folder that is there. */
  readonly force: boolean;
}

/** An output that is ours to write, until it is released. */
export interface Claim {
  /** As it was asked for. */
  readonly target: string;
  /**
   * Makes the folder privately beside its place, flushes it and renames it in as one. If `write` throws, nothing is left
   * and what was there stays. Gives back what `write` does.
   */
  publish<T>(write: (folder: string) => Promise<T>): Promise<T>;
  release(): Promise<void>;
}

/**
 * Half-made and half-removed folders, locks that were never taken, and the breaker of a lock: whoever lives finds ours under
 * it and breaks nothing.
 */
const remains = /^(?:(?:tmp|trash)-\d+|lock\.break|lock(?:\.break)?\.new-\d+-[\da-f-]+)$/;

/** The names beside a target `out` that we make: all begin with `.out.` and are swept by whoever comes next. */
interface Places {
  readonly target: string;
  readonly parent: string;
  readonly lock: string;
  readonly old: string;
  readonly fresh: string;
  readonly trash: string;
  /** Names in `parent` that a crash may have left. */
  isRemains(name: string): boolean;
}

/**
 * Before anything is read: says whether the output can be written at all, mends what a crash left, and locks it.
 * Throws exit 4 (exists without `force`, holds foreign files, no permission, no folder) or 5 (another run holds it).
 */
export async function claimOutput(target: string, { force }: ClaimOptions): Promise<Claim> {
  const places = placesOf(target);
  const made = await makeParent(places.parent);
  const lock = await takeLock(places.lock, target).catch(async (error: unknown) => {
    await removeEmpty(made, places.parent);
    throw error;
  });
  const release = async () => {
    await lock.release();
    await removeEmpty(made, places.parent);
  };
  try {
    await mend(places);
    await checkReplaceable(target, places.target, force);
  } catch (error) {
    await release();
    throw outputTrouble(error, target);
  }
  return { target, publish: (write) => publish(target, places, lock, force, write), release };
}

/**
 * What crashes left beside other names of a folder: mended, unless a run is at work there. `ours` says which names are
 * those of runs. Throws exit 4.
 */
export async function mendBeside(root: string, ours: (name: string) => boolean): Promise<void> {
  const entries = await readdir(root).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw outputTrouble(error, root);
  });
  const marked = entries.flatMap(
    (entry) => /^\.(.+?)\.(?:old$|lock$|lock\.|tmp-|trash-)/.exec(entry)?.[1] ?? [],
  );
  for (const name of new Set(marked.filter(ours))) {
    try {
      await (await claimOutput(join(root, name), { force: true })).release();
    } catch (error) {
      // At work, or nothing of ours: whoever asks for that name is told.
      if (!(error instanceof EdgeError) || !leftAlone.has(error.findings[0]?.id ?? '')) throw error;
    }
  }
}

const leftAlone = new Set<string>([
  'file.locked',
  'file.output-not-a-run',
  'file.output-not-a-folder',
  'file.output-open',
  // Another user's.
  'file.output-denied',
]);

/** Claim, write and release in one: for a caller that has read everything already. */
export async function publishRun<T>(
  target: string,
  options: ClaimOptions,
  write: (folder: string) => Promise<T>,
): Promise<T> {
  const claim = await claimOutput(target, options);
  try {
    return await claim.publish(write);
  } finally {
    await claim.release();
  }
}

/**
 * Takes a run folder away, under its lock: renamed first, so that a half-removed folder never looks like a run. Throws exit
 * 4 where something foreign stands in it or the disk fails, 5 where another run holds it.
 */
export async function removeRun(target: string): Promise<void> {
  const places = placesOf(target);
  const lock = await takeLock(places.lock, target);
  try {
    await checkReplaceable(target, places.target, true);
    await rename(places.target, places.trash);
    await rm(places.trash, { recursive: true, force: true });
    await flushFolder(places.parent);
  } catch (error) {
    throw outputTrouble(error, target, true);
  } finally {
    await lock.release();
  }
}

function placesOf(target: string): Places {
  const path = resolve(target);
  const name = basename(path);
  const parent = dirname(path);
  // The root has no name, and the working folder and its parents cannot be renamed away from under us.
  const toWorking = relative(path, process.cwd());
  if (name === '' || !(toWorking.startsWith('..') || isAbsolute(toWorking)))
    throw refuseOutput('file.output-name', target);
  const beside = (mark: string) => join(parent, `.${name}.${mark}`);
  return {
    target: path,
    parent,
    lock: beside('lock'),
    old: beside('old'),
    fresh: beside(`tmp-${process.pid}`),
    trash: beside(`trash-${process.pid}`),
    isRemains: (entry) => entry.startsWith(`.${name}.`) && remains.test(entry.slice(name.length + 2)),
  };
}

/** The first folder that had to be made, or null. */
async function makeParent(parent: string): Promise<string | null> {
  try {
    const made = (await mkdir(parent, { recursive: true, mode: 0o700 })) ?? null;
    if (made !== null) await flushFolder(dirname(made));
    return made;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw refuseOutput('file.output-parent', parent);
    throw outputTrouble(error, parent);
  }
}

/** Takes back the folders that were made for an output that did not come. */
async function removeEmpty(first: string | null, last: string): Promise<void> {
  if (first === null) return;
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}

/** After a crash: an old run that was moved aside goes back or away, and half-made folders go. */
async function mend(places: Places): Promise<void> {
  for (const name of await readdir(places.parent))
    if (places.isRemains(name)) await rm(join(places.parent, name), { recursive: true, force: true });
  if ((await kindOfPath(places.old)) !== 'folder' || !(await isRunFolder(places.old))) return;
  if ((await kindOfPath(places.target)) === 'nothing') await rename(places.old, places.target);
  else await discard(places);
  await flushFolder(places.parent);
}

async function publish<T>(
  target: string,
  places: Places,
  lock: Lock,
  force: boolean,
  write: (folder: string) => Promise<T>,
): Promise<T> {
  const system = async <R>(work: () => Promise<R>, renaming = false): Promise<R> => {
    try {
      return await work();
    } catch (error) {
      throw outputTrouble(error, target, renaming);
    }
  };
  await system(() => mkdir(places.fresh, { mode: 0o700 }));
  try {
    const result = await write(places.fresh);
    await system(() => flushTree(places.fresh));
    if (!(await lock.held())) throw locked(places.lock, target, null);
    // Asked again: the folder may have been filled while the firms were read.
    await system(() => checkReplaceable(target, places.target, force));
    await system(() => swapIn(places), true);
    return result;
  } catch (error) {
    throw namedByTarget(error, places.fresh, target);
  } finally {
    await rm(places.fresh, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** People are told of files where they would have stood, not in the private folder. */
function namedByTarget(error: unknown, fresh: string, target: string): unknown {
  if (!(error instanceof EdgeError) || error.exit !== Exit.output) return error;
  const shown = (path: string) => (path.startsWith(fresh) ? target + path.slice(fresh.length) : path);
  const findings = error.findings.map((one) => ({
    ...one,
    at: { ...one.at, file: shown(one.at.file) },
    args: typeof one.args.path === 'string' ? { ...one.args, path: shown(one.args.path) } : one.args,
  }));
  return outputError(findings);
}

/** Old aside, new in, old away. A crash between leaves either whole, and `mend` tells which; a failure puts the old back. */
async function swapIn(places: Places): Promise<void> {
  const replacing = (await kindOfPath(places.target)) !== 'nothing';
  if (replacing) await rename(places.target, places.old);
  let moved = false;
  try {
    await rename(places.fresh, places.target);
    moved = true;
    await flushFolder(places.parent);
  } catch (error) {
    if (moved) await rename(places.target, places.fresh);
    if (replacing) await rename(places.old, places.target);
    throw error;
  }
  // The new run stands; what cannot be removed now is removed by whoever comes next.
  if (replacing) await discard(places).catch(() => undefined);
}

/** Renamed first, so that a half-removed folder never looks like an old run. */
async function discard(places: Places): Promise<void> {
  await rename(places.old, places.trash);
  await rm(places.trash, { recursive: true, force: true });
}
