import type { Cell } from '../../model/cell.js';
import { type FormatKind, formatKind } from './number-format.js';

export interface NumberContext {
  /** Workbooks of old Macs count days from 1904. */
  readonly date1904: boolean;
  /** A number as a format shows it. */
  format(code: string, value: number): string;
}

/** What both readers of workbooks make of a number; so they cannot differ. */
export interface NumberReader {
  kindOf(code: string): FormatKind;
  /** A finite number under a format; null: no format is known. */
  number(value: number, code: string | null): Cell;
  /** A moment as a number of the workbook: a date, where the calendar has it. */
  moment(serial: number, code: string | null): Cell;
  /** The text of a cell that says of itself that it is a date; it stays text where it is none. */
  iso(text: string, code: string | null): Cell;
}

/** Days of 1 March 1900 since 1970: Excel believes in a 29 February 1900, so serials before it are one day ahead. */
const march1900 = -25_508;
/** More than sixty years of them. */
const rememberedDays = 25_000;

export function numberReader({ date1904, format }: NumberContext): NumberReader {
  const kinds = new Map<string, FormatKind>();
  const kindOf = (code: string): FormatKind => {
    let kind = kinds.get(code);
    if (kind === undefined) {
      kind = formatKind(code);
      kinds.set(code, kind);
    }
    return kind;
  };

  const shownAs = (code: string, value: number): string => {
    try {
      return format(code, value).trim();
    } catch {
      // A format that Excel would refuse too.
      return String(value);
    }
  };

  const number = (value: number, code: string | null): Cell => {
    if (code === null) return value;
    switch (kindOf(code)) {
      case 'plain':
        return value;
      case 'percent':
        return percent(value, () => shownAs(code, value));
      case 'date':
        return dated(value) ?? value;
      case 'time':
        return { kind: 'formatted', value, shown: shownAs(code, value) };
      case 'literal': {
        const shown = shownAs(code, value);
        return shown.replace(/[,\s]/g, '') === String(value) ? value : { kind: 'formatted', value, shown };
      }
    }
  };

  const days = new Map<number, Cell>();

  /** Whole days come again and again, and a date takes 2 µs to write out. */
  function dated(serial: number): Cell {
    const known = days.get(serial);
    if (known !== undefined) return known;
    const made = dateOf(serial);
    if (days.size < rememberedDays && Number.isInteger(serial)) days.set(serial, made);
    return made;
  }

  function dateOf(serial: number): Cell {
    const since1970 = date1904 ? serial + 1462 - 25_569 : serial - (serial < 60 ? 25_568 : 25_569);
    // 0 is shown as 1900-01-00, and outside 0 to 9999 Excel shows #####: no dates.
    if (serial < 1 || since1970 >= 2_932_897) return null;
    const seconds = Math.round(since1970 * 86_400);
    const iso = new Date(seconds * 1000).toISOString();
    const midnight = seconds % 86_400 === 0;
    const shown = midnight ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
    return { kind: 'date', days: Math.floor(seconds / 86_400), shown };
  }

  const moment = (serial: number, code: string | null): Cell =>
    code !== null && kindOf(code) === 'time' ? number(serial, code) : (dated(serial) ?? serial);

  return {
    kindOf,
    number,
    moment,
    iso(text, code) {
      const time = isoTime(text);
      if (time !== null) return number(time, code);
      const days = isoDays(text);
      if (days === null) return text;
      return moment(date1904 ? days + 25_569 - 1462 : days + (days < march1900 ? 25_568 : 25_569), code);
    },
  };
}

/** The text is made when somebody asks for it: it takes 4 µs, and few of a hundred thousand are ever shown. */
const percent = (value: number, show: () => string): Cell => ({
  kind: 'percent',
  value,
  get shown() {
    return show();
  },
});

const clock = '(\\d{2}):(\\d{2})(?::(\\d{2}(?:\\.\\d+)?))?(?:Z|[+-]\\d{2}:?\\d{2})?';
const isoTimeText = new RegExp(`^T?${clock}$`);
const isoText = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]${clock})?$`);

const shareOfDay = (hours = '0', minutes = '0', seconds = '0'): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) / 86_400;

function isoTime(text: string): number | null {
  const found = isoTimeText.exec(text.trim());
  return found === null ? null : shareOfDay(found[1], found[2], found[3]);
}

/** Days since 1970-01-01 of the date and time as written: a zone behind it changes nothing of what Excel shows. */
function isoDays(text: string): number | null {
  const found = isoText.exec(text.trim());
  if (found === null) return null;
  const [, year, month, day, hours, minutes, seconds] = found;
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (midnight.getUTCMonth() !== Number(month) - 1) return null;
  return midnight.getTime() / 86_400_000 + shareOfDay(hours, minutes, seconds);
}
