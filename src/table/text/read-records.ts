import { parse } from 'csv-parse/sync';
import type { Cell, Row, RowTrouble } from '../../model/cell.js';
import { batchSize, trimCells } from '../rows.js';
import type { Layout } from './detect-separator.js';
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

/**
 * Rows of a text table, in batches. csv-parse says what a record means; records with an open quote are given back raw,
 * cut at each separator, and flagged. Blank records are counted but not given. Cost: csv-parse, 2 s for 48 MB.
 */
export async function* readRecords(
  texts: AsyncIterable<string>,
  { separator, width, skip }: Layout,
  cut: boolean,
  tell: (trouble: RecordTrouble) => void,
): AsyncGenerator<readonly Row[]> {
  const split = splitter(separator, width);
  let text = '';
  let position = 0;
  let number = 0;
  let line = 1;
  let toSkip = skip;
  if (skip > 0) line = 2;

  function* drain(last: boolean): Generator<readonly Row[]> {
    for (;;) {
      const regular: RawRecord[] = [];
      let odd: RawRecord | null = null;
      while (regular.length < batchSize) {
        const record = split.next(position, last);
        if (record === null) break;
        position = record.end;
        if (record.trouble === 'open' || (last && cut && record.end >= text.length)) {
          odd = record;
          break;
        }
        regular.push(record);
      }
      const rows: Row[] = [];
      const cellsOf = parseRecords(text, regular, separator);
      for (const [i, record] of regular.entries()) {
        number += 1;
        if (record.trouble === 'stray') tell(troubleAt(record, 'stray'));
        const fields = cellsOf[i]!.length;
        const cells = trimCells(cellsOf[i]!);
        if (cells !== null) rows.push({ number, line, fields, cells });
        line += record.lines;
      }
      if (odd !== null) {
        number += 1;
        const kind = odd.trouble === 'open' ? 'open' : 'cut';
        tell(troubleAt(odd, kind));
        const raw = rawCells(text, odd, separator);
        const fields = raw.length;
        const cells = trimCells(raw);
        const trouble: RowTrouble = kind === 'open' ? 'quote' : 'cut';
        if (cells !== null) rows.push({ number, line, fields, cells, trouble });
        line += odd.lines;
      }
      if (rows.length > 0) yield rows;
      if (regular.length === 0 && odd === null) return;
    }
  }

  function troubleAt(record: RawRecord, kind: RecordTrouble['kind']): RecordTrouble {
    const at = Math.max(record.quoteAt, record.start);
    const before = text.slice(record.start, at);
    const raw = text.slice(at, record.end).split(/[\r\n]/, 1)[0] ?? '';
    return {
      kind,
      number,
      line: line + (before.match(/\r\n?|\n/g)?.length ?? 0),
      column: before.split(separator).length - 1,
      raw: raw.split(separator, 1)[0] ?? raw,
    };
  }

  for await (const more of texts) {
    text = text.slice(position) + more;
    split.load(text);
    position = 0;
    if (toSkip > 0) {
      if (text.length < toSkip + 1) continue;
      position = toSkip;
      toSkip = 0;
    }
    yield* drain(false);
  }
  if (toSkip > 0) position = Math.min(toSkip, text.length);
  yield* drain(true);
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
