import { expect, test } from 'vitest';
import { mendXml } from '../../../src/table/workbook/mend-xml.js';

const mended = (xml: string): string => mendXml(Buffer.from(xml)).toString();

test.each([
  ['comments go', '<row r="1"><!-- <c r="A1"/> --><c r="B1"/></row>', '<row r="1"><c r="B1"/></row>'],
  ['CDATA is text', '<t><![CDATA[甲<乙&丙]]></t>', '<t>甲&lt;乙&amp;丙</t>'],
  ['a comment inside CDATA is text', '<t><![CDATA[<!-- 注 -->]]></t>', '<t>&lt;!-- 注 --&gt;</t>'],
  ['wide characters are themselves', '<v>&#20225;&#x4E1A;&#x20BB7;_x4F01_</v>', '<v>企业𠮷企</v>'],
  ['ASCII stays as it is written', '<v>&#65;_x000D_&amp;#20225;</v>', '<v>&#65;_x000D_&amp;#20225;</v>'],
  ['an escaped underscore guards what follows', '<v>_x005F_x4F01_</v>', '<v>_x005F_x4F01_</v>'],
  [
    'empty texts have an end',
    '<si><t/></si><si/><x:t xml:space="preserve"/>',
    '<si><t></t></si><si></si><x:t xml:space="preserve"></x:t>',
  ],
  [
    'blank rows count where rows have no number',
    '<row/><row r="3" ht="9"/>',
    '<row></row><row r="3" ht="9"></row>',
  ],
  [
    'a blank row inside another does not end it (fuzz, seed 41)',
    '<row r="2"><row/><c r="A2"/></row><row/>',
    '<row r="2"><row/><c r="A2"/></row><row></row>',
  ],
  ['numbered blank rows stay', '<row r="3" ht="9"/>', '<row r="3" ht="9"/>'],
  ['a shared formula loses its prefix', '<x:f t="shared" si="0"/>', '<f t="shared" si="0"/>'],
  [
    'dates as text are left to us',
    `<c r="A1" t="d"/><x:c t='d' s="1">`,
    '<c r="A1" t="iso"/><x:c t="iso" s="1">',
  ],
  ['a text that looks like an attribute stays', '<v> t="d"</v>', '<v> t="d"</v>'],
  ['what never ends stays', '<v>1</v><!-- <v>2</v>', '<v>1</v><!-- <v>2</v>'],
  [
    'a document type stays',
    '<!DOCTYPE x [<!ENTITY a "b">]><v>&a;</v>',
    '<!DOCTYPE x [<!ENTITY a "b">]><v>&a;</v>',
  ],
])('%s', (_, xml, expected) => {
  expect(mended(xml)).toBe(expected);
});

test.each(['<!--', '<![CDATA[', '<t ', '<row ', '<x:f ', '<c t=', '&#', '_x4F0'])(
  '%s … costs no time',
  (piece) => {
    const start = performance.now();
    mended(piece.repeat(300_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);
