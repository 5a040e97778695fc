export type DateRead =
  | {
      readonly kind: 'date';
      readonly days: number /** Day or month was not written: the first was taken. */;
      readonly partial: boolean;
    }
  | { readonly kind: 'bad' };

const bad: DateRead = { kind: 'bad' };
const day = 86_400_000;

const full = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/;
const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const year = /^(\d{4})\s*年?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;

/** Days since 1970-01-01 of a civil date, or null where there is no such day. */
export function daysOf(y: number, m: number, d: number): number | null {
  if (y < 1800 || y > 2200) return null;
  const time = Date.UTC(y, m - 1, d);
  const back = new Date(time);
  return back.getUTCMonth() === m - 1 && back.getUTCDate() === d ? time / day : null;
}

/** 2019-03-01, 2019/3/1, 2019.3.1, 20190301, 2019年3月1日, 2019年3月, 2019.3, 2019 — with or without a time behind. */
export function parseDate(text: string): DateRead {
  const plain = text.normalize('NFKC').replace(/^['’]/, '').trim();
  const exact = full.exec(plain) ?? compact.exec(plain);
  if (exact !== null) return dated(Number(exact[1]), Number(exact[2]), Number(exact[3]), false);
  const partial = month.exec(plain) ?? year.exec(plain);
  if (partial !== null) return dated(Number(partial[1]), Number(partial[2] ?? 1), 1, true);
  return bad;
}

/** A number under no date format: 20190301, 2019.3, 2019, or an Excel serial of the years 1927 to 2119. */
export function parseDateNumber(value: number): DateRead {
  if (Number.isInteger(value) && value >= 10_000 && value < 80_000)
    return { kind: 'date', days: value - 25_569, partial: false };
  if (Number.isInteger(value) && value > 80_000) return parseDate(String(value));
  if (value >= 1800 && value < 2200) return parseDate(String(value));
  return bad;
}

function dated(y: number, m: number, d: number, partial: boolean): DateRead {
  const days = daysOf(y, m, d);
  return days === null ? bad : { kind: 'date', days, partial };
}

/** 2026-09-30. */
export const isoDate = (days: number): string => new Date(days * day).toISOString().slice(0, 10);
