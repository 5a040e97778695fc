import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Row } from '../../../src/model/cell.js';
import type { Wanted } from '../../../src/model/table.js';
import { holdsCode, isCode } from '../../../src/table/firm-code.js';
import { areAllPairs, firstLead, gb18030Pairs } from '../../../src/table/text/gb18030-pairs.js';
import type { RecordTrouble } from '../../../src/table/text/read-records.js';
import { scannable } from '../../../src/table/text/scan-records.js';
import { scanRows } from '../../../src/table/text/scan-rows.js';
import { file, open, read } from './bench.js';

const code = '91340199MA1007919N';

async function* from(...chunks: readonly Buffer[]) {
  yield* chunks;
}

async function batchesOf(chunks: readonly Buffer[], wanted?: Wanted, width = 3) {
  const troubles: RecordTrouble[] = [];
  const batches: (readonly Row[])[] = [];
  const bytes = { chunks: from(...chunks), encoding: 'utf-8' as const, cut: false };
  const layout = { separator: ',', width, skip: 0 };
  for await (const batch of scanRows(bytes, layout, (one) => troubles.push(one), wanted)) batches.push(batch);
  return { batches, rows: batches.flat(), troubles };
}

test('a row with a code has only the cells that are wanted, and those beyond the table', async () => {
  const firms = Array.from({ length: 6 }, () => `${code},华新传感,120,备注`).join('\n');
  const { rows } = await batchesOf([Buffer.from(`代码,名称,营业收入\n${firms}\n`)], {
    columns: Uint8Array.of(1, 0, 1),
    id: 0,
    rows: null,
  });
  expect(rows[0]?.cells).toEqual(['代码', '名称', '营业收入']);
  expect(rows.at(-1)).toEqual({ number: 7, line: 7, fields: 4, cells: [code, null, '120', '备注'] });
});

test('a batch ends three rows behind one without a code, so that the reader can change its mind', async () => {
  const firm = `${code},华新传感,120`;
  const lines = [
    '代码,名称,营业收入',
    firm,
    firm,
    firm,
    firm,
    firm,
    '代码,研发费用,名称',
    firm,
    firm,
    firm,
    firm,
  ];
  const wanted = { columns: Uint8Array.of(1, 0, 0), id: 0, rows: null };
  const { batches } = await batchesOf([Buffer.from(lines.join('\n'))], wanted);
  expect(batches.map((batch) => batch.map((row) => row.cells[1]))).toEqual([
    ['名称', '华新传感', '华新传感', '华新传感'],
    [null, null, '研发费用', '华新传感', '华新传感', '华新传感'],
    [null],
  ]);
});

test('a change of what is wanted holds from the next batch on', async () => {
  const firm = `${code},华新传感,120\n`;
  const wanted: Wanted = { columns: Uint8Array.of(1, 0, 0), id: 0, rows: null };
  const bytes = { chunks: from(Buffer.from(firm.repeat(2000))), encoding: 'utf-8' as const, cut: false };
  const seen: unknown[] = [];
  for await (const batch of scanRows(bytes, { separator: ',', width: 3, skip: 0 }, () => undefined, wanted)) {
    seen.push([batch.length, batch.at(-1)?.cells]);
    wanted.columns = Uint8Array.of(0, 1, 0);
  }
  expect(seen).toEqual([
    [1024, [code, null, null]],
    [976, [null, '华新传感', null]],
  ]);
});

test('only an odd record goes to csv-parse, and is told with its line', async () => {
  const { rows, troubles } = await batchesOf([
    Buffer.from('名称,备注,收入\n"华新\n传感",甲,1\n明德"软件",乙,2\n中科,"屏"大,3\n启明,"丙,丁",4\n'),
  ]);
  expect(rows.map((row) => [row.number, row.line, ...row.cells])).toEqual([
    [1, 1, '名称', '备注', '收入'],
    [2, 2, '华新\n传感', '甲', '1'],
    [3, 4, '明德"软件"', '乙', '2'],
    [4, 5, '中科', '"屏"大', '3'],
    [5, 6, '启明', '丙,丁', '4'],
  ]);
  expect(troubles.map((one) => [one.kind, one.number, one.line, one.column])).toEqual([['stray', 4, 5, 1]]);
});

test('a quote that is never closed costs its own line only', async () => {
  const firms = '华新,120,甲\n'.repeat(3000);
  const { rows, troubles } = await batchesOf([Buffer.from(`名称,收入,备注\n${firms}明德,"5,乙\n${firms}`)]);
  expect(rows).toHaveLength(6002);
  expect(rows[3001]).toMatchObject({ number: 3002, trouble: 'quote', cells: ['明德', '"5', '乙'] });
  expect(rows.at(-1)).toMatchObject({ number: 6002, line: 6002, cells: ['华新', '120', '甲'] });
  expect(troubles.map((one) => one.kind)).toEqual(['open']);
});

test('a character of four bytes may stand across chunks wherever they end', async () => {
  const bytes = iconv.encode('名称,备注\n𠮷野家,€é\n', 'gb18030');
  for (let cut = 1; cut < bytes.length; cut++) {
    const chunks = from(bytes.subarray(0, cut), bytes.subarray(cut));
    const rows: Row[] = [];
    const layout = { separator: ',', width: 2, skip: 0 };
    for await (const batch of scanRows({ chunks, encoding: 'gb18030', cut: false }, layout, () => undefined))
      rows.push(...batch);
    expect(rows.map((row) => row.cells)).toEqual([
      ['名称', '备注'],
      ['𠮷野家', '€é'],
    ]);
  }
});

test('a quoted field beyond a million characters is taken for an open quote, as csv-parse has it', async () => {
  const long = (size: number) => Buffer.from(`名称,备注\n华新,"${'字'.repeat(size)}"\n明德,乙\n`);
  const kept = await batchesOf([long(1_000_000)], undefined, 2);
  expect(kept.rows.map((row) => row.trouble)).toEqual([undefined, undefined, undefined]);
  expect(kept.rows[1]?.cells[1]).toHaveLength(1_000_000);
  const broken = await batchesOf([long(1_100_000)], undefined, 2);
  expect(broken.rows.map((row) => row.trouble)).toEqual([undefined, 'quote', undefined]);
});

test('a whole last record before half a character is not called cut', async () => {
  const bytes = Buffer.concat([Buffer.from('企业名称,营业收入\r华新传感,120\r'), Buffer.of(0xe5, 0x8d)]);
  const { rows, findings } = await read('企业.csv', bytes);
  expect(rows.map((row) => row.trouble)).toEqual([undefined, undefined]);
  expect(findings).toEqual([]);
});

test.each([
  ['utf-8', ',', true],
  ['utf-8', '|', true],
  ['utf-8', '，', false],
  ['gb18030', ';', true],
  ['gb18030', '\t', true],
  ['gb18030', '|', false],
  ['utf-16le', ',', false],
  ['big5', ',', false],
])('%s cut at %j is scanned: %s', (encoding, separator, expected) => {
  expect(scannable(encoding, separator)).toBe(expected);
});

test('the source says who reads its rows', async () => {
  const table = '企业名称|营业收入\n华新传感|120\n';
  const scanned = await open(file('扫描.csv', table));
  const parsed = await open(file('国标.csv', iconv.encode(table, 'gb18030')));
  expect([scanned.source.reader, parsed.source.reader]).toEqual(['scanner', 'library']);
});

test('the table of pairs has every two-byte code as TextDecoder reads it', () => {
  const pairs = gb18030Pairs();
  const decoder = new TextDecoder('gb18030', { fatal: true });
  for (let lead = firstLead; lead <= 0xfe; lead++)
    for (let trail = 0; trail < 256; trail++) {
      const unit = pairs[((lead - firstLead) << 8) | trail]!;
      if (unit === 0) expect(() => decoder.decode(Uint8Array.of(lead, trail))).toThrow();
      else if (decoder.decode(Uint8Array.of(lead, trail)) !== String.fromCharCode(unit))
        throw new Error(`${lead.toString(16)} ${trail.toString(16)}`);
    }
});

test.each([
  ['pairs in one piece', [[0xbb, 0xaa, 0x2c, 0xd0, 0xc2]], true],
  ['a pair across pieces', [[0xbb], [0xaa, 0x0a]], true],
  ['a four-byte code', [[0x95, 0x32, 0x82, 0x36]], false],
  ['the euro sign of Windows', [[0x80]], false],
  ['a lead byte at the end', [[0x41, 0xbb]], false],
  ['a lead byte before a comma', [[0xbb], [0x2c]], false],
  ['0xff', [[0xff, 0x41]], false],
])('%s: all pairs?', async (_, chunks, expected) => {
  expect(await areAllPairs(from(...chunks.map((one) => Buffer.from(one))))).toBe(expected);
});

test.each([
  [code, true],
  ['911201160015329815', true],
  ['12340000MB1K2345XY', true],
  ['34010319900307001X', false],
  ['340103199003070010', false],
  ['91340199MA1007919', false],
  ['91340199ma1007919n', false],
  ['9134O199MA1007919N', false],
  ['统一社会信用代码', false],
  ['91340199MA100791 N', false],
  ['SO340199MA1007919N', false],
])('%s is a code that no resident has: %s', (text, expected) => {
  const bytes = Buffer.from(`,${text},`);
  expect(holdsCode(bytes, 1, bytes.length - 1)).toBe(expected);
  expect(isCode(text)).toBe(expected);
});
