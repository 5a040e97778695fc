// Just enough XML for the small parts of a workbook: tags by local name and their attributes. No entity is expanded
// but the five of XML and numeric ones, so nothing can be fetched and nothing can blow up.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, dec, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

export type Attributes = ReadonlyMap<string, string>;

/** Attributes of every opening tag with a local name, in order; prefixes of tags and attributes are left out. */
export function tagsOf(xml: string, name: string): Attributes[] {
  const tags: Attributes[] = [];
  // A value may hold a bare > (formatCode="[>=1000]0") but never a <: so the search stays linear on broken input.
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>`, 'g');
  for (const [, inside] of xml.matchAll(tag)) tags.push(attributesOf(inside ?? ''));
  return tags;
}

export function attributesOf(inside: string): Attributes {
  const found = new Map<string, string>();
  for (const [, key, double, single] of inside.matchAll(
    /(?<![\w.:-])(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    if (key !== undefined && !found.has(key)) found.set(key, unescapeXml(double ?? single ?? ''));
  return found;
}

/** The text between the first opening tag with a local name and its end; '' where there is none. */
export function insideOf(xml: string, name: string): string {
  const open = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s>])[^<>]*>`).exec(xml);
  if (open === null) return '';
  const from = open.index + open[0].length;
  const length = xml.slice(from).search(new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`));
  return length < 0 ? '' : xml.slice(from, from + length);
}

/** A part's text: UTF-8 with or without a mark, or UTF-16 with one. */
export function xmlText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
