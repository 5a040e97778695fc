import type { Cell } from '../../model/cell.js';
import type { Run } from '../../model/run.js';
import { type CsvValue, csvBytes } from '../csv-bytes.js';
import { statusText } from '../words.js';
import { fillTable, ownHeaders, rawText } from './exception-rows.js';
import type { FetchRows, ReturnedTable } from './exceptions.js';

/** Bytes gathered before they are handed on. */
const PART = 1 << 18;

/**
 * One returned table as a CSV in parts, BOM and CRLF: the form's own titles, headers and rows, then our columns.
 * Nothing stands above the form, so that it reads as what it was; a sample profile says so in each result.
 */
export async function* exceptionCsv(
  run: Run,
  returned: ReturnedTable,
  fetch: FetchRows,
): AsyncGenerator<Buffer> {
  const { lang } = run;
  const filled = await fillTable(run, returned, fetch);
  const own = ownHeaders(lang);
  const last = filled.head.findLastIndex((line) => line.kind === 'header');
  const bytes = csvBytes(PART + (PART >> 2));
  const add = (cells: readonly Cell[], ...more: readonly string[]): void => {
    const values: CsvValue[] = [];
    for (let index = 0; index < filled.width; index++) values.push(plain(cells[index] ?? null));
    bytes.add([...values, ...more]);
  };
  yield Buffer.from('\ufeff');
  for (const [index, { cells }] of filled.head.entries())
    add(cells, ...own.map((header) => (index === last ? header : '')));
  const sample = run.plan.status === 'sample' ? `（${statusText.sample[lang]}）` : '';
  for await (const row of filled.rows()) {
    add(row.cells, row.result + sample, row.message, row.origin);
    if (bytes.size >= PART) yield bytes.take();
  }
  yield bytes.take();
}

/** Numbers stay numbers, so that -5.5 needs no guard. */
const plain = (cell: Cell): string | number | null =>
  typeof cell === 'number' ? cell : cell === null ? null : rawText(cell);
