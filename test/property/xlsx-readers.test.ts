import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import type { Row } from '../../src/model/cell.js';
import type { Wanted } from '../../src/model/table.js';
import { defaultLimits } from '../../src/table/index.js';
import { stageInput } from '../../src/table/stage-input.js';
import { zipParts } from '../../src/table/workbook/open-zip.js';
import { openKnown } from '../../src/table/xlsx/open-xlsx.js';
import { root } from '../support/workbench.js';
import { byLibrary, byScanner, type Told } from '../unit/table/both-readers.js';
import { workbookOf } from '../unit/table/build-workbook.js';
import { randomWorkbook } from './random-workbook.js';

// SheetJS is the authority: whatever the scanner reads at all, it reads to the same cells. INNOPOINTS_RUNS=1000 for more.

const numRuns = Number(process.env.INNOPOINTS_RUNS ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'innopoints-both-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(bytes: Buffer): string {
  const path = join(folder, '企业.xlsx');
  writeFileSync(path, bytes);
  return path;
}

const same = (scanned: Told, library: Told): void => expect(scanned).toEqual(library);

test('random workbooks give the same rows, merges and hidden parts by both readers', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(randomWorkbook, async (plan) => {
      const path = written(workbookOf(plan));
      const scanned = await byScanner(path);
      same(scanned, await byLibrary(path));
      if ('sheets' in scanned) read += 1;
    }),
    { numRuns },
  );
  // Else they would only be refused alike.
  expect(read).toBeGreaterThan(numRuns * 0.8);
});

test('a difference of one cell would be seen', async () => {
  const path = written(workbookOf({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1200</v></c></row>' }] }));
  const library = await byLibrary(path);
  written(workbookOf({ sheets: [{ rows: '<row r="1"><c r="A1"><v>1201</v></c></row>' }] }));
  const scanned = await byScanner(path);
  expect(() => same(scanned, library)).toThrow();
});

const shown = fc.oneof(
  fc.string({ unit: fc.constantFrom('华', '𠮷', 'a', ' ', '&', '<', '"', '_x000D_', '\n'), maxLength: 8 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.date({ noInvalidDate: true, min: new Date('1900-03-01'), max: new Date('2100-01-01') }),
  fc.constant(null),
);

test.each([true, false])('workbooks that SheetJS writes (shared strings: %s)', async (bookSST) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(shown, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      async (cells) => {
        const sheet = xlsx.utils.aoa_to_sheet(cells, { UTC: true });
        sheet['!merges'] = [xlsx.utils.decode_range('A1:B2')];
        const book = { SheetNames: ['企业'], Sheets: { 企业: sheet } };
        const path = written(xlsx.write(book, { type: 'buffer', bookSST, compression: true }) as Buffer);
        same(await byScanner(path), await byLibrary(path));
      },
    ),
    { numRuns },
  );
});

async function rowsOf(plan: Parameters<typeof workbookOf>[0], wanted?: Wanted): Promise<Row[] | null> {
  const path = written(workbookOf(plan));
  const staged = await stageInput(path, '企业.xlsx', { limits: defaultLimits });
  const [sheet] = await openKnown(staged, await zipParts(staged, defaultLimits)).catch(() => []);
  if (sheet === undefined) return null;
  const rows: Row[] = [];
  for await (const batch of sheet.rows(wanted)) rows.push(...batch);
  return rows;
}

test('wanted columns hold what they hold when all are read, and a row without a code is whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomWorkbook,
      fc.array(fc.nat(1), { maxLength: 5 }),
      fc.nat(4),
      async (plan, bits, id) => {
        const whole = await rowsOf(plan);
        fc.pre(whole !== null);
        // No random row has a code, so all must be whole; and without a column of codes only the wanted cells are sure.
        const columns = Uint8Array.from(bits);
        expect(await rowsOf(plan, { columns, id, rows: null })).toEqual(whole);
        const part = (await rowsOf(plan, { columns, id: -1, rows: null })) ?? [];
        for (const row of part) {
          const all = whole.find((one) => one.number === row.number);
          bits.forEach((bit, column) => {
            if (bit === 1) expect(row.cells[column] ?? null).toEqual(all?.cells[column] ?? null);
          });
        }
        const some = new Set(whole.filter((row) => row.number % 2 === 0).map((row) => row.number));
        expect(await rowsOf(plan, { columns: null, id: -1, rows: some })).toEqual(
          whole.filter((row) => some.has(row.number)),
        );
      },
    ),
    { numRuns },
  );
});

/** The cases as they were handed over: more of them, some too large or too foreign for the repository. */
const handed = '/work/shared/cases';
const files = ['samples', 'test/cases', 'test/golden']
  .map((name) => join(root, name))
  .concat(handed)
  .filter((path) => existsSync(path))
  .flatMap((path) => readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)))
  .filter((path) => path.endsWith('.xlsx') && !path.includes('password'));

test.skipIf(existsSync(handed))(`${handed} is not on this machine`, () => {});

describe('files by other hands', () => {
  // The library may not hold what the scanner reads as a stream.
  test.each(files.filter((path) => !path.includes('zip-bomb')))('%s', async (path) => {
    const scanned = await byScanner(path);
    expect(scanned).toHaveProperty('sheets');
    same(scanned, await byLibrary(path));
  });
});
