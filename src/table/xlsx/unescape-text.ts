import { withoutMarkup } from '../workbook/mend-xml.js';

/*
 *   A&amp;B &#x4E00; _x000D_ \r\n   ─▶   A&B 一 ⏎ \n        to the letter as SheetJS does it
 */

const named: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&gt;': '>',
  '&lt;': '<',
  '&amp;': '&',
};

/** The text of an element: entities first, then the _xHHHH_ of Excel, then one kind of line end. */
export const unescapeText = (text: string): string =>
  /[&_\r]/.test(text) ? unescapeOnce(text).replaceAll('\r\n', '\n') : text;

/** The result of a formula: SheetJS takes entities and _xHHHH_ out of it twice, so twice it is. */
export const unescapeResult = (text: string): string =>
  /[&_\r]/.test(text) ? unescapeText(unescapeOnce(text)) : text;

/** An element's inside that may hold comments and CDATA. */
export const plainInside = (xml: string): string => (xml.includes('<!') ? withoutMarkup(xml) : xml);

const unescapeOnce = (text: string): string =>
  text
    .replace(/&(?:quot|apos|gt|lt|amp|#x?([\da-f]+));/gi, (all: string, code: string) => {
      const known = named[all];
      if (known !== undefined) return known;
      const point = Number.parseInt(code, all.includes('x') ? 16 : 10);
      return point > 0xffff && point <= 0x10ffff ? String.fromCodePoint(point) : String.fromCharCode(point);
    })
    .replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
