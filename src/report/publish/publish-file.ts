import { access, constants, link, lstat, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errnoOf } from '../../finding/index.js';
import type { FileHash } from '../../model/run.js';
import { kindOfPath } from './existing-output.js';
import { flushFile, flushFolder } from './flush.js';
import { outputTrouble, refuseOutput } from './output-trouble.js';
import { sweepTemps, tempBeside } from './temp-beside.js';
import { type WriteChunk, writeFile } from './write-file.js';

/**
 * One file on its own, whole or not at all: made beside its place, for its owner only, flushed and moved in; what a crash
 * left beside it is swept. Throws exit 4 where
 * it is there and `force` is not given, before anything is written, and where the disk fails.
 */
export async function publishFile(
  target: string,
  { force }: { readonly force: boolean },
  body: Iterable<string> | AsyncIterable<string> | ((write: WriteChunk) => Promise<void>),
): Promise<FileHash> {
  const path = resolve(target);
  await checkFree(path, target, force);
  const folder = dirname(path);
  const name = tempBeside(basename(path));
  const fresh = join(folder, name);
  const system = async (work: () => Promise<unknown>, renaming = false): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw outputTrouble(error, target, renaming);
    }
  };
  await system(async () => {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await flushFolder(dirname(made));
    await sweepTemps(folder, basename(path));
  });
  try {
    const written = await writeFile(
      folder,
      name,
      async (write) => {
        if (typeof body === 'function') await body(write);
        else for await (const part of body) await write(part);
      },
      target,
    );
    await system(() => flushFile(fresh));
    await system(async () => {
      if (force || !(await linked(fresh, path, target))) await rename(fresh, path);
    }, true);
    await system(() => flushFolder(folder));
    return { ...written, file: basename(path) };
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

/** A link fails where a file has appeared meanwhile; a rename would replace it unasked. Not every disk has links. */
async function linked(from: string, to: string, target: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw refuseOutput('file.output-file-exists', target);
    if (['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/**
 * Before anything is read: whether the file may be written. Throws exit 4 where one is there without `force`, where a
 * folder, a link or a device stands in its place, or where no file can be made beside it. `target` is how it was asked for.
 */
export async function checkFree(path: string, target: string, force: boolean): Promise<void> {
  try {
    const there = await kindOfPath(path);
    // A folder, a link or a device is nothing to be replaced by a file.
    if (there !== 'nothing' && !(await lstat(path)).isFile())
      throw refuseOutput('file.output-not-a-file', target);
    if (there !== 'nothing' && !force) throw refuseOutput('file.output-file-exists', target);
    await checkFolder(dirname(path), target);
  } catch (error) {
    throw outputTrouble(error, target);
  }
}

/** The nearest folder that is there can be written; those that are not are made later. */
async function checkFolder(folder: string, target: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await checkFolder(dirname(folder), target);
    return;
  }
  if ((await kindOfPath(folder)) === 'other' && !(await stat(folder)).isDirectory())
    throw refuseOutput('file.output-parent', target);
}
