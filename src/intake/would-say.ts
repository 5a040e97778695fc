import { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { meantCell } from '../model/cell-text.js';
import type { Saying } from './column-reader.js';
import { isTextual, sameText } from './firm-store.js';
import { rowAt, type Table } from './prepare-table.js';
import { readBoolean, readDate, readText } from './read-cell.js';
import { readNumber } from './read-number.js';

/**
 * What a row would do to a firm that a fix speaks for, without doing it: `more`, it completes what is blank and denies
 * nothing; `otherwise`, some cell is wrong or says another value; `same`.
 */
export function wouldSay(
  from: Table,
  row: Row,
  firm: number,
  blanks: ReadonlySet<string>,
  figures: boolean,
): 'same' | 'more' | 'otherwise' {
  const findings = new Findings();
  let more = false;
  for (const [i, column] of from.columns.entries()) {
    const cell = meantCell(row.cells[column.index]);
    if (cell === null || cell === undefined || cell === '') continue;
    const store = from.stores[i]!;
    const at = () => ({ ...rowAt(from, row), column: column.index });
    const say: Saying = { at, firm, findings, blanks, figures };
    // What is said once for a column, or reckoned over it, is not for a row that may not count.
    const aside = { ...column, assumed: false, ratio: null };
    if (isTextual(column.field)) {
      const text = readText(cell, aside, say);
      if (text === null) continue;
      if (store.isBlank(firm)) more = true;
      else if (!sameText(store.shown(firm), text)) return 'otherwise';
      continue;
    }
    const { type } = column.field;
    const read = type === 'number' ? readNumber : type === 'date' ? readDate : readBoolean;
    const value = read(cell, aside, say);
    if (Number.isNaN(value)) continue;
    if (store.isBlank(firm)) more = true;
    else if (store.numbers?.get(firm) !== value) return 'otherwise';
  }
  if (row.trouble !== undefined || findings.hasErrors) return 'otherwise';
  return more ? 'more' : 'same';
}
