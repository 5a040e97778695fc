import { expect, test } from 'vitest';
import { isWellFormed } from '../../../src/table/workbook/is-well-formed.js';
import { refusal } from './bench.js';
import { row, workbookOf } from './build-workbook.js';

test.each([
  ['attributes in either quotes, and bare >', `<?xml version="1.0"?><a b="x>" c = 'y"'><d/></a>\n`],
  ['comments and CDATA that hold tags', '<a><!-- <b> --><![CDATA[<c>]]></a>'],
  ['prefixes and Chinese names', '<x:a xmlns:x="u"><x:企业/></x:a>'],
  ['a mark before and blanks behind', '\ufeff<a/>\0\0'],
  ['nesting of 100,000', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
])('%s are well-formed', (_, xml) => {
  expect(isWellFormed(xml)).toBe(true);
});

test.each([
  ['an end of another tag', '<a><b></a></b>'],
  ['no end', '<a><b></b>'],
  ['an end too many', '<a></a></a>'],
  ['an attribute without its quote', '<a b="x c="y"/>'],
  ['a tag in an attribute', '<a b="<c/>"/>'],
  ['an attribute without a value', '<a b/>'],
  ['two roots', '<a/><b/>'],
  ['text outside', '<a/>b'],
  ['a comment without an end', '<a><!-- </a>'],
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['nothing', ''],
])('%s is not', (_, xml) => {
  expect(isWellFormed(xml)).toBe(false);
});

// Found by the fuzz: SheetJS and our scanner both took the next row's cells for the formula's, and a firm was gone.
test('a formula without its end loses no row: the sheet is damaged', async () => {
  const open = '<row r="2"><c r="A2"><f>F2/D2<v>0.07</v></c></row>';
  const shared = '<row r="3"><c r="A3"><f>F3/D3</f><v>0.08</v></c></row>';
  const rows = `${row(1, '企业名称')}${open}${shared}`;
  expect(await refusal('企业.xlsx', workbookOf({ sheets: [{ rows }] }))).toMatchObject({
    id: 'file.damaged',
    exit: 3,
  });
});

// Found by the fuzz: a style fewer, and every figure behind it was shown in percent.
test('a broken style does not give its place to the next one', async () => {
  const styles =
    '<styleSheet><cellXfs><xf numFmtId="0/><xf numFmtId="10"/><xf numFmtId="0"/></cellXfs></styleSheet>';
  const plan = { sheets: [{ rows: row(1, '企业名称', 1200.5) }], more: { 'xl/styles.xml': styles } };
  expect(await refusal('企业.xlsx', workbookOf(plan))).toMatchObject({
    id: 'file.damaged',
    args: { detail: 'xl/styles.xml' },
  });
});
