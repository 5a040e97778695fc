import { numberOrText } from './number-or-text.js';

/*
 * XML that SheetJS reads otherwise than it is meant, written as XML that it reads rightly (found by reading every case
 * with our own scanner too):
 *
 *   <!-- … -->            its tags are taken for cells        ─▶ left out
 *   <![CDATA[a<b]]>       lost inside rich text               ─▶ a&lt;b
 *   &#20225; _x4F01_ …    garbled in results of formulas      ─▶ the character itself
 *   <t/> <si/>            swallows what stands behind it      ─▶ <t></t> <si></si>
 *   <row/>                not counted where rows have no r    ─▶ <row></row>
 *   <x:f si="0"/>         not seen under a prefix             ─▶ <f si="0"/>
 *   <hyperlink ref=…/>    makes a cell of each it spans    ─▶ left out: its text stands in the cell
 *   t="d"                 read in the machine's own calendar  ─▶ t="iso", left as text for us
 *   <c><v>12O0</v></c>    read as 12                      ─▶ t="raw", left as text for us
 */

/** The type of a cell that holds a date as text; SheetJS knows none of this name and leaves the text alone. */
export const isoType = 'iso';

/** The same of a cell that should hold a number and seems to hold none. */
export const rawType = 'raw';

/** Cost: some copies of the part. Linear, whatever the part holds. */
export function mendXml(part: Buffer): Buffer {
  const xml = withoutMarkup(part.toString('latin1'))
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));|_[xX]([\da-f]{4})_/gi, wideCharacter)
    .replace(/<((?:\w+:)?(?:t|si))(\s[^<>]*)?\/>/g, '<$1$2></$1>')
    .replace(/<\/?(?:\w+:)?hyperlink(?:\s[^<>]*)?>/g, '')
    .replace(/<\w+:f((?:\s[^<>]*)?\/>)/g, '<f$1')
    .replace(/(<(?:\w+:)?c(?:\s[^<>]*)?\st=)(["'])d\2/g, `$1"${isoType}"`);
  const counted = unnumberedRow.test(xml) ? withCountedRows(xml) : xml;
  return Buffer.from(withRawNumbers(counted), 'latin1');
}

/** An empty row inside another is none, and its end would be taken for the end of both. */
function withCountedRows(xml: string): string {
  let open = false;
  return xml.replace(/<(\/?)((?:\w+:)?row)(\s[^<>]*?)?(\/?)>/g, (all, end, name, more = '', empty) => {
    if (end === '' && empty === '/') return open ? all : `<${name}${more}></${name}>`;
    open = end === '';
    return all;
  });
}

const cellOrValue =
  /<(?:\w+:)?c(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)/g;
const typed = /\s(?:\w+:)?t\s*=\s*["']([^"']*)["']/;

/** Values that are not plainly numbers, where their cells say no other type. */
function withRawNumbers(xml: string): string {
  let mended = '';
  let from = 0;
  let cell: { readonly end: number; readonly inside: string } | null = null;
  for (const { 0: all, 1: inside, 2: value, index } of xml.matchAll(cellOrValue)) {
    if (inside !== undefined) cell = { end: index + all.length - 1, inside };
    if (value === undefined || cell === null || typeof numberOrText(value) !== 'string') continue;
    const type = typed.exec(cell.inside);
    if (type !== null && type[1] !== 'n') continue;
    const start = cell.end - cell.inside.length;
    mended += `${xml.slice(from, start)}${cell.inside.replace(typed, '')} t="${rawType}"`;
    from = cell.end;
    cell = null;
  }
  return mended + xml.slice(from);
}

const unnumberedRow = /<(?:\w+:)?row(?=[\s/>])(?![^<>]*\sr\s*=)/;

/** Comments left out, CDATA written as the text it is. */
export function withoutMarkup(xml: string): string {
  let plain = '';
  let from = 0;
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', from)) {
    const comment = xml.startsWith('<!--', at);
    const open = comment ? 4 : 9;
    if (!comment && !xml.startsWith('<![CDATA[', at)) {
      plain += xml.slice(from, at + 2);
      from = at + 2;
      continue;
    }
    const end = xml.indexOf(comment ? '-->' : ']]>', at + open);
    if (end < 0) break;
    plain += xml.slice(from, at);
    if (!comment) plain += escapeText(xml.slice(at + open, end));
    from = end + 3;
  }
  return plain + xml.slice(from);
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** SheetJS keeps ASCII and halves of pairs right; anything else becomes its bytes in UTF-8. */
function wideCharacter(all: string, hex?: string, decimal?: string, escaped?: string): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? escaped ?? '', 16) : Number(decimal);
  if (code < 0x80 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return all;
  return Buffer.from(String.fromCodePoint(code)).toString('latin1');
}
