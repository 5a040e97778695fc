import { stringify } from 'csv-stringify/sync';
import { type Column, headersOf, type Value, type Voice } from './column.js';
import { type CsvValue, csvBytes, guardFormula } from './csv-bytes.js';
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

/** Values as a CSV holds them: dates as 2025-09-30, all else as it is. */
export function plainRow(columns: readonly Column[], row: readonly Value[]): Value[] {
  return row.map((value, index) =>
    columns[index]?.format === 'date' && typeof value === 'number' ? isoDate(value) : value,
  );
}

interface Tabled {
  readonly columns: readonly Column[];
  rows(): Iterable<readonly Value[]>;
}

/** A report as a CSV in parts, for a file. */
export function tableAsBytes(table: Tabled, voice: Voice, bom: boolean): Generator<Buffer> {
  const dated = table.columns.some((column) => column.format === 'date');
  const rows = table.rows();
  return csvParts(headersOf(table.columns, voice), dated ? plain(table.columns, rows) : rows, bom);
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
    rows.map((row) => row.map((value) => (typeof value === 'string' ? guardFormula(value) : value))),
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
