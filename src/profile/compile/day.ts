const day = 86_400_000;

/** Days since 1970-01-01 of `2025-01-31`; null where the text is no such form or there is no such day. */
export function daysOf(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) return null;
  const time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return new Date(time).toISOString().startsWith(text) ? time / day : null;
}
