import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHash } from '../model/run.js';
import { outputTrouble } from './output-trouble.js';

export type WriteChunk = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Makes one new file of a run folder, for its owner only, and tells its hash, reckoned as it goes out. `name` is relative
 * to the folder, with forward slashes. A file or link of that name is never written through (O_EXCL). Throws exit 4 for
 * its own trouble, naming the path `told` where one is given; what `body` throws passes as it is. Flushing is left to
 * `publish`, once for the whole folder.
 */
export async function writeFile(
  folder: string,
  name: string,
  body: (write: WriteChunk) => Promise<void>,
  told?: string,
): Promise<FileHash> {
  const path = join(folder, ...name.split('/'));
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw outputTrouble(error, told ?? path);
    }
  };
  const file = await attempt(() => open(path, 'wx', 0o600));
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    await body(async (chunk) => {
      const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(buffer);
      bytes += buffer.length;
      await attempt(() => writeAll(file, buffer));
    });
    return { file: name, bytes, sha256: hash.digest('hex') };
  } finally {
    await attempt(() => file.close());
  }
}

/** The system may take less than it was given; a nearly full disk does. */
async function writeAll(file: FileHandle, buffer: Uint8Array): Promise<void> {
  for (let at = 0; at < buffer.length; ) at += (await file.write(buffer, at)).bytesWritten;
}

/** The same for text that comes in parts. */
export const writeParts = (
  folder: string,
  name: string,
  parts: Iterable<string> | AsyncIterable<string>,
): Promise<FileHash> =>
  writeFile(folder, name, async (write) => {
    for await (const part of parts) await write(part);
  });
