import type { Row } from '../../model/cell.js';
import type { Wanted } from '../../model/table.js';
import { isCode } from '../firm-code.js';
import { batchSize } from '../rows.js';
import type { Layout } from './detect-separator.js';
import { firstPlace } from './place.js';
import type { RecordBounds, RecordReader, TellTrouble } from './read-records.js';
import { recordScanner, type Scanned } from './scan-records.js';

/*
 * Rows of a text table from its bytes: scanned as far as they are regular, the rest read by csv-parse, which stays the
 * authority of what a CSV means.
 *
 *   chunks ─▶ window ─▶ record ─────▶ row ──────────────────────────────▶ batch of 1,024
 *               ▲  └──▶ odd ────────▶ a few KiB of text ─▶ read-records ──▲   one record, twice as many if soon odd again
 *               └────── unfinished: the next chunk; at the end of a file that is cut, read-records
 *
 * Both move one `place`. How far read-records came is told in lines, which are the same in bytes and in characters.
 */

export interface TextBytes {
  readonly chunks: AsyncIterable<Buffer>;
  readonly encoding: 'utf-8' | 'gb18030';
  /** The last character is not complete. */
  readonly cut: boolean;
}

const everything: Wanted = { columns: null, id: -1, rows: null };

/** A row without a code comes whole, with the three behind it: who reads them looks at four before deciding on a header. */
const heldBack = 4;

/** Bytes given to read-records for one odd record, at first. */
const oddSize = 1 << 12;

/** Where fewer records than these stand between two odd ones, asking read-records for one costs more than for all. */
const worthScanning = 8;

/** How often the limit of fields a record without an end may have before it is refused uncounted. */
const worthCounting = 64;

const marks = { 'utf-8': Buffer.from('efbbbf', 'hex'), gb18030: Buffer.from('84319533', 'hex') };
const lf = 10;
const cr = 13;

/** Rows in batches, as `readRecords` gives them, but for cells that are not wanted. Cost: 0.45 to 0.6 s for 48 MB. */
export async function* scanRows(
  { chunks, encoding, cut }: TextBytes,
  layout: Layout,
  tell: TellTrouble,
  wanted: Wanted = everything,
  bounds: RecordBounds | null = null,
): AsyncGenerator<readonly Row[]> {
  const place = firstPlace(layout);
  const scanner = recordScanner(encoding, layout.separator, layout.width);
  let records: RecordReader | null = null;
  /** Holds the bytes from `position` to `end` that are not read yet, and a line end behind them. */
  let window: Buffer = Buffer.of(lf);
  let position = 0;
  let end = 0;
  /** How many records the next odd one takes along to read-records, and how many were regular since the last. */
  let most = 1;
  let regular = 0;
  let rows: Row[] = [];
  let whole = 0;

  const append = (chunk: Buffer): void => {
    const rest = end - position;
    const old = window;
    if (rest + chunk.length + 1 > window.length)
      window = Buffer.allocUnsafe(Math.max(rest + chunk.length + 1, window.length * 2));
    old.copy(window, 0, position, end);
    chunk.copy(window, rest);
    position = 0;
    end = rest + chunk.length;
    window[end] = lf;
  };

  /** Behind byte order marks (some tools write two) and a `sep=` line; null where more bytes must tell. */
  const beginning = (last: boolean): number | null => {
    const mark = marks[encoding];
    let at = position;
    while (window.subarray(at, Math.min(end, at + mark.length)).equals(mark)) at += mark.length;
    if (last) return Math.min(end, at + layout.skip);
    return at + Math.max(mark.length, layout.skip + 1) > end ? null : at + layout.skip;
  };

  /** Takes a row up and tells whether the batch ends with it: full, or the reader may now want other columns. */
  const put = (row: Row, coded: boolean): boolean => {
    rows.push(row);
    if (!coded) whole = heldBack;
    if (whole > 0 && --whole === 0) return true;
    return rows.length >= batchSize;
  };
  const takeBatch = (): readonly Row[] => {
    const batch = rows;
    rows = [];
    return batch;
  };

  /** The record that the scanner found, as a row; null for a blank one and for one that is not wanted. */
  const scannedRow = (coded: boolean): Row | null => {
    if (wanted.rows !== null && !wanted.rows.has(place.number)) return null;
    const cells = scanner.cells(coded && whole === 0 ? wanted.columns : null);
    if (cells === null) return null;
    return { number: place.number, line: place.line, fields: scanner.fields, cells };
  };

  /** A record is counted to its end, so that the message can say what would be enough; but not for ever. */
  const refuseWide = (most: RecordBounds, found: Scanned): void => {
    const { fields } = scanner;
    if (found === 'record' && fields > most.fields) most.refuse(place.line, { fields, whole: true });
    if (found === 'unfinished' && fields > most.fields * worthCounting)
      most.refuse(place.line, { fields, whole: false });
  };

  async function* drain(last: boolean): AsyncGenerator<readonly Row[]> {
    for (;;) {
      const found = scanner.next(window, position, end, last);
      if (bounds !== null) refuseWide(bounds, found);
      if (found === 'unfinished') break;
      if (found === 'record') {
        regular += 1;
        place.number += 1;
        const coded = wanted.columns === null || scanner.holdsCode(wanted.id);
        const row = scannedRow(coded);
        position = scanner.end;
        place.line += scanner.lines;
        if (row !== null && put(row, coded)) yield takeBatch();
        continue;
      }
      records ??= (await import('./read-records.js')).recordReader(layout, cut, place, tell, bounds);
      const odd = readOdd(records, last);
      if (odd === null) break;
      for (const row of odd) {
        if (wanted.rows !== null && !wanted.rows.has(row.number)) continue;
        const cell = row.cells[wanted.id];
        const coded = wanted.columns === null || (typeof cell === 'string' && isCode(cell));
        if (put(row, coded)) yield takeBatch();
      }
    }
    if (rows.length > 0) yield takeBatch();
  }

  /** Rows of the records from here on that read-records takes; null where more bytes must come first. */
  const readOdd = (authority: RecordReader, last: boolean): readonly Row[] | null => {
    most = regular < worthScanning ? Math.min(most * 2, batchSize) : 1;
    regular = 0;
    const odd: Row[] = [];
    const { number, line } = place;
    for (let size = oddSize * most; ; size *= 4) {
      const to = Math.min(end, position + size);
      authority.load(decode(window.subarray(position, to)));
      for (let at = 0; place.number - number < most; ) {
        const read = authority.read(at, last && to === end, most);
        if (read.position === at) break;
        at = read.position;
        for (const row of read.rows) odd.push(row);
      }
      if (place.line > line) {
        position = behindLines(window, position, end, place.line - line);
        return odd;
      }
      if (to === end) return null;
    }
  };

  /** Without what is begun of a character at the end. */
  const decode = (bytes: Buffer): string =>
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });

  let begun = false;
  /** A record that is not all there is looked at again when twice its bytes are: else a long one costs its square. */
  let enough = 0;
  for await (const chunk of chunks) {
    append(chunk);
    if (begun && end - position < enough) continue;
    const at = begun ? position : beginning(false);
    if (at === null) continue;
    position = at;
    begun = true;
    yield* drain(false);
    if (bounds !== null && end - position > bounds.length) bounds.refuse(place.line, null);
    enough = Math.min((end - position) * 2, bounds?.length ?? Number.POSITIVE_INFINITY);
  }
  if (!begun) position = beginning(true) ?? end;
  if (!cut) {
    yield* drain(true);
    return;
  }
  const { allFrom, recordReader } = await import('./read-records.js');
  const authority = recordReader(layout, cut, place, tell, bounds);
  authority.load(decode(window.subarray(position, end)));
  const behind = yield* allFrom(authority, 0, false);
  yield* allFrom(authority, behind, true);
}

/** The place behind so many line ends (CR LF is one), or the end. */
function behindLines(bytes: Buffer, from: number, end: number, count: number): number {
  let position = from;
  for (let left = count; position < end && left > 0; position++) {
    const byte = bytes[position];
    if (byte === lf || (byte === cr && (position + 1 >= end || bytes[position + 1] !== lf))) left -= 1;
  }
  return position;
}
