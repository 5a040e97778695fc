/** A day is a number: days since 1970-01-01. No clock, no time zone. */

const milliseconds = 86_400_000;

/** 2026, 9, 30 → its day; null where the calendar has no such day, and for years before 100. */
export function daysOf(year: number, month: number, date: number): number | null {
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  const same =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return same ? time / milliseconds : null;
}

/** The day of `2026-09-30`; null where the text is no such form or there is no such day. */
export function daysOfText(text: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return date === undefined ? null : daysOf(Number(year), Number(month), Number(date));
}

/** 2026-09-30; a time of the day is left out. */
export const dayText = (days: number): string =>
  new Date(Math.floor(days) * milliseconds).toISOString().slice(0, 10);
