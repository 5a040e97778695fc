/**
 * Whether bytes are a 统一社会信用代码 that can be nobody's resident number: the rows that a reader may give without the
 * cells that nobody wants. 18 characters, the region six digits; a 9 in front, or a letter, which residents' have not.
 */
export function holdsCode(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 18) return false;
  let letters = bytes[start] === 0x39;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x30 && byte <= 0x39) continue;
    const place = i - start;
    if (byte < 0x41 || byte > 0x59 || !codeLetters.has(byte) || (place >= 2 && place < 8)) return false;
    if (place < 17) letters = true;
  }
  return letters;
}

/** The same of a text. */
export const isCode = (text: string): boolean =>
  /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) && /^9|^.*[A-Z].$/.test(text);

/** No I, O, S, V, Z (GB 32100-2015). */
const codeLetters: ReadonlySet<number> = new Set(Buffer.from('ABCDEFGHJKLMNPQRTUWXY'));
