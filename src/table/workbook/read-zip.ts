import { crc32, inflateRawSync } from 'node:zlib';
import { fileError } from '../file-error.js';
import { type Limits, raiseTo, sizeText } from '../limits.js';

/** One file of a zip container, as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
}

/** Why a container cannot be read; the words for people are in the catalogue. */
class ZipTrouble extends Error {}

/**
 * The central directory, zip64 included. Throws `file.damaged` where there is none (a download that was cut short has
 * lost it) and `file.too-many-parts` before anything is inflated. `bytes` may be the end of the file only, from byte
 * `base` on.
 */
export function readDirectory(
  bytes: Buffer,
  file: string,
  limits: Limits,
  holds: string,
  base = 0,
): ZipEntry[] {
  try {
    const { at, count } = findDirectory(bytes, base);
    if (count > limits.entries)
      throw fileError(file, 'file.too-many-parts', { count, limit: limits.entries });
    const entries: ZipEntry[] = [];
    for (let p = at; entries.length < count; ) {
      if (bytes.readUInt32LE(p) !== 0x02014b50) throw new ZipTrouble('directory');
      const [name, extra, comment] = [28, 30, 32].map((o) => bytes.readUInt16LE(p + o)) as [
        number,
        number,
        number,
      ];
      const wide = zip64Sizes(bytes, p, p + 46 + name, extra);
      const flags = bytes.readUInt16LE(p + 8);
      entries.push({
        ...wide,
        name: bytes
          .toString(flags & 0x800 ? 'utf8' : 'latin1', p + 46, p + 46 + name)
          .replaceAll('\\', '/')
          .replace(/^\/+/, ''),
        method: bytes.readUInt16LE(p + 10),
        crc: bytes.readUInt32LE(p + 16),
        encrypted: (flags & 1) !== 0,
      });
      p += 46 + name + extra + comment;
    }
    return entries;
  } catch (error) {
    throw explain(error, file, holds);
  }
}

/**
 * Inflates parts one by one, counting: a directory may lie about sizes. Throws `file.inflated-too-large` as soon as the
 * declared or the real sizes pass the limit; memory never grows beyond it. Checks each part's CRC.
 */
export function inflater(bytes: Buffer, file: string, limits: Limits, holds: string) {
  let left = limits.inflatedBytes;
  return (entry: ZipEntry): Buffer => {
    try {
      const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
      if (bytes.readUInt32LE(entry.at) !== 0x04034b50 || start + entry.packed > bytes.length)
        throw new ZipTrouble(entry.name);
      const packed = bytes.subarray(start, start + entry.packed);
      if (entry.method !== 0 && entry.method !== 8) throw new ZipTrouble(`method ${entry.method}`);
      // One byte more than declared is enough to prove a lie; never more than what is left of the limit.
      const most = Math.min(entry.size, left) + 1;
      const data = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most });
      if (data.length > left) throw tooLarge(file, entry.name, data.length, limits);
      if (data.length !== entry.size || crc32(data) !== entry.crc) throw new ZipTrouble(entry.name);
      left -= data.length;
      return data;
    } catch (error) {
      if (error instanceof RangeError && entry.size > left)
        throw tooLarge(file, entry.name, entry.size, limits);
      throw explain(error, file, holds, entry.name);
    }
  };
}

/** What the directory declares, before a byte is inflated. */
export function checkDeclared(entries: readonly ZipEntry[], file: string, limits: Limits): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.inflatedBytes) throw tooLarge(file, '', total, limits);
}

const tooLarge = (file: string, part: string, size: number, limits: Limits) =>
  fileError(file, 'file.inflated-too-large', {
    part,
    size: sizeText(size),
    limit: sizeText(limits.inflatedBytes),
    raise: raiseTo(size),
    share: 1,
    whole: sizeText(limits.inflatedBytes),
  });

/** Broken offsets and streams are one thing to the reader: the file is damaged, at that part. */
function explain(error: unknown, file: string, holds: string, part = ''): unknown {
  if (error instanceof ZipTrouble) return fileError(file, 'file.damaged', { holds, detail: error.message });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:Z_|ERR_OUT_OF_RANGE|ERR_BUFFER_)/.test(code))
    return fileError(file, 'file.damaged', { holds, detail: part });
  return error;
}

/** The directory's place in `bytes`. */
function findDirectory(bytes: Buffer, base: number): { at: number; count: number } {
  // The end record has 22 bytes and a comment of at most 65,535.
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  let end = bytes.length - 22;
  while (end >= lowest && bytes.readUInt32LE(end) !== 0x06054b50) end -= 1;
  if (end < lowest) throw new ZipTrouble('');
  const count = bytes.readUInt16LE(end + 10);
  const at = bytes.readUInt32LE(end + 16);
  const near = { at: at - base, count };
  if (count !== 0xffff && at !== 0xffffffff) return near;
  if (end < 20 || bytes.readUInt32LE(end - 20) !== 0x07064b50) return near;
  const wide = Number(bytes.readBigUInt64LE(end - 12)) - base;
  return {
    count: Number(bytes.readBigUInt64LE(wide + 32)),
    at: Number(bytes.readBigUInt64LE(wide + 48)) - base,
  };
}

/** Sizes and offset of a directory record; the zip64 field holds only those that do not fit 32 bits. */
function zip64Sizes(bytes: Buffer, record: number, extraAt: number, extraLength: number) {
  let size = bytes.readUInt32LE(record + 24);
  let packed = bytes.readUInt32LE(record + 20);
  let at = bytes.readUInt32LE(record + 42);
  for (let p = extraAt; p + 4 <= extraAt + extraLength; p += 4 + bytes.readUInt16LE(p + 2)) {
    if (bytes.readUInt16LE(p) !== 1) continue;
    let value = p + 4;
    const next = (): number => {
      value += 8;
      return Number(bytes.readBigUInt64LE(value - 8));
    };
    if (size === 0xffffffff) size = next();
    if (packed === 0xffffffff) packed = next();
    if (at === 0xffffffff) at = next();
  }
  return { size, packed, at };
}
