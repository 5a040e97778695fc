import { NotKnown } from './not-known.js';

/*
 * Pieces of a part ─▶ bytes in which whole items stand, so that who takes an item apart never meets its middle:
 *
 *   piece 1  … </row> <row r="8"> <c …          piece 2  … </c> </row> <row r="9"> …
 *                     └────────── rest ─────────────────────────────┘ joined: a few KiB copied, not the piece
 */

/** An item is a row or a string; more than this is not for us. */
const longestItem = 16 << 20;

export interface WholeItems {
  /** The bytes at hand, and how far they are used: the consumer moves `at`. */
  bytes: Buffer;
  at: number;
  /** Items that begin before this place are whole. */
  stop: number;
  /** Puts more behind what is at hand. */
  add(piece: Buffer): void;
  /** Brings in the next bytes that were added; false: there are none. */
  next(): boolean;
}

/** `end` closes each item. */
export function wholeItems(end: Buffer): WholeItems {
  let waiting: Buffer | null = null;
  const items: WholeItems = {
    bytes: Buffer.alloc(0),
    at: 0,
    stop: 0,
    add(piece) {
      waiting = waiting === null ? piece : Buffer.concat([waiting, piece]);
    },
    next() {
      if (waiting === null) return false;
      const rest = items.bytes.subarray(items.at);
      if (rest.length === 0) {
        items.bytes = waiting;
        waiting = null;
      } else {
        if (rest.length > longestItem) throw new NotKnown('an item of 16 MiB');
        const first = waiting.indexOf(end);
        const cut = first < 0 ? waiting.length : first + end.length;
        items.bytes = Buffer.concat([rest, waiting.subarray(0, cut)]);
        waiting = cut === waiting.length ? null : waiting.subarray(cut);
      }
      items.at = 0;
      items.stop = items.bytes.lastIndexOf(end);
      return true;
    },
  };
  return items;
}
