import type { Draw } from './draw.js';

const values = [
  '',
  '0',
  '-1',
  '1',
  '1048576',
  '1048577',
  '16384',
  '4294967296',
  '1e309',
  'NaN',
  'A1',
  'XFD1048576',
  'XFE1',
];
const words = [
  'A1:XFD1048576',
  's',
  'str',
  'inlineStr',
  'e',
  'b',
  'd',
  'n',
  'true',
  '__proto__',
  'constructor',
  '&#0;',
  '&x;',
];
const inserted = [
  '<!DOCTYPE a [<!ENTITY x "华新"><!ENTITY y SYSTEM "file:///etc/passwd">]>',
  '&x;',
  '&y;',
  '&constructor;',
  '&#x110000;',
  '&#xD800;',
  '<![CDATA[<c r="A1"><v>1</v></c>]]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<!-- <row r="9"><c r="A9"><v>9</v></c></row> -->',
  '<?xml version="1.0" encoding="gb2312"?>',
  '<row/>',
  '<row r="0"><c/></row>',
  '<c r="XFE1"><v>1</v></c>',
  '<c r="A1048577"><v>1</v></c>',
  '<c r="ZZZZZZZ1"><v>1</v></c>',
  '<c t="s"><v>99999</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c><f>1+1</f></c>',
  '<c t="inlineStr"><is><r><t>华</t></r></is></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="__proto__"/>',
  '<dimension ref="A1:XFD1048576"/>',
  '<cols><col min="1" max="16384" hidden="1"/></cols>',
  '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>',
  '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>',
  '<text:s text:c="1000000"/>',
  '_x000D_',
  '_x005F_x000D_',
  '\ufffe',
  '\0',
];

/** XML with a few mistakes of the kinds that writers and strangers make: tags, attributes, entities, nesting. */
export function mutateXml(given: string, draw: Draw): string {
  let xml = given;
  for (let left = 1 + draw.below(4); left > 0; left--) xml = damage(xml, draw);
  return xml;
}

function damage(xml: string, draw: Draw): string {
  const tags = [...xml.matchAll(/<[^<>]*>/g)];
  if (tags.length === 0) return xml + draw.pick(inserted);
  const tag = draw.pick(tags);
  const [from, to] = [tag.index, tag.index + tag[0].length];
  const put = (text: string) => xml.slice(0, from) + text + xml.slice(to);
  switch (draw.below(9)) {
    case 0:
      return put('');
    case 1:
      return put(tag[0] + tag[0]);
    case 2:
      return put(tag[0] + draw.pick(inserted));
    case 3:
      return put(tag[0].replace(/="[^"]*"/, `="${draw.pick(draw.chance(0.5) ? values : words)}"`));
    case 4: {
      const all = [...tag[0].matchAll(/\s[\w:]+="[^"]*"/g)];
      if (all.length === 0) return put(tag[0].replace('<', '<x:'));
      const one = draw.pick(all)[0];
      return put(tag[0].replace(one, draw.chance(0.5) ? '' : one.replace(/"/g, "'")));
    }
    case 5: {
      const other = draw.pick(tags);
      return put(other[0]);
    }
    case 6: {
      // A piece between two tags over again, some times or very many.
      const end = tags[Math.min(tags.length - 1, tags.indexOf(tag) + 1 + draw.below(8))]!;
      const piece = xml.slice(from, end.index);
      return xml.slice(0, from) + piece.repeat(draw.chance(0.95) ? 2 + draw.below(3) : 500) + xml.slice(from);
    }
    case 7:
      return xml.slice(0, draw.chance(0.5) ? from : from + draw.below(tag[0].length));
    default: {
      const number = [...xml.matchAll(/>([\d.]+)</g)];
      if (number.length === 0) return xml.replace(/>([^<>]+)</, `>${draw.pick(inserted)}<`);
      const one = draw.pick(number);
      return `${xml.slice(0, one.index + 1)}${draw.pick(values)}${xml.slice(one.index + one[0].length - 1)}`;
    }
  }
}
