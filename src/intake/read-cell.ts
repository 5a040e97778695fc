import type { Cell } from '../model/cell.js';
import { dayText } from '../model/day.js';
import {
  type ColumnReader,
  isBlankText,
  noValue,
  type Saying,
  severe,
  tidy,
  visible,
} from './column-reader.js';
import { errorText } from './error-text.js';
import { parseBoolean } from './parse-boolean.js';
import { parseDate, parseDateNumber } from './parse-date.js';

/** Days since 1970-01-01; NaN for blank and for what was reported. */
export function readDate(cell: Cell, column: ColumnReader, say: Saying): number {
  if (cell === null) return Number.NaN;
  if (typeof cell === 'object') {
    if (cell.kind === 'date') return Math.floor(cell.days);
    if (cell.kind === 'error' || cell.kind === 'formula') return noValue(cell, column, say);
    cell = cell.value;
  }
  const error = typeof cell === 'string' ? errorText(cell) : null;
  if (error !== null) return noValue({ kind: 'error', code: error }, column, say);
  if (typeof cell === 'string' && isBlankText(cell, say.blanks)) return Number.NaN;
  const read =
    typeof cell === 'number'
      ? parseDateNumber(cell)
      : typeof cell === 'string'
        ? parseDate(cell)
        : ({ kind: 'bad' } as const);
  const raw = () => visible(String(cell));
  if (read.kind === 'bad') {
    say.findings.add(
      'cell.not-a-date',
      say.at(),
      { raw: raw(), field: column.field.name },
      severe(column, say.firm),
    );
    return Number.NaN;
  }
  if (read.republic === true) {
    const args = { raw: raw(), field: column.field.name, read: dayText(read.days) };
    say.findings.add('cell.date-republic', say.at(), args, { firm: say.firm });
  }
  if (read.partial) {
    const args = { raw: raw(), field: column.field.name, read: dayText(read.days) };
    say.findings.add('cell.date-partial', say.at(), args, { firm: say.firm });
  }
  return read.days;
}

/** 1, 0, or NaN for blank and for what was reported. 无 under a yes/no field says no, so words are asked first. */
export function readBoolean(cell: Cell, column: ColumnReader, say: Saying): number {
  if (cell === null) return Number.NaN;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (cell === 1 || cell === 0) return cell;
  if (typeof cell === 'object' && (cell.kind === 'error' || cell.kind === 'formula'))
    return noValue(cell, column, say);
  const text = typeof cell === 'object' ? cell.shown : String(cell);
  const error = errorText(text);
  if (error !== null) return noValue({ kind: 'error', code: error }, column, say);
  const read = parseBoolean(text);
  if (read !== null) return read ? 1 : 0;
  if (isBlankText(text, say.blanks)) return Number.NaN;
  say.findings.add(
    'cell.not-yes-no',
    say.at(),
    { raw: visible(text), field: column.field.name },
    severe(column, say.firm),
  );
  return Number.NaN;
}

/** Trimmed text, one of the field's words where it has any; null for blank and for what was reported. */
export function readText(cell: Cell, column: ColumnReader, say: Saying): string | null {
  if (cell === null) return null;
  if (typeof cell === 'object' && (cell.kind === 'error' || cell.kind === 'formula')) {
    noValue(cell, column, say);
    return null;
  }
  let text = typeof cell === 'string' ? cell.trim() : typeof cell === 'object' ? cell.shown : String(cell);
  if (/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text)) {
    const clean = text
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
    if (/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text))
      say.findings.add('cell.control-in-text', say.at(), { field: column.field.name }, { firm: say.firm });
    text = clean.trim();
  }
  const error = errorText(text);
  if (error !== null) {
    noValue({ kind: 'error', code: error }, column, say);
    return null;
  }
  if (isBlankText(text, say.blanks)) return null;
  const { words } = column.field;
  if (words.length === 0) return text;
  const plain = tidy(text).toLowerCase();
  const word = words.find((one) =>
    [one.value, ...one.spellings].some((spelling) => tidy(spelling).toLowerCase() === plain),
  );
  if (word !== undefined) return word.value;
  const args = { raw: visible(text), field: column.field.name, words: words.map((one) => one.value) };
  say.findings.add('cell.unknown-word', say.at(), args, severe(column, say.firm));
  return null;
}
