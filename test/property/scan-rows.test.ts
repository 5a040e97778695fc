import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Cell, Row } from '../../src/model/cell.js';
import type { Wanted } from '../../src/model/table.js';
import { isCode } from '../../src/table/firm-code.js';
import { decodeText } from '../../src/table/text/decode.js';
import { detectLayout } from '../../src/table/text/detect-separator.js';
import { type RecordTrouble, readRecords } from '../../src/table/text/read-records.js';
import { scanRows } from '../../src/table/text/scan-rows.js';

/** `SCAN_RUNS=1000 npx vitest run test/property/scan-rows.test.ts` for more than the usual. */
const numRuns = Number(process.env.SCAN_RUNS ?? 150);

const words = [
  '华新传感',
  '91340199MA1007919N',
  '120',
  '-5.5',
  '1,200',
  '存续',
  '有限责任公司',
  '𠮷野家',
  'é€',
  '\u3000',
  '\u200b',
  ' ',
  '\0',
  '\ufeff',
  '5" 屏',
  '""',
  '"光谷"',
  'x'.repeat(300),
  '长'.repeat(200),
];
const separators = [',', ';', '\t', '|'];
const scraps = ['"', '"', '""', '\n', '\r\n', '\r', '华', '企', 'a', '0', ' ', '\0', ...separators];
const ends = ['\n', '\r\n', '\r', '\n\n', '\r\n\r\n'];

const field = (separator: string) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    { weight: 5, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.constantFrom(...words).map((word) => `"${word.replaceAll('"', '""')}"`) },
    // A break of line inside quotes, with few or many separators about it.
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom('光谷', '\n', '\r\n', '\r', separator, '""', '大道'), { maxLength: 8 })
        .map((parts) => `"${parts.join('')}"`),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...scraps), { maxLength: 6 }).map((one) => one.join('')),
    },
  );

const files = fc.record({
  separator: fc.constantFrom(...separators),
  width: fc.integer({ min: 1, max: 7 }),
  end: fc.constantFrom(...ends),
  oneEnd: fc.boolean(),
  encoding: fc.constantFrom('utf-8' as const, 'gb18030' as const),
  marks: fc.constantFrom(0, 0, 1, 2),
  sepLine: fc.constantFrom(false, false, false, true),
  lastEnd: fc.boolean(),
  /** How much of it is nothing but regular; the rest is as it comes. */
  tame: fc.constantFrom(0, 50, 95),
  /** Bytes cut off at the end, where a character may be broken. */
  dropped: fc.constantFrom(0, 0, 0, 1, 2, 3),
  cuts: fc.array(fc.nat(), { maxLength: 8 }),
  seed: fc.nat(),
});

interface Case {
  readonly bytes: Buffer;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly cut: boolean;
  readonly chunks: readonly Buffer[];
  readonly text: string;
}

type File = typeof files extends fc.Arbitrary<infer F> ? F : never;

function caseOf(file: File, table: readonly (readonly string[])[]): Case {
  const { separator, encoding, end, oneEnd, lastEnd, dropped, cuts } = file;
  const records = table.map((fields) => fields.join(separator));
  const endOf = (i: number) => (oneEnd ? end : ends[i % ends.length]!);
  let text = records
    .map((record, i) => record + (i < records.length - 1 || lastEnd ? endOf(i) : ''))
    .join('');
  if (file.sepLine) text = `sep=${separator}\r\n${text}`;
  text = '\ufeff'.repeat(file.marks) + text;
  const all = encoding === 'utf-8' ? Buffer.from(text) : iconv.encode(text, 'gb18030');
  let bytes = all.subarray(0, Math.max(1, all.length - dropped));
  // What is cut off must be the end of a character, or the file would have been refused before.
  let fit = fitOf(bytes, encoding);
  if (fit === 'invalid') {
    bytes = all;
    fit = fitOf(all, encoding);
  }
  const places = [...new Set([0, ...cuts.map((one) => one % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  const chunks = places.slice(1).map((place, i) => Buffer.from(bytes.subarray(places[i], place)));
  return { bytes, encoding, cut: fit === 'cut', chunks, text };
}

function fitOf(bytes: Buffer, encoding: string): 'valid' | 'cut' | 'invalid' {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    decoder.decode(bytes, { stream: true });
  } catch {
    return 'invalid';
  }
  try {
    decoder.decode();
    return 'valid';
  } catch {
    return 'cut';
  }
}

const tables = files.chain((file) => {
  const plain = fc.constantFrom('华新传感', '120', '', '否', '"光谷, 东"', '"5"" 屏"');
  const any = field(file.separator);
  const one = fc.nat(99).chain((chance) => (chance < file.tame ? plain : any));
  // Codes in front, so that some rows are coded and far from one that is not.
  const coded = fc
    .tuple(one, fc.array(one, { minLength: file.width - 1, maxLength: file.width - 1 }), fc.nat(99))
    .map(([first, rest, chance]) => [chance < file.tame ? '91340199MA1007919N' : first, ...rest]);
  const record = fc.oneof(
    { weight: 12, arbitrary: coded },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: file.width + 3 }) },
    { weight: 1, arbitrary: fc.constant(['']) },
  );
  return fc.array(record, { minLength: 1, maxLength: 40 }).map((table) => caseOf(file, table));
});

interface Read {
  readonly rows: Row[];
  readonly troubles: RecordTrouble[];
}

async function gather(
  read: (tell: (one: RecordTrouble) => void) => AsyncIterable<readonly Row[]>,
): Promise<Read> {
  const rows: Row[] = [];
  const troubles: RecordTrouble[] = [];
  for await (const batch of read((one) => troubles.push(one))) rows.push(...batch);
  return { rows, troubles };
}

async function* from(chunks: readonly Buffer[]) {
  yield* chunks;
}

const layoutOf = ({ text, encoding }: Case) => {
  const found = detectLayout(text.replace(/^\ufeff+/, ''), true);
  const known = encoding === 'utf-8' ? separators : separators.slice(0, 3);
  return known.includes(found.separator) ? found : { separator: ',', width: 3, skip: 0 };
};

const authority = (one: Case): Promise<Read> => {
  const staged = { chunks: () => from([one.bytes]) } as unknown as Parameters<typeof decodeText>[0];
  const texts = decodeText(staged, { encoding: one.encoding, skip: 0, cut: one.cut });
  return gather((tell) => readRecords(texts, layoutOf(one), one.cut, tell));
};

const scanner = (one: Case, wanted?: Wanted): Promise<Read> =>
  gather((tell) =>
    scanRows({ chunks: from(one.chunks), encoding: one.encoding, cut: one.cut }, layoutOf(one), tell, wanted),
  );

test('the scanner reads any text as csv-parse does: rows, records, lines, troubles', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (one) => {
      expect(await scanner(one)).toEqual(await authority(one));
    }),
    { numRuns },
  );
});

/** What a reader may leave out at most: unwanted cells of a row that has a code and stands four rows behind one without. */
function asWanted(rows: readonly Row[], { id, columns }: Wanted): Row[] {
  let whole = 0;
  return rows.map((row) => {
    const cell = row.cells[id];
    if (typeof cell !== 'string' || !isCode(cell)) whole = 4;
    const wanted = whole > 0 ? null : columns;
    whole = Math.max(0, whole - 1);
    return { ...row, cells: row.cells.map((cell, i) => (wanted?.[i] === 0 ? null : cell)) };
  });
}

test('the comparison can fail: one figure changed in the bytes is seen', async () => {
  const csv = (figure: string) => Buffer.from(`企业名称,营业收入\n华新传感,"${figure}"\n`);
  const one = (bytes: Buffer): Case => ({
    bytes,
    chunks: [bytes],
    text: bytes.toString(),
    encoding: 'utf-8',
    cut: false,
  });
  expect(await scanner(one(csv('120')))).toEqual(await authority(one(csv('120'))));
  expect(await scanner(one(csv('121')))).not.toEqual(await authority(one(csv('120'))));
});

test('a wanted cell is given as it is, and a row without a code loses none', async () => {
  const wishes = fc.record({
    columns: fc.array(fc.constantFrom(0, 1), { maxLength: 8 }).map((one) => Uint8Array.from(one)),
    id: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(tables, wishes, async (one, wish) => {
      const wanted = { ...wish, rows: null };
      const whole = (await authority(one)).rows;
      const given = (await scanner(one, wanted)).rows;
      const bare = ({ cells: _, ...row }: Row) => row;
      expect(given.map(bare)).toEqual(whole.map(bare));
      for (const [i, { cells }] of asWanted(whole, wanted).entries())
        for (const [column, cell] of cells.entries()) {
          const own: Cell = given[i]!.cells[column] ?? null;
          // csv-parse, which reads what is odd, gives every cell.
          expect(own === null ? cell : own).toBe(own === null ? null : whole[i]!.cells[column]);
        }
    }),
    { numRuns },
  );
});

test('rows that are asked for by number come whole', async () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 40 })).map((one) => new Set(one));
  await fc.assert(
    fc.asyncProperty(tables, numbers, async (one, rows) => {
      const given = (await scanner(one, { columns: null, id: -1, rows })).rows;
      const asked = (row: Row) => rows.has(row.number);
      expect(given.filter(asked)).toEqual((await authority(one)).rows.filter(asked));
    }),
    { numRuns },
  );
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const filesHere = ['samples', 'test/cases']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
  .filter((path) => path.endsWith('.csv'));

test.each(filesHere)('%s is read alike, as it is and in GB18030', async (path) => {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) {
    const text = iconv.decode(bytes, 'gb18030');
    // Big5, UTF-16 and workbooks by another name are not the scanner's.
    if (!iconv.encode(text, 'gb18030').equals(bytes)) return;
    const one: Case = { bytes, chunks: cutAt(bytes, 1000), text, encoding: 'gb18030', cut: false };
    expect(await scanner(one)).toEqual(await authority(one));
    return;
  }
  const text = bytes.toString();
  const own: Case = { bytes, chunks: cutAt(bytes, 777), text, encoding: 'utf-8', cut: false };
  expect(await scanner(own)).toEqual(await authority(own));
  const others = iconv.encode(text, 'gb18030');
  const gbk: Case = { bytes: others, chunks: cutAt(others, 777), text, encoding: 'gb18030', cut: false };
  expect(await scanner(gbk)).toEqual(await authority(gbk));
});

const cutAt = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
