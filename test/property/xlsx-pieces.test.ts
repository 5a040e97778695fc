import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../src/model/cell.js';
import { numberReader } from '../../src/table/workbook/number-cell.js';
import { cellValues } from '../../src/table/xlsx/cell-values.js';
import { NotKnown } from '../../src/table/xlsx/not-known.js';
import { readRows } from '../../src/table/xlsx/read-rows.js';
import { sharedStrings } from '../../src/table/xlsx/shared-strings.js';
import { surveySheet } from '../../src/table/xlsx/survey-sheet.js';
import { randomWorkbook } from './random-workbook.js';

// However the bytes of a part are cut into pieces, they say the same.

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 })), {
  minLength: 1,
  maxLength: 12,
});
const numbers = numberReader({ date1904: false, format: (code, value) => `${value} ${code}` });
const values = cellValues({
  strings: { count: 99, get: (i) => `第${i}` },
  numbers,
  codes: [null, '0%', 'yyyy-mm-dd'],
  uncalculated: false,
});

async function readSheet(bytes: Buffer, cut: readonly number[]): Promise<unknown> {
  try {
    const survey = await surveySheet(pieces(bytes, cut), values, 3);
    const rows: Row[] = [];
    for await (const batch of readRows(pieces(bytes, cut), values, survey)) rows.push(...batch);
    return { survey, rows };
  } catch (error) {
    if (error instanceof NotKnown) return 'not known';
    throw error;
  }
}

test('a sheet', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorkbook, sizes, async ({ sheets, prefix }, cut) => {
      const { before = '', rows = '', after = '' } = sheets[0]!;
      const plain = `<?xml version="1.0"?><worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
      const xml =
        prefix === undefined
          ? plain
          : plain.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}:`).replace(`<?${prefix}:`, '<?');
      const whole = await readSheet(Buffer.from(xml), []);
      expect(whole).not.toBe('not known');
      expect(await readSheet(Buffer.from(xml), cut)).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});

test('the shared strings', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorkbook, sizes, async ({ strings = [] }, cut) => {
      const xml = Buffer.from(
        `<sst count="9"><!-- 词 -->\n${strings.map((one) => `<si>${one}</si>`).join('\n')}<si/></sst>`,
      );
      const textsOf = async (by: readonly number[]) => {
        const made = await sharedStrings(pieces(xml, by), xml.length * 4);
        return Array.from({ length: made.count }, (_, i) => made.get(i));
      };
      const whole = await textsOf([]);
      expect(whole).toHaveLength(strings.length + 1);
      expect(await textsOf(cut)).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});

test('nothing is read behind the last row that holds something', async () => {
  const firms = '<row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="4"><c r="B4"><v>120</v></c></row>';
  const dressed = Array.from({ length: 500 }, (_, i) => `<row r="${i + 9}"><c r="A${i + 9}" s="1"/></row>`);
  const xml = Buffer.from(`<worksheet><sheetData>${firms}${dressed.join('')}</sheetData></worksheet>`);
  const survey = await surveySheet(pieces(xml, [64]), values, 3);
  expect(survey.last).toBe(4);
  for (const rows of [null, new Set([4]), new Set<number>()]) {
    let taken = 0;
    const counted = async function* () {
      for await (const piece of pieces(xml, [64])) {
        taken += piece.length;
        yield piece;
      }
    };
    const read: number[] = [];
    const wanted = { columns: null, id: -1, rows };
    for await (const batch of readRows(counted(), values, survey, wanted))
      read.push(...batch.map((row) => row.number));
    expect(read).toEqual(rows === null ? [1, 4] : [...rows]);
    expect(taken).toBeLessThan(400);
  }
});
