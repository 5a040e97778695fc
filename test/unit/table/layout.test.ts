import { expect, test } from 'vitest';
import { fetchRows } from '../../../src/table/index.js';
import { detectLayout } from '../../../src/table/text/detect-separator.js';
import { cellsOf, read, refusal } from './bench.js';

test.each([
  ['comma', ',', '企业名称,代码\n华新,1\n明德,2\n'],
  ['tab in a file named csv', '\t', '企业名称\t收入\n华新\t1,200.5\n明德\t2,037\n'],
  ['semicolon with decimal commas', ';', '企业名称;收入;研发\n华新;1.200,5;3,4\n明德;2,0;5,6\n'],
  ['bar', '|', '企业名称|代码\n华新|1\n'],
  ['full-width comma', '，', '企业名称，代码，收入\n华新，1，2\n明德，3，4\n'],
  [
    'titles above the table',
    ',',
    '高新区企业名单\n填报单位：管委会,,,单位：万元\n\n企业名称,代码,收入,研发\n华新,1,2,3\n',
  ],
  [
    'notes of several lines that hold more of another',
    ',',
    '企业名称,备注\n华新,"甲\n;;;乙"\n明德,"丙\n;;;丁"\n',
  ],
  ['separators inside quotes', ';', '"企业,名称";"代,码"\n"华,新";1\n'],
])('separator: %s', (_, separator, text) => {
  expect(detectLayout(text, true).separator).toBe(separator);
});

test('one column stays one column, whatever its texts hold', async () => {
  expect(await cellsOf('一列.csv', '企业名称及地址\n华新，合肥市，高新区\n明德\n')).toEqual([
    ['企业名称及地址'],
    ['华新，合肥市，高新区'],
    ['明德'],
  ]);
});

test('a sep= line decides, is no row, and counts as a line', async () => {
  const { source, rows } = await read('企业.csv', 'sep=;\r\n企业名称;收入\r\n华新;1,2\r\n');
  expect(source.separator).toBe(';');
  expect(rows).toMatchObject([
    { number: 1, line: 2, cells: ['企业名称', '收入'] },
    { number: 2, line: 3, cells: ['华新', '1,2'] },
  ]);
});

test('CRLF, LF and CR may stand in one file; blank records count but are no rows', async () => {
  const { rows } = await read('混.csv', '序号,企业名称\r\n1,甲\n2,乙\r3,丙\n\r\n ,\u00a0\n\u001a\n4,丁');
  expect(rows.map((row) => [row.number, row.line, row.cells[1]])).toEqual([
    [1, 1, '企业名称'],
    [2, 2, '甲'],
    [3, 3, '乙'],
    [4, 4, '丙'],
    [8, 8, '丁'],
  ]);
});

test('cells keep their column and their blanks; trailing empty ones are left out', async () => {
  expect(await cellsOf('空.csv', '企业名称,,研 发, ,备注,,\n华新,, 12 ,,,,\n')).toEqual([
    ['企业名称', null, '研 发', ' ', '备注'],
    ['华新', null, ' 12 '],
  ]);
});

test('longer and shorter records are given as they are', async () => {
  expect((await cellsOf('宽.csv', '企业名称,代码\n华新,1,2,3\n明德\n')).map((cells) => cells.length)).toEqual(
    [2, 4, 1],
  );
});

test('a table larger than a batch and than a piece of text comes whole and in order', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `企业${i},"备注\n${i}",${i * 7}`);
  const { rows, source } = await read('大.csv', `企业名称,备注,收入\r\n${lines.join('\r\n')}\r\n`);
  expect(rows).toHaveLength(40_001);
  expect(rows[40_000]).toMatchObject({
    number: 40_001,
    line: 80_000,
    cells: ['企业39999', '备注\n39999', '279993'],
  });
  expect(rows.every((row, i) => row.number === i + 1)).toBe(true);
  const fetched = await fetchRows(source.sheets[0]!, new Set([2, 30_000, 99_999]));
  expect([...fetched.keys()]).toEqual([2, 30_000]);
  expect(fetched.get(30_000)?.cells[0]).toBe('企业29998');
});

test('pieces of text that are equal do not hide each other', async () => {
  // 1 MiB pieces of the same two characters: what was known of one piece must not be believed of the next.
  const { rows } = await read('同.csv', `企业\n${'x\n'.repeat(1_600_000)}`);
  expect(rows).toHaveLength(1_600_001);
});

test.each([
  ['nothing', '', 'file.empty'],
  ['a mark only', '\ufeff', 'file.no-rows'],
  ['blank lines only', '\r\n ,\u3000,\r\n\r\n', 'file.no-rows'],
])('a file with %s is refused', async (_, text, id) => {
  expect(await refusal('空.csv', text)).toMatchObject({ id, exit: 3 });
});

test('text named .xls is read as text, and told', async () => {
  const { rows, findings } = await read('导出.xls', '企业名称\t代码\n华新\t0123\n');
  expect(rows[1]?.cells).toEqual(['华新', '0123']);
  expect(findings).toMatchObject([
    { id: 'file.other-format', severity: 'info', args: { extension: '.xls', holds: 'csv' } },
  ]);
});
