import { link, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileHash } from '../model/run.js';
import { kindOfPath } from './existing-output.js';
import { errnoOf, outputTrouble, refuseOutput } from './output-trouble.js';
import { type WriteChunk, writeFile } from './write-file.js';

/**
 * One file on its own, whole or not at all: made beside its place, for its owner only, and moved in. Throws exit 4 where
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
  const name = `.${basename(path)}.tmp-${process.pid}`;
  await rm(join(folder, name), { force: true });
  try {
    const written = await writeFile(folder, name, async (write) => {
      if (typeof body === 'function') await body(write);
      else for await (const part of body) await write(part);
    });
    try {
      if (force || !(await linked(join(folder, name), path))) await rename(join(folder, name), path);
    } catch (error) {
      throw outputTrouble(error, target, true);
    }
    return { ...written, file: basename(path) };
  } finally {
    await rm(join(folder, name), { force: true });
  }
}

/** A link fails where a file has appeared meanwhile; a rename would replace it unasked. Not every disk has links. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/** Before anything is read: whether the file may be written. */
export async function checkFree(path: string, target: string, force: boolean): Promise<void> {
  const kind = await kindOfPath(path).catch((error: unknown) => {
    throw outputTrouble(error, target);
  });
  if (kind === 'nothing' || (force && kind === 'other')) return;
  throw refuseOutput(kind === 'folder' ? 'file.output-name' : 'file.output-file-exists', target);
}
