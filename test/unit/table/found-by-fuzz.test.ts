import { expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import { unescapeXml } from '../../../src/table/workbook/xml.js';
import { cellsOf, refusal } from './bench.js';
import { row, workbookOf } from './build-workbook.js';

// Each was a crash, a firm that was gone without a word, or a program that never came back (test/faults/fuzz.mjs).

const head = '企业名称,统一社会信用代码,营业收入\r\n华新传感,91340199MA1007919N,12';

test.each([
  ['a byte that no character begins with', [0xff]],
  ['the beginning of a character that is too large', [0xf7]],
  ['the beginning of half a pair', [0xed, 0xa0]],
])('a text that ends in %s is refused at its line, not cut short', async (_, bytes) => {
  const text = Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.from(bytes)]);
  expect(await refusal('企业.csv', text)).toMatchObject({ exit: 3, args: { line: 3 } });
});

test('a cell without a row to stand in is damage: SheetJS puts it at row −1', async () => {
  const odd = '<row r="2"><c r="B" t="inlineStr"><is><t>华新传感</t></is></c></row><odd/>';
  const bytes = workbookOf({ sheets: [{ name: '企业', rows: row(1, '企业名称') + odd }] });
  expect(await refusal('企业.xlsx', bytes)).toMatchObject({ id: 'file.damaged', exit: 3 });
});

test.each(['ss:Index="行"', 'ss:Index="-4"'])(
  'a row of an XML spreadsheet at %s is damage',
  async (place) => {
    const book = {
      SheetNames: ['企业'],
      Sheets: { 企业: xlsx.utils.aoa_to_sheet([['企业名称'], ['华新传感']]) },
    };
    const text: string = xlsx.write(book, { type: 'string', bookType: 'xlml' });
    const moved = text.replace('<Row ss:Index="2"', `<Row ss:${place}`);
    expect(moved).not.toBe(text);
    expect(await refusal('企业.xml', moved)).toMatchObject({ id: 'file.damaged', exit: 3 });
  },
);

test('a link over the whole sheet makes no cells', async () => {
  const after = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>';
  const rows = `${row(1, '企业名称')}${row(2, '华新传感')}`;
  const before = '<sheetPr><odd/></sheetPr>';
  const bytes = workbookOf({ sheets: [{ rows: `${rows}<odd/>`, before, after }] });
  expect(await cellsOf('企业.xlsx', bytes)).toEqual([['企业名称'], ['华新传感']]);
});

test('an entity named like a method of every object stays as it stands', () => {
  expect(unescapeXml('&constructor;&toString;&__proto__;&amp;')).toBe('&constructor;&toString;&__proto__;&');
});
