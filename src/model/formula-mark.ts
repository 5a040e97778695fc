/**
 * What a spreadsheet would run as a formula, leading blanks and full-width signs included; and the same behind a `'` of its
 * own, so that a mark can be told from it.
 */
const formula = /^'*(?:[\t\r]|\s*[=+\-@＝＋－＠])/;
/** -5.5, +1,200, 3e5, 12%: text that is a plain number runs nothing, and a mark before it would only harm it. */
const plainNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;
const marks = /^'+(?=[\t\r]|\s*[=+\-@＝＋－＠])/;

const isQuoted = (text: string): boolean => text.charCodeAt(0) === 0x27;

/** Text that no spreadsheet takes for a formula: `'` goes before what would be one. */
export const withMark = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/** What `withMark` was given. */
export const withoutMark = (text: string): string =>
  isQuoted(text) && formula.test(text) ? text.slice(1) : text;

/** What people mean by a text that was marked, by us, by them or by both: `'-` says what `-` says. */
export const meantText = (text: string): string => (isQuoted(text) ? text.replace(marks, '') : text);
