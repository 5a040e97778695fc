import type { Findings, More } from '../finding/index.js';
import type { Cell } from '../model/cell.js';
import type { Field } from '../model/field.js';
import type { Severity } from '../model/finding.js';
import type { CellPosition } from '../model/position.js';
import { units } from '../model/unit.js';
import { errorText } from './error-text.js';
import { parseBoolean } from './parse-boolean.js';
import { isoDate, parseDate, parseDateNumber } from './parse-date.js';
import { parseNumber, shiftDecimal } from './parse-number.js';
import { type RatioWatch, watchRatio } from './ratio-scale.js';

/** A mapped column, made ready for its cells. */
export interface ColumnReader {
  readonly index: number;
  readonly field: Field;
  /** Power of ten from the column's unit to the canonical one. */
  readonly shift: number;
  readonly unit: string | null;
  /** The header, its unit row or a title states the unit. */
  readonly stated: boolean;
  readonly header: string;
  /** Nothing states the unit: the profile's is taken, which is said once, at the first bare number. */
  assumed: boolean;
  /** The plan reads it: trouble is an error. */
  readonly needed: boolean;
  /** Set for ratios: values are looked at again when the column is complete. */
  readonly ratio: RatioWatch | null;
}

/** What reading one cell may need to say. */
export interface Saying {
  readonly at: () => CellPosition;
  readonly firm: number;
  readonly findings: Findings;
  readonly blanks: ReadonlySet<string>;
}

const exponent = (unit: string | null): number => {
  const known = unit === null ? undefined : units.get(unit);
  return known === undefined ? 0 : Math.round(Math.log10(known.times) - Math.log10(known.over));
};

/** Power of ten from a unit to the canonical unit of its kind; 0 for plain numbers and counts. */
export const shiftOf = exponent;

const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '');

export const isBlankText = (text: string, blanks: ReadonlySet<string>): boolean => {
  if (text === '') return true;
  if (text.length > 12) return text.trim() === '';
  if (blanks.has(text)) return true;
  // Half width already, and nothing to take off: most cells.
  if (/^[!-~]+$/.test(text)) return false;
  const plain = tidyWord(text);
  return plain === '' || blanks.has(plain);
};

const tidied = new Map<string, string>();

/** `tidy` of a short text, remembered: columns repeat a few words. Normalising each anew took a tenth of the reading. */
function tidyWord(text: string): string {
  const known = tidied.get(text);
  if (known !== undefined) return known;
  const plain = tidy(text);
  if (tidied.size < 2048) tidied.set(text, plain);
  return plain;
}

const severe = (column: ColumnReader, firm: number): More => ({
  firm,
  severity: (column.needed ? 'error' : 'warning') satisfies Severity,
});

/** A number in the field's canonical unit; NaN for blank and for what was reported. */
export function readNumber(cell: Cell, column: ColumnReader, say: Saying): number {
  const { field } = column;
  if (cell === null) return Number.NaN;
  if (typeof cell === 'number') return bounded(bare(cell, cell, column, say), cell, column, say);
  if (typeof cell === 'boolean') return wrongKind(String(cell), 'boolean', column, say);
  if (typeof cell === 'object') {
    switch (cell.kind) {
      case 'percent':
        if (field.unit !== null && units.get(field.unit)?.kind !== 'ratio')
          return wrongKind(cell.shown, 'percent', column, say);
        if (column.ratio !== null) watch(column.ratio, cell.value, cell.value, false, cell.shown, say);
        return bounded(cell.value, cell.shown, column, say);
      case 'formatted': {
        const value = shiftDecimal(cell.value, column.shift);
        if (column.ratio !== null) watch(column.ratio, value, cell.value, false, cell.shown, say);
        return bounded(value, cell.shown, column, say);
      }
      case 'date':
        return wrongKind(cell.shown, 'date', column, say);
      default:
        return noValue(cell, column, say);
    }
  }
  const error = errorText(cell);
  if (error !== null) return noValue({ kind: 'error', code: error }, column, say);
  if (isBlankText(cell, say.blanks)) return Number.NaN;
  const read = parseNumber(cell);
  if (read.kind === 'bad') {
    if (read.reason === 'control') {
      say.findings.add(
        'cell.control-in-number',
        say.at(),
        { raw: visible(cell), field: field.name.zh },
        severe(column, say.firm),
      );
    } else {
      const args = { raw: visible(cell), field: field.name.zh, unit: column.unit ?? '', ...guessOf(cell) };
      say.findings.add('cell.not-a-number', say.at(), args, severe(column, say.firm));
    }
    return Number.NaN;
  }
  if (read.unit === null) return bounded(bare(read.value, cell, column, say), cell, column, say);
  return bounded(ownUnit(read.value, read.unit, cell, column, say), cell, column, say);
}

/** A number without a unit of its own: the column's holds. */
function bare(written: number, raw: string | number, column: ColumnReader, say: Saying): number {
  const value = shiftDecimal(written, column.shift);
  if (column.assumed) {
    column.assumed = false;
    const { file, sheet } = say.at();
    const args = { header: column.header, unit: column.unit ?? '' };
    say.findings.add('header.unit-assumed', { file, sheet }, args);
  }
  if (column.ratio !== null) watch(column.ratio, value, written, true, String(raw), say);
  return value;
}

const watch = (
  ratio: RatioWatch,
  value: number,
  written: number,
  isBare: boolean,
  raw: string,
  say: Saying,
) =>
  watchRatio(ratio, value, written, isBare, () => ({
    at: say.at(),
    value,
    raw: visible(raw),
    firm: say.firm,
  }));

/**
 * The cell's own unit wins over the header's, and that is said where they differ, or where 1200万 under （万元） may be
 * either. 1200万元 there says the same twice.
 */
function ownUnit(value: number, unit: string, raw: string, column: ColumnReader, say: Saying): number {
  const { field } = column;
  const own = units.get(unit)!;
  const expected = field.unit === null ? undefined : units.get(field.unit);
  const fits =
    expected === undefined
      ? own.kind !== 'money'
      : own.kind === expected.kind && own.currency === expected.currency;
  if (!fits) {
    const args = { raw: visible(raw), field: field.name.zh, unit, expected: field.unit ?? '' };
    say.findings.add('cell.unit-mismatch', say.at(), args, severe(column, say.firm));
    return Number.NaN;
  }
  const shift = exponent(unit);
  if (column.ratio !== null && own.kind === 'ratio')
    watch(column.ratio, shiftDecimal(value, shift), value, false, raw, say);
  const twice = shift === column.shift && (!column.stated || tidy(raw).includes(unit));
  if (own.kind === 'money' && !twice) {
    const args = { raw: visible(raw), field: field.name.zh, unit, header: column.unit ?? '' };
    say.findings.add('cell.unit-in-cell', say.at(), args, { firm: say.firm });
  }
  return shiftDecimal(value, shift);
}

/** What a statistics export writes where nothing was filed: one of the smallest 32-bit numbers. */
const sentinel = -2147483640;

function bounded(value: number, raw: string | number, column: ColumnReader, say: Saying): number {
  const { field } = column;
  if (Number(raw) === sentinel) {
    say.findings.add(
      'cell.sentinel',
      say.at(),
      { raw: String(raw), field: field.name.zh },
      { firm: say.firm },
    );
    return Number.NaN;
  }
  const low = field.min !== null && value < field.min;
  if (low || (field.max !== null && value > field.max)) {
    const args = {
      raw: visible(String(raw)),
      field: field.name.zh,
      least: field.min,
      most: field.max,
      unit: field.unit ?? '',
    };
    const error = column.needed && field.outside === 'error';
    say.findings.add('cell.out-of-bounds', say.at(), args, {
      firm: say.firm,
      severity: error ? 'error' : 'warning',
    });
  }
  return value;
}

function wrongKind(
  raw: string,
  kind: 'date' | 'percent' | 'boolean',
  column: ColumnReader,
  say: Saying,
): number {
  const args = { raw: visible(raw), field: column.field.name.zh, kind, unit: column.unit ?? '' };
  say.findings.add('cell.wrong-kind', say.at(), args, severe(column, say.firm));
  return Number.NaN;
}

function noValue(
  cell: { kind: 'error'; code: string } | { kind: 'formula' },
  column: ColumnReader,
  say: Saying,
): number {
  const field = column.field.name.zh;
  if (cell.kind === 'error')
    say.findings.add('cell.error-value', say.at(), { code: cell.code, field }, severe(column, say.firm));
  else say.findings.add('cell.formula-empty', say.at(), { field }, severe(column, say.firm));
  return Number.NaN;
}

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
  const raw = visible(String(cell));
  if (read.kind === 'bad') {
    say.findings.add(
      'cell.not-a-date',
      say.at(),
      { raw, field: column.field.name.zh },
      severe(column, say.firm),
    );
    return Number.NaN;
  }
  if (read.republic === true) {
    const args = { raw, field: column.field.name.zh, read: isoDate(read.days) };
    say.findings.add('cell.date-republic', say.at(), args, { firm: say.firm });
  }
  if (read.partial) {
    const args = { raw, field: column.field.name.zh, read: isoDate(read.days) };
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
    { raw: visible(text), field: column.field.name.zh },
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
      say.findings.add('cell.control-in-text', say.at(), { field: column.field.name.zh }, { firm: say.firm });
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
  const args = { raw: visible(text), field: column.field.name.zh, words: words.map((one) => one.value) };
  say.findings.add('cell.unknown-word', say.at(), args, severe(column, say.firm));
  return null;
}

/** Control characters shown, long text cut: what a message can quote. */
export function visible(text: string): string {
  const shown = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (char) =>
    char === '\n' || char === '\r' || char === '\t'
      ? ' '
      : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}

/** Letters typed for digits are the commonest slip: named with their place, never repaired. */
function guessOf(raw: string): { letterAt: number; letter: string; suggestion: string } {
  const plain = raw.normalize('NFKC').trim();
  const suggestion = plain.replace(/[oO]/g, '0').replace(/[lI]/g, '1');
  if (suggestion === plain || parseNumber(suggestion).kind === 'bad')
    return { letterAt: 0, letter: '', suggestion: '' };
  const at = [...plain].findIndex((char) => /[oOlI]/.test(char));
  return { letterAt: at + 1, letter: plain[at] ?? '', suggestion };
}
