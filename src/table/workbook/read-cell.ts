import type { CellObject } from 'xlsx';
import type { Cell } from '../../model/cell.js';
import { isoType, rawType } from './mend-xml.js';
import { type NumberContext, numberReader } from './number-cell.js';
import { numberOrText } from './number-or-text.js';

/** Excel's error values as binary workbooks number them. SheetJS knows no others. */
const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

const march1900 = Date.UTC(1900, 2, 1);

export interface CellContext extends NumberContext {
  /** The writer asked for a recalculation: a cached 0 of a formula is no value. */
  readonly uncalculated: boolean;
}

/** What an error is called that SheetJS has no number for. */
export const otherError = '#ERROR!';

export const knownErrors: ReadonlySet<string> = new Set(Object.values(errors));

/**
 * Cells of SheetJS as ours. The type is asked before any value: a formula that was never calculated holds 0, and #N/A
 * holds 42.
 */
export function cellReader(context: CellContext): (cell: CellObject | undefined) => Cell {
  const { number, moment, iso } = numberReader(context);
  const textOf = (cell: CellObject): string => Buffer.from(String(cell.v), 'latin1').toString();
  const numeric = (value: number | string | null, formula: boolean, code: string | null): Cell => {
    if (typeof value !== 'number') return value;
    return formula && value === 0 && context.uncalculated ? { kind: 'formula' } : number(value, code);
  };
  return (cell) => {
    if (cell === undefined || cell === null) return null;
    const formula = cell.f !== undefined || cell.F !== undefined;
    const code = typeof cell.z === 'string' ? cell.z : null;
    // What `mendXml` calls a date that the file writes as text, and a number that is none; no types of SheetJS.
    if (String(cell.t) === isoType) return cell.v === undefined ? null : iso(textOf(cell), code);
    if (String(cell.t) === rawType) return numeric(numberOrText(textOf(cell)), formula, code);
    switch (cell.t) {
      case 'z':
        return formula ? { kind: 'formula' } : null;
      case 'e':
        return { kind: 'error', code: errors[Number(cell.v)] ?? cell.w ?? otherError };
      case 'b':
        return cell.v === true;
      case 'n': {
        const value = Number(cell.v);
        return numeric(Number.isFinite(value) ? value : null, formula, code ?? implied(cell.w));
      }
      case 'd': {
        const time = cell.v instanceof Date ? cell.v.getTime() : Number.NaN;
        if (Number.isNaN(time)) return null;
        // Back to the serial that the file holds, so that both ways agree.
        const days = time / 86_400_000;
        const serial = context.date1904 ? days + 25_569 - 1462 : days + (time < march1900 ? 25_568 : 25_569);
        return moment(serial, code);
      }
      default:
        return cell.v === undefined || cell.v === '' ? null : String(cell.v);
    }
  };
}

/** Where SheetJS knows a format by number only, its text still shows a date or a time. */
function implied(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text)) return 'yyyy-mm-dd';
  return /^\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?$/.test(text) ? 'h:mm:ss' : null;
}
