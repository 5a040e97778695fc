/** Days since 1970-01-01 (a fraction is the time of day) → 2025-09-30, or 2025-09-30 08:30:00. UTC arithmetic only. */
export function isoDate(days: number): string {
  const seconds = Math.round(days * 86_400);
  const text = new Date(seconds * 1000).toISOString();
  return seconds % 86_400 === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}
