import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Findings } from '../../src/finding/index.js';
import type { Cell } from '../../src/model/cell.js';
import { defaultLimits, openSource } from '../../src/table/index.js';
import { saveAgain, soffice } from '../support/soffice.js';
import { root, type Workbench, workbench } from '../support/workbench.js';
import { partsOf } from '../unit/report/unzip.js';

// The workbooks of the shipped sample, as they leave the house: what another program reads of them is what was written.
const words = 'gaoxin-2026Q3.xlsx -p hefei-hightech-2025 --period 2026Q3';
const books = [
  'run/whitelist.xlsx',
  'run/referrals.xlsx',
  'run/pool.xlsx',
  'run/offers.xlsx',
  'run/exceptions.xlsx',
  'one/report.xlsx',
  'one/exceptions.xlsx',
  'pack.xlsx',
  'notice.xlsx',
  'robust.xlsx',
  'schemes/matrix.xlsx',
] as const;
let bench: Workbench;

const done = (command: string) => {
  const outcome = bench.innopoints(command);
  expect(outcome.code, outcome.stderr).toBe(0);
  return outcome;
};

beforeAll(() => {
  bench = workbench();
  copyFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx'), join(bench.folder, 'gaoxin-2026Q3.xlsx'));
  done(`assess ${words} -o run -q`);
  done(`assess ${words} -o one --one-workbook -q`);
  done('pack run --for loan-online -o pack.xlsx');
  done('publicity run -o notice.xlsx');
  done('robust run --draws 20 -o robust.xlsx');
  done('identify gaoxin-2026Q3.xlsx --period 2026Q3 -p techsme-2017 -p hnte-2016 -o schemes');
});

const pathOf = (name: string) => join(bench.folder, name);

/** Every cell that holds something, sheet by sheet, as our own reader sees it. */
async function cellsOf(path: string): Promise<Map<string, string>> {
  const source = await openSource(
    { path, file: 'book.xlsx' },
    { limits: defaultLimits, findings: new Findings(), headers: [] },
  );
  const cells = new Map<string, string>();
  try {
    for (const sheet of source.sheets)
      for await (const batch of sheet.rows())
        for (const row of batch)
          row.cells.forEach((cell, column) => {
            if (cell !== null) cells.set(`${sheet.name} ${row.number} ${column}`, shownOf(cell));
          });
  } finally {
    await source.close();
  }
  return cells;
}

/** LibreOffice stores 15 digits of a number, rounded. */
const shownOf = (cell: Cell): string => {
  if (typeof cell === 'number') return `number ${Number(cell.toPrecision(12))}`;
  if (cell === null || typeof cell !== 'object') return `${typeof cell} ${String(cell)}`;
  return 'value' in cell ? `${cell.kind} ${Number(cell.value.toPrecision(12))}` : JSON.stringify(cell);
};

test.each(books)('nothing in %s starts a formula', (name) => {
  expect(Object.values(partsOf(readFileSync(pathOf(name)))).join('')).not.toMatch(/<f[ >/]/);
});

test.each(books)('every code in %s is text', async (name) => {
  const codes = [...(await cellsOf(pathOf(name))).values()].filter((cell) =>
    /^(?:string|number) 9134/.test(cell),
  );
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((cell) => !cell.startsWith('string ')).length).toBeLessThanOrEqual(
    // Two firms filed theirs as a number; their rows go back as they stood.
    /exceptions|report/.test(name) ? 2 : 0,
  );
});

describe.skipIf(soffice === null)(
  `LibreOffice${soffice === null ? ' (skipped: not on this machine)' : ''}`,
  () => {
    beforeAll(() => {
      for (const folder of ['run', 'one', 'schemes', '.']) {
        const paths = books.filter((name) => join(name, '..') === folder).map(pathOf);
        mkdirSync(pathOf(`saved/${folder}`), { recursive: true });
        saveAgain(paths, pathOf(`saved/${folder}`));
      }
    }, 300_000);

    test.each(books)('opens %s, and saves every value as it was', async (name) => {
      expect(await cellsOf(pathOf(`saved/${name}`))).toEqual(await cellsOf(pathOf(name)));
    });

    // Without a window it saves no panes: those are asked for in what we wrote, in report-books.test.ts.
    test.each(books)('keeps what is printed of %s', (name) => {
      const workbook = partsOf(readFileSync(pathOf(`saved/${name}`)))['xl/workbook.xml']!;
      const sheets = [...workbook.matchAll(/<sheet /g)].length;
      for (const kept of ['_xlnm.Print_Area', '_xlnm.Print_Titles'])
        expect([...workbook.matchAll(new RegExp(kept, 'g'))]).toHaveLength(sheets);
    });
  },
);

test('one workbook stands in place of the single ones, and tells no less', async () => {
  expect(bench.files('one').filter((name) => name.endsWith('.xlsx'))).toEqual([
    'exceptions.xlsx',
    'report.xlsx',
  ]);
  expect(
    bench
      .files('one')
      .filter((name) => name.endsWith('.csv'))
      .sort(),
  ).toEqual(['assessment.csv', 'data/firms.csv', 'findings.csv']);
  const whole = await cellsOf(pathOf('one/report.xlsx'));
  for (const [file, sheet] of [
    ['whitelist', '白名单'],
    ['offers', '支持产品'],
  ] as const)
    for (const [place, value] of await cellsOf(pathOf(`run/${file}.xlsx`)))
      if (place.startsWith(`${sheet} `)) expect(whole.get(place)).toBe(value);
});

test('its overview has the counts of the run', async () => {
  const values = [...(await cellsOf(pathOf('one/report.xlsx'))).entries()];
  const after = (text: string) => {
    const place = values
      .find(([at, value]) => at.startsWith('汇总 ') && value === `string ${text}`)![0]
      .split(' ')[1];
    return values.find(([at]) => at === `汇总 ${place} 1`)![1];
  };
  const { firms, rows } = JSON.parse(readFileSync(pathOf('one/manifest.json'), 'utf8'));
  expect(after('入选白名单')).toBe(`number ${firms.byDisposition.whitelisted}`);
  expect(after('重复，未计入')).toBe(`number ${rows.byFate.superseded}`);
  expect(after('不是企业数据')).toBe(`number ${rows.byFate.skipped}`);
});

test('a run with one workbook is recorded as one, and replays', () => {
  expect(JSON.parse(readFileSync(pathOf('one/manifest.json'), 'utf8')).options).toMatchObject({
    oneWorkbook: true,
  });
  expect(JSON.parse(readFileSync(pathOf('run/manifest.json'), 'utf8')).options).not.toHaveProperty(
    'oneWorkbook',
  );
  done('replay one');
});

test('innopoints.yaml asks for it by one_workbook', () => {
  bench.file(
    'auto/innopoints.yaml',
    'profile: hefei-hightech-2025\nperiod: 2026Q3\ninputs: ../gaoxin-2026Q3.xlsx\none_workbook: true\n',
  );
  done('assess --config auto/innopoints.yaml -o auto/run -q');
  expect(existsSync(pathOf('auto/run/report.xlsx'))).toBe(true);
  expect(existsSync(pathOf('auto/run/whitelist.xlsx'))).toBe(false);
});

test('one workbook and CSV exclude each other: exit 2, nothing written', () => {
  const outcome = bench.innopoints(`assess ${words} -o neither --one-workbook --format csv`);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('--one-workbook 和 --format csv 不能一起用');
  expect(existsSync(pathOf('neither'))).toBe(false);
});

test('in English the sheets of one workbook have English names', () => {
  done(`assess ${words} -o english --one-workbook --lang en -q`);
  const workbook = partsOf(readFileSync(pathOf('english/report.xlsx')))['xl/workbook.xml']!;
  expect([...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Overview',
    'Whitelist',
    'Referrals',
    'Pool',
    'Offers',
    'Exceptions',
    'How to read',
  ]);
});

test('a pack that comes back with a column of answers is read as feedback, its guide left aside', async () => {
  const XLSX = await import('xlsx');
  const book = XLSX.read(readFileSync(pathOf('pack.xlsx')));
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const range = XLSX.utils.decode_range(sheet['!ref']!);
  const column = range.e.c + 1;
  XLSX.utils.sheet_add_aoa(sheet, [['结果']], { origin: { r: 4, c: column } });
  for (let r = 5; r <= range.e.r; r++)
    XLSX.utils.sheet_add_aoa(sheet, [['已授信']], { origin: { r, c: column } });
  bench.file('answers.xlsx', XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const outcome = done(`assess ${words} --feedback answers.xlsx -o answered --json`);
  expect(JSON.parse(outcome.stdout).outcomes).toMatchObject({ answered: 87, credited: 87 });
  const told = bench
    .read('answered/findings.csv')
    .split('\n')
    .filter((one) => one.includes(',answers.xlsx,'));
  expect(told.filter((one) => one.startsWith('错误') || one.startsWith('提醒'))).toEqual([]);
});

test('each workbook but the form that firms send back ends with how to read it', async () => {
  for (const name of books) {
    if (name.endsWith('exceptions.xlsx')) continue;
    const source = await openSource(
      { path: pathOf(name), file: 'book.xlsx' },
      { limits: defaultLimits, findings: new Findings(), headers: [] },
    );
    expect(source.sheets.at(-1)?.name, name).toBe('说明');
    await source.close();
  }
});

test('an identification has what is missing on a sheet of its own, as its CSV has it in columns', async () => {
  const cells = await cellsOf(pathOf('schemes/matrix.xlsx'));
  const headers = (sheet: string, row: number) =>
    [...cells].flatMap(([at, value]) =>
      at.startsWith(`${sheet} ${row} `) ? [value.replace('string ', '')] : [],
    );
  // Below a line that counts the firms that are left out.
  expect(headers('差什么', 5)).toEqual(['统一社会信用代码', '企业名称', '认定', '结果', '差什么']);
  expect(headers('认定矩阵', 4).filter((header) => header.includes('差什么'))).toEqual([]);
});
