import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHash } from '../../model/run.js';
import { outputTrouble } from './output-trouble.js';

/** Takes a piece over: whoever hands over bytes does not change them afterwards. */
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
    // One piece is on its way to the disk while the next is made.
    let writing = Promise.resolve();
    await body(async (chunk) => {
      const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      hash.update(buffer);
      bytes += buffer.length;
      await writing;
      writing = attempt(() => writeAll(file, buffer));
      // Its trouble is told at the next piece or at the end.
      writing.catch(() => undefined);
    });
    await writing;
    return { file: name, bytes, sha256: hash.digest('hex') };
  } finally {
    await attempt(() => file.close());
  }
}

/** The system may take less than it was given; a nearly full disk does. */
async function writeAll(file: FileHandle, buffer: Uint8Array): Promise<void> {
  for (let at = 0; at < buffer.length; ) at += (await file.write(buffer, at)).bytesWritten;
}

/** The same for what comes in parts. */
export const writeParts = (
  folder: string,
  name: string,
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<FileHash> =>
  writeFile(folder, name, async (write) => {
    for await (const part of parts) await write(part);
  });
