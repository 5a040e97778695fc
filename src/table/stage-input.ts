import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdin } from 'node:process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileError } from './file-error.js';
import { type Limits, raiseTo, sizeText } from './limits.js';

/** An input whose bytes can be read as often as needed. Every pass sees the same bytes or ends in `file.changed`. */
export interface Staged {
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
  /** The first 64 KiB. */
  readonly head: Buffer;
  /** From a byte on, up to another, in chunks of 1 MiB. */
  chunks(from?: number, to?: number): AsyncIterable<Buffer>;
  /** Some bytes at once. */
  part(from: number, to: number): Promise<Buffer>;
  whole(): Promise<Buffer>;
  /** Removes the private copy of stdin; nothing else is held open. */
  close(): Promise<void>;
}

const headSize = 1 << 16;
const chunkSize = 1 << 20;

export interface StageOptions {
  readonly limits: Limits;
  /** Folder for the private copy of stdin; the system's own unless told. */
  readonly spool?: string;
  /** Standard input, for tests. */
  readonly stdin?: NodeJS.ReadableStream;
}

/** Checks that a path is a readable, regular, non-empty file (`-`: copies stdin, 0600) before a byte is interpreted. */
export async function stageInput(path: string, file: string, options: StageOptions): Promise<Staged> {
  if (path !== '-') return stageFile(path, path, file);
  const folder = await mkdtemp(join(options.spool ?? tmpdir(), 'innopoints-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const copy = join(folder, 'stdin');
  try {
    await pipeline(
      options.stdin ?? stdin,
      capped(options.limits.inflatedBytes, file),
      createWriteStream(copy, { mode: 0o600 }),
    );
    return { ...(await stageFile(copy, file, file)), path, close: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function capped(limit: number, file: string): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen <= limit) return done(null, chunk);
      const size = sizeText(seen);
      done(fileError(file, 'file.too-large', { size, limit: sizeText(limit), raise: raiseTo(seen + 1) }));
    },
  });
}

async function stageFile(at: string, path: string, file: string): Promise<Staged> {
  const first = await orExplain(path, file, () => stat(at));
  if (first.isDirectory()) throw fileError(file, 'file.is-folder', { path });
  if (!first.isFile()) throw fileError(file, 'file.not-regular', { path });
  if (first.size === 0) throw fileError(file, 'file.empty', { path });

  const same = async (handle: FileHandle) => {
    const now = await handle.stat();
    if (now.ino !== first.ino || now.size !== first.size || now.mtimeMs !== first.mtimeMs)
      throw fileError(file, 'file.changed', { path });
  };
  const reading = async <T>(use: (handle: FileHandle) => Promise<T>): Promise<T> => {
    const handle = await orExplain(path, file, () => open(at));
    try {
      return await orExplain(path, file, () => use(handle));
    } finally {
      await handle.close();
    }
  };

  async function* chunks(from = 0, to = first.size): AsyncGenerator<Buffer> {
    const handle = await orExplain(path, file, () => open(at));
    try {
      await same(handle);
      for (let position = from; position < to; ) {
        const buffer = Buffer.allocUnsafe(Math.min(chunkSize, to - position));
        const { bytesRead } = await orExplain(path, file, () =>
          handle.read(buffer, 0, buffer.length, position),
        );
        if (bytesRead === 0) throw fileError(file, 'file.changed', { path });
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
      await same(handle);
    } finally {
      await handle.close();
    }
  }

  const head = await reading(async (handle) => {
    const buffer = Buffer.alloc(Math.min(headSize, first.size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  });
  return {
    file,
    path,
    bytes: first.size,
    head,
    chunks,
    part: (from, to) =>
      reading(async (handle) => {
        await same(handle);
        const buffer = Buffer.allocUnsafe(to - from);
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
        if (bytesRead !== buffer.length) throw fileError(file, 'file.changed', { path });
        return buffer;
      }),
    whole: () =>
      reading(async (handle) => {
        await same(handle);
        const all = await handle.readFile();
        await same(handle);
        return all;
      }),
    close: async () => {},
  };
}

/** The system's error as a sentence about the file; anything else passes. */
async function orExplain<T>(path: string, file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z0-9]+$/.test(code)) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw fileError(file, 'file.not-found', { path });
    if (code === 'EISDIR') throw fileError(file, 'file.is-folder', { path });
    if (code === 'EACCES' || code === 'EPERM') throw fileError(file, 'file.no-permission', { path });
    throw fileError(file, 'file.cannot-read', { path, code });
  }
}
