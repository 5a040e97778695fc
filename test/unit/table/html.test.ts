import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../src/table/index.js';
import { readHtml } from '../../../src/table/markup/read-html.js';
import { cellsOf, read, refusal } from './bench.js';

const table =
  '<table><tr><td>企业名称</td><td>收入</td></tr><tr><td>华新&amp;<b>传</b>感<br>二行</td><td x:num>1,200.5</td></tr></table>';
const cells = [
  ['企业名称', '收入'],
  ['华新&传感\n二行', '1,200.5'],
];

test.each([
  ['gb18030', iconv.encode(`<html><meta charset=gb2312>${table}</html>`, 'gbk')],
  ['utf-8', Buffer.from(`<html><meta charset=gb2312>${table}</html>`)],
  ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<html>${table}`, 'utf16le')])],
  ['gb18030', iconv.encode(table, 'gbk')],
  ['big5', iconv.encode('<html><meta charset="big5"><table><tr><td>企業名稱</td></tr></table>', 'big5')],
] as const)('the encoding is %s by its bytes, then by what the page says (%#)', async (encoding, bytes) => {
  const { source, rows } = await read('导出.xls', bytes);
  expect(source).toMatchObject({ format: 'html', encoding, separator: null });
  expect(rows.map((row) => row.cells)).toEqual(encoding === 'big5' ? [['企業名稱']] : cells);
});

test('spans take the room that they take on the page', () => {
  const { rows, merges } = readHtml(
    '<table><tr><td colspan=5>名单</td></tr><tr><td rowspan=2>企业</td><td rowspan=2>代码</td><td colspan=2>2023年</td><td rowspan=2>备注</td></tr><tr><td>收入</td><td>研发</td></tr><tr><td>华新</td><td>01</td><td>1</td><td>2</td><td>&nbsp;</td></tr></table>',
  );
  expect(rows).toEqual([
    ['名单'],
    ['企业', '代码', '2023年', '', '备注'],
    ['', '', '收入', '研发'],
    ['华新', '01', '1', '2', ''],
  ]);
  expect(merges).toContainEqual({ top: 1, left: 2, bottom: 1, right: 3 });
});

test('end tags may be left out', () => {
  expect(readHtml('<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>').rows).toEqual([
    ['甲', '乙'],
    ['', '丙'],
  ]);
});

test('titles outside the table are rows above it, tables stand one under the other', async () => {
  const page = `<!DOCTYPE html><html><head><title>不是行</title><style>td{}</style></head><body><h3>企业名单（单位：万元）</h3>${table}<p>注：略</p>${table}</body></html>`;
  const { rows } = await read('导出.xls', page);
  expect(rows.map((row) => [row.number, row.cells[0]])).toEqual([
    [1, '企业名单（单位：万元）'],
    [2, '企业名称'],
    [3, '华新&传感\n二行'],
    [4, '注：略'],
    [5, '企业名称'],
    [6, '华新&传感\n二行'],
  ]);
});

test('codes keep their zeros and blanks of the page are blanks', async () => {
  expect(
    await cellsOf(
      '导出.xls',
      '<table><tr><td>企业名称<td>代码<td>x</tr><tr><td> 华新\n  传感 <td>&#48;123<td>&nbsp; </tr></table>',
    ),
  ).toEqual([
    ['企业名称', '代码', 'x'],
    ['华新 传感', '0123'],
  ]);
});

test('a page without a table is refused, and a frame page names its sheets', async () => {
  expect(await refusal('页.xls', '<html><body>没有表格</body></html>')).toMatchObject({
    id: 'file.not-a-table',
    args: { holds: 'markup' },
  });
  expect(
    await refusal('框.xls', '<html><frameset><frame src="名单.files/sheet001.htm"></frameset></html>'),
  ).toMatchObject({
    args: { inside: ['名单.files/sheet001.htm'] },
  });
  expect(await refusal('空.xls', '<table><tr><td>&nbsp;</td></tr></table>')).toMatchObject({
    id: 'file.no-rows',
  });
});

test('bytes that fit no encoding name their line', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<table>\n<tr><td>'),
    Buffer.from([0xff, 0xff]),
    Buffer.from('</td></tr></table>'),
  ]);
  expect(await refusal('坏.xls', bytes)).toMatchObject({
    id: 'file.undecodable',
    args: { line: 2, encoding: 'gb18030' },
  });
});

test.each([
  '<td "',
  '<a "<',
  '<td colspan=999999999>',
  '&#',
  '<!--',
  '<style>',
  '<tr><td rowspan=99999999>x',
])('hostile HTML (%s …) costs no time', (piece) => {
  const start = performance.now();
  readHtml(piece.repeat(100_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a page or an XML spreadsheet that was cut short is damaged, not shorter', async () => {
  expect(await refusal('断.xls', table.slice(0, -30))).toMatchObject({
    id: 'file.damaged',
    args: { holds: 'html' },
  });
  const xml =
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="企业"><Table><Row><Cell><Data ss:Type="String">企业名称</Data></Cell></Row></Table></Worksheet></Workbook>';
  expect(await cellsOf('全.xml', xml)).toEqual([['企业名称']]);
  expect(await refusal('断.xml', xml.slice(0, -40))).toMatchObject({
    id: 'file.damaged',
    args: { holds: 'xml' },
  });
});

test.each([
  ['a row of 16,385 cells', `<tr>${'<td>1'.repeat(16_385)}`, 1],
  ['spans that leave the grid', `<tr>${'<td colspan=1000>1'.repeat(17)}`, 1],
  ['spans that pad row after row', `<tr>${'<td colspan=1000>'.repeat(15)}<td>1`.repeat(2000), null],
  [
    'spans that cover row after row',
    `<tr>${'<td colspan=1000 rowspan=2>'.repeat(16)}<tr></tr>`.repeat(2000),
    null,
  ],
  ['more rows than a sheet has', `<td>1${'<tr>'.repeat(1_048_577)}`, 1_048_577],
] as const)('a page with %s is refused with the row', async (_, rows, at) => {
  const told = await refusal('导出.xls', Buffer.from(`<html><table>${rows}</table></html>`));
  expect(told).toMatchObject({ id: 'file.damaged', exit: 3, args: { holds: 'html' } });
  expect(told.args.detail).toMatch(at === null ? /^row \d{4}$/ : new RegExp(`^row ${at}$`));
});

test('a page as wide as the grid, or with a title that spans beyond its table, is read', async () => {
  const wide = `<tr>${'<td>1'.repeat(16_384)}`;
  expect((await cellsOf('导出.xls', Buffer.from(`<html><table>${wide}</table></html>`)))[0]).toHaveLength(
    16_384,
  );
  const title = '<tr><td colspan=1000 rowspan=2>2025年企业情况<tr><tr><td>企业名称<td>收入';
  expect(await cellsOf('导出.xls', Buffer.from(`<html><table>${title}</table></html>`))).toEqual([
    ['2025年企业情况'],
    ['企业名称', '收入'],
  ]);
});

test('700,000 frames that are never closed cost no time', async () => {
  const start = performance.now();
  const told = await refusal('导出.xls', Buffer.from(`<html>${'<frame '.repeat(700_000)}</html>`));
  expect(told).toMatchObject({ id: 'file.not-a-table' });
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a page may be as long as a sheet that the library reads', async () => {
  const page = Buffer.from(`<html>${table}${' '.repeat(5 * 1024 * 1024)}</html>`);
  const at = (inflatedBytes: number) => ({ limits: { ...defaultLimits, inflatedBytes } });
  expect(await refusal('导出.xls', page, at(16 * 1024 * 1024))).toMatchObject({
    id: 'file.too-large',
    args: { size: '5 MiB', limit: '4 MiB', raise: '4GiB' },
  });
  expect(await cellsOf('导出.xls', page, at(32 * 1024 * 1024))).toEqual(cells);
});
