import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import type { FileHash } from '../../model/run.js';

/** A file of its own: no link, pipe or device. */
export const isPlainFile = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * Whether a file is still the one that was hashed. Size first: most changes show there, and a huge stranger costs nothing.
 * System errors pass.
 */
export async function isSame(path: string, told: FileHash, links = false): Promise<boolean> {
  const found = await (links ? stat(path) : lstat(path));
  if (!found.isFile() || found.size !== told.bytes) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === told.sha256;
}

/** The same for who only looks: one that cannot be read is as good as gone, for what it holds cannot be vouched for. */
export async function compareHash(
  path: string,
  told: FileHash,
  { links }: { readonly links: boolean },
): Promise<'same' | 'changed' | 'gone'> {
  try {
    return (await isSame(path, told, links)) ? 'same' : 'changed';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'gone';
    throw error;
  }
}
