import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { Findings } from '../../src/finding/index.js';
import type { Row } from '../../src/model/cell.js';
import { defaultLimits, openSource } from '../../src/table/index.js';
import { type RecordTrouble, readRecords } from '../../src/table/text/read-records.js';

const folder = mkdtempSync(join(tmpdir(), 'innopoints-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cells as people have them; one with a line break holds no separator, or it might be a swallowed row. */
const character = fc.constantFrom(
  '华',
  '新',
  '𠮷',
  '€',
  '１',
  '1',
  '.',
  '-',
  ' ',
  '"',
  "'",
  '=',
  ',',
  ';',
  '\t',
  '|',
  '，',
  '（',
);
const broken = fc.constantFrom('第', '行', '"', '\n', '\r\n', '\r', ' ');
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: character, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: broken, maxLength: 6 }) },
  { weight: 2, arbitrary: fc.constant('') },
);

const tables = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  );

const files = fc.record({
  table: tables,
  separator: fc.constantFrom(',', '\t', ';', '|'),
  end: fc.constantFrom('\r\n', '\n', '\r'),
  quoteAll: fc.boolean(),
  lastEnd: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'gb18030', 'utf16-le', 'utf16-be', 'utf16-le-bare'),
});

const encode = (text: string, encoding: string): Buffer => {
  if (encoding === 'utf8-bom') return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);
  if (encoding === 'utf16-le-bare') return iconv.encode(text, 'utf16-le');
  if (encoding.startsWith('utf16')) return iconv.encode(text, encoding, { addBOM: true });
  return iconv.encode(text, encoding);
};

test('whatever is written as CSV is read back: cells, record numbers, lines', async () => {
  let n = 0;
  await fc.assert(
    fc.asyncProperty(files, async ({ table, separator, end, quoteAll, lastEnd, encoding }) => {
      const header = ['企业名称', '营业收入', ...(table[0] ?? []).slice(2).map((_, i) => `第${i}列`)];
      const rows = [header, ...table];
      const needsQuote = (one: string) => quoteAll || one.includes(separator) || /["\r\n]/.test(one);
      const quoted = (one: string) => (needsQuote(one) ? `"${one.replaceAll('"', '""')}"` : one);
      const records = rows.map((row) => row.map(quoted).join(separator));
      const path = join(folder, `${n++}.csv`);
      writeFileSync(path, encode(records.join(end) + (lastEnd ? end : ''), encoding));

      let line = 1;
      const expected: { number: number; line: number; cells: (string | null)[] }[] = [];
      for (const [i, row] of rows.entries()) {
        const cells = row.map((one) => (one === '' ? null : one));
        while (cells.length > 0 && cells.at(-1) === null) cells.pop();
        if (cells.some((one) => one !== null && one.trim() !== ''))
          expected.push({ number: i + 1, line, cells });
        line += 1 + (records[i]!.match(/\r\n?|\n/g)?.length ?? 0);
      }

      const findings = new Findings();
      const source = await openSource(
        { path, file: '企业.csv' },
        { limits: defaultLimits, findings, headers: ['企业名称'] },
      );
      const found: Row[] = [];
      for await (const batch of source.sheets[0]!.rows()) found.push(...batch);
      await source.close();
      expect(source.separator).toBe(separator);
      expect(found.map((row) => ({ number: row.number, line: row.line, cells: row.cells }))).toEqual(
        expected,
      );
      expect(findings.all).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

const rubbish = fc.string({
  unit: fc.constantFrom('企', 'a', '"', '"', ',', ',', '\n', '\r\n', '\r', ' ', '\0'),
  maxLength: 80,
});

async function readPieces(pieces: readonly string[], cut: boolean) {
  const troubles: RecordTrouble[] = [];
  const rows: Row[] = [];
  async function* texts() {
    yield* pieces;
  }
  const layout = { separator: ',', width: 3, skip: 0 };
  for await (const batch of readRecords(texts(), layout, cut, (one) => troubles.push(one)))
    rows.push(...batch);
  return { rows, troubles };
}

test('where the pieces of a text end does not matter, however broken its quotes are', async () => {
  await fc.assert(
    fc.asyncProperty(
      rubbish,
      fc.array(fc.nat(80), { maxLength: 6 }),
      fc.boolean(),
      async (text, cuts, cut) => {
        const places = [...new Set([0, ...cuts, text.length])]
          .filter((one) => one <= text.length)
          .sort((a, b) => a - b);
        const pieces = places.slice(1).map((place, i) => text.slice(places[i], place));
        expect(await readPieces(pieces, cut)).toEqual(await readPieces([text], cut));
      },
    ),
    { numRuns: 3000 },
  );
});

test('no line is lost: every visible character of a broken text stands in some row', async () => {
  await fc.assert(
    fc.asyncProperty(rubbish, async (text) => {
      const { rows } = await readPieces([text], false);
      const visible = (one: string) => [...one].filter((char) => char === '企' || char === 'a').length;
      const read = rows.reduce((sum, row) => sum + visible(row.cells.join('')), 0);
      expect(read).toBe(visible(text));
      const numbers = rows.map((row) => row.number);
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
      const lines = (text.match(/\r\n?|\n/g)?.length ?? 0) + 1;
      expect(rows.every((row) => row.line >= row.number && row.line <= lines)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
