import { expect, test } from 'vitest';
import { defaultLimits } from '../../../src/table/index.js';
import { memoryFor } from '../../../src/table/limits.js';
import { cellsOf, refusal } from './bench.js';
import { row, workbookOf, zipOf } from './build-workbook.js';

const rows = row(1, '企业名称') + row(2, '华新传感');
const plan = { sheets: [{ rows }] };
const MiB = 1024 * 1024;

test('what the directory declares is refused before anything is inflated', async () => {
  const blanks = ' '.repeat(40 * MiB);
  const start = performance.now();
  const refused = await refusal('炸弹.xlsx', workbookOf({ sheets: [{ rows: rows + blanks }] }), {
    limits: { ...defaultLimits, inflatedBytes: 16 * MiB },
  });
  expect(refused).toMatchObject({
    id: 'file.inflated-too-large',
    exit: 3,
    args: { size: '40 MiB', limit: '16 MiB', raise: '4GiB', share: 1 },
  });
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('one sheet that the library holds may take a quarter of the limit, and raising the limit reads it', async () => {
  const bytes = workbookOf({ sheets: [{ rows: `${rows + ' '.repeat(5 * MiB)}<odd/>` }] });
  const at = (inflatedBytes: number) => ({ limits: { ...defaultLimits, inflatedBytes } });
  expect(await refusal('大.xlsx', bytes, at(16 * MiB))).toMatchObject({
    id: 'file.inflated-too-large',
    args: { part: 'xl/worksheets/sheet1.xml', limit: '4 MiB', share: 4, whole: '16 MiB' },
  });
  expect(await cellsOf('大.xlsx', bytes, at(32 * MiB))).toHaveLength(2);
});

test('one sheet that the scanner reads may fill the limit', async () => {
  const bytes = workbookOf({ sheets: [{ rows: rows + ' '.repeat(15 * MiB) }] });
  const limits = { ...defaultLimits, inflatedBytes: 16 * MiB };
  expect(await cellsOf('大.xlsx', bytes, { limits })).toHaveLength(2);
});

test('a directory that lies about a size is caught while counting', async () => {
  const lie = { 'xl/worksheets/sheet1.xml': 2000 };
  const bytes = workbookOf({ sheets: [{ rows: rows + ' '.repeat(20 * MiB) }], lie });
  const before = process.memoryUsage().arrayBuffers;
  expect(await refusal('谎.xlsx', bytes)).toMatchObject({
    id: 'file.damaged',
    args: { detail: 'xl/worksheets/sheet1.xml' },
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * MiB);
});

test('a part that holds no cell is not inflated, so its size does not matter', async () => {
  const more = { 'xl/media/照片.png': Buffer.alloc(30 * MiB) };
  const limits = { ...defaultLimits, inflatedBytes: 8 * MiB };
  expect(await cellsOf('企业.xlsx', workbookOf({ ...plan, more }), { limits })).toHaveLength(2);
});

test('too many parts are refused by count', async () => {
  const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`xl/a${i}`, '']));
  expect(await refusal('多.xlsx', zipOf(parts))).toMatchObject({
    id: 'file.too-many-parts',
    args: { count: 10_001, limit: 10_000 },
  });
});

test.each([0.3, 0.6, 0.9, 0.99])('a download cut at %f of its length is damaged', async (share) => {
  const bytes = workbookOf(plan);
  expect(await refusal('断.xlsx', bytes.subarray(0, Math.floor(bytes.length * share)))).toMatchObject({
    id: 'file.damaged',
    exit: 3,
    args: { holds: 'xlsx' },
  });
});

test('a flipped bit in a part is damage, not another value', async () => {
  const bytes = workbookOf(plan);
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length + 8;
  bytes[at] = bytes[at]! ^ 0x10;
  expect(await refusal('坏.xlsx', bytes)).toMatchObject({
    id: 'file.damaged',
    args: { detail: 'xl/worksheets/sheet1.xml' },
  });
});

test('a sheet that its writer left unfinished is damaged', async () => {
  const xml =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>5</v></c></row>';
  expect(await refusal('半.xlsx', workbookOf({ sheets: [{ xml }] }))).toMatchObject({ id: 'file.damaged' });
});

test('a shared string that is not there is damage', async () => {
  const bad = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>';
  expect(await refusal('坏.xlsx', workbookOf({ sheets: [{ rows: bad }] }))).toMatchObject({
    id: 'file.damaged',
    args: { detail: '' },
  });
});

test('an OpenDocument spreadsheet with a password names it', async () => {
  const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
  const bytes = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': 'x',
    'META-INF/manifest.xml': manifest,
  });
  expect(await refusal('密.ods', bytes)).toMatchObject({ id: 'file.password', args: { holds: 'ods' } });
});

test.each(['<sheet "', '<numFmts>', '<row hidden=', 'aaaaaaaaaa', '<x a='])(
  'hostile XML (%s …) costs no time',
  async (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const bytes = workbookOf({
      sheets: [{ rows, before: `<!--${text.replaceAll('--', '')}-->` }],
      workbook: text,
      more: { 'xl/styles.xml': `<styleSheet>${text}` },
    });
    const start = performance.now();
    await cellsOf('恶.xlsx', bytes).catch(() => null);
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);

const long = '长'.repeat(6 * MiB);
test.each([
  ['xl/sharedStrings.xml', { sheets: [{ rows }], strings: [`<t>${long}</t>`] }],
  [
    'xl/worksheets/sheet1.xml',
    {
      sheets: [{ rows: `${rows}<row r="3"><c r="A3" t="inlineStr"><is><t>${long}</t></is></c></row>` }],
    },
  ],
])('a text of 18 MiB in %s is refused by name, not read at eight times its length', async (part, plan) => {
  expect(await refusal('长.xlsx', workbookOf(plan))).toMatchObject({
    id: 'file.text-too-long',
    exit: 3,
    args: { part, limit: '16 MiB' },
  });
});

test('a row of 18 MiB in texts of honest length is read', async () => {
  const cells = Array.from(
    { length: 600 },
    () => `<c t="inlineStr"><is><t>${'长'.repeat(10_900)}</t></is></c>`,
  );
  const read = await cellsOf('长行.xlsx', workbookOf({ sheets: [{ rows: `<row>${cells.join('')}</row>` }] }));
  expect(read[0]).toHaveLength(600);
});

test('the memory that the library takes is told from the default limit of a sheet on', () => {
  expect(memoryFor(256 * MiB)).toBeNull();
  expect(memoryFor(300 * MiB)).toBe(2400 * MiB);
});
