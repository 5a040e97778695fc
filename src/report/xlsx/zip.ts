import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Takes bytes in order; a promise holds the writer back until they are gone. */
export type Write = (chunk: Uint8Array) => void | Promise<void>;

export interface Zip {
  /** One file: its text in parts, deflated on zlib's thread as they come. */
  entry(name: string, parts: Iterable<string> | AsyncIterable<string>): Promise<void>;
  end(): Promise<void>;
}

/** More than this needs zip64, which WPS and old readers do not all know. */
const LARGEST = 0xffff_ffff;

/** 15,000 × 40: level 4 0.45 s and 3.30 MiB, level 5 0.47 s and 2.78, level 6 0.55 s and 2.74. */
const LEVEL = 5;

/** 1980-01-01, the first day that a zip can name: the clock stands in no output. */
const FIRST_DAY = 0x21;

/** Thrown where a part passes 4 GiB; the caller says it in words. */
export class ZipTooLarge extends Error {}

/**
 * A zip that is written front to back: nothing is sought back to, so sizes follow the data (as Go's archive/zip and so
 * excelize write them; Excel, WPS, LibreOffice, SheetJS and our own reader take them).
 */
export function zipTo(write: Write): Zip {
  const directory: Buffer[] = [];
  let at = 0;
  const put = async (chunk: Uint8Array): Promise<void> => {
    at += chunk.length;
    await write(chunk);
  };

  return {
    async entry(name, parts) {
      const offset = at;
      const nameBytes = Buffer.from(name);
      const head = header(nameBytes, 0, 0, 0);
      await put(Buffer.concat([u32(0x04034b50), head, nameBytes]));
      const start = at;
      let crc = 0;
      let raw = 0;
      const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 1 << 18 });
      await pipeline(
        async function* bytes() {
          for await (const part of parts) {
            const chunk = Buffer.from(part);
            crc = crc32(chunk, crc);
            raw += chunk.length;
            if (raw > LARGEST) throw new ZipTooLarge(name);
            yield chunk;
          }
        },
        deflate,
        async (source: AsyncIterable<Uint8Array>) => {
          for await (const chunk of source) await put(chunk);
        },
      );
      const size = at - start;
      if (at > LARGEST) throw new ZipTooLarge(name);
      await put(Buffer.concat([u32(0x08074b50), u32(crc), u32(size), u32(raw)]));
      directory.push(
        Buffer.concat([
          u32(0x02014b50),
          u16(20),
          header(nameBytes, crc, size, raw),
          Buffer.alloc(10),
          u32(offset),
          nameBytes,
        ]),
      );
    },

    async end() {
      const offset = at;
      const bytes = Buffer.concat(directory);
      const count = u16(directory.length);
      await put(bytes);
      await put(
        Buffer.concat([u32(0x06054b50), u32(0), count, count, u32(bytes.length), u32(offset), u16(0)]),
      );
    },
  };
}

/** The 26 bytes that the local header and the directory share: version, flags (sizes follow), deflate, date, sizes. */
const header = (name: Buffer, crc: number, size: number, raw: number): Buffer =>
  Buffer.concat([
    u16(20),
    u16(8),
    u16(8),
    u16(0),
    u16(FIRST_DAY),
    u32(crc),
    u32(size),
    u32(raw),
    u16(name.length),
    u16(0),
  ]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
