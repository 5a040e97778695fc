import { firstLead, gb18030Pairs } from './gb18030-pairs.js';

declare global {
  interface Buffer {
    // What toString does once it has looked at its arguments: a third of the time for a field of eight bytes.
    latin1Slice(start: number, end: number): string;
    utf8Slice(start: number, end: number): string;
    ucs2Slice(start: number, end: number): string;
  }
}

/** The text of the bytes from `start` to `end`, which hold whole characters. */
export type FieldText = (bytes: Buffer, start: number, end: number) => string;

const letter: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** Bytes that are all ASCII. Short ones are put together here, which spares a call into Node (0.24 s against 0.32 s for 48 MB). */
export const asciiText: FieldText = (bytes, start, end) => {
  const code = String.fromCharCode;
  switch (end - start) {
    case 1:
      return letter[bytes[start]!]!;
    case 2:
      return code(bytes[start]!, bytes[start + 1]!);
    case 3:
      return code(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!);
    case 4:
      return code(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!, bytes[start + 3]!);
    case 5:
      return code(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!, bytes[start + 3]!, bytes[start + 4]!);
    default:
      return bytes.latin1Slice(start, end);
  }
};

/** Bytes with something beyond ASCII among them. Strict, as the whole file was read before: throws TypeError. */
export function wideText(encoding: 'utf-8' | 'gb18030'): FieldText {
  return remembering(
    encoding === 'utf-8' ? (bytes, start, end) => bytes.utf8Slice(start, end) : gb18030Text(),
  );
}

/** Pairs from a table, since a call of TextDecoder costs ten times a short field; all else by TextDecoder. */
function gb18030Text(): FieldText {
  const pairs = gb18030Pairs();
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });
  const units = Buffer.alloc(1 << 12);
  return (bytes, start, end) => {
    if (end - start > units.length / 2) return decoder.decode(bytes.subarray(start, end));
    let size = 0;
    for (let i = start; i < end; size += 2) {
      let unit = bytes[i]!;
      if (unit >= 0x80) {
        unit = i + 1 < end ? (pairs[((unit - firstLead) << 8) | bytes[i + 1]!] ?? 0) : 0;
        if (unit === 0) return decoder.decode(bytes.subarray(start, end));
        i += 1;
      }
      i += 1;
      units[size] = unit;
      units[size + 1] = unit >> 8;
    }
    return units.ucs2Slice(0, size);
  };
}

/** 是, 存续, 有限责任公司 stand in every row: 4,096 short texts are kept by their bytes, each until another takes its place. */
function remembering(read: FieldText): FieldText {
  const slots = 1 << 12;
  const longest = 24;
  const keys = Buffer.alloc(slots * longest);
  const sizes = new Uint8Array(slots);
  const texts: string[] = new Array<string>(slots).fill('');
  return (bytes, start, end) => {
    const size = end - start;
    if (size > longest) return read(bytes, start, end);
    let hash = size;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const key = slot * longest;
    if (sizes[slot] === size) {
      let same = 0;
      while (same < size && keys[key + same] === bytes[start + same]) same += 1;
      if (same === size) return texts[slot]!;
    }
    const text = read(bytes, start, end);
    for (let i = 0; i < size; i++) keys[key + i] = bytes[start + i]!;
    sizes[slot] = size;
    texts[slot] = text;
    return text;
  };
}
