/** Dates are days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no time zone. */

/**
 * Whole years from one date to another, negative where the second is earlier; null (NaN) if either is. A year is full
 * on the same month and day: from 29 February it is full on 1 March of a common year.
 */
export function wholeYears(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
  if (to < from) return 0 - wholeYears(to, from);
  const start = civilOf(from);
  const end = civilOf(to);
  const full = end.month > start.month || (end.month === start.month && end.day >= start.day);
  return end.year - start.year - (full ? 0 : 1);
}

// Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that a leap day is the last.
const daysToEpoch = 719_468;
const daysInEra = 146_097;

function civilOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = Math.floor(days) + daysToEpoch;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
