import { type Column, headersOf, type Value, type Voice } from './column.js';
import { isoDate } from './iso-date.js';
import { numberText } from './number-text.js';

/** Characters gathered before they are handed on. */
const PART = 1 << 16;

/** What a spreadsheet would run as a formula, leading blanks and full-width signs included. */
const formula = /^[\t\r]|^\s*[=+\-@＝＋－＠]/;
/** -5.5, +1,200, 3e5, 12%: text that is a plain number runs nothing, and a quote before it would only harm it. */
const plainNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;
/** Text that must be looked at before it is written; all other text stands as it is. */
const odd = /[",\r\n]|^[\t\s=+\-@＝＋－＠]/;

/** Text that no spreadsheet takes for a formula: `'` goes before what would be one. */
export const guardFormula = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/**
 * Records without their line ends, one after another: what csv-stringify writes with `escape_formulas`, but for text that is
 * a plain number and formulas behind a blank, at a third of its cost (a test holds the two equal). Most columns say the
 * same again and again, so each keeps its last text.
 */
export function recordWriter(): (row: readonly (string | number | boolean | null)[]) => string {
  const last: string[] = [];
  const written: string[] = [];
  return (row) => {
    let line = '';
    for (let index = 0; index < row.length; index++) {
      const value = row[index];
      if (index > 0) line += ',';
      if (value === null || value === undefined) continue;
      if (typeof value === 'string') {
        if (value !== last[index]) {
          last[index] = value;
          written[index] = fieldText(value);
        }
        line += written[index];
      } else line += typeof value === 'number' ? numberText(value) : value;
    }
    // A lone blank cell would read as a blank line, which is no record.
    return line === '' && row.length === 1 ? '""' : line;
  };
}

/** One record by itself. */
export const csvRecord = (row: readonly (string | number | boolean | null)[]): string => recordWriter()(row);

function fieldText(text: string): string {
  if (!odd.test(text)) return text;
  const safe = guardFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV text in parts: CRLF, UTF-8; a byte order mark where a spreadsheet will open it. */
export function* csvParts(
  headers: readonly string[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
  bom: boolean,
): Generator<string> {
  const record = recordWriter();
  let part = `${bom ? '\ufeff' : ''}${record(headers)}\r\n`;
  for (const row of rows) {
    part += record(row);
    part += '\r\n';
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield part;
}

/** Values as a CSV holds them: dates as 2025-09-30, all else as it is. */
export function plainRow(columns: readonly Column[], row: readonly Value[]): Value[] {
  return row.map((value, index) =>
    columns[index]?.format === 'date' && typeof value === 'number' ? isoDate(value) : value,
  );
}

/** A report as CSV text in parts. */
export function* tableAsCsv(
  table: { readonly columns: readonly Column[]; rows(): Iterable<readonly Value[]> },
  voice: Voice,
  bom: boolean,
): Generator<string> {
  const dated = table.columns.some((column) => column.format === 'date');
  const rows = table.rows();
  yield* csvParts(headersOf(table.columns, voice), dated ? plain(table.columns, rows) : rows, bom);
}

function* plain(columns: readonly Column[], rows: Iterable<readonly Value[]>): Generator<Value[]> {
  for (const row of rows) yield plainRow(columns, row);
}

/** A report as one JSON object a line; keys are the columns' ids in every language. */
export function* tableAsNdjson(table: {
  readonly columns: readonly Column[];
  rows(): Iterable<readonly Value[]>;
}): Generator<string> {
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
