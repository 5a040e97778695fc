import { expect, test } from 'vitest';
import { beyondInOldRecords, beyondInRecords } from '../../../src/table/workbook/reach/beyond-in-records.js';
import {
  beyondInOds,
  beyondInOfficeXml,
  beyondInSheet,
} from '../../../src/table/workbook/reach/beyond-in-xml.js';

// What SheetJS would be busy with for hours, or end the process at, is seen before it is given anything.
const words = (...list: readonly number[]) => Buffer.from(Uint32Array.from(list).buffer);
const record = (id: number, body: Buffer) =>
  Buffer.concat([
    Buffer.from(id < 128 ? [id] : [(id & 0x7f) | 0x80, id >> 7]),
    Buffer.from([body.length]),
    body,
  ]);

test.each([
  ['a row at the end of the grid', record(0, words(1_048_575)), null],
  ['a row beyond it', record(0, words(1_048_576)), 'row 1048577'],
  ['a cell at the last column', record(2, words(16_383, 0)), null],
  ['a cell beyond it', record(2, words(100_000_000, 0)), 'column 100000001'],
  ['columns beyond it', record(60, words(0, 2 ** 31)), `column ${2 ** 31 + 1}`],
  ['links over the whole grid', record(494, words(0, 1_048_575, 0, 16_383)), 'rows 1–1048576'],
  [
    'a row header that is too short',
    Buffer.concat([record(0, Buffer.alloc(0)), words(0x7fffffff)]),
    `row ${2 ** 31}`,
  ],
  ['a count of pairs that are there', record(51, words(1, 7, 7)), null],
  ['more pairs than there are', record(51, words(400_000_000, 7, 7)), '400000000 pairs'],
  ['a record cut short', Buffer.from([0, 200]), null],
])('binary sheets: %s', (_, bytes, found) => {
  expect(beyondInRecords(bytes)).toBe(found);
});

test('an old workbook’s links may not add up to more than is believed', () => {
  const link = (bottom: number, right: number) => {
    const bytes = Buffer.alloc(12);
    [0x01b8, 8, 0, bottom, 0, right].forEach((one, index) => {
      bytes.writeUInt16LE(one, index * 2);
    });
    return bytes;
  };
  expect(beyondInOldRecords(link(9, 3))).toBeNull();
  expect(beyondInOldRecords(link(65_535, 65_535))).toBe('rows 1–65536');
});

test('a formula that is longer than its record is none', () => {
  const sheet = (formula: number) => {
    const bytes = Buffer.alloc(34);
    bytes.writeUInt16LE(0x0809, 0);
    bytes.writeUInt16LE(0x0006, 4);
    bytes.writeUInt16LE(26, 6);
    bytes.writeUInt16LE(formula, 28);
    return bytes;
  };
  expect(beyondInOldRecords(sheet(4))).toBeNull();
  expect(beyondInOldRecords(sheet(24_320))).toBe('formula at byte 8');
});

test.each([
  ['<c r="XFD1048576"/>', null],
  ['<c r="XFE1"/>', null],
  ['<c r="ABCD1"/>', 'r="ABCD1"'],
  ['<row r="16777217"/>', 'r="16777217"'],
])('worksheets: %s', (xml, found) => {
  expect(beyondInSheet(xml)).toBe(found);
});

test.each([
  ['blanks repeated to the end of the grid', '<table:table-cell/>', 16_000, 1_000_000, false],
  ['a value repeated over all of it', '<table:table-cell office:value="1"/>', 16_000, 1_000_000, true],
  ['a value repeated a few times', '<table:table-cell office:value="1"/>', 12, 300, false],
  ['a value beyond the last column', '<table:table-cell office:value="1"/>', 20_000, 1, true],
])('OpenDocument: %s', (_, cell, columns, rows, found) => {
  const repeated = cell.replace('/>', ` table:number-columns-repeated="${columns}"/>`);
  const xml = `<table:table><table:table-row table:number-rows-repeated="${rows}">${repeated}</table:table-row></table:table>`;
  expect(beyondInOds(xml) !== null).toBe(found);
});

test.each([
  ['<Row ss:Index="7"><Cell ss:MergeAcross="3"/></Row>', null],
  ['<Row ss:Index="2000000"></Row>', '<Row ss:Index="2000000">'],
  [
    '<Cell ss:MergeDown="1000000" ss:MergeAcross="9000"/>',
    '<Cell ss:MergeDown="1000000" ss:MergeAcross="9000"/>',
  ],
])('XML spreadsheets: %s', (xml, found) => {
  expect(beyondInOfficeXml(xml)).toBe(found);
});
