import { NotKnown } from './not-known.js';
import { gridColumns, type RowTokens } from './row-tokens.js';
import { type RowScanner, rowScanner, type UpTo } from './scan-row.js';
import { headOf } from './sheet-head.js';
import { type WholeItems, wholeItems } from './whole-items.js';

/*
 * Pieces of a sheet's XML go in, rows come out one by one:
 *
 *   add(piece) ─▶  head ──<sheetData>──▶ rows ──</sheetData>──▶ tail
 *                   │                     │ next(): true         │
 *                 head: Buffer          row: RowTokens         tail: merges, and the proof that nothing is missing
 */

export interface SheetFeed {
  /** Set when the first row is asked for: prefix, columns. */
  readonly head: Buffer | null;
  /** The row that `next` took, and the bytes that it stands in. */
  readonly row: RowTokens;
  readonly bytes: Buffer;
  /** So far there was something that makes cells depend on others, or hides what they are. */
  readonly entangled: boolean;
  /** No row follows. */
  readonly ended: boolean;
  add(piece: Buffer): void;
  /** Takes the next row that holds something; false: more pieces are needed, or the rows have ended. */
  next(): boolean;
  /** Takes the last row once more, with all its cells. */
  whole(): void;
  /** What came behind the rows so far. */
  tail(): Buffer;
}

/** Merged ranges, links and conditional formats stand in the tail. */
const longestTail = 16 << 20;
const nothing = Buffer.alloc(0);
const everything: UpTo = () => gridColumns;

/**
 * `upTo`: what is wanted of each row. Only for a sheet that was seen whole, and not entangled, may that be less than all.
 * `last`: no row behind it is taken.
 */
export function sheetFeed(upTo: UpTo = everything, last = Number.POSITIVE_INFINITY): SheetFeed {
  let head: Buffer | null = null;
  let unread: Buffer = nothing;
  let tail: Buffer[] | null = null;
  let tailSize = 0;
  let again = false;
  let start = 0;
  let before = 0;
  const wanted: UpTo = (row) => (again ? gridColumns : upTo(row));
  let scanner: RowScanner = rowScanner('', wanted);
  let items: WholeItems = wholeItems(nothing);
  let rowOpen: Buffer = nothing;
  let dataEnd: Buffer = nothing;

  function add(piece: Buffer): void {
    if (tail !== null) addTail(piece);
    else if (head !== null) items.add(piece);
    else readHead(unread.length === 0 ? piece : Buffer.concat([unread, piece]));
  }

  function addTail(piece: Buffer): void {
    tailSize += piece.length;
    if (tailSize > longestTail) throw new NotKnown('a tail of 16 MiB');
    tail?.push(piece);
  }

  function readHead(bytes: Buffer): void {
    unread = bytes;
    const found = headOf(bytes, 'worksheet', 'sheetData');
    if (found === null) return;
    const { prefix, end, blank } = found;
    head = bytes.subarray(0, end);
    rowOpen = Buffer.from(`<${prefix}row`);
    dataEnd = Buffer.from(`</${prefix}sheetData>`);
    scanner = rowScanner(prefix, wanted);
    items = wholeItems(Buffer.from(`</${prefix}row>`));
    unread = nothing;
    if (blank) {
      tail = [];
      addTail(bytes.subarray(end));
    } else items.add(bytes.subarray(end));
  }

  function next(): boolean {
    while (head !== null && tail === null && scanner.row.number < last) {
      const { bytes } = items;
      const p = pastBlanks(bytes, items.at);
      items.at = p;
      const taken = p < bytes.length ? takeAt(bytes, p) : -1;
      if (taken < 0 && !items.next()) return false;
      if (taken <= 0) continue;
      items.at = taken;
      if (scanner.row.count > 0 || scanner.row.cut) return true;
    }
    return false;
  }

  /** What stands between rows. Gives the place behind it; 0: it was the end; -1: it is not all there. */
  function takeAt(bytes: Buffer, p: number): number {
    scanner.row.count = 0;
    scanner.row.cut = false;
    start = p;
    before = scanner.row.number;
    if (
      startsAt(bytes, p, rowOpen) &&
      (bytes[p + rowOpen.length]! <= 32 || isTagEnd(bytes, p + rowOpen.length))
    ) {
      if (p < items.stop) return scanner.scan(bytes, p);
      // <row …/> has no end tag.
      const end = bytes.indexOf(62, p);
      return end > 0 && bytes[end - 1] === 47 ? scanner.scan(bytes, p) : -1;
    }
    if (startsAt(bytes, p, dataEnd)) {
      tail = [];
      addTail(bytes.subarray(p + dataEnd.length));
      items.at = bytes.length;
      while (items.next()) addTail(items.bytes);
      return 0;
    }
    if (bytes.length - p < dataEnd.length) return -1;
    if (bytes.toString('latin1', p, p + 4) !== '<!--') throw new NotKnown('between rows');
    const end = bytes.indexOf('-->', p + 4);
    return end < 0 ? -1 : end + 3;
  }

  function whole(): void {
    again = true;
    scanner.row.number = before;
    scanner.scan(items.bytes, start);
    again = false;
  }

  return {
    get head() {
      return head;
    },
    get row() {
      return scanner.row;
    },
    get bytes() {
      return items.bytes;
    },
    get entangled() {
      return scanner.entangled;
    },
    get ended() {
      return tail !== null || scanner.row.number >= last;
    },
    add,
    next,
    whole,
    tail: () => Buffer.concat(tail ?? []),
  };
}

/** A loop of its own, for a sheet may hold hundreds of MB of blanks: inside the feed it is four times slower. */
function pastBlanks(bytes: Buffer, at: number): number {
  let p = at;
  while (bytes[p]! <= 32) p++;
  return p;
}

const isTagEnd = (bytes: Buffer, p: number): boolean => bytes[p] === 62 || bytes[p] === 47;

function startsAt(bytes: Buffer, p: number, expected: Buffer): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[p + i] !== expected[i]) return false;
  return true;
}
