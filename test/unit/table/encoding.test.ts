import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { cellsOf, read, refusal } from './bench.js';

const table =
  '企业名称,代码,营业收入,备注\r\n华新传感有限公司,0123,1200.5,甲\r\n明德软件有限公司,0456,2037,乙\r\n';
const cells = [
  ['企业名称', '代码', '营业收入', '备注'],
  ['华新传感有限公司', '0123', '1200.5', '甲'],
  ['明德软件有限公司', '0456', '2037', '乙'],
];
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const mark = (...bytes: number[]) => Buffer.from(bytes);

test.each([
  ['utf-8', Buffer.from(table)],
  ['utf-8', Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(table)])],
  ['gb18030', iconv.encode(table, 'gbk')],
  ['gb18030', Buffer.concat([mark(0x84, 0x31, 0x95, 0x33), iconv.encode(table, 'gb18030')])],
  ['utf-16le', Buffer.concat([mark(0xff, 0xfe), utf16(table)])],
  ['utf-16be', Buffer.concat([mark(0xfe, 0xff), utf16(table).swap16()])],
  ['utf-16le', utf16(table)],
  ['utf-16be', utf16(table).swap16()],
] as const)('%s is found by the bytes (%#)', async (encoding, bytes) => {
  const { source, rows } = await read('企业.csv', bytes);
  expect(source.encoding).toBe(encoding);
  expect(rows.map((row) => row.cells)).toEqual(cells);
});

test('four-byte characters of GB18030 and the euro sign of Windows come through', async () => {
  const text = '企业名称,备注\n示例𠮷田科技,㐂䶮\n';
  const whole = Buffer.concat([iconv.encode(`${text}华新,`, 'gb18030'), mark(0x80), Buffer.from('\n')]);
  expect(await cellsOf('企业.csv', whole)).toEqual([
    ['企业名称', '备注'],
    ['示例𠮷田科技', '㐂䶮'],
    ['华新', '€'],
  ]);
});

test('scattered NUL bytes are data, not UTF-16', async () => {
  const { source, rows } = await read(
    '企业.csv',
    '企业名称,营业收入\n华新传感,12\u000000\n\u0000\u0000明德软件,3\n',
  );
  expect(source.encoding).toBe('utf-8');
  expect(rows.map((row) => row.cells)).toEqual([
    ['企业名称', '营业收入'],
    ['华新传感', '12\u000000'],
    ['\u0000\u0000明德软件', '3'],
  ]);
});

test('Big5 is named, never read as GB18030', async () => {
  const bytes = iconv.encode('序號,企業名稱\r\n1,某某科技有限公司\r\n', 'big5');
  const refused = await refusal('企業.csv', bytes);
  expect(refused).toMatchObject({ id: 'file.looks-like-big5', exit: 3, args: { first: '序號,企業名稱' } });
  const { source, rows } = await read('企業.csv', bytes, { encoding: 'big5' });
  expect(source.encoding).toBe('big5');
  expect(rows[0]?.cells).toEqual(['序號', '企業名稱']);
});

test.each([
  ['shift_jis', '企業名,売上\r\n株式会社テスト,1200\r\n'],
  ['euc-kr', '기업명,매출\r\n주식회사,1200\r\n'],
])('%s text is refused instead of being read as Chinese', async (encoding, text) => {
  expect(await refusal('表.csv', iconv.encode(text, encoding))).toMatchObject({
    id: 'file.encoding-unsure',
    exit: 3,
  });
});

test('GB18030 without a known header is read only on request, and the refusal shows what it would say', async () => {
  const bytes = iconv.encode('甲,乙\r\n丙,1200\r\n', 'gbk');
  expect(await refusal('表.csv', bytes)).toMatchObject({
    id: 'file.encoding-unsure',
    args: { first: '甲,乙' },
  });
  expect(await cellsOf('表.csv', bytes, { encoding: 'GB2312' })).toEqual([
    ['甲', '乙'],
    ['丙', '1200'],
  ]);
  expect(await cellsOf('表.csv', bytes, { headers: ['甲,乙'] })).toHaveLength(2);
  expect(await cellsOf('表.csv', bytes, { headers: [] })).toHaveLength(2);
});

test('two encodings in one file name the first line of the other', async () => {
  const gbkBehind = Buffer.concat([Buffer.from(table + table), iconv.encode(table, 'gbk')]);
  expect(await refusal('拼接.csv', gbkBehind)).toMatchObject({
    id: 'file.two-encodings',
    exit: 3,
    args: { line: 7, main: 'utf-8', other: 'gb18030' },
  });
  const utf8Behind = Buffer.concat([iconv.encode(table + table, 'gbk'), Buffer.from(table)]);
  expect(await refusal('拼接.csv', utf8Behind)).toMatchObject({
    args: { line: 7, main: 'gb18030', other: 'utf-8' },
  });
});

test('broken bytes name their line', async () => {
  const utf8 = Buffer.concat([Buffer.from(table), mark(0xff, 0x2c, 0x41, 10), Buffer.from(table)]);
  expect(await refusal('坏.csv', utf8)).toMatchObject({
    id: 'file.two-encodings',
    args: { line: 4, main: 'utf-8', other: '' },
  });
  const gbk = iconv.encode(table, 'gbk');
  const bad = Buffer.concat([gbk, mark(0xff, 0x2c, 0x41, 10), gbk]);
  expect(await refusal('坏.csv', bad)).toMatchObject({
    id: 'file.undecodable',
    args: { line: 4, encoding: 'gb18030' },
  });
});

test('an encoding that was asked for is held to', async () => {
  expect(await refusal('企业.csv', iconv.encode(table, 'gbk'), { encoding: 'utf8' })).toMatchObject({
    id: 'file.undecodable',
    exit: 3,
    args: { line: 1, encoding: 'utf-8' },
  });
  expect(await refusal('企业.csv', table, { encoding: 'gbk2312' })).toMatchObject({
    id: 'file.encoding-unknown',
    exit: 2,
  });
});

test.each([
  ['gb18030', iconv.encode(table.trimEnd(), 'gbk').subarray(0, -1)],
  ['utf-8', Buffer.from(table.trimEnd()).subarray(0, -1)],
  ['utf-16le', Buffer.concat([mark(0xff, 0xfe), utf16(table.trimEnd()).subarray(0, -1)])],
] as const)('half a character at the end spoils its row only (%s)', async (encoding, bytes) => {
  const { rows, findings } = await read('断.csv', bytes);
  expect(rows.map((row) => row.trouble)).toEqual([undefined, undefined, 'cut']);
  expect(rows[2]?.cells).toEqual(['明德软件有限公司', '0456', '2037']);
  expect(findings).toMatchObject([
    { id: 'row.cut-short', severity: 'error', at: { row: 3, line: 3 }, args: { encoding } },
  ]);
});

test('a byte order mark written twice is no part of the first header', async () => {
  expect((await cellsOf('企业.csv', `\ufeff\ufeff${table}`))[0]?.[0]).toBe('企业名称');
});

test('UTF-32 is named', async () => {
  const bytes = iconv.encode(table, 'utf-32le', { addBOM: true });
  expect(await refusal('企业.csv', bytes)).toMatchObject({
    id: 'file.not-a-table',
    args: { holds: 'utf32' },
  });
});
