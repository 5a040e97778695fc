import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../../src/report/index.js';
import { fetchOf, runOf } from './run-of.js';
import { partsOf, sheetsOf } from './unzip.js';
import { zoneOf } from './zone.js';

// Every workbook of a run folder is one that a person prints and sends on: what the XML must say for that.
const { parts, told } = zoneOf(40);
const run = runOf(parts, told);
const write = async (oneWorkbook: boolean): Promise<Map<string, Buffer>> => {
  const folder = mkdtempSync(join(tmpdir(), 'innopoints-books-'));
  const fetch = fetchOf(parts, told);
  await writeReports(folder, run, { format: 'xlsx', headers: 'text', html: false, oneWorkbook, fetch });
  const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
};
let books: ReadonlyMap<string, Buffer>;
let one: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  books = await write(false);
  one = await write(true);
});

const names = ['whitelist.xlsx', 'referrals.xlsx', 'offers.xlsx', 'exceptions.xlsx', 'report.xlsx'] as const;
const bookOf = (name: string): Buffer => books.get(name) ?? one.get(name)!;
const sheetsIn = (name: string): string[] => {
  const all = partsOf(bookOf(name));
  return Object.keys(all)
    .filter((part) => /^xl\/worksheets\/[^/]+\.xml$/.test(part))
    .sort()
    .map((part) => all[part]!);
};

/** Widths of the pages of a sheet: between its breaks, with the columns that are kept. */
function pagesOf(xml: string, widths: readonly number[]): number[] {
  const sum = (some: readonly number[]) => some.reduce((total, width) => total + width, 0);
  const breaks = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, at]) => Number(at));
  const kept = Number(/xSplit="(\d+)"/.exec(xml)?.[1] ?? 0);
  const edges = [kept, ...breaks, widths.length];
  return edges
    .slice(1)
    .map((end, index) => sum(widths.slice(0, kept)) + sum(widths.slice(edges[index], end)));
}

describe.each(names)('%s', (name) => {
  test('each page is A4, upright where the table is narrow, with its number, its letters large enough to read', () => {
    for (const xml of sheetsIn(name)) {
      const setup =
        /<pageSetup paperSize="9"(?: scale="(\d+)" pageOrder="overThenDown")? orientation="(landscape|portrait)"/.exec(
          xml,
        )!;
      const widths = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
      // Points of letters: 11 at full size, in the wider of the fonts that 7 points a character stand for.
      const across = setup[2] === 'portrait' ? 537 : 784;
      const sizes = pagesOf(xml, widths).map((width) => (11 * across) / (7 * width));
      if (setup[1] !== undefined) sizes.push((11 * Number(setup[1])) / 100);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.5);
      expect(xml).toContain('<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>');
    }
  });

  test('the head stays in sight, and is printed on each page', () => {
    const workbook = partsOf(bookOf(name))['xl/workbook.xml']!;
    for (const [index, xml] of sheetsIn(name).entries()) {
      expect(xml).toContain('state="frozen"');
      expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">`);
    }
  });

  test('what is printed reaches to the last cell that holds anything', () => {
    const workbook = partsOf(bookOf(name))['xl/workbook.xml']!;
    for (const [index, xml] of sheetsIn(name).entries()) {
      const rows = [...xml.matchAll(/<row r="(\d+)"/g)].length;
      const area = new RegExp(
        `Print_Area" localSheetId="${index}">'[^']+'!\\$A\\$1:\\$([A-Z]+)\\$(\\d+)<`,
      ).exec(workbook);
      expect(Number(area?.[2])).toBe(rows);
      const columns = [...xml.matchAll(/<col /g)].length;
      expect(area?.[1]).toBe(String.fromCharCode(64 + columns));
    }
  });

  test('no line above a table is wider than its room on each page', () => {
    for (const xml of sheetsIn(name)) {
      const kept = /<colBreaks /.test(xml) ? Number(/xSplit="(\d+)"/.exec(xml)![1]) : undefined;
      const whole = [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)]
        .slice(0, kept)
        .reduce((sum, [, width]) => sum + Number(width), 0);
      for (const [, row, text] of xml.matchAll(/<c r="A([1-5])" s="\d+" t="inlineStr"><is><t>([^<]*)</g)) {
        const width = [...text!].reduce((sum, letter) => sum + (letter > '\u1100' ? 1.9 : 1), 0);
        if (width > whole) expect(xml).toContain(`<mergeCell ref="A${row}:`);
      }
    }
  });

  test('nothing starts a formula', () => {
    expect(Object.values(partsOf(bookOf(name))).join('')).not.toMatch(/<f[ >/]/);
  });
});

test.each(['whitelist.xlsx', 'referrals.xlsx', 'offers.xlsx'])('%s ends with how to read it', (name) => {
  const sheets = sheetsOf(bookOf(name));
  expect([...sheets.keys()].at(-1)).toBe('说明');
  expect(sheets.get('说明')!.slice(0, 3)).toEqual([
    [`${run.plan.name.zh} 说明`, null, null],
    ['项目', '说明', '出处'],
    ['这份文件', null, null],
  ]);
});

test('codes are text, points and money have two decimals', () => {
  const all = partsOf(bookOf('whitelist.xlsx'));
  const formats = [...all['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf numFmtId="(\d+)"/g)].map(
    ([, id]) => id,
  );
  const formatOf = (header: string): string | undefined => {
    const xml = all['xl/worksheets/sheet1.xml']!;
    const [, column, row] = new RegExp(`<c r="([A-Z]+)(\\d+)"[^>]*><is><t[^>]*>${header}`).exec(
      xml.replaceAll(' t="inlineStr"', ''),
    )!;
    return formats[Number(new RegExp(`<c r="${column}${Number(row) + 1}" s="(\\d+)"`).exec(xml)![1])];
  };
  expect([formatOf('统一社会信用代码'), formatOf('总分'), formatOf('名次')]).toEqual(['49', '2', '1']);
  expect(formatOf('积分贷')).toBe('4');
});

/** Texts of the cells that carry a fill, by its colour. */
function filledWith(name: string, colour: string): string[] {
  const all = partsOf(bookOf(name));
  const styles = all['xl/styles.xml']!;
  const fill = [...styles.split('</fills>')[0]!.matchAll(/<fill>.*?<\/fill>/g)].findIndex(([one]) =>
    one.includes(colour),
  );
  const looks = [...styles.split('<cellXfs')[1]!.matchAll(/<xf [^>]*fillId="(\d+)"/g)];
  const numbers = new Set(looks.flatMap(([, id], index) => (Number(id) === fill ? [String(index)] : [])));
  return sheetsIn(name).flatMap((xml) =>
    [...xml.matchAll(/<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"><is><t[^>]*>([^<]*)/g)].flatMap(
      ([, style, text]) => (numbers.has(style!) ? [text!] : []),
    ),
  );
}

test('the best grade has its colour, and nothing else has it', () => {
  const best = run.plan.grades[0]!.name.zh;
  expect(new Set(filledWith('whitelist.xlsx', 'FFC9E7CF'))).toEqual(new Set([best]));
});

test('rows that go back have the colour of their result', () => {
  expect(new Set(filledWith('exceptions.xlsx', 'FFFBE5CB'))).toEqual(new Set(['退回改正']));
  expect(new Set(filledWith('exceptions.xlsx', 'FFF3D9DC'))).toEqual(new Set(['一票否决']));
});

test('one workbook holds the overview, the lists, the offers, the exceptions and how to read them', () => {
  expect([...one.keys()].sort()).toEqual(['exceptions.xlsx', 'report.xlsx']);
  expect([...sheetsOf(bookOf('report.xlsx')).keys()]).toEqual([
    '汇总',
    '白名单',
    '推荐',
    '支持产品',
    '例外',
    '说明',
  ]);
});

test('its lists are those of the single workbooks', () => {
  const whole = sheetsOf(bookOf('report.xlsx'));
  expect(whole.get('白名单')).toEqual(sheetsOf(bookOf('whitelist.xlsx')).get('白名单'));
  expect(whole.get('推荐')).toEqual([...sheetsOf(bookOf('referrals.xlsx')).values()][0]);
  const back = [...sheetsOf(bookOf('exceptions.xlsx')).values()][0]!;
  expect(whole.get('例外')!.slice(1)).toEqual(back.slice(1));
});

test('the overview counts every row and every firm once', () => {
  const rows = sheetsOf(bookOf('report.xlsx')).get('汇总')!;
  const from = (title: string) => rows.slice(rows.findIndex(([first]) => first === title) + 1);
  const sumOf = (title: string): [number, unknown] => {
    const lines = from(title);
    const end = lines.findIndex(([first]) => first === '合计');
    return [lines.slice(0, end).reduce((sum, line) => sum + Number(line[1]), 0), lines[end]![1]];
  };
  expect(sumOf('数据行')).toEqual([run.rowLedger.total, run.rowLedger.total]);
  expect(sumOf('企业')).toEqual([run.firmLedger.total, run.firmLedger.total]);
});

test('the overview tells the exposure of each offer', () => {
  const rows = sheetsOf(bookOf('report.xlsx')).get('汇总')!;
  const listed = run.decisions.offers.filter((made) => made.some((offer) => offer.offer === 0)).length;
  expect(rows.find(([first]) => first === run.plan.offers[0]!.name.zh)?.slice(1, 5)).toEqual([
    listed,
    null,
    listed * 1000,
    '万元',
  ]);
});

test('the same run gives the same bytes', async () => {
  for (const [name, bytes] of await write(true)) expect(Buffer.compare(bytes, bookOf(name)), name).toBe(0);
  const again = await write(false);
  for (const [name, bytes] of again) expect(Buffer.compare(bytes, books.get(name)!), name).toBe(0);
});

test('under csv there is no one workbook', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'innopoints-books-'));
  const fetch = fetchOf(parts, told);
  const files = await writeReports(folder, run, {
    format: 'csv',
    headers: 'text',
    html: false,
    oneWorkbook: true,
    fetch,
  });
  expect(files.filter(({ file }) => file.endsWith('.xlsx'))).toEqual([]);
  expect(files.map(({ file }) => file)).toContain('offers.csv');
});
