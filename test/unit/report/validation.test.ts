import { expect, test } from 'vitest';
import { type Validation, validationsXml } from '../../../src/report/xlsx/validation.js';
import { type SheetSpec, writeWorkbook } from '../../../src/report/xlsx/write-sheet.js';
import { partsOf } from './unzip.js';

const one = (parts: Partial<Validation>): string =>
  validationsXml([
    {
      column: 2,
      from: 2,
      check: { kind: 'decimal', least: 0, most: null },
      strict: true,
      title: '研发费用',
      message: '应为数字',
      ...parts,
    },
  ]);

const formulasIn = (xml: string): string[] =>
  [...xml.matchAll(/<formula\d>(.*?)<\/formula\d>/g)].map((found) => found[1]!);

test('no check writes no element, which Excel would call damage', () => {
  expect(validationsXml([])).toBe('');
});

test('a check holds from its first row to the end of the grid', () => {
  expect(one({})).toContain('sqref="C2:C1048576"');
});

test.each([
  ['a least value', { least: 0, most: null }, 'greaterThanOrEqual', ['0']],
  ['a largest value', { least: null, most: 100 }, 'lessThanOrEqual', ['100']],
  ['a range', { least: 0, most: 100 }, 'between', ['0', '100']],
  ['one value only', { least: 18, most: 18 }, 'equal', ['18']],
  ['any number', { least: null, most: null }, 'between', ['-1000000000000000', '1000000000000000']],
])('%s', (_, bounds, operator, formulas) => {
  const xml = one({ check: { kind: 'decimal', ...bounds } });
  expect(xml).toContain(`operator="${operator}"`);
  expect(formulasIn(xml)).toEqual(formulas);
});

test('days are counted as Excel counts them', () => {
  const xml = one({ check: { kind: 'date', least: 17_703, most: null } });
  expect(xml).toContain('type="date"');
  expect(formulasIn(xml)).toEqual(['43272']);
});

test('a length is asked of the text', () => {
  expect(one({ check: { kind: 'length', least: 18, most: 18 } })).toContain('type="textLength"');
});

test('a drop-down takes its words from the top of a column', () => {
  const xml = one({ check: { kind: 'list', sheet: '下拉选项', column: 1, count: 3 } });
  expect(formulasIn(xml)).toEqual([`'下拉选项'!$B$1:$B$3`]);
  expect(xml).not.toContain('operator');
});

test('an apostrophe in the name of the list sheet does not end it', () => {
  const xml = one({ check: { kind: 'list', sheet: "区县's", column: 0, count: 1 } });
  expect(formulasIn(xml)).toEqual([`'区县''s'!$A$1:$A$1`]);
});

test('what only warns lets the reader go on', () => {
  expect(one({ strict: false })).toContain('errorStyle="warning"');
  expect(one({ strict: true })).not.toContain('errorStyle');
});

test('quotes and brackets of a message do not leave their attribute', () => {
  expect(one({ message: '"<无>" & 其他' })).toContain('error="&quot;&lt;无&gt;&quot; &amp; 其他"');
});

test('texts that Excel would refuse are cut', () => {
  const xml = one({ title: '长'.repeat(40), message: '说'.repeat(300) });
  expect(/errorTitle="([^"]*)"/.exec(xml)![1]).toBe(`${'长'.repeat(31)}…`);
  expect(/ error="([^"]*)"/.exec(xml)![1]).toHaveLength(225);
});

async function bookOf(...sheets: Partial<SheetSpec>[]): Promise<Readonly<Record<string, string>>> {
  const chunks: Uint8Array[] = [];
  const specs = sheets.map(
    (sheet): SheetSpec => ({ name: '企业', columns: [], head: [], rows: [], ...sheet }),
  );
  await writeWorkbook((chunk) => void chunks.push(chunk), specs);
  return partsOf(Buffer.concat(chunks));
}

test('checks stand between merged cells and print options, where the schema has them', async () => {
  const parts = await bookOf({
    columns: [{ format: 'number' }, { format: 'number' }],
    head: [{ kind: 'header', cells: ['营业收入', null] }],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    filter: true,
    validations: [
      {
        column: 0,
        from: 2,
        check: { kind: 'decimal', least: 0, most: null },
        strict: true,
        title: '',
        message: '',
      },
    ],
  });
  const order = [
    ...parts['xl/worksheets/sheet1.xml']!.matchAll(
      /<(autoFilter|mergeCells|dataValidations|printOptions)[ />]/g,
    ),
  ];
  expect(order.map((found) => found[1])).toEqual([
    'autoFilter',
    'mergeCells',
    'dataValidations',
    'printOptions',
  ]);
});

test.each([
  ['hidden', 'hidden'],
  ['very-hidden', 'veryHidden'],
] as const)('a %s sheet is out of sight', async (visibility, state) => {
  const parts = await bookOf({ name: '企业' }, { name: '选项', visibility });
  expect(parts['xl/workbook.xml']).toContain(`<sheet name="选项" sheetId="2" state="${state}"`);
  expect(parts['xl/workbook.xml']).toContain('<sheet name="企业" sheetId="1" r:id');
});

test('a column of a form has its format below the last row too', async () => {
  const parts = await bookOf({
    columns: [{ format: 'text', form: true }, { format: 'number' }],
    rows: [['甲', 1]],
  });
  const [text, plain] = [...parts['xl/worksheets/sheet1.xml']!.matchAll(/<col [^>]*>/g)].map(
    (found) => found[0],
  );
  const style = Number(/style="(\d+)"/.exec(text!)![1]);
  const looks = [...parts['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf .*?(?:<\/xf>|\/>)/g)];
  expect(looks[style]![0]).toContain('numFmtId="49"');
  expect(plain).not.toContain('style');
});

test('only the last lines of a head are repeated on printed pages where it says so', async () => {
  const head = ['说明一', '说明二', '表头'].map((cell) => ({ kind: 'plain' as const, cells: [cell] }));
  const parts = await bookOf({ columns: [{ format: 'text' }], head, repeat: 1 });
  expect(parts['xl/workbook.xml']).toContain(`'企业'!$3:$3`);
});
