/** Characters of an Excel cell, counted as Excel does (UTF-16). */
const LONGEST = 32_767;
const CUT = '…〔已截断 / cut〕';

const odd = /[<>&"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_/;
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as XML. What XML cannot hold is shown as U+FFFD, line ends become LF (a cell knows no other), and a literal
 * `_x0041_` is guarded, since Excel would read it as A.
 */
export function escapeXml(text: string): string {
  if (!odd.test(text)) return text;
  return text
    .replace(illegal, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** `<is><t>…</t></is>`: an inline string. Never a formula, whatever it begins with. */
export function inlineString(text: string): string {
  const shown = text.length > LONGEST ? cut(text) : text;
  const keep = /^\s|\s$|[\n\r]/.test(shown) ? ' xml:space="preserve"' : '';
  return `<is><t${keep}>${escapeXml(shown)}</t></is>`;
}

/** A cell that is too long ends with a mark that says so; a pair of surrogates is not torn. */
function cut(text: string): string {
  const end = LONGEST - CUT.length;
  const high = text.charCodeAt(end - 1);
  return text.slice(0, high >= 0xd800 && high < 0xdc00 ? end - 1 : end) + CUT;
}
