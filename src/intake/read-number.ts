import type { Cell } from '../model/cell.js';
import { units, unitText } from '../model/unit.js';
import {
  type ColumnReader,
  isBlankText,
  noValue,
  type Saying,
  severe,
  shiftOf,
  tidy,
  visible,
} from './column-reader.js';
import { errorText } from './error-text.js';
import { parseNumber, plainFigure, shiftDecimal } from './parse-number.js';
import { type RatioWatch, watchRatio } from './ratio-scale.js';

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
  const figure = say.figures ? plainFigure(cell) : Number.NaN;
  if (!Number.isNaN(figure)) return bounded(bare(figure, cell, column, say), cell, column, say);
  const error = errorText(cell);
  if (error !== null) return noValue({ kind: 'error', code: error }, column, say);
  if (isBlankText(cell, say.blanks)) return Number.NaN;
  const read = parseNumber(cell);
  if (read.kind === 'bad') {
    if (read.reason === 'control') {
      say.findings.add(
        'cell.control-in-number',
        say.at(),
        { raw: visible(cell), field: field.name },
        severe(column, say.firm),
      );
    } else {
      const args = {
        raw: visible(cell),
        field: field.name,
        unit: unitText(column.unit ?? ''),
        ...guessOf(cell),
      };
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
    const args = { raw: visible(raw), field: field.name, unit, expected: field.unit ?? '' };
    say.findings.add('cell.unit-mismatch', say.at(), args, severe(column, say.firm));
    return Number.NaN;
  }
  const shift = shiftOf(unit);
  if (column.ratio !== null && own.kind === 'ratio')
    watch(column.ratio, shiftDecimal(value, shift), value, false, raw, say);
  const twice = shift === column.shift && (!column.stated || tidy(raw).includes(unit));
  if (own.kind === 'money' && !twice) {
    const args = { raw: visible(raw), field: field.name, unit, header: column.unit ?? '' };
    say.findings.add('cell.unit-in-cell', say.at(), args, { firm: say.firm });
  }
  return shiftDecimal(value, shift);
}

/** What a statistics export writes where nothing was filed: one of the smallest 32-bit numbers. */
const sentinel = -2147483640;

function bounded(value: number, raw: string | number, column: ColumnReader, say: Saying): number {
  const { field } = column;
  if (value < 0 && Number(raw) === sentinel) {
    say.findings.add('cell.sentinel', say.at(), { raw: String(raw), field: field.name }, { firm: say.firm });
    return Number.NaN;
  }
  const low = field.min !== null && value < field.min;
  if (low || (field.max !== null && value > field.max)) {
    const args = {
      raw: visible(String(raw)),
      field: field.name,
      least: field.min,
      most: field.max,
      unit: unitText(field.unit ?? ''),
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
  const args = { raw: visible(raw), field: column.field.name, kind, unit: unitText(column.unit ?? '') };
  say.findings.add('cell.wrong-kind', say.at(), args, severe(column, say.firm));
  return Number.NaN;
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
