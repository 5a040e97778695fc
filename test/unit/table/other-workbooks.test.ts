import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import { cellsOf, read, refusal } from './bench.js';

const book = () => {
  const sheet = xlsx.utils.aoa_to_sheet([
    ['企业名称', '统一社会信用代码', '研发占比', '成立日期', '备注'],
    ['华新传感有限公司', '91330108MA2700015Y', 0.0735, 42064, null],
    ['明德软件有限公司', '913301081900792060', 5, 43831.5, '乙'],
  ]);
  sheet.C2.z = '0.00%';
  sheet.D2.z = 'yyyy-mm-dd';
  sheet.D3.z = 'yyyy-mm-dd hh:mm';
  sheet['!merges'] = [{ s: { r: 0, c: 4 }, e: { r: 0, c: 5 } }];
  const made = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(made, sheet, '企业');
  return made;
};

const cells = [
  ['企业名称', '统一社会信用代码', '研发占比', '成立日期', '备注'],
  [
    '华新传感有限公司',
    '91330108MA2700015Y',
    { kind: 'percent', value: 0.0735, shown: '7.35%' },
    { kind: 'date', days: 16495, shown: '2015-03-01' },
  ],
  [
    '明德软件有限公司',
    '913301081900792060',
    5,
    { kind: 'date', days: 18262, shown: '2020-01-01 12:00:00' },
    '乙',
  ],
];

test.each([
  ['xlsx', 'xlsx', '.xlsx'],
  ['xlsm', 'xlsx', '.xlsm'],
  ['xlsb', 'xlsb', '.xlsb'],
  ['biff8', 'xls', '.xls'],
  ['biff8', 'xls', '.et'],
  ['ods', 'ods', '.ods'],
  ['fods', 'xml', '.fods'],
  ['xlml', 'xml', '.xml'],
] as const)('%s gives the same cells', async (bookType, format, extension) => {
  const bytes: Buffer = xlsx.write(book(), { type: 'buffer', bookType });
  const { source, rows, findings } = await read(`企业${extension}`, bytes);
  expect(source.format).toBe(format);
  expect(rows.map((row) => row.cells)).toEqual(cells);
  expect(source.sheets[0]).toMatchObject({
    name: '企业',
    merges: [{ top: 0, left: 4, bottom: 0, right: 5 }],
  });
  expect(findings).toEqual([]);
});

/** A bare BIFF stream as old PHP exports write it: no container, no code page. */
function bareStream(rows: readonly (readonly (string | number)[])[], first = ''): Buffer {
  const words = (...values: number[]) => Buffer.from(new Uint16Array(values).buffer);
  const records: Buffer[] = [words(0x809, 8, 0, 0x10, 0, 0), Buffer.from(first, 'hex')];
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries()) {
      const text = typeof cell === 'string' ? iconv.encode(cell, 'gbk') : null;
      if (text === null)
        records.push(words(0x203, 14, r, c, 0), Buffer.from(new Float64Array([Number(cell)]).buffer));
      else records.push(words(0x204, 8 + text.length, r, c, 0, text.length), text);
    }
  return Buffer.concat([...records, words(0x0a, 0)]);
}

test('a bare stream without a code page is GBK', async () => {
  const bytes = bareStream([
    ['企业名称', '营业收入'],
    ['华新传感', 1200.5],
  ]);
  expect(await cellsOf('导出.xls', bytes)).toEqual([
    ['企业名称', '营业收入'],
    ['华新传感', 1200.5],
  ]);
});

test('code page 936 of Excel 95 is read', async () => {
  const made = {
    SheetNames: ['S'],
    Sheets: {
      S: xlsx.utils.aoa_to_sheet([
        ['统一社会信用代码', 'x'],
        ['ABCDEFGH', 5],
      ]),
    },
  };
  const bytes = Buffer.from(xlsx.write(made, { type: 'buffer', bookType: 'biff5' }) as Uint8Array);
  // The writer knows no Chinese and puts one _ a character: eight of them take the four characters of a GBK text.
  for (let at = bytes.indexOf('________'); at >= 0; at = bytes.indexOf('________', at))
    iconv.encode('统一信用', 'gbk').copy(bytes, at);
  const codePage = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]));
  bytes.writeUInt16LE(936, codePage + 4);
  expect(await cellsOf('老.xls', bytes)).toEqual([
    ['统一信用', 'x'],
    ['ABCDEFGH', 5],
  ]);
});

test('a password on an old workbook is named', async () => {
  expect(
    await refusal('密.xls', bareStream([['企业名称']], '2f00060000000102 0304'.replace(' ', ''))),
  ).toMatchObject({
    id: 'file.password',
    exit: 3,
    args: { holds: 'xls' },
  });
});

test('a password on a new workbook is named: it comes in an old container', async () => {
  const container = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(600));
  xlsx.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(600));
  expect(await refusal('密.xlsx', xlsx.CFB.write(container, { type: 'buffer' }))).toMatchObject({
    id: 'file.password',
    args: { holds: 'xlsx' },
  });
});

test.each([
  ['word', '/WordDocument'],
  ['powerpoint', '/PowerPoint Document'],
  ['ole', '/别的'],
])('an old Office file that is no workbook is %s', async (holds, stream) => {
  const container = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(container, stream, Buffer.alloc(5000));
  expect(await refusal('表.xls', xlsx.CFB.write(container, { type: 'buffer' }))).toMatchObject({
    id: 'file.not-a-table',
    args: { holds },
  });
});

test.each([0.2, 0.5, 0.8])('an old workbook cut at %f of its length is damaged', async (share) => {
  const bytes: Buffer = xlsx.write(book(), { type: 'buffer', bookType: 'biff8' });
  expect(await refusal('断.xls', bytes.subarray(0, Math.floor(bytes.length * share)))).toMatchObject({
    id: 'file.damaged',
    exit: 3,
  });
});
