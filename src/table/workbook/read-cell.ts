import type { CellObject } from 'xlsx';
import type { Cell } from '../../model/cell.js';
import { type FormatKind, formatKind } from './number-format.js';

/** Excel's error values as binary workbooks number them. */
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

export interface CellContext {
  /** Workbooks of old Macs count days from 1904. */
  readonly date1904: boolean;
  /** The writer asked for a recalculation: a cached 0 of a formula is no value. */
  readonly uncalculated: boolean;
  format(code: string, value: number): string;
}

/**
 * Cells of SheetJS as ours. The type is asked before any value: a formula that was never calculated holds 0, and #N/A
 * holds 42.
 */
export function cellReader(context: CellContext): (cell: CellObject | undefined) => Cell {
  const kinds = new Map<string, FormatKind>();
  const kindOf = (code: string): FormatKind => {
    let kind = kinds.get(code);
    if (kind === undefined) {
      kind = formatKind(code);
      kinds.set(code, kind);
    }
    return kind;
  };

  function number(value: number, cell: CellObject): Cell {
    const code = typeof cell.z === 'string' ? cell.z : implied(cell.w);
    if (code === null) return value;
    switch (kindOf(code)) {
      case 'plain':
        return value;
      case 'percent':
        return { kind: 'percent', value, shown: shownAs(code, value) };
      case 'date':
        return dated(value) ?? value;
      case 'time':
        return { kind: 'formatted', value, shown: shownAs(code, value) };
      case 'literal': {
        const shown = shownAs(code, value);
        return shown.replace(/[,\s]/g, '') === String(value) ? value : { kind: 'formatted', value, shown };
      }
    }
  }

  const shownAs = (code: string, value: number): string => {
    try {
      return context.format(code, value).trim();
    } catch {
      // A format that Excel would refuse too.
      return String(value);
    }
  };

  function dated(serial: number): Cell {
    // Excel believes in a 29 February 1900; before it, serials are one day ahead.
    const days = context.date1904 ? serial + 1462 - 25_569 : serial - (serial < 60 ? 25_568 : 25_569);
    // 0 is shown as 1900-01-00, and outside 0 to 9999 Excel shows #####: no dates.
    if (serial < 1 || days >= 2_932_897) return null;
    const seconds = Math.round(days * 86_400);
    const iso = new Date(seconds * 1000).toISOString();
    const midnight = seconds % 86_400 === 0;
    const shown = midnight ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
    return { kind: 'date', days: Math.floor(seconds / 86_400), shown };
  }

  return (cell) => {
    if (cell === undefined || cell === null) return null;
    const formula = cell.f !== undefined || cell.F !== undefined;
    switch (cell.t) {
      case 'z':
        return formula ? { kind: 'formula' } : null;
      case 'e':
        return { kind: 'error', code: errors[Number(cell.v)] ?? cell.w ?? '#ERROR!' };
      case 'b':
        return cell.v === true;
      case 'n': {
        const value = Number(cell.v);
        if (formula && value === 0 && context.uncalculated) return { kind: 'formula' };
        return Number.isFinite(value) ? number(value, cell) : null;
      }
      case 'd': {
        const time = cell.v instanceof Date ? cell.v.getTime() : Number.NaN;
        if (Number.isNaN(time)) return null;
        // Back to the serial that the file holds, so that both ways agree.
        const serial = context.date1904
          ? time / 86_400_000 + 25_569 - 1462
          : time / 86_400_000 + (time < march1900 ? 25_568 : 25_569);
        const timeOnly = typeof cell.z === 'string' && kindOf(cell.z) === 'time';
        return timeOnly ? number(serial, cell) : (dated(serial) ?? serial);
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
