import { stringify } from 'csv-stringify/sync';
import { withMark } from '../model/formula-mark.js';
import { type Column, type FirmRows, headersOf, type ReportTable, type Value, type Voice } from './column.js';
import { type CsvValue, csvBytes, type FirmCell } from './csv-bytes.js';
import { isoDate } from './iso-date.js';

/** Bytes or characters gathered before they are handed on. */
const PART = 1 << 18;

/** A table as a CSV in parts, whole records each: CRLF, UTF-8; a byte order mark where a spreadsheet will open it. */
export function* csvParts(
  headers: readonly string[],
  rows: Iterable<readonly CsvValue[]>,
  bom: boolean,
): Generator<Buffer> {
  const bytes = csvBytes(PART + (PART >> 2));
  if (bom) yield Buffer.from('\ufeff');
  bytes.add(headers);
  for (const row of rows) {
    bytes.add(row);
    if (bytes.size >= PART) yield bytes.take();
  }
  yield bytes.take();
}

/** Firms whose cells are fetched together. */
const BLOCK = 512;

/**
 * The same for a row a firm: figures go from their columns to bytes, and no row is made in between. Firms stand in the
 * order of their ids, columns in the order of reading, so that each cell is somewhere else in memory: fetched a column at
 * a time for some hundred firms, they cost a third.
 */
export function* firmParts(
  headers: readonly string[],
  { cells, order }: FirmRows,
  bom: boolean,
): Generator<Buffer> {
  const bytes = csvBytes(PART + (PART >> 2));
  if (bom) yield Buffer.from('\ufeff');
  bytes.add(headers);
  const fetched = cells.map(fetchedCells);
  for (let start = 0; start < order.length; start += BLOCK) {
    const firms = order.slice(start, start + BLOCK);
    for (const column of fetched) column.fetch(firms);
    for (let place = 0; place < firms.length; place++) bytes.addFirm(fetched, place);
    if (bytes.size >= PART) yield bytes.take();
  }
  yield bytes.take();
}

/** A column's cells of some firms, by their place among them. */
function fetchedCells({
  numbers,
  rounded,
  of,
}: FirmCell): FirmCell & { fetch(firms: readonly number[]): void } {
  if (numbers !== undefined) {
    const figures = new Float64Array(BLOCK);
    return {
      numbers: figures,
      rounded,
      of: (place) => figures[place]!,
      fetch(firms) {
        for (let place = 0; place < firms.length; place++) figures[place] = numbers[firms[place]!]!;
      },
    };
  }
  const values = new Array<CsvValue>(BLOCK).fill(null);
  return {
    of: (place) => values[place]!,
    fetch(firms) {
      for (let place = 0; place < firms.length; place++) values[place] = of(firms[place]!);
    },
  };
}

/** Values as a CSV holds them: dates as 2025-09-30, all else as it is. */
function plainRow(columns: readonly Column[], row: readonly Value[]): Value[] {
  return row.map((value, index) =>
    columns[index]?.format === 'date' && typeof value === 'number' ? isoDate(value) : value,
  );
}

type Tabled = Pick<ReportTable, 'columns' | 'rows' | 'firms'>;

/** A report as a CSV in parts, for a file. */
export function tableAsBytes(table: Tabled, voice: Voice, bom: boolean): Generator<Buffer> {
  const headers = headersOf(table.columns, voice);
  const dated = table.columns.some((column) => column.format === 'date');
  if (table.firms !== undefined && !dated && table.columns.length > 1)
    return firmParts(headers, table.firms, bom);
  const rows = table.rows();
  return csvParts(headers, dated ? plain(table.columns, rows) : rows, bom);
}

/** Rows handed to csv-stringify at once. */
const BATCH = 512;

/** The same as text, for a pipe: csv-stringify writes it, and is what the writer of files is held equal to. */
export function* tableAsCsv(table: Tabled, voice: Voice, bom: boolean): Generator<string> {
  if (bom) yield '\ufeff';
  let batch: (readonly CsvValue[])[] = [headersOf(table.columns, voice)];
  for (const row of plain(table.columns, table.rows())) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield records(batch);
    batch = [];
  }
  yield records(batch);
}

const records = (rows: readonly (readonly CsvValue[])[]): string =>
  stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? withMark(value) : value))),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/, cast: { boolean: String, number: String } },
  );

function* plain(columns: readonly Column[], rows: Iterable<readonly Value[]>): Generator<Value[]> {
  for (const row of rows) yield plainRow(columns, row);
}

/** A report as one JSON object a line; keys are the columns' ids in every language. */
export function* tableAsNdjson(table: Tabled): Generator<string> {
  let part = '';
  for (const row of table.rows()) {
    const values = plainRow(table.columns, row);
    part += `${JSON.stringify(Object.fromEntries(table.columns.map((column, index) => [column.id, values[index] ?? null])))}\n`;
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield part;
}
