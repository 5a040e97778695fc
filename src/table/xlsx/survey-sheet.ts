import type { Merge } from '../../model/table.js';
import { type HiddenParts, hiddenParts } from '../workbook/hidden-parts.js';
import { isWellFormed } from '../workbook/is-well-formed.js';
import { isWhole } from '../workbook/is-whole.js';
import { withoutMarkup } from '../workbook/mend-xml.js';
import type { CellValues } from './cell-values.js';
import { rangeOf } from './column-of.js';
import { NotKnown } from './not-known.js';
import { type RowTokens, type } from './row-tokens.js';
import { type SheetFeed, sheetFeed } from './sheet-feed.js';

/*
 * The first pass over a sheet, before anybody asks for a row. Merged ranges stand behind the rows, and a file that is
 * damaged, or that the scanner does not know, must be told while it is opened:
 *
 *   head ─▶ hidden columns     rows ─▶ every byte understood, styles used, hidden rows     tail ─▶ merges, the end
 *
 * No value is made, but where the first row that shows something is looked for, and in what is hidden.
 */

export interface Survey {
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** No cell shows anything. */
  readonly empty: boolean;
  /** The last row that holds something: what stands behind it need not be read again. 0: there is none. */
  readonly last: number;
  /** 1 where a cell has that style. */
  readonly styles: Uint8Array;
  /** Cells depend on others, or hide what they are: rows must be read cell by cell. */
  readonly entangled: boolean;
}

/** Throws NotKnown. Cost: inflating; the scan runs beside it. */
export async function surveySheet(
  pieces: AsyncIterable<Buffer>,
  values: CellValues,
  styleCount: number,
): Promise<Survey> {
  const feed = sheetFeed();
  const styles = new Uint8Array(styleCount);
  const hiddenRows: number[] = [];
  let columns: HiddenColumns | null = null;
  let empty = true;
  let last = 0;
  for await (const piece of pieces) {
    feed.add(piece);
    while (feed.next()) {
      const { row, bytes } = feed;
      last = row.number;
      columns ??= hiddenColumns(feed, values);
      for (let i = 0; i < row.count; i++) {
        styles[row.style[i]!] = 1;
        if (row.type[i] === type.shared || row.flags[i] !== 0) values.check(row, i, bytes);
      }
      if (empty || row.hidden) {
        const shows = showsAny(row, bytes, values);
        if (shows) empty = false;
        if (shows && row.hidden) hiddenRows.push(row.number);
      }
      columns.look(row, bytes);
    }
  }
  const tail = feed.tail();
  if (!feed.ended || !isWhole(tail) || tail.includes('sheetData')) throw new NotKnown('no end');
  const root = tail.toString('latin1', tail.lastIndexOf('</') + 2, tail.lastIndexOf('>'));
  if (!isWellFormed(`<${root}>${tail.toString('latin1')}`)) throw new NotKnown('what stands behind the rows');
  return {
    merges: mergesOf(tail),
    hiddenRows,
    hiddenColumns: columns?.used() ?? [],
    empty,
    last,
    styles,
    entangled: feed.entangled,
  };
}

function showsAny(row: RowTokens, bytes: Buffer, values: CellValues): boolean {
  for (let i = 0; i < row.count; i++) if (values.shows(row, i, bytes)) return true;
  return false;
}

interface HiddenColumns {
  look(row: RowTokens, bytes: Buffer): void;
  used(): number[];
}

/** Hidden columns are told only where they show something. */
function hiddenColumns({ head }: SheetFeed, values: CellValues): HiddenColumns {
  const ranges: HiddenParts['columns'] = head === null ? [] : hiddenParts(head).columns;
  const used = new Set<number>();
  return {
    look(row, bytes) {
      if (ranges.length === 0) return;
      for (let i = 0; i < row.count; i++) {
        const column = row.column[i]!;
        if (used.has(column) || !ranges.some(([from, to]) => column >= from && column <= to)) continue;
        if (values.shows(row, i, bytes)) used.add(column);
      }
    },
    used: () => [...used].sort((a, b) => a - b),
  };
}

/** As SheetJS finds them: ref must come first. */
const mergeTag = /<(?:\w+:)?mergeCell ref=["']([A-Z0-9:]+)["']\s*\/?>/g;

function mergesOf(tail: Buffer): Merge[] {
  if (!tail.includes('mergeCell')) return [];
  const merges: Merge[] = [];
  for (const [, ref = ''] of withoutMarkup(tail.toString('latin1')).matchAll(mergeTag)) {
    const merge = rangeOf(ref);
    if (merge === null) throw new NotKnown('merged range');
    merges.push(merge);
  }
  return merges;
}
