/** What a number format makes of a number, as far as its meaning goes. */
export type FormatKind =
  /** Shows the number itself: digits, grouping, currency of the country, sign, exponent. */
  | 'plain'
  | 'date'
  /** A time of day or a span of hours. */
  | 'time'
  /** A real percent: 0.0735 is shown as 7.35%. */
  | 'percent'
  /** Shows something that the stored number does not say: a unit, a literal %, leading zeros, thousands left out. */
  | 'literal';

/** Excel takes 255 characters. */
const longestCode = 1000;

/** Reads a format code by the section for positive numbers. Cost: a few regexes; callers keep the answer by code. */
export function formatKind(code: string): FormatKind {
  if (code.length > longestCode) return 'plain';
  const section = firstSection(code);
  const bare = withoutLiterals(section);
  if (bare.elapsed) return 'time';
  if (/^(?:general|g\/通用格式|@)?$/i.test(bare.text.trim())) return bare.literal ? 'literal' : 'plain';
  if (/%/.test(bare.text)) return 'percent';
  const letters = bare.text.replace(/e[+-]/gi, '').replace(/general/gi, '');
  if (/[yd]|a{3,}|[eg](?![a-z])/i.test(letters.replace(/am\/pm|a\/p|上午\/下午/gi, ''))) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  if (/m/i.test(letters)) return 'date';
  if (bare.literal || scaled(bare.text) || zeroPadded(bare.text)) return 'literal';
  return 'plain';
}

/** The text up to the first `;` that is not quoted, escaped or bracketed. */
function firstSection(code: string): string {
  const section = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[_*].|[^;"\\[])*/s.exec(code)?.[0] ?? code;
  return section;
}

/** Harmless: blanks, signs, brackets for negatives, and the country's own currency. */
const harmless = /^[\s¥￥()（）+\-:/.,'_]*$/;

function withoutLiterals(section: string): { text: string; literal: boolean; elapsed: boolean } {
  let literal = false;
  let elapsed = false;
  const drop = (shown: string): string => {
    if (!harmless.test(shown)) literal = true;
    return '';
  };
  const text = section.replace(
    /"([^"]*)"|\\(.)|\[([^\][]*)\]|[_*]./gs,
    (_all, quoted: string | undefined, escaped: string | undefined, bracket: string | undefined) => {
      if (quoted !== undefined) return drop(quoted);
      if (escaped !== undefined) return drop(escaped);
      if (bracket === undefined) return '';
      if (/^(?:h+|m+|s+)$/i.test(bracket)) elapsed = true;
      // [$￥-804] shows ￥, [$-804] nothing; [Red], [>=1000], [DBNum1] show nothing either.
      return bracket.startsWith('$') ? drop(/^\$([^-]*)/.exec(bracket)?.[1] ?? '') : '';
    },
  );
  // Letters and signs left bare: $ and other currencies, 元, 万. What dates and numbers are made of is no literal.
  const rest = text.replace(/general|g\/通用格式|am\/pm|a\/p|上午\/下午|e[+-]|[ymdhsaegb#0?.,%@/:\s]/gi, '');
  if (!harmless.test(rest)) literal = true;
  return { text, literal, elapsed };
}

/** `#,##0,` shows thousands. */
const scaled = (text: string): boolean => /[0#?],+(?=[^0#?,]|$)/.test(text);

/** `000000` shows the leading zeros of a code; `0`, `#,##0` and `0.00` do not. */
const zeroPadded = (text: string): boolean =>
  /^[^0#?.]*0[0,]*0(?![^.\s]*[#?])/.test(text.replace(/e[+-].*$/i, '')) && !/#/.test(text);
