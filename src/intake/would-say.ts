import type { Row } from '../model/cell.js';
import type { Table } from './prepare-table.js';
import { readAside, sameMeaning, type Words } from './read-aside.js';

/**
 * What a row would do to a firm that a fix speaks for, without doing it: `more`, it completes what is blank and denies
 * nothing; `otherwise`, some cell is wrong or says another value; `same`.
 */
export function wouldSay(from: Table, row: Row, firm: number, words: Words): 'same' | 'more' | 'otherwise' {
  if (row.trouble !== undefined) return 'otherwise';
  let more = false;
  for (const [i, store] of from.stores.entries()) {
    const { value, worst } = readAside(from, row, i, words);
    if (worst === 'error') return 'otherwise';
    if (value === null) continue;
    if (store.isBlank(firm)) more = true;
    else if (!sameMeaning(store.numbers?.get(firm) ?? store.shown(firm), value)) return 'otherwise';
  }
  return more ? 'more' : 'same';
}
