import { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { meantCell } from '../model/cell-text.js';
import type { Severity } from '../model/finding.js';
import type { Saying } from './column-reader.js';
import { isTextual, sameText } from './firm-store.js';
import { rowAt, type Table } from './prepare-table.js';
import { readBoolean, readDate, readText } from './read-cell.js';
import { readNumber } from './read-number.js';

export type Meaning = string | number | null;

/** What a cell says, read without any effect: null for blank or unreadable; `worst` is the gravest that was said of it. */
export interface ReadAside {
  readonly value: Meaning;
  readonly worst: Severity | null;
}

/** The words that reading needs to know. */
export interface Words {
  readonly blanks: ReadonlySet<string>;
  readonly figures: boolean;
}

/** Reads the cell of one of a table's columns, by its index in `from.columns`. */
export function readAside(from: Table, row: Row, i: number, words: Words): ReadAside {
  const column = from.columns[i]!;
  const cell = meantCell(row.cells[column.index]);
  if (cell === null || cell === undefined || cell === '') return { value: null, worst: null };
  const findings = new Findings();
  const at = () => ({ ...rowAt(from, row), column: column.index });
  const say: Saying = { at, firm: 0, findings, ...words };
  // What is said once for a column, or reckoned over it, is not for a row that may not count.
  const aside = { ...column, assumed: false, ratio: null };
  const { type } = column.field;
  const read = type === 'number' ? readNumber : type === 'date' ? readDate : readBoolean;
  const value = isTextual(column.field) ? readText(cell, aside, say) : read(cell, aside, say);
  const said = findings.all.map((one) => one.severity);
  const worst = (['error', 'warning', 'info'] as const).find((one) => said.includes(one)) ?? null;
  return { value: Number.isNaN(value) ? null : value, worst };
}

export const sameMeaning = (a: Meaning, b: Meaning): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && sameText(a, b));
