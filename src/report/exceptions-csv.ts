import type { Cell } from '../model/cell.js';
import type { Run } from '../model/run.js';
import { recordWriter } from './csv.js';
import { cellText, fillTable, resultHeaders } from './exception-rows.js';
import type { FetchRows, ReturnedTable } from './exceptions.js';
import { statusText } from './words.js';

/**
 * One returned table as CSV text in parts, BOM and CRLF: the form's own titles, headers and rows, then the two columns.
 * Nothing stands above the form, so that it reads as what it was; a sample profile says so in each result.
 */
export async function* exceptionCsv(
  run: Run,
  returned: ReturnedTable,
  fetch: FetchRows,
): AsyncGenerator<string> {
  const { lang } = run;
  const filled = await fillTable(run, returned, fetch);
  const [result, message] = resultHeaders(lang);
  const last = filled.head.findLastIndex((line) => line.kind === 'header');
  const record = recordWriter();
  const line = (cells: readonly Cell[], ...more: readonly string[]): string => {
    const values: (string | number | null)[] = [];
    for (let index = 0; index < filled.width; index++) values.push(plain(cells[index] ?? null));
    return `${record([...values, ...more])}\r\n`;
  };
  let part = '\ufeff';
  for (const [index, { cells }] of filled.head.entries())
    part += index === last ? line(cells, result, message) : line(cells, '', '');
  const sample = run.plan.status === 'sample' ? `（${statusText.sample[lang]}）` : '';
  for await (const row of filled.rows()) {
    part += line(row.cells, row.result + sample, row.message);
    if (part.length < 1 << 16) continue;
    yield part;
    part = '';
  }
  yield part;
}

/** Numbers stay numbers, so that -5.5 needs no guard. */
const plain = (cell: Cell): string | number | null =>
  typeof cell === 'number' ? cell : cell === null ? null : cellText(cell);
