import { expect, test } from 'vitest';
import { Findings } from '../../../src/finding/index.js';
import { tellHidden } from '../../../src/table/index.js';
import { cellsOf, read, refusal } from './bench.js';
import { row, styled, workbookOf } from './build-workbook.js';

const firms = row(1, '企业名称', '营业收入') + row(2, '华新传感', 1200.5);

test('cells keep their place: rows as Excel numbers them, holes as null, blank rows left out', async () => {
  const rows = `${row(1, '企业名称') + row(3, ' ') + row(4, null, '\u00a0')}<row r="7"><c r="D7"><v>5</v></c></row>`;
  const found = await read('企业.xlsx', workbookOf({ sheets: [{ rows }] }));
  expect(found.rows).toEqual([
    { number: 1, line: 0, cells: ['企业名称'] },
    { number: 7, line: 0, cells: [null, null, null, 5] },
  ]);
});

test('cells and rows without an address stand behind the one before', async () => {
  const rows =
    '<row><c t="inlineStr"><is><t>企业名称</t></is></c><c><v>5</v></c></row><row><c t="b"><v>1</v></c></row>';
  expect(await cellsOf('企业.xlsx', workbookOf({ sheets: [{ rows }] }))).toEqual([['企业名称', 5], [true]]);
});

test('numbers under formats say what the format says', async () => {
  const formats = ['0.00%', '0\\%', '0"万元"', '000000', '#,##0,', '[$$-409]#,##0.00', '#,##0.00', 'h:mm'];
  const rows = `<row r="1">${[0.0735, 7, 1200, 123, 1_234_000, 5, 1200.5, 0.5].map((value, i) => styled(`${'ABCDEFGH'[i]}1`, value, i + 1)).join('')}</row>`;
  expect(await cellsOf('企业.xlsx', workbookOf({ formats, sheets: [{ rows }] }))).toEqual([
    [
      { kind: 'percent', value: 0.0735, shown: '7.35%' },
      { kind: 'formatted', value: 7, shown: '7%' },
      { kind: 'formatted', value: 1200, shown: '1200万元' },
      { kind: 'formatted', value: 123, shown: '000123' },
      { kind: 'formatted', value: 1_234_000, shown: '1,234' },
      { kind: 'formatted', value: 5, shown: '$5.00' },
      1200.5,
      { kind: 'formatted', value: 0.5, shown: '12:00' },
    ],
  ]);
});

test('dates: by code, and by the numbers that Chinese Excel writes without a code', async () => {
  const formats = ['yyyy"年"m"月"d"日"', 14, 31, 57, 58, 22];
  const rows = `<row r="1">${formats.map((_, i) => styled(`${'ABCDEF'[i]}1`, 42064 + (i === 5 ? 0.25 : 0), i + 1)).join('')}</row>`;
  const [cells] = await cellsOf('企业.xlsx', workbookOf({ formats, sheets: [{ rows }] }));
  const date = { kind: 'date', days: 16495, shown: '2015-03-01' };
  expect(cells).toEqual([date, date, date, date, date, { ...date, shown: '2015-03-01 06:00:00' }]);
});

test('the edges of the calendar', async () => {
  const serials = [0, 1, 59, 61, 25_569, 2_958_465, 2_958_466, -1, 42_064.999999];
  const rows = `<row r="1">${serials.map((serial, i) => styled(`${'ABCDEFGHI'[i]}1`, serial, 1)).join('')}</row>`;
  const [cells] = await cellsOf('企业.xlsx', workbookOf({ formats: [14], sheets: [{ rows }] }));
  expect(
    cells?.map((cell) => (typeof cell === 'object' && cell?.kind === 'date' ? cell.shown : cell)),
  ).toEqual([
    0,
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '1970-01-01',
    '9999-12-31',
    2_958_466,
    -1,
    '2015-03-02',
  ]);
});

test('workbooks that count from 1904 give the same days', async () => {
  const workbook = '<workbookPr date1904="1"/>';
  const rows = `<row r="1">${styled('A1', 40602, 1)}<c r="B1" s="1" t="d"><v>2015-03-01</v></c></row>`;
  const date = { kind: 'date', days: 16495, shown: '2015-03-01' };
  expect(await cellsOf('企业.xlsx', workbookOf({ workbook, formats: [14], sheets: [{ rows }] }))).toEqual([
    [date, date],
  ]);
});

test('ISO dates are dates under any style, numbers beside them stay numbers', async () => {
  const rows = `<row r="1"><c r="A1" t="d"><v>2015-03-01T00:00:00</v></c>${styled('B1', 42064, 1)}<c r="C1"><v>42064</v></c></row>`;
  const date = { kind: 'date', days: 16495, shown: '2015-03-01' };
  const plan = { strict: true, formats: [14], sheets: [{ rows }] };
  expect(await cellsOf('企业.xlsx', workbookOf(plan))).toEqual([[date, date, 42064]]);
});

test('a formula without a value is told from a blank and from 0, an error from a number', async () => {
  const rows = `<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v>5</v></c><c r="C1"><f>D1</f><v>0</v></c><c r="D1" t="str"><f>E1</f><v></v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1" t="e"><v>#N/A</v></c></row>`;
  const error = (code: string) => ({ kind: 'error', code });
  expect(await cellsOf('企业.xlsx', workbookOf({ sheets: [{ rows }] }))).toEqual([
    [{ kind: 'formula' }, 5, 0, null, error('#DIV/0!'), error('#N/A')],
  ]);
});

test('a writer that asks for a recalculation has calculated nothing: its zeros are no values', async () => {
  const workbook = '<calcPr calcId="0" fullCalcOnLoad="1"/>';
  const rows =
    '<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>B1</f><v>7</v></c></row>';
  expect(await cellsOf('企业.xlsx', workbookOf({ workbook, sheets: [{ rows }] }))).toEqual([
    [{ kind: 'formula' }, 0, 7],
  ]);
});

test('rich text is one text, readings above it are none of it, blanks stay', async () => {
  const strings = [
    '<r><rPr><b/></rPr><t>华新</t></r><r><t xml:space="preserve"> 传感</t></r><rPh sb="0" eb="1"><t>ホアシン</t></rPh>',
    '<t>明德&amp;软件&#x4E00;</t>',
    '<t xml:space="preserve">  前后  </t>',
    '<t>__proto__</t>',
  ];
  const rows = `<row r="1">${strings.map((_, i) => `<c r="${'ABCD'[i]}1" t="s"><v>${i}</v></c>`).join('')}</row>`;
  expect(await cellsOf('企业.xlsx', workbookOf({ strings, sheets: [{ rows }] }))).toEqual([
    ['华新 传感', '明德&软件一', '  前后  ', '__proto__'],
  ]);
});

test.each([
  ['prefixed tags', { prefix: 'x' }],
  ['strict namespaces', { strict: true }],
  ['64-bit sizes everywhere, as POI streams them', { zip64: true }],
  ['an unknown tag in the workbook part', { workbook: '<woinfos/>' }],
  [
    'pictures, comments and macros that are rubbish',
    {
      more: {
        'xl/media/a.png': 'x',
        'xl/comments1.xml': '<x',
        'xl/vbaProject.bin': 'x',
        'xl/theme/theme1.xml': '<bad',
      },
    },
  ],
])('%s change nothing', async (_, plan) => {
  expect(await cellsOf('企业.xlsx', workbookOf({ ...plan, sheets: [{ rows: firms }] }))).toEqual([
    ['企业名称', '营业收入'],
    ['华新传感', 1200.5],
  ]);
});

test('merged ranges are listed', async () => {
  const after = '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>';
  const { source } = await read('企业.xlsx', workbookOf({ sheets: [{ rows: firms, after }] }));
  expect(source.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
});

test('hidden sheets are flagged, chart sheets are none, the order is that of the tabs', async () => {
  const sheets = [
    { name: '2022年', state: 'hidden' as const, rows: firms },
    { name: '图', chart: true },
    { name: '2023年', rows: firms },
    { name: '字典', state: 'veryHidden' as const, rows: firms },
  ];
  const { source } = await read('企业.xlsx', workbookOf({ sheets }));
  expect(source.sheets.map((sheet) => [sheet.index, sheet.name, sheet.visibility])).toEqual([
    [0, '2022年', 'hidden'],
    [2, '2023年', 'visible'],
    [3, '字典', 'very-hidden'],
  ]);
});

test('hidden rows and columns are read, and told only where they hold something', async () => {
  const before = '<cols><col min="2" max="16384" hidden="1"/></cols>';
  const rows = `${row(1, '企业名称', '营业收入')}${row(2, '华新', 1).replace('<row ', '<row hidden="1" ')}<row r="3" hidden="true"/>${row(4, '明德', 2)}`;
  const { source, rows: found } = await read(
    '企业.xlsx',
    workbookOf({ sheets: [{ name: '企业', before, rows }] }),
  );
  expect(found.map((one) => one.number)).toEqual([1, 2, 4]);
  const findings = new Findings();
  tellHidden(source.sheets[0]!, findings);
  expect(findings.all).toMatchObject([
    { id: 'sheet.hidden-rows', severity: 'info', at: { sheet: '企业' }, args: { count: 1, rows: ['2'] } },
    { id: 'sheet.hidden-columns', args: { columns: ['B'] } },
  ]);
});

test('a dimension is never believed', async () => {
  const beforeA1 = '<dimension ref="A1"/>';
  const whole = '<dimension ref="A1:XFD1048576"/>';
  const far = `${firms}<row r="1048576"><c r="XFD1048576" s="0"/></row>`;
  expect(
    await cellsOf('企业.xlsx', workbookOf({ sheets: [{ before: beforeA1, rows: firms }] })),
  ).toHaveLength(2);
  const start = performance.now();
  expect(await cellsOf('企业.xlsx', workbookOf({ sheets: [{ before: whole, rows: far }] }))).toHaveLength(2);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a cell outside the grid is damage, with its address', async () => {
  const rows = `${firms}<row r="3"><c r="XFE3"><v>7</v></c></row>`;
  expect(await refusal('企业.xlsx', workbookOf({ sheets: [{ name: '企业', rows }] }))).toMatchObject({
    id: 'file.damaged',
    args: { detail: '企业!XFE3' },
  });
});

test('sheets without a cell are refused by name', async () => {
  const sheets = [{ name: 'Sheet1' }, { name: 'Sheet2', rows: row(1, ' ') }];
  expect(await refusal('空.xlsx', workbookOf({ sheets }))).toMatchObject({
    id: 'file.no-rows',
    exit: 3,
    args: { sheets: ['Sheet1', 'Sheet2'] },
  });
});

test('a workbook under another name is read and told', async () => {
  const { source, findings } = await read('企业.csv', workbookOf({ sheets: [{ rows: firms }] }));
  expect(source.format).toBe('xlsx');
  expect(findings).toMatchObject([{ id: 'file.other-format', args: { extension: '.csv', holds: 'xlsx' } }]);
});

test('a document type, which no workbook has, is refused, its entities not looked at', async () => {
  const xml =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;&f;</t></is></c></row></sheetData></worksheet>';
  expect(await refusal('企业.xlsx', workbookOf({ sheets: [{ xml }] }))).toMatchObject({
    id: 'file.damaged',
    exit: 3,
    args: { detail: 'xl/worksheets/sheet1.xml' },
  });
});
