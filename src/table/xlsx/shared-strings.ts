import { itemText } from './item-text.js';
import { NotKnown } from './not-known.js';
import { headOf } from './sheet-head.js';
import { unescapeText } from './unescape-text.js';
import { wholeItems } from './whole-items.js';

/*
 * The shared strings, kept as bytes outside the heap; a text is made when a cell asks for it:
 *
 *   <si><t>华新传感</t><phoneticPr/></si><si><t>明德软件</t></si>     36 MB as XML, 409,000 texts
 *
 *   text    华 新 传 感 明 德 软 件 …            only what stands in <t>
 *   starts  0           12          24 …
 */

export interface SharedStrings {
  readonly count: number;
  get(index: number): string;
}

/** Texts made last, by the last bits of their index: words repeat down a column, names of firms do not. */
const cacheSize = 4096;

/** `size`: what the directory declares for the part; memory is taken only as far as texts fill it. */
export async function sharedStrings(pieces: AsyncIterable<Buffer>, size: number): Promise<SharedStrings> {
  const text = Buffer.allocUnsafe(size);
  let starts = new Uint32Array(1024);
  let count = 0;
  let used = 0;
  const feed = itemFeed();

  const keep = (): void => {
    if (count + 1 >= starts.length) {
      const more = new Uint32Array(starts.length * 2);
      more.set(starts);
      starts = more;
    }
    count += 1;
    starts[count] = used;
  };

  for await (const piece of pieces) {
    feed.add(piece);
    while (feed.next()) {
      const { bytes, from, to, plain } = feed.item;
      if (plain) used += bytes.copy(text, used, from, to);
      else {
        const whole = Buffer.from(itemText(bytes.toString('utf8', from, to)));
        if (used + whole.length > size) throw new NotKnown('string item');
        used += whole.copy(text, used);
      }
      keep();
    }
  }
  if (!feed.ended) throw new NotKnown('strings without an end');

  const keys = new Int32Array(cacheSize).fill(-1);
  const texts: string[] = new Array<string>(cacheSize).fill('');
  return {
    count,
    get(index) {
      const slot = index & (cacheSize - 1);
      if (keys[slot] === index) return texts[slot]!;
      const made = unescapeText(text.toString('utf8', starts[index], starts[index + 1]));
      keys[slot] = index;
      texts[slot] = made;
      return made;
    },
  };
}

export const noStrings: SharedStrings = { count: 0, get: () => '' };

interface ItemFeed {
  /** The item that `next` took: the text of its one <t>, or (not plain) all its inside. */
  readonly item: { bytes: Buffer; from: number; to: number; plain: boolean };
  readonly ended: boolean;
  add(piece: Buffer): void;
  next(): boolean;
}

function itemFeed(): ItemFeed {
  let unread: Buffer = Buffer.alloc(0);
  let items: ReturnType<typeof wholeItems> | null = null;
  let ended = false;
  let tags = tagsOf('');
  const item = { bytes: unread, from: 0, to: 0, plain: true };

  function add(piece: Buffer): void {
    if (items !== null) {
      items.add(piece);
      return;
    }
    unread = unread.length === 0 ? piece : Buffer.concat([unread, piece]);
    const head = headOf(unread, 'sst', 'sst');
    if (head === null) return;
    tags = tagsOf(head.prefix);
    items = wholeItems(tags.itemEnd);
    ended = head.blank;
    items.add(unread.subarray(head.end));
  }

  function next(): boolean {
    while (items !== null && !ended) {
      const { bytes } = items;
      let p = items.at;
      while (bytes[p]! <= 32) p++;
      items.at = p;
      const taken = p < bytes.length ? takeAt(bytes, p, items.stop) : -1;
      if (taken < 0) {
        if (!items.next()) return false;
        continue;
      }
      items.at = taken;
      if (!ended && item.to >= item.from) return true;
    }
    return false;
  }

  /** Gives the place behind what stands at `p`; -1: it is not all there. `item.to` < 0: it was no item. */
  function takeAt(bytes: Buffer, p: number, stop: number): number {
    item.to = -1;
    item.from = 0;
    if (starts(bytes, p, tags.itemOpen)) {
      if (p > stop) return -1;
      item.bytes = bytes;
      return takeItem(bytes, p + tags.itemOpen.length);
    }
    if (starts(bytes, p, tags.emptyItem)) {
      item.to = 0;
      item.plain = true;
      return p + tags.emptyItem.length;
    }
    if (starts(bytes, p, tags.allEnd)) {
      ended = true;
      return p + tags.allEnd.length;
    }
    if (bytes.length - p < tags.allEnd.length) return -1;
    if (!starts(bytes, p, commentOpen)) throw new NotKnown('between strings');
    const end = bytes.indexOf('-->', p + 4);
    return end < 0 ? -1 : end + 3;
  }

  /** <t>…</t></si>, with readings' settings before the end or not; anything else is left to `itemText`. */
  function takeItem(bytes: Buffer, at: number): number {
    let p = at;
    item.plain = false;
    if (starts(bytes, p, tags.textOpen)) p += tags.textOpen.length;
    else if (starts(bytes, p, tags.keptOpen)) p += tags.keptOpen.length;
    else return takeOdd(bytes, at);
    const from = p;
    const end = bytes.length;
    while (p < end && bytes[p] !== 60) p++;
    const to = p;
    if (!starts(bytes, p, tags.textEnd)) return takeOdd(bytes, at);
    p += tags.textEnd.length;
    if (starts(bytes, p, tags.phonetic)) {
      p = bytes.indexOf(62, p);
      if (bytes[p - 1] !== 47) return takeOdd(bytes, at);
      p++;
    }
    if (!starts(bytes, p, tags.itemEnd)) return takeOdd(bytes, at);
    item.from = from;
    item.to = to;
    item.plain = true;
    return p + tags.itemEnd.length;
  }

  function takeOdd(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(tags.itemEnd, at);
    if (end < 0) throw new NotKnown('item without an end');
    item.from = at;
    item.to = end;
    return end + tags.itemEnd.length;
  }

  return {
    item,
    get ended() {
      return ended;
    },
    add,
    next,
  };
}

const commentOpen = Buffer.from('<!--');

const tagsOf = (prefix: string) => ({
  itemOpen: Buffer.from(`<${prefix}si>`),
  emptyItem: Buffer.from(`<${prefix}si/>`),
  itemEnd: Buffer.from(`</${prefix}si>`),
  textOpen: Buffer.from(`<${prefix}t>`),
  keptOpen: Buffer.from(`<${prefix}t xml:space="preserve">`),
  textEnd: Buffer.from(`</${prefix}t>`),
  phonetic: Buffer.from(`<${prefix}phoneticPr `),
  allEnd: Buffer.from(`</${prefix}sst>`),
});

function starts(bytes: Buffer, p: number, expected: Buffer): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[p + i] !== expected[i]) return false;
  return true;
}
