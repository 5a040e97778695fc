import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import type { SheetCell } from '../../../src/report/xlsx/write-sheet.js';
import { writeWorkbook } from '../../../src/report/xlsx/write-sheet.js';

// A wrong cell says over itself what is expected; a workbook without such cells has no part of it.
const bookOf = async (...sheets: (readonly SheetCell[])[][]): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  await writeWorkbook(
    (chunk) => void chunks.push(Uint8Array.from(chunk)),
    sheets.map((rows, index) => ({
      name: `表${index + 1}`,
      columns: [{ format: 'text' }, { format: 'number' }],
      head: [{ kind: 'header', cells: ['企业名称', '研发费用'] }],
      rows,
    })),
  );
  return Buffer.concat(chunks);
};
const noted = (note: string): SheetCell => ({ value: '约120', fill: 'error', note });

test('a note stands on its cell, of its sheet, with whatever it says', async () => {
  const book = XLSX.read(
    await bookOf([['华新传感', 12]], [['瑞泽新材', noted('「约<120>」不是数字\n请改正 & 重报')]]),
  );
  expect(book.Sheets.表1!.B2.c).toBeUndefined();
  expect(book.Sheets.表2!.B2.c[0].t).toBe('「约<120>」不是数字\n请改正 & 重报');
  expect(book.Sheets.表2!.A2.c).toBeUndefined();
});

test('without a note there is no part for notes', async () => {
  const names = Object.keys(
    (XLSX.read(await bookOf([['华新传感', 12]]), { bookFiles: true }) as { files?: object }).files ?? {},
  );
  expect(names).toContain('xl/worksheets/sheet1.xml');
  expect(names.filter((name) => /comments|vml/.test(name))).toEqual([]);
});

test('beyond 2000 notes a sheet has no more, and all its rows', async () => {
  const rows = Array.from({ length: 2005 }, (_, i): SheetCell[] => [`企业${i}`, noted('不是数字')]);
  const sheet = XLSX.read(await bookOf(rows)).Sheets.表1!;
  expect(sheet.B2001.c).toHaveLength(1);
  expect(sheet.B2002.c).toBeUndefined();
  expect(sheet.A2006.v).toBe('企业2004');
});
