/** What the first bytes say. `text` is what is left: a table in text, or no table at all. */
export type Sniffed =
  | { readonly kind: 'zip' | 'cfb' | 'biff' | 'markup' | 'text' }
  | { readonly kind: 'foreign'; readonly holds: string };

const foreign = (holds: string): Sniffed => ({ kind: 'foreign', holds });
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** Formats that are no table, each with a signature of at least three bytes that no text begins with. */
const signatures: readonly (readonly [holds: string, offset: number, bytes: Buffer])[] = [
  ['pdf', 0, Buffer.from('%PDF')],
  ['rar', 0, hex('52 61 72 21 1A 07')],
  ['7z', 0, hex('37 7A BC AF 27 1C')],
  ['gzip', 0, hex('1F 8B 08')],
  ['compressed', 0, hex('42 5A 68 39')],
  ['compressed', 0, hex('FD 37 7A 58 5A')],
  ['compressed', 0, hex('28 B5 2F FD')],
  ['image', 0, hex('89 50 4E 47')],
  ['image', 0, hex('FF D8 FF')],
  ['image', 0, Buffer.from('GIF8')],
  ['image', 0, hex('49 49 2A 00')],
  ['image', 0, hex('4D 4D 00 2A')],
  ['image', 4, Buffer.from('ftyphei')],
  ['image', 8, Buffer.from('WEBP')],
  ['rtf', 0, Buffer.from('{\\rtf')],
  ['access', 4, Buffer.from('Standard ')],
  ['database', 0, Buffer.from('SQLite format 3\0')],
  ['parquet', 0, Buffer.from('PAR1')],
  ['program', 0, hex('7F 45 4C 46')],
  ['program', 0, hex('4D 5A 90 00')],
  ['utf32', 0, hex('FF FE 00 00')],
  ['utf32', 0, hex('00 00 FE FF')],
];

/** GBK 序 begins with D0, so all eight bytes of the container are asked for. */
const cfb = hex('D0 CF 11 E0 A1 B1 1A E1');

/** Decides by content, never by the name. `head` is the beginning of the file. */
export function sniffFormat(head: Buffer): Sniffed {
  if (head.subarray(0, 8).equals(cfb)) return { kind: 'cfb' };
  if (
    head.subarray(0, 2).toString('latin1') === 'PK' &&
    /^[\x01-\x08]{2}$/.test(head.toString('latin1', 2, 4))
  )
    return { kind: 'zip' };
  for (const [holds, offset, bytes] of signatures)
    if (head.subarray(offset, offset + bytes.length).equals(bytes)) return foreign(holds);
  // A bare BIFF stream without a container, as old PHP exports write it.
  if (head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1)) return { kind: 'biff' };
  const start = startOf(head);
  if (
    /^(?:<\?xml|<!doctype\s|<(?:html|head|meta|style|body|table|tr|div|center|font|script|title|\w+:?workbook)\b|<!--)/i.test(
      start,
    )
  )
    return { kind: 'markup' };
  if (/^(?:mime-version|from|received|return-path):/i.test(start) && /content-type:/i.test(start))
    return foreign(/multipart\/related/i.test(start) ? 'mht' : 'email');
  return { kind: 'text' };
}

/** The first letters, enough to see a tag, in whatever encoding. */
function startOf(head: Buffer): string {
  const wide = head[0] === 0xff && head[1] === 0xfe ? 0 : head[0] === 0x3c && head[1] === 0 ? 0 : -1;
  const text =
    wide === 0
      ? head.subarray(0, 4096).toString('utf16le')
      : head[0] === 0xfe && head[1] === 0xff
        ? Buffer.from(head.subarray(0, Math.min(4096, head.length & ~1)))
            .swap16()
            .toString('utf16le')
        : head
            .subarray(0, 2048)
            .toString('latin1')
            .replace(/^\u00ef\u00bb\u00bf/, '');
  return text.replace(/^[\ufeff\s]+/, '');
}
