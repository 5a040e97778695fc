/*
 *   A ─▶ 0     Z ─▶ 25     AA ─▶ 26     XFD ─▶ 16,383
 */

/** The 0-based column of its letters. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A1 or A1:C3. null: neither. */
export function rangeOf(ref: string) {
  const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(ref);
  if (found === null) return null;
  const [, left = '', top = '', right = left, bottom = top] = found;
  return {
    top: Number(top) - 1,
    left: columnOf(left),
    bottom: Number(bottom) - 1,
    right: columnOf(right),
  };
}
