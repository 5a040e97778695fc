import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.js';
import { numberOrText } from '../../../src/table/workbook/number-or-text.js';
import { cellsOf, refusal } from './bench.js';
import { byLibrary, byScanner, type Told } from './both-readers.js';
import { workbookOf, zipOf } from './build-workbook.js';

// A cell that says it holds a number and holds none: SheetJS takes 12O0 for 12 and NaN for a blank; we take neither.

const folder = mkdtempSync(join(tmpdir(), 'innopoints-none-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bothRead(cell: string): Promise<readonly (Cell | undefined)[]> {
  const path = join(folder, '企业.xlsx');
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>华新传感</t></is></c>${cell}</row>`;
  writeFileSync(path, workbookOf({ sheets: [{ rows }], formats: ['0.00%', 'yyyy-mm-dd'] }));
  const second = (told: Told) => ('sheets' in told ? (told.sheets[0]?.all[0]?.cells[1] ?? null) : undefined);
  return [second(await byScanner(path)), second(await byLibrary(path))];
}

test.each([
  ['12O0', '12O0'],
  ['1 2', '1 2'],
  ['NaN', 'NaN'],
  ['1e999', '1e999'],
  ['-INF', '-INF'],
  ['0x10', '0x10'],
  ['1,200', '1,200'],
  ['１２', '１２'],
  ['\u00a012', '\u00a012'],
  ['约120', '约120'],
  ['&lt;12&gt;', '<12>'],
  ['&#49;2O0', '12O0'],
  ['<![CDATA[12O0]]>', '12O0'],
])('%s is read as text by both readers', async (value, text) => {
  expect(await bothRead(`<c r="B1"><v>${value}</v></c>`)).toEqual([text, text]);
});

test.each([
  ['under a format of percent', '<c r="B1" s="1"><v>12O0</v></c>'],
  ['under a format of dates', '<c r="B1" s="2"><v>12O0</v></c>'],
  ['where the type is said', '<c r="B1" t="n"><v>12O0</v></c>'],
  ['where the type is said in front of the address', "<c t='n' r='B1'><v>12O0</v></c>"],
  ['as the result of a formula', '<c r="B1"><f>C1&amp;D1</f><v>12O0</v></c>'],
  ['before cells that are none', '<c r="B1"><v>12O0</v></c><c r="C1" s="1"/><c r="D1"><v>7</v></c>'],
])('it is text %s', async (_, cell) => {
  expect(await bothRead(cell)).toEqual(['12O0', '12O0']);
});

test.each(['&#xD800;12', '12&#xDFFF;'])(
  '%s, half a character, is left to the library, and is no number',
  async (value) => {
    const [scanned, read] = await bothRead(`<c r="B1"><v>${value}</v></c>`);
    expect(scanned).toBeUndefined();
    expect(read).toMatch(/^\W?12\W?$/);
  },
);

test.each([
  ['12', 12],
  [' 12\n', 12],
  ['+3', 3],
  ['5.', 5],
  ['.5', 0.5],
  ['1E-7', 1e-7],
  ['&#49;2', 12],
  ['<![CDATA[7]]>', 7],
  ['123456789012345678', 123456789012345680],
])('%s is the number it says', async (value, number) => {
  expect(await bothRead(`<c r="B1"><v>${value}</v></c>`)).toEqual([number, number]);
});

test.each(['<c r="B1"><v></v></c>', '<c r="B1"><v/></c>', '<c r="B1"><v> </v></c>'])(
  '%s holds nothing: it is blank',
  async (cell) => {
    expect(await bothRead(cell)).toEqual([null, null]);
  },
);

test('a formula with an empty value was never calculated', async () => {
  const formula = { kind: 'formula' };
  expect(await bothRead('<c r="B1"><f>C1</f><v></v></c>')).toEqual([formula, formula]);
});

test('a text of the same look stays what it is', async () => {
  expect(await bothRead('<c r="B1" t="str"><v>12O0</v></c>')).toEqual(['12O0', '12O0']);
  expect(await bothRead('<c r="B1" t="e"><v>#N/A</v></c>')).toEqual(
    Array.from({ length: 2 }, () => ({ kind: 'error', code: '#N/A' })),
  );
});

test('a long value costs no time', () => {
  for (const piece of ['1', ' ', '.', 'e', '1e', '+']) {
    const start = performance.now();
    numberOrText(`${piece.repeat(200_000)}x`);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

test.each([
  ['12O0', '12O0'],
  ['1 2', '1 2'],
  ['1e999', '1e999'],
  ['12.5', 12.5],
])('in an XML spreadsheet of 2003 %s is %s', async (value, read) => {
  const cells = `<Cell><Data ss:Type="String">华新传感</Data></Cell><Cell><Data ss:Type="Number">${value}</Data></Cell>`;
  const uri = 'urn:schemas-microsoft-com:office:spreadsheet';
  const xml = `<?xml version="1.0"?><Workbook xmlns="${uri}" xmlns:ss="${uri}"><Worksheet ss:Name="企业"><Table><Row>${cells}</Row></Table></Worksheet></Workbook>`;
  expect((await cellsOf('企业.xml', xml))[0]).toEqual(['华新传感', read]);
});

const ods = (type: string, attributes: string, text: string) => {
  const namespaces = ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const cell = `<table:table-cell office:value-type="${type}"${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const table = `<table:table table:name="企业"><table:table-row>${cell}</table:table-row></table:table>`;
  return {
    sheet: zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content ${namespaces}><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
      'styles.xml': `<office:document-styles ${namespaces}/>`,
      'META-INF/manifest.xml': '<manifest:manifest/>',
    }),
    flat: Buffer.from(
      `<?xml version="1.0"?><office:document ${namespaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`,
    ),
  };
};

test.each([
  ['12O0', 'float', ' office:value="12O0"', '1200', '12O0'],
  ['a figure with commas', 'float', ' office:value="1,200"', '1,200', '1,200'],
  ['0x10', 'float', ' office:value="0x10"', '16', '0x10'],
  ['a word', 'currency', " office:value='十二'", '12', '十二'],
  ['a figure beyond all', 'percentage', ' office:value="1e400"', '900', '1e400'],
  ['a dollar sign', 'float', ' office:value="$1 $&amp;"', '1', '$1 $&'],
  ['nothing', 'float', ' office:value=""', '800', '800'],
  ['no value at all', 'float', '', '800', '800'],
])(
  'an OpenDocument cell that says it holds a number and holds %s is text',
  async (_, type, more, shown, read) => {
    const { sheet, flat } = ods(type, more, shown);
    expect(await cellsOf('企业.ods', sheet)).toEqual([[read]]);
    expect(await cellsOf('企业.fods', flat)).toEqual([[read]]);
  },
);

test.each([
  ['float', '5', '12'],
  ['float', '-5', '5'],
  ['percentage', '0.125', '13%'],
  ['currency', '1.5e3', '¥1,500.00'],
])('an OpenDocument %s of %s that is shown as %s counts as what it is', async (type, value, shown) => {
  const { sheet, flat } = ods(type, ` office:value="${value}"`, shown);
  for (const bytes of [sheet, flat])
    expect(JSON.stringify(await cellsOf('企业.ods', bytes))).toContain(String(Number(value)));
});

test.each([' office:value=5', ' office:value="5', ' office:value="<5"'])(
  'an OpenDocument cell written %s is damage, not another figure',
  async (more) => {
    expect(await refusal('企业.ods', ods('float', more, '5').sheet)).toMatchObject({ id: 'file.damaged' });
  },
);
