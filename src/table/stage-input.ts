import type { Stats } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stdin } from 'node:process';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errnoOf, Findings, outputError } from '../finding/index.js';
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
  /** Lets go of the private copy of stdin; nothing else is held open. */
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

/**
 * Checks that a path is a readable, regular, non-empty file (`-`: copies stdin privately) before a byte is interpreted.
 * Throws exit 3, or 4 where the copy cannot be written.
 */
export async function stageInput(path: string, file: string, options: StageOptions): Promise<Staged> {
  if (path !== '-') return stageFile(path, file, onDisk(path));
  const spool = options.spool ?? tmpdir();
  const copy = await spooling(spool, () => nameless(spool));
  try {
    await orExplain(path, file, () =>
      pipeline(
        options.stdin ?? stdin,
        capped(options.limits.inflatedBytes, file),
        new Writable({
          write(chunk: Buffer, _encoding, done) {
            spooling(spool, () => copy.handle.writeFile(chunk)).then(() => done(), done);
          },
        }),
      ),
    );
    return { ...(await stageFile(file, file, heldOpen(copy.handle))), path, close: copy.remove };
  } catch (error) {
    await copy.remove();
    throw error;
  }
}

/** Trouble with the private copy is trouble with writing: exit 4, naming the folder. */
async function spooling<T>(spool: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    const findings = new Findings();
    if (code === 'ENOSPC') findings.add('file.output-full', { file: spool }, { path: spool });
    else findings.add('file.output-failed', { file: spool }, { path: spool, code });
    throw outputError(findings.all);
  }
}

interface Copy {
  readonly handle: FileHandle;
  remove(): Promise<void>;
}

/**
 * A private file whose name is taken away at once: however this process ends, no copy of firms' data stays behind. Where an
 * open file keeps its name (Windows), it goes at `remove`.
 */
async function nameless(spool: string): Promise<Copy> {
  const folder = await mkdtemp(join(spool, 'innopoints-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'stdin');
    const handle = await open(path, 'wx+', 0o600);
    await unlink(path).then(removeFolder, () => undefined);
    return { handle, remove: () => handle.close().then(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** Bytes that can be reached again and again. */
interface Reachable {
  stat(): Promise<Stats>;
  open(): Promise<FileHandle>;
  shut(handle: FileHandle): Promise<void>;
}

const onDisk = (path: string): Reachable => ({
  stat: () => stat(path),
  open: () => open(path),
  shut: (handle) => handle.close(),
});

const heldOpen = (handle: FileHandle): Reachable => ({
  stat: () => handle.stat(),
  open: async () => handle,
  shut: async () => {},
});

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

async function stageFile(path: string, file: string, { stat, open, shut }: Reachable): Promise<Staged> {
  const first = await orExplain(path, file, stat);
  if (first.isDirectory()) throw fileError(file, 'file.is-folder', { path });
  if (!first.isFile()) throw fileError(file, 'file.not-regular', { path });
  if (first.size === 0) throw fileError(file, 'file.empty', { path });

  const same = async (handle: FileHandle) => {
    const now = await orExplain(path, file, () => handle.stat());
    if (now.ino !== first.ino || now.size !== first.size || now.mtimeMs !== first.mtimeMs)
      throw fileError(file, 'file.changed', { path });
  };

  async function* chunks(from = 0, to = first.size): AsyncGenerator<Buffer> {
    const handle = await orExplain(path, file, open);
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
      await orExplain(path, file, () => shut(handle));
    }
  }

  /** As many bytes as there were at first: never those that came since. */
  const part = async (from: number, to: number): Promise<Buffer> => {
    const bytes = Buffer.allocUnsafe(to - from);
    let at = 0;
    for await (const chunk of chunks(from, to)) at += chunk.copy(bytes, at);
    return bytes;
  };

  return {
    file,
    path,
    bytes: first.size,
    head: await part(0, Math.min(headSize, first.size)),
    chunks,
    part,
    whole: () => part(0, first.size),
    close: async () => {},
  };
}

/** The system's error as a sentence about the file; anything else passes. */
async function orExplain<T>(path: string, file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw fileError(file, 'file.not-found', { path });
    if (code === 'EISDIR') throw fileError(file, 'file.is-folder', { path });
    if (code === 'EACCES' || code === 'EPERM') throw fileError(file, 'file.no-permission', { path });
    throw fileError(file, 'file.cannot-read', { path, code });
  }
}
