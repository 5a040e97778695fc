import { daysOfText } from '../model/day.js';
import type { Period } from '../model/period.js';

const day = 86_400_000;
/** Month 13 is the next year's first, date 0 the last of the month before. */
const dayAt = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date) / day;

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
  return {
    text: text.trim().toUpperCase(),
    year,
    from: dayAt(year, first, 1),
    to: dayAt(year, first + months, 0),
  };
}

/** Days since 1970-01-01 of `2026-09-30`; null where there is no such day. */
export const parseDay = (text: string): number | null => daysOfText(text.trim());

/** The period as rows may state it: year × 10, plus the quarter where it is one. */
export const periodCodeOf = ({ text, year }: Period): number =>
  year * 10 + Number(/Q([1-4])$/.exec(text)?.[1] ?? 0);
