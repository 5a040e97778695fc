import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import { EdgeError, Findings } from '../../src/finding/index.js';
import type { Cell, Row } from '../../src/model/cell.js';
import { defaultLimits, openSource } from '../../src/table/index.js';
import { row, workbookOf } from '../unit/table/build-workbook.js';

const folder = mkdtempSync(join(tmpdir(), 'innopoints-book-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let n = 0;

async function read(bytes: Buffer): Promise<readonly Row[]> {
  const path = join(folder, `${n++}.xlsx`);
  writeFileSync(path, bytes);
  const findings = new Findings();
  const source = await openSource(
    { path, file: '企业.xlsx' },
    { limits: defaultLimits, findings, headers: [] },
  );
  const rows: Row[] = [];
  for await (const batch of source.sheets[0]!.rows()) rows.push(...batch);
  await source.close();
  return rows;
}

interface Made {
  readonly object: xlsx.CellObject | null;
  readonly cell: Cell;
}

const text = fc
  .string({
    unit: fc.constantFrom('华', '新', '𠮷', 'a', '1', ' ', '&', '<', '"', '=', '－', '\n'),
    minLength: 1,
    maxLength: 12,
  })
  .map((v): Made => ({ object: { t: 's', v }, cell: v }));
// SheetJS carries numbers near 1e-300 wrongly through binary workbooks; no figure of a firm is one.
const number = fc
  .oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc
      .double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true })
      .map((v) => (Math.abs(v) < 1e-12 ? 0 : v)),
  )
  .map((v): Made => ({ object: { t: 'n', v }, cell: v === 0 ? 0 : v }));
const percent = fc.integer({ min: -9999, max: 99_999 }).map((hundredths): Made => {
  const value = hundredths / 10_000;
  const shown = `${(hundredths / 100).toFixed(2)}%`;
  return { object: { t: 'n', v: value, z: '0.00%' }, cell: { kind: 'percent', value, shown } };
});
const date = fc.integer({ min: 61, max: 80_000 }).map((serial): Made => {
  const days = serial - 25_569;
  const shown = new Date(days * 86_400_000).toISOString().slice(0, 10);
  return { object: { t: 'n', v: serial, z: 'yyyy-mm-dd' }, cell: { kind: 'date', days, shown } };
});
const boolean = fc.boolean().map((v): Made => ({ object: { t: 'b', v }, cell: v }));
const blank = fc.constant<Made>({ object: null, cell: null });
const tables = fc.array(
  fc.array(fc.oneof(text, number, percent, date, boolean, blank, blank), { maxLength: 6 }),
  { minLength: 1, maxLength: 8 },
);

const expectedOf = (table: readonly (readonly Made[])[]) =>
  table.flatMap((made, r) => {
    const cells = made.map((one) => one.cell);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    const says = cells.some((cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''));
    return says ? [{ number: r + 1, line: 0, cells }] : [];
  });

test.each(['xlsx', 'xlsb', 'biff8'] as const)(
  'a table written as %s is read back cell by cell',
  async (bookType) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const expected = expectedOf(table);
        fc.pre(expected.length > 0);
        const sheet: xlsx.WorkSheet = { '!ref': 'A1:F8' };
        for (const [r, made] of table.entries())
          for (const [c, one] of made.entries())
            if (one.object !== null) sheet[xlsx.utils.encode_cell({ r, c })] = { ...one.object };
        const book = { SheetNames: ['企业'], Sheets: { 企业: sheet } };
        const bytes: Buffer = xlsx.write(book, { type: 'buffer', bookType, bookSST: true });
        expect(await read(bytes)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  },
);

test('bytes changed anywhere in a workbook give its rows or a refusal, never a crash', async () => {
  const good = workbookOf({
    sheets: [{ name: '企业', rows: row(1, '企业名称', '收入') + row(2, '华新传感', 1200.5) }],
  });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(good.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, bits, cut) => {
        const bytes = Buffer.from(good);
        bytes[at] = bytes[at]! ^ bits;
        try {
          for (const one of await read(cut ? bytes.subarray(0, at) : bytes))
            expect(one.cells.length).toBeLessThanOrEqual(2);
        } catch (error) {
          expect(error).toBeInstanceOf(EdgeError);
          expect((error as EdgeError).exit).toBe(3);
        }
      },
    ),
    { numRuns: 600 },
  );
});

test('bytes changed anywhere in an old workbook end in rows or a refusal', async () => {
  const book = {
    SheetNames: ['企业'],
    Sheets: {
      企业: xlsx.utils.aoa_to_sheet([
        ['企业名称', '收入'],
        ['华新传感', 1200.5],
      ]),
    },
  };
  const good: Buffer = Buffer.from(xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(good.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, bits, cut) => {
        const bytes = Buffer.from(good);
        bytes[at] = bytes[at]! ^ bits;
        try {
          await read(cut ? bytes.subarray(0, at) : bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(EdgeError);
        }
      },
    ),
    { numRuns: 300 },
  );
});
