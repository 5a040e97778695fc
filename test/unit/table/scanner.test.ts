import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/model/cell.js';
import type { Wanted } from '../../../src/model/table.js';
import { defaultLimits, fetchRows } from '../../../src/table/index.js';
import { file, open, read, refusal } from './bench.js';
import { byLibrary, byScanner } from './both-readers.js';
import { row, styled, type WorkbookPlan, workbookOf, zipOf } from './build-workbook.js';

const rows = row(1, '企业名称', '营业收入') + row(2, '华新传感', 1200.5);
const one = (inside: string): WorkbookPlan => ({ sheets: [{ rows: inside }] });

describe('what the scanner leaves to the library', () => {
  const c = (cell: string) => one(`<row r="1">${cell}</row>`);
  const root = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
  const xml = (text: string): WorkbookPlan => ({ sheets: [{ xml: text }] });
  test.each<[string, WorkbookPlan]>([
    [
      'a document type',
      xml(`<!DOCTYPE x [<!ENTITY a "b">]>${root}<sheetData>${rows}</sheetData></worksheet>`),
    ],
    [
      'another encoding',
      xml(`<?xml version="1.0" encoding="GBK"?>${root}<sheetData>${rows}</sheetData></worksheet>`),
    ],
    ['rows that do not rise', one(row(2, '华新传感') + row(1, '企业名称'))],
    ['a row that comes twice', one(row(1, '企业名称') + row(1, '华新传感'))],
    ['cells that do not rise', c('<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>')],
    ['a cell that stands in another row', c('<c r="A7"><v>1</v></c>')],
    ['a cell outside the grid', c('<c r="XFE1"><v>1</v></c>')],
    ['a row outside the grid', one(row(1_048_577, '华新传感'))],
    ['a type that nobody knows', c('<c r="A1" t="x"><v>1</v></c>')],
    ['a string that is not there', c('<c r="A1" t="s"><v>3</v></c>')],
    ['text between cells', c('<c r="A1"><v>1</v></c>甲')],
    ['text in a cell', c('<c r="A1">甲<v>1</v></c>')],
    ['an unknown tag in a cell', c('<c r="A1"><x/><v>1</v></c>')],
    ['an unknown tag among rows', one(`${rows}<x/>`)],
    ['two values in a cell', c('<c r="A1"><v>1</v><v>2</v></c>')],
    ['an attribute without quotes', c('<c r=A1><v>1</v></c>')],
    ['a prefix in places only', c('<x:c r="A1"><v>1</v></x:c>')],
    ['an array formula without a range', c('<c r="A1"><f t="array">B1</f><v>1</v></c>')],
    ['two texts in one item', c('<c r="A1" t="inlineStr"><is><t>甲</t><t>乙</t></is></c>')],
    [
      'two sheets of one name',
      {
        sheets: [
          { name: '企业', rows },
          { name: '企业', rows },
        ],
      },
    ],
    [
      'a sheet that no tab names',
      { sheets: [{ rows }], more: { 'xl/worksheets/sheet9.xml': `${root}<sheetData/></worksheet>` } },
    ],
    [
      'a row of 17 MiB',
      one(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'华'.repeat(6_000_000)}</t></is></c></row>`),
    ],
  ])('%s', async (_, plan) => {
    const path = file('企业.xlsx', workbookOf(plan));
    expect(await byScanner(path)).toHaveProperty('notKnown');
    const told = await byLibrary(path);
    const source = await open(path).then(
      (opened) => opened.source,
      () => null,
    );
    expect(source?.reader ?? 'refused').toBe('refused' in told ? 'refused' : 'library');
  });
});

test('what both know is read by the scanner, and that is told', async () => {
  const { source } = await read('企业.xlsx', workbookOf(one(rows)));
  expect(source.reader).toBe('scanner');
});

describe('faults of the container are told as the library tells them', () => {
  const good = workbookOf({ ...one(rows), strings: ['<t>甲</t>'] });
  const flip = (part: string, by: number): Buffer => {
    const bytes = Buffer.from(good);
    const at = bytes.indexOf(part) + Buffer.byteLength(part) + by;
    bytes[at] = bytes[at]! ^ 0x55;
    return bytes;
  };
  const sheet = 'xl/worksheets/sheet1.xml';
  // Not compressed, so that nothing but the CRC can tell.
  const stored = workbookOf({ ...one(rows), how: { stored: true } });
  stored[stored.indexOf('1200.5')] = 0x39;
  const cases: [string, Buffer][] = [
    ...['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', sheet].map(
      (part): [string, Buffer] => [`a flipped bit in ${part}`, flip(part, 9)],
    ),
    ['another figure in a sheet', stored],
    ['a local header that is none', flip(sheet, -30 - Buffer.byteLength(sheet))],
    ['a size that is told too small', workbookOf({ ...one(rows), lie: { [sheet]: 10 } })],
    ['a size that is told too large', workbookOf({ ...one(rows), lie: { [sheet]: 99_999 } })],
    ['a bomb that says it is small', workbookOf({ ...one(rows + ' '.repeat(9e6)), lie: { [sheet]: 2000 } })],
    ['the strings of a bomb', workbookOf({ ...one(rows), lie: { 'xl/sharedStrings.xml': 1 } })],
    ['a sheet without its end', workbookOf({ sheets: [{ xml: `<worksheet><sheetData>${rows}` }] })],
    ['a cut at nine tenths', good.subarray(0, Math.floor(good.length * 0.9))],
    ['no sheet at all', zipOf({ 'xl/workbook.xml': '<workbook/>' })],
    ['no cell at all', workbookOf(one('<row r="1"><c r="A1" s="1"/></row>'))],
  ];
  test.each(cases)('%s', async (_, bytes) => {
    const library = await byLibrary(file('坏.xlsx', bytes));
    expect(library).toHaveProperty('refused');
    const { exit, ...finding } = await refusal('坏.xlsx', bytes);
    expect({ refused: { exit, findings: [finding] } }).toEqual(library);
  });
});

test('other bytes under an opened workbook are told, never read', async () => {
  const path = file('换.xlsx', workbookOf(one(rows)));
  const { source } = await open(path);
  const { atime, mtime } = statSync(path);
  writeFileSync(path, workbookOf(one(rows.replaceAll('1200.5', '9999.9'))));
  utimesSync(path, atime, mtime);
  const all: Row[] = [];
  const reading = async () => {
    for await (const batch of source.sheets[0]!.rows()) all.push(...batch);
  };
  await expect(reading()).rejects.toMatchObject({ findings: [{ id: 'file.changed' }] });
  expect(all).toEqual([]);
});

test('a million styled blanks and a blank stretch of 9 MiB are passed over by the scanner', async () => {
  const blanks = Array.from(
    { length: 100_000 },
    (_, i) => `<row r="${i + 3}">${'<c s="1"/>'.repeat(10)}</row>`,
  );
  const bytes = workbookOf({ formats: [14], ...one(rows + blanks.join('') + ' '.repeat(9 << 20)) });
  const found = await read('空.xlsx', bytes);
  expect(found.source.reader).toBe('scanner');
  expect(found.rows.map((one) => one.number)).toEqual([1, 2]);
});

describe('rows as they are wanted', () => {
  const code = (n: number) => `91340100MA2${String(n).padStart(6, '0')}X`;
  const firm = (n: number) => row(n, code(n), `企业${n}`, n, n * 2);
  const table = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => firm(from + i)).join('');
  const header = (n: number) => row(n, '统一社会信用代码', '企业名称', '营业收入', '研发费用');
  const wanted = (): Wanted => ({ columns: Uint8Array.of(1, 0, 1), id: 0, rows: null });
  const opened = async (inside: string) =>
    (await read('企业.xlsx', workbookOf(one(inside)))).source.sheets[0]!;

  test('a firm gives the wanted cells only', async () => {
    const sheet = await opened(table(1, 3));
    for await (const batch of sheet.rows(wanted()))
      expect(batch.map((one) => one.cells)).toEqual([1, 2, 3].map((n) => [code(n), null, n]));
  });

  test('a row without a code comes whole with three more, and its batch ends there', async () => {
    const sheet = await opened(table(1, 5) + header(6) + table(7, 12));
    const sizes: number[] = [];
    const want = wanted();
    for await (const batch of sheet.rows(want)) {
      sizes.push(batch.length);
      const whole = batch.filter((one) => one.cells.length === 4).map((one) => one.number);
      if (sizes.length === 1) expect(whole).toEqual([6, 7, 8, 9]);
      else expect(batch.map((one) => one.cells)).toEqual([10, 11, 12].map((n) => [null, null, null, n * 2]));
      want.columns = Uint8Array.of(0, 0, 0, 1);
      want.id = -1;
    }
    expect(sizes).toEqual([9, 3]);
  });

  test('a number of a resident is no code, whatever else it could be', async () => {
    const sheet = await opened(row(1, '340103198001010012', '甲', 1, 2));
    for await (const batch of sheet.rows(wanted())) expect(batch[0]?.cells).toHaveLength(4);
  });

  test('rows by number are fetched with every cell, from among many', async () => {
    const sheet = await opened(header(1) + table(2, 3000));
    const found = await fetchRows(sheet, new Set([2, 2999]));
    expect([...found.values()].map((one) => one.cells)).toEqual([
      [code(2), '企业2', 2, 4],
      [code(2999), '企业2999', 2999, 5998],
    ]);
  });

  test('a cell that shares its formula is known for one although its master was not wanted', async () => {
    const master = '<c r="B1"><f t="shared" ref="B1:B2" si="0">C1</f><v>1</v></c>';
    const child = '<c r="B2"><f t="shared" si="0"/></c>';
    const sheet = await opened(
      `<row r="1">${styled('A1', 1, 0)}${master}</row><row r="2">${styled('A2', 2, 0)}${child}</row>`,
    );
    expect((await fetchRows(sheet, new Set([2]))).get(2)?.cells).toEqual([2, { kind: 'formula' }]);
  });
});

test('strings beyond a quarter of the limit are for the library, which says so', async () => {
  const limits = { ...defaultLimits, inflatedBytes: 16 << 20 };
  const bytes = workbookOf({ ...one(rows), strings: [`<t>${'a'.repeat(5 << 20)}</t>`] });
  expect(await refusal('大.xlsx', bytes, { limits })).toMatchObject({
    id: 'file.inflated-too-large',
    args: { part: 'xl/sharedStrings.xml', limit: '4 MiB' },
  });
});

describe('blank cells that were only dressed', () => {
  const c = (cells: string) => one(`${row(1, '企业名称', '营业收入')}<row r="2">${cells}</row>`);
  test.each<[string, WorkbookPlan]>([
    ['before and behind a value', c('<c r="A2" s="0"/><c r="B2"><v>120</v></c><c r="C2" s="0"/>')],
    ['with an end tag', c('<c r="A2" s="0"></c><c r="B2"><v>120</v></c>')],
    ['without a style', c('<c r="A2"/><c r="B2"><v>120</v></c>')],
    ['called a text', c('<c r="A2" t="s"/><c r="B2" t="s"></c><c r="C2"><v>1</v></c>')],
    ['called false', c('<c r="A2" s="0" t="b"/><c r="B2"><v>1</v></c>')],
    ['with a blank before their end', c('<c r="A2" s="0" /><c r="B2"><v>1</v></c>')],
    ['in an array formula', c('<c r="A2"><f t="array" ref="A2:B2">1</f><v>1</v></c><c r="B2" s="0"/>')],
    ['in rows behind the last firm', one(`${rows}<row r="9"><c r="A9" s="0"/></row><row r="10"/>`)],
    ['at the last column', c('<c r="A2"><v>1</v></c><c r="XFD2" s="0"/>')],
  ])('%s are blank to both readers', async (_, plan) => {
    const path = file('企业.xlsx', workbookOf(plan));
    const scanned = await byScanner(path);
    expect(scanned).toHaveProperty('sheets');
    expect(scanned).toEqual(await byLibrary(path));
  });

  test.each([
    ['falls back', '<c r="B2" s="0"/><c r="A2" s="0"/>'],
    ['stands in another row', '<c r="A7" s="0"/>'],
    ['does not end', '<c r="A2" s="0"/ >'],
  ])('one that %s is not for the scanner', async (_, cells) => {
    expect(await byScanner(file('企业.xlsx', workbookOf(c(cells))))).toHaveProperty('notKnown');
  });
});
