/** The first lead byte of a two-byte code, and how many there are. */
export const firstLead = 0x81;
const leads = 126;

let made: Uint16Array | null = null;

/**
 * The character (UTF-16 unit) of each two-byte code of GB18030, as TextDecoder has it: at (lead - 0x81) × 256 + trail.
 * 0 for what is no such code: four bytes, 0x80, 0xff, wrong ones; TextDecoder is to be asked then. Cost: 1 ms, once.
 */
export function gb18030Pairs(): Uint16Array {
  if (made !== null) return made;
  const pairs = new Uint16Array(leads << 8);
  const places: number[] = [];
  for (let place = 0; place < pairs.length; place++) {
    const trail = place & 0xff;
    if (trail >= 0x40 && trail !== 0x7f && trail !== 0xff) places.push(place);
  }
  const bytes = Buffer.from(places.flatMap((place) => [firstLead + (place >> 8), place & 0xff]));
  const text = new TextDecoder('gb18030').decode(bytes);
  // One unit each, or this system's decoder is another one and has to do all the work.
  if (text.length === places.length)
    for (const [i, place] of places.entries()) pairs[place] = text.charCodeAt(i);
  made = pairs;
  return pairs;
}

/** Whether bytes are ASCII and two-byte codes throughout, and so decode for certain. Cost: 0.06 s for 40 MB, a third of TextDecoder. */
export async function areAllPairs(chunks: AsyncIterable<Buffer>): Promise<boolean> {
  const pairs = gb18030Pairs();
  let lead = 0;
  for await (const chunk of chunks) {
    let i = 0;
    if (lead > 0 && chunk.length > 0) {
      if ((pairs[((lead - firstLead) << 8) | chunk[0]!] ?? 0) === 0) return false;
      lead = 0;
      i = 1;
    }
    for (; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte < 0x80) continue;
      i += 1;
      if (i === chunk.length) lead = byte;
      else if ((pairs[((byte - firstLead) << 8) | chunk[i]!] ?? 0) === 0) return false;
    }
  }
  return lead === 0;
}
