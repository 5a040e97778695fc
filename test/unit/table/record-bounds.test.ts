import { expect, test } from 'vitest';
import { EdgeError } from '../../../src/finding/index.js';
import { defaultLimits } from '../../../src/table/index.js';
import { scanRows } from '../../../src/table/text/scan-rows.js';
import { read } from './bench.js';

// A record of a text table is bounded in cells (raised by an option) and in length, by each of the ways to read one.

const MiB = 1 << 20;
const limits = { ...defaultLimits, columns: 4 };
const header = '企业名称,营业收入,研发费用,备注';

/** What stops the reading, wherever it does. */
async function refusalOf(text: string | Buffer, options = {}): Promise<Record<string, unknown> | null> {
  try {
    await read('企业.csv', text, { limits, ...options });
    return null;
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    const { id, args, at } = error.findings[0]!;
    return { id, exit: error.exit, file: at.file, ...args };
  }
}

const wide = (line: number, count: number) => ({
  id: 'file.record-too-wide',
  exit: 3,
  file: '企业.csv',
  line,
  count,
  whole: true,
  limit: 4,
});

const rows = (count: number) => Array.from({ length: count }, (_, i) => `华新${i},1,2,\n`).join('');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

test.each<readonly [string, string | Buffer, number, number]>([
  ['the header', `${header},五\n${rows(3)}`, 1, 5],
  ['a row', `${header}\n${rows(3)}瑞泽,1,2,3,4,5\n${rows(3)}`, 5, 6],
  ['a row far below', `${header}\n${rows(3000)}瑞泽,1,2,3,4\n`, 3002, 5],
  ['a row with nothing but separators', `${header}\n${rows(1)}瑞泽,,,,,,\n`, 3, 7],
  ['a blank row', `${header}\n,,,,,\n`, 2, 6],
  ['a row behind a cell of two lines', `${header}\n"华\n新",1,2,3\n瑞泽,1,2,3,4\n`, 4, 5],
  ['a row with an open quote', `${header}\n${rows(3)}"瑞泽,1,2,3,4\n${rows(3)}`, 5, 5],
  ['a row with a stray quote', `${header}\n"瑞"泽,1,2,3,4\n${rows(3)}`, 2, 5],
  ['the last row, without a line end', `${header}\n${rows(3)}瑞泽,1,2,3,4`, 5, 5],
  ['a row of UTF-16', utf16(`${header}\n${rows(3)}瑞泽,1,2,3,4\n`), 5, 5],
  ['a row cut by full-width commas', `${header},五\n${rows(9)}`.replaceAll(',', '，'), 1, 5],
])('%s of too many cells is refused with its line', async (_, text, line, count) => {
  expect(await refusalOf(text)).toEqual(wide(line, count));
});

test('as many cells as the limit are read, and more where it is raised', async () => {
  expect((await read('企业.csv', `${header}\n${rows(3)}`, { limits })).rows).toHaveLength(4);
  const raised = { ...limits, columns: 5 };
  expect((await read('企业.csv', `${header}\n瑞泽,1,2,3,4\n`, { limits: raised })).rows).toHaveLength(2);
});

test('separators inside quotes are no cells', async () => {
  const { rows: found } = await read('企业.csv', `${header}\n"瑞泽,,,,,,",1,2,3\n`, { limits });
  expect(found[1]?.cells).toEqual(['瑞泽,,,,,,', '1', '2', '3']);
});

test('Excel’s own number of columns is the limit where nothing is told', () => {
  expect(defaultLimits.columns).toBe(16_384);
});

test('a record that does not end within a piece is refused as soon as it has too many cells', async () => {
  const found = await refusalOf(`${header}\n${','.repeat(3 * MiB)}`, { limits: defaultLimits });
  expect(found).toMatchObject({ id: 'file.record-too-wide', line: 2, whole: false });
  expect(Number(found?.count)).toBeGreaterThan(16_384);
  expect(Number(found?.count)).toBeLessThan(3 * MiB);
});

test.each<readonly [string, (size: number) => string | Buffer, number]>([
  ['a cell', (size) => `${header}\n华新,1,2,${'长'.repeat(size / 3)}`, 2],
  ['a quoted cell', (size) => `${header}\n${rows(2)}华新,1,2,"${'a'.repeat(size)}`, 4],
  ['a cell of quotes', (size) => `${header}\n"${'""'.repeat(size / 2)}`, 2],
  ['a cell of UTF-16', (size) => utf16(`${header}\n华新,1,2,${'a'.repeat(size)}`), 2],
])('%s without an end is refused at 16 MiB with its line', async (_, text, line) => {
  expect(await refusalOf(text(20 * MiB))).toEqual({
    id: 'file.record-too-long',
    exit: 3,
    file: '企业.csv',
    line,
    limit: '16 MiB',
  });
});

test('a long cell that ends is read, and the rows behind it', async () => {
  const { rows: found } = await read('企业.csv', `${header}\n华新,1,2,${'长'.repeat(3 * MiB)}\n${rows(2)}`);
  expect(found.map((row) => row.cells.length)).toEqual([4, 4, 3, 3]);
  expect(String(found[1]?.cells[3])).toHaveLength(3 * MiB);
});

test.each([64 * 1024, MiB, 3 * MiB])(
  'a quote that opens a line of 5 MiB ends with the line, in pieces of %i bytes',
  async (size) => {
    const bytes = Buffer.from(`${header}\n"华新,1,2,${'长'.repeat((5 * MiB) / 3)}\n${rows(2)}`);
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const found: unknown[] = [];
    const layout = { separator: ',', width: 4, skip: 0 };
    const told: unknown[] = [];
    const text = { chunks: pieces(), encoding: 'utf-8', cut: false } as const;
    for await (const batch of scanRows(text, layout, ({ kind, number, line }) =>
      told.push({ kind, number, line }),
    ))
      for (const { number, line, cells } of batch) found.push([number, line, cells.length]);
    expect(told).toEqual([{ kind: 'open', number: 2, line: 2 }]);
    expect(found).toEqual([
      [1, 1, 4],
      [2, 2, 4],
      [3, 3, 3],
      [4, 4, 3],
    ]);
  },
);
