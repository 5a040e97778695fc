import { parse } from 'csv-parse/sync';
import type { Cell, Row, RowTrouble } from '../../model/cell.js';
import { batchSize, trimCells } from '../rows.js';
import type { Layout } from './detect-separator.js';
import { firstPlace, type Place } from './place.js';
import { type RawRecord, splitter } from './split-records.js';

/** What a record had wrong with it, where it stands in the file. */
export interface RecordTrouble {
  readonly kind: 'open' | 'stray' | 'cut';
  readonly number: number;
  readonly line: number;
  readonly column: number;
  /** The text from the quote on, as far as its line goes. */
  readonly raw: string;
}

export type TellTrouble = (trouble: RecordTrouble) => void;

/** What one record may hold. Beyond it nothing is read: `refuse` throws, with the line at which the record begins. */
export interface RecordBounds {
  readonly fields: number;
  /** Bytes or characters. */
  readonly length: number;
  refuse(line: number, wide: { readonly fields: number; readonly whole: boolean } | null): never;
}

/**
 * Rows of a text table, in batches. csv-parse says what a record means; records with an open quote are given back raw,
 * cut at each separator, and flagged. Blank records are counted but not given. Cost: csv-parse, 2 s for 48 MB.
 */
export async function* readRecords(
  texts: AsyncIterable<string>,
  layout: Layout,
  cut: boolean,
  tell: TellTrouble,
  bounds: RecordBounds | null = null,
): AsyncGenerator<readonly Row[]> {
  const place = firstPlace(layout);
  const records = recordReader(layout, cut, place, tell, bounds);
  let text = '';
  let position = 0;
  let toSkip = layout.skip;
  for await (const more of texts) {
    text = text.slice(position) + more;
    position = 0;
    if (toSkip > 0) {
      if (text.length < toSkip + 1) continue;
      position = toSkip;
      toSkip = 0;
    }
    records.load(text);
    position = yield* allFrom(records, position, false);
    if (bounds !== null && text.length - position > bounds.length) bounds.refuse(place.line, null);
  }
  if (toSkip > 0) {
    records.load(text);
    position = Math.min(toSkip, text.length);
  }
  yield* allFrom(records, position, true);
}

/** Every record that a text holds whole; gives the position behind them. */
export function* allFrom(
  records: RecordReader,
  from: number,
  last: boolean,
): Generator<readonly Row[], number> {
  for (let position = from; ; ) {
    const read = records.read(position, last, batchSize);
    if (read.position === position) return position;
    position = read.position;
    if (read.rows.length > 0) yield read.rows;
  }
}

export interface RecordReader {
  /** The text that positions speak of from now on. */
  load(text: string): void;
  /** Some of the records from a position on, and where the next one stands; the same place where none is whole yet. */
  read(position: number, last: boolean, most: number): { readonly rows: Row[]; readonly position: number };
}

/** `place` moves on with each record read; whoever else reads records of the same file moves the same one. */
export function recordReader(
  { separator, width }: Layout,
  cut: boolean,
  place: Place,
  tell: TellTrouble,
  bounds: RecordBounds | null = null,
): RecordReader {
  const split = splitter(separator, width);
  let text = '';

  function troubleAt(record: RawRecord, kind: RecordTrouble['kind']): RecordTrouble {
    const at = Math.max(record.quoteAt, record.start);
    const before = text.slice(record.start, at);
    const raw = text.slice(at, record.end).split(/[\r\n]/, 1)[0] ?? '';
    return {
      kind,
      number: place.number,
      line: place.line + (before.match(/\r\n?|\n/g)?.length ?? 0),
      column: before.split(separator).length - 1,
      raw: raw.split(separator, 1)[0] ?? raw,
    };
  }

  /** How many fields a record has, unless there are too many. */
  const counted = (cells: readonly Cell[]): number => {
    if (bounds !== null && cells.length > bounds.fields)
      bounds.refuse(place.line, { fields: cells.length, whole: true });
    return cells.length;
  };

  /** Fields before csv-parse makes a cell of each: millions of them would fill the memory. Quotes are respected roughly. */
  const roughFields = ({ start, end, trouble }: RawRecord): number => {
    let fields = 1;
    let quoted = false;
    for (let at = start; at < end; at++) {
      if (text[at] === '"' && trouble !== 'open') quoted = !quoted;
      else if (!quoted && text[at] === separator) fields++;
    }
    return fields;
  };

  return {
    load(next) {
      text = next;
      split.load(text);
    },
    read(from, last, most) {
      let position = from;
      const regular: RawRecord[] = [];
      let odd: RawRecord | null = null;
      while (regular.length < most) {
        const record = split.next(position, last);
        if (record === null) break;
        const { start, end } = record;
        const fields = bounds !== null && end - start > bounds.fields ? roughFields(record) : 0;
        if (bounds !== null && fields > bounds.fields) {
          // The records before it are rows first: then `place` is its own.
          if (regular.length > 0) break;
          bounds.refuse(place.line, { fields, whole: true });
        }
        position = end;
        const whole = !cut || !last || end < text.length || /[\r\n]/.test(text[end - 1]!);
        if (record.trouble === 'open' || !whole) {
          odd = record;
          break;
        }
        regular.push(record);
      }
      const rows: Row[] = [];
      const cellsOf = parseRecords(text, regular, separator);
      for (const [i, record] of regular.entries()) {
        place.number += 1;
        if (record.trouble === 'stray') tell(troubleAt(record, 'stray'));
        const fields = counted(cellsOf[i]!);
        const cells = trimCells(cellsOf[i]!);
        if (cells !== null) rows.push({ number: place.number, line: place.line, fields, cells });
        place.line += record.lines;
      }
      if (odd !== null) {
        place.number += 1;
        const kind = odd.trouble === 'open' ? 'open' : 'cut';
        tell(troubleAt(odd, kind));
        const raw = rawCells(text, odd, separator);
        const fields = counted(raw);
        const cells = trimCells(raw);
        const trouble: RowTrouble = kind === 'open' ? 'quote' : 'cut';
        if (cells !== null) rows.push({ number: place.number, line: place.line, fields, cells, trouble });
        place.line += odd.lines;
      }
      return { rows, position };
    },
  };
}

const blank = (cell: string): Cell => (cell === '' ? null : cell);

/** A record as it stands: no quote means anything. */
const rawCells = (text: string, { start, end }: RawRecord, separator: string): Cell[] =>
  text
    .slice(start, end)
    .replace(/(?:\r\n?|\n)$/, '')
    .split(separator)
    .map(blank);

function parseRecords(text: string, records: readonly RawRecord[], separator: string): Cell[][] {
  if (records.length === 0) return [];
  const options = {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  };
  const slice = (from: RawRecord, to: RawRecord) => parse(text.slice(from.start, to.end), options);
  const parsed = slice(records[0]!, records.at(-1)!);
  if (parsed.length === records.length) return parsed.map((cells) => cells.map(blank));
  // The two disagree on where records end: each is then read alone, and raw where it still is not one record.
  return records.map((record) => {
    const alone = slice(record, record);
    return alone.length === 1 ? alone[0]!.map(blank) : rawCells(text, record, separator);
  });
}
