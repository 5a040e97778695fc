import { withoutMark } from '../model/formula-mark.js';

/** Where the records of a CSV stand: record i is bytes starts[i] … starts[i + 1], its line end included. */
export interface Records {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
  /** The header's record included. */
  readonly count: number;
}

const quote = 0x22;
const lineFeed = 0x0a;

/** Finds the records of data/firms.csv without decoding one: 3 MB in some milliseconds. */
export function recordsIn(bytes: Buffer): Records {
  let starts = new Uint32Array(1 << 14);
  let count = 0;
  let from = 0;
  let inQuotes = false;
  let nextQuote = bytes.indexOf(quote);
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, end + 1)) {
    for (; nextQuote >= 0 && nextQuote < end; nextQuote = bytes.indexOf(quote, nextQuote + 1))
      inQuotes = !inQuotes;
    if (inQuotes) continue;
    if (count + 2 > starts.length) starts = enlarged(starts);
    starts[count++] = from;
    from = end + 1;
  }
  if (from < bytes.length) starts[count++] = from;
  starts[count] = bytes.length;
  return { bytes, starts, count };
}

function enlarged(starts: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(starts.length * 2);
  larger.set(starts);
  return larger;
}

/** The fields of a record as text; '' for blank. The `'` before what a spreadsheet would run as a formula is taken off. */
export function fieldsOf({ bytes, starts }: Records, record: number): string[] {
  const text = bytes.toString('utf8', starts[record], starts[record + 1]).replace(/\r?\n$/, '');
  const fields = text.includes('"') ? quotedFields(text) : text.split(',');
  return fields.map(withoutMark);
}

function quotedFields(text: string): string[] {
  const fields: string[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      fields.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
    fields.push(text.slice(at + 1, end < 0 ? text.length : end).replaceAll('""', '"'));
    at = end < 0 ? text.length + 1 : end + 2;
  }
  return fields;
}

/** The record that holds a byte. */
export function recordAt({ starts, count }: Records, byte: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}
