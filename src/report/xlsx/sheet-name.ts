const LONGEST = 31;

/**
 * A name that Excel takes, near the one wanted and unlike those taken: at most 31 characters, none of []:*?/\ or
 * control characters, no apostrophe at an end, not "History" (which Excel keeps for itself). Adds to `taken`.
 */
export function safeSheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted.replace(/[[\]:*?/\\\u0000-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, '_').trim();
  const bare = clean.replace(/^'+|'+$/g, '') || 'Sheet';
  const base = bare.toLowerCase() === 'history' ? `${bare}_` : bare;
  for (let n = 1; ; n++) {
    const mark = n === 1 ? '' : ` (${n})`;
    const name = shorten(base, LONGEST - mark.length) + mark;
    // Excel compares names without case.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** At most `size` UTF-16 units, no pair of surrogates torn, no apostrophe or blank at the end. */
function shorten(text: string, size: number): string {
  let short = text.slice(0, size);
  if (/[\ud800-\udbff]$/.test(short)) short = short.slice(0, -1);
  return short.replace(/(?<!['\s])['\s]+$/, '');
}
