import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { withMark, withoutMark } from '../../../src/model/formula-mark.js';
import type { Column } from '../../../src/report/column.js';
import { tableAsCsv, tableAsNdjson } from '../../../src/report/csv.js';
import { type CsvValue, csvBytes } from '../../../src/report/csv-bytes.js';
import { formulas } from './hostile.js';

const csvRecord = (row: readonly CsvValue[]): string => {
  const bytes = csvBytes();
  bytes.add(row);
  return bytes.take().toString().slice(0, -2);
};

const columns: readonly Column[] = [
  { id: 'name', header: { zh: '企业名称', en: 'Firm' }, format: 'text' },
  { id: 'total', header: { zh: '总分', en: 'Total' }, format: 'points' },
  { id: 'founded', header: { zh: '成立日期', en: 'Founded' }, format: 'date' },
];
const table = {
  columns,
  rows: () => [['华新传感', 88.5, 16_709] as const, ['中科智造', null, null] as const],
};

test.each(formulas)('%j gets a mark before it', (text) => {
  expect(parse(csvRecord([text, '华新传感']))).toEqual([[`'${text}`, '华新传感']]);
});

test.each(['-5.5', '+1200', '-1,200.50', '3E5', '-12%', '+8613800000000'])(
  '%j, a plain number, has no mark',
  (text) => {
    expect(withMark(text)).toBe(text);
    expect(parse(csvRecord([text, '"']))).toEqual([[text, '"']]);
  },
);

test.each(["'=1+1", "''\t1", "'-5.5"])('%j is told from a marked one', (text) => {
  expect(withMark(text)).toBe(`'${text}`);
  expect(withoutMark(withMark(text))).toBe(text);
});

test('a negative number stays a number', () => {
  expect(csvRecord(['利润', -5.5])).toBe('利润,-5.5');
});

test('a joined record is what csv-stringify writes', () => {
  const row = ['91410100MA2N00001X', '华新传感（郑州）', 88.5, null, true, 0, -3, 1e21, ''];
  expect(`${csvRecord(row)}\n`).toBe(stringify([row], { escape_formulas: true, cast: { boolean: String } }));
});

test.each(['华新,传感', '华新"传感"', '华新\n传感', '华新\r传感'])('%j is quoted and reads back', (text) => {
  expect(parse(csvRecord([text, 1]))).toEqual([[text, '1']]);
});

test('a record of one blank is no blank line', () => {
  expect(csvRecord([null])).toBe('""');
});

test('a file begins with a byte order mark and ends its lines as Excel does', () => {
  const text = [...tableAsCsv(table, { lang: 'zh', headers: 'text' }, true)].join('');
  expect(text).toBe('\ufeff企业名称,总分,成立日期\r\n华新传感,88.5,2015-10-01\r\n中科智造,,\r\n');
});

test('a pipe gets no byte order mark', () => {
  expect([...tableAsCsv(table, { lang: 'zh', headers: 'text' }, false)][0]).toMatch(/^企业名称/);
});

test('headers are ids when a program asks', () => {
  expect([...tableAsCsv(table, { lang: 'zh', headers: 'id' }, false)].join('')).toMatch(
    /^name,total,founded\r\n/,
  );
});

test('two columns of the same name are told apart by their ids', () => {
  const twice = [columns[0]!, { ...columns[0]!, id: 'short_name' }];
  const text = [
    ...tableAsCsv({ columns: twice, rows: () => [] }, { lang: 'zh', headers: 'text' }, false),
  ].join('');
  expect(text).toBe('企业名称 [name],企业名称 [short_name]\r\n');
});

test('a formula in a header gets its mark too', () => {
  const bad = [{ ...columns[0]!, header: { zh: '=1+1', en: '=1+1' } }];
  expect(
    [...tableAsCsv({ columns: bad, rows: () => [] }, { lang: 'zh', headers: 'text' }, false)].join(''),
  ).toBe("'=1+1\r\n");
});

test('a line of JSON is keyed by ids and keeps null', () => {
  const lines = [...tableAsNdjson(table)].join('').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { name: '华新传感', total: 88.5, founded: '2015-10-01' },
    { name: '中科智造', total: null, founded: null },
  ]);
});
