import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { defaultLimits, uniqueNames } from '../../../src/table/index.js';
import { file, open, pathOf, read, refusal, refusalOf } from './bench.js';
import { row, workbookOf, zipOf } from './build-workbook.js';

test('base names are made unique in the order given', () => {
  expect(uniqueNames(['a/企业.xlsx', 'b/企业.xlsx', '企业.xlsx', '-', 'c/x.csv', 'd\\x.csv'])).toEqual([
    '企业.xlsx',
    '企业.xlsx (2)',
    '企业.xlsx (3)',
    'stdin',
    'x.csv',
    'x.csv (2)',
  ]);
  expect(uniqueNames(['企业.xlsx (2)', 'a/企业.xlsx', 'b/企业.xlsx'])).toEqual([
    '企业.xlsx (2)',
    '企业.xlsx',
    '企业.xlsx (3)',
  ]);
});

test('what is no file says what it is', async () => {
  mkdirSync(pathOf('2025年'), { recursive: true });
  execFileSync('mkfifo', [pathOf('管道')]);
  expect(await refusalOf(pathOf('没有.xlsx'))).toMatchObject({ id: 'file.not-found', exit: 3 });
  expect(await refusalOf(join(file('x.csv', 'x'), 'y.csv'))).toMatchObject({ id: 'file.not-found' });
  expect(await refusalOf(pathOf('2025年'))).toMatchObject({ id: 'file.is-folder' });
  expect(await refusalOf(pathOf('管道'))).toMatchObject({ id: 'file.not-regular' });
  expect(await refusalOf('/dev/zero')).toMatchObject({ id: 'file.not-regular' });
});

test('a link is followed', async () => {
  symlinkSync(file('真.csv', '企业名称,代码\n华新,1\n'), pathOf('链接.csv'));
  const { source } = await open(pathOf('链接.csv'));
  expect(source.sheets).toHaveLength(1);
});

test.each([
  ['pdf', '报告.xlsx', Buffer.from('%PDF-1.7\n')],
  ['rar', '数据.xlsx', Buffer.from('526172211a0700cf', 'hex')],
  ['7z', '数据.xlsx', Buffer.from('377abcaf271c0004', 'hex')],
  ['gzip', '数据.csv', gzipSync('企业名称')],
  ['image', '截图.xlsx', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['image', '照片.xlsx', Buffer.from('ffd8ffe000104a46', 'hex')],
  ['rtf', '表.xls', Buffer.from('{\\rtf1\\ansi}')],
  ['mht', '表.xls', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n')],
  ['database', '库.xls', Buffer.from('SQLite format 3\0')],
  ['word', '表.xlsx', zipOf({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' })],
  ['powerpoint', '表.xlsx', zipOf({ 'ppt/presentation.xml': '<x/>' })],
  [
    'word',
    '表.ods',
    zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<x/>',
      'META-INF/manifest.xml': '<x/>',
    }),
  ],
  ['binary', '表.csv', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255))],
  ['markup', '表.xls', Buffer.from('<?xml version="1.0"?><企业/>')],
])('%s under a table name is named', async (holds, name, bytes) => {
  expect(await refusal(name, bytes)).toMatchObject({ id: 'file.not-a-table', exit: 3, args: { holds } });
});

test('a zip archive names what is in it', async () => {
  const refused = await refusal('数据.xlsx', zipOf({ '2025/企业.xlsx': 'x', '说明.txt': 'y' }));
  expect(refused.args).toEqual({ holds: 'zip', inside: ['2025/企业.xlsx', '说明.txt'] });
});

test('standard input is copied to a file without a name, and read twice', async () => {
  const spool = mkdtempSync(pathOf('spool-'));
  const text = '企业名称,代码\n华新,1\n';
  const { source } = await open('-', {
    spool,
    stdin: Readable.from([Buffer.from(text.slice(0, 9)), Buffer.from(text.slice(9))]),
  });
  // Nothing to find, and nothing left however the process ends.
  if (process.platform !== 'win32') expect(readdirSync(spool)).toEqual([]);
  for (let pass = 0; pass < 2; pass += 1) {
    let rows = 0;
    for await (const batch of source.sheets[0]!.rows()) rows += batch.length;
    expect(rows).toBe(2);
  }
  await source.close();
  expect(readdirSync(spool)).toEqual([]);
});

test('a workbook may come through standard input', async () => {
  const bytes = workbookOf({ sheets: [{ name: '企业', rows: row(1, '企业名称') }] });
  const { source, findings } = await open('-', { stdin: Readable.from([bytes]) });
  expect(source.format).toBe('xlsx');
  expect(findings).toEqual([]);
  await source.close();
});

test('refused standard input leaves nothing behind', async () => {
  const spool = mkdtempSync(pathOf('spool-'));
  expect(await refusalOf('-', { spool, stdin: Readable.from([]) })).toMatchObject({ id: 'file.empty' });
  const limits = { ...defaultLimits, inflatedBytes: 1000 };
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(400);
    })(),
  );
  expect(await refusalOf('-', { spool, limits, stdin: endless })).toMatchObject({
    id: 'file.too-large',
    exit: 3,
  });
  expect(readdirSync(spool)).toEqual([]);
});

test('a folder for the copy that is not there is exit 4, naming it', async () => {
  const spool = pathOf('nowhere');
  expect(await refusalOf('-', { spool, stdin: Readable.from([Buffer.from('企业名称\n')]) })).toMatchObject({
    id: 'file.output-failed',
    exit: 4,
  });
});

test('a file that changes between two readings is refused', async () => {
  const path = file('变.csv', '企业名称,代码\n华新,1\n');
  const { source } = await open(path);
  writeFileSync(path, '企业名称,代码\n华新,1\n明德,2\n');
  const reading = (async () => {
    for await (const _ of source.sheets[0]!.rows());
  })();
  await expect(reading).rejects.toThrow('file.changed');
});

test('the hash is of the bytes as they stand', async () => {
  const { source } = await read('企业.csv', '企业名称,代码\n');
  expect(source.bytes).toBe(20);
  expect(source.sha256).toBe(
    execFileSync('sha256sum', [pathOf('企业.csv')])
      .toString()
      .slice(0, 64),
  );
});
