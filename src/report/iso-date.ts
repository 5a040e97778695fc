/** Days of 1860 to 2134, kept once they are written: firms share them. */
const days1860 = -40_000;
const known: string[] = new Array<string>(100_000);

/** Days since 1970-01-01 (a fraction is the time of day) → 2025-09-30, or 2025-09-30 08:30:00. UTC arithmetic only. */
export function isoDate(days: number): string {
  const place = days - days1860;
  if (!(Number.isInteger(place) && place >= 0 && place < known.length)) return writtenOut(days);
  known[place] ??= writtenOut(days);
  return known[place];
}

function writtenOut(days: number): string {
  const seconds = Math.round(days * 86_400);
  const text = new Date(seconds * 1000).toISOString();
  return seconds % 86_400 === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
