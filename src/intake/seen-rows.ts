import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { Mapping, Origins } from '../model/mapping.js';
import type { Table } from './prepare-table.js';

type Seen = Set<string> | null;

/**
 * Which set of rows already seen a table shares; null where its rows do not add up. A table of `--fixes` shares that of the
 * sheet it mends: a row that was left as it was is no second row.
 */
export function shareSeen(): (seen: Seen, mapping: Mapping, origins: Origins | null) => Seen {
  const ofSheet = new Map<string, Set<string>>();
  return (seen, mapping, origins) => {
    if (seen === null) return null;
    const mends = origins?.values().next().value;
    const shared = ofSheet.get(keyOf(mends ?? mapping)) ?? seen;
    if (mends !== undefined) ofSheet.set(keyOf(mends), shared);
    return shared;
  };
}

const keyOf = ({ file, sheet }: { readonly file: string; readonly sheet: string }): string =>
  `${file}\u0000${sheet}`;

/** Whether a whole row, its running number aside, has not been said of this firm before; it has been, from now on. */
export function isNew(seen: Set<string>, from: Table, row: Row, firm: number): boolean {
  const cells = row.cells.slice(0, from.own).map((cell, i) => (from.serial.has(i) ? '' : cellText(cell)));
  const key = `${firm}\u0000${cells.join('\u0000').replace(/(?<!\u0000)\u0000+$/, '')}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
