import type { Findings, More } from '../finding/index.js';
import type { Field } from '../model/field.js';
import type { Severity } from '../model/finding.js';
import type { CellPosition } from '../model/position.js';
import { units } from '../model/unit.js';
import type { RatioWatch } from './ratio-scale.js';

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
  /** No word for blank is a figure, as 9999 may be: a cell that holds a plain figure need not be asked. */
  readonly figures: boolean;
}

/** Power of ten from a unit to the canonical unit of its kind; 0 for plain numbers and counts. */
export const shiftOf = (unit: string | null): number => {
  const known = unit === null ? undefined : units.get(unit);
  return known === undefined ? 0 : Math.round(Math.log10(known.times) - Math.log10(known.over));
};

export const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '');

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

/** Trouble is an error only where the plan reads the field. */
export const severe = (column: ColumnReader, firm: number): More => ({
  firm,
  severity: (column.needed ? 'error' : 'warning') satisfies Severity,
});

/** An error value, or a formula that was never calculated: said, and no value. */
export function noValue(
  cell: { kind: 'error'; code: string } | { kind: 'formula' },
  column: ColumnReader,
  say: Saying,
): number {
  const field = column.field.name;
  if (cell.kind === 'error')
    say.findings.add('cell.error-value', say.at(), { code: cell.code, field }, severe(column, say.firm));
  else say.findings.add('cell.formula-empty', say.at(), { field }, severe(column, say.firm));
  return Number.NaN;
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
