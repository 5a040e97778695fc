import { isoDate } from '../intake/index.js';
import type { Period } from '../model/period.js';

const day = 86_400_000;
const daysOf = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / day;

/** `2025`, `2026Q3`, `2026H1` or `2026-09`; null for anything else. The last day is the as-of unless told otherwise. */
export function parsePeriod(text: string): Period | null {
  const found = /^(20\d{2}|19\d{2})(?:[Qq]([1-4])|[Hh]([12])|-(0[1-9]|1[0-2]))?$/.exec(text.trim());
  if (found === null) return null;
  const year = Number(found[1]);
  const [, , quarter, half, month] = found;
  const first =
    quarter !== undefined
      ? (Number(quarter) - 1) * 3 + 1
      : half !== undefined
        ? (Number(half) - 1) * 6 + 1
        : month !== undefined
          ? Number(month)
          : 1;
  const months = quarter !== undefined ? 3 : half !== undefined ? 6 : month !== undefined ? 1 : 12;
  // Day 0 of the month after is the last day of the last month.
  return {
    text: text.trim().toUpperCase(),
    year,
    from: daysOf(year, first, 1),
    to: daysOf(year, first + months, 0),
  };
}

/** Days since 1970-01-01 of `2026-09-30`; null where there is no such day. */
export function parseDay(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const days = daysOf(Number(found[1]), Number(found[2]), Number(found[3]));
  return isoDate(days) === text.trim() ? days : null;
}

/** The period as rows may state it: year × 10, plus the quarter where it is one. */
export const periodCodeOf = ({ text, year }: Period): number =>
  year * 10 + Number(/Q([1-4])$/.exec(text)?.[1] ?? 0);
