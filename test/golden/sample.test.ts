import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { root, type Workbench, workbench } from '../support/workbench.js';

// The shipped sample, as a zone would run it: every format and every surrounding gives the same assessment.
const samples = join(root, 'samples');
let bench: Workbench;
const positions = ['file', 'sheet', 'row'];

const assess = (input: string, out: string, env: Record<string, string> = {}) => {
  const outcome = bench.innopoints(
    `assess ${input} -p hefei-hightech-2025 --period 2026Q3 -o ${out} --headers id --format csv --json`,
    env,
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  return JSON.parse(outcome.stdout) as {
    rows: Record<string, number>;
    skipped: Record<string, number>;
    firms: Record<string, number>;
  };
};

const table = (name: string): Record<string, string>[] =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];

/** assessment.csv without the columns that say where a firm stood. */
const withoutPositions = (name: string): string =>
  table(name)
    .map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).filter(([key]) => !positions.includes(key)))),
    )
    .join('\n');

beforeAll(() => {
  bench = workbench();
  for (const name of ['gaoxin-2026Q3.xlsx', 'gaoxin-2026Q3.csv'])
    bench.file(name, readFileSync(join(samples, name)));
  assess('gaoxin-2026Q3.xlsx', 'base');
});

test('both ledgers add up, and say where every row and firm went', () => {
  const summary = assess('gaoxin-2026Q3.xlsx', 'ledger');
  const { total: rows, ...fates } = summary.rows;
  const { total: firms, ...dispositions } = summary.firms;
  const sum = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);
  expect(sum(fates)).toBe(rows);
  expect(sum(dispositions)).toBe(firms);
  expect(sum(summary.skipped)).toBe(fates.skipped);
  expect({ rows: summary.rows, skipped: summary.skipped, firms: summary.firms }).toMatchSnapshot();
});

test('the shown parts add up to the shown total for every firm', () => {
  for (const row of table('base/assessment.csv')) {
    if (row.total === '') continue;
    const cents = (key: string) => Math.round(Number(row[key]) * 100);
    const points = Object.keys(row)
      .filter((key) => key.startsWith('points_'))
      .reduce((sum, key) => sum + cents(key), 0);
    const groups = Object.keys(row)
      .filter((key) => key.startsWith('group_'))
      .reduce((sum, key) => sum + cents(key), 0);
    expect([points, groups], row.id).toEqual([cents('total'), cents('total')]);
  }
});

test('the GBK CSV gives the same assessment as the workbook', () => {
  assess('gaoxin-2026Q3.csv', 'csv');
  expect(withoutPositions('csv/assessment.csv')).toBe(withoutPositions('base/assessment.csv'));
});

test.each([
  ['under LANG=C', { LANG: 'C', LC_ALL: 'C' }],
  ['in UTC', { TZ: 'UTC' }],
  ['in Shanghai', { TZ: 'Asia/Shanghai' }],
  ['in English surroundings', { LANG: 'en_US.UTF-8' }],
])('the bytes are the same %s', (where, env) => {
  const out = where.replaceAll(' ', '-');
  assess('gaoxin-2026Q3.xlsx', out, env);
  for (const file of bench.files('base').filter((one) => one !== 'manifest.json'))
    expect(bench.read(`${out}/${file}`), file).toBe(bench.read(`base/${file}`));
});

test('shuffled rows give the same assessment', () => {
  const book = XLSX.read(readFileSync(join(samples, 'gaoxin-2026Q3.xlsx')));
  const sheet = book.Sheets.企业!;
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null });
  const head = rows.slice(0, 4);
  const foot = rows.slice(-3);
  const firms = rows.slice(4, -3);
  // A fixed shuffle: every firm moves, the pair that contradicts and the repeated rows change places too.
  const shuffled = firms
    .map((row, i) => ({ row, key: (i * 7919 + 13) % 10007 }))
    .sort((a, b) => a.key - b.key);
  const again = XLSX.utils.aoa_to_sheet([...head, ...shuffled.map((one) => one.row), ...foot] as unknown[][]);
  again['!merges'] = (sheet['!merges'] ?? []).filter((one) => one.s.r < 4);
  const shuffledBook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(shuffledBook, again, '企业');
  bench.file('shuffled.xlsx', XLSX.write(shuffledBook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  assess('shuffled.xlsx', 'shuffled');
  expect(withoutPositions('shuffled/assessment.csv')).toBe(withoutPositions('base/assessment.csv'));
});

// Worked out by hand from the sample's figures and the sample weights of national-1.0-2022; each indicator's points are
// weight × min(1, value / full), half-up to 2 decimals; in the order of the 18 indicators.
const byHand: readonly { id: string; stage: string; points: readonly number[]; total: number }[] = [
  {
    // 上年营业收入 1509.05 万元：成长期。研发费用 248.41 ≥ 120：9。增速 248.41/187.60−1 = 32.41 % ≥ 30 %：6。
    // 占比 248.41/2385.47 = 10.41 % ≥ 8 %：9。科技人员 22/78 = 28.21 %：8×0.282051/0.30 = 7.5214 → 7.52。
    // 发明 4/4：8。PCT 0：0。合同 536.54 ≥ 150：5。高新收入 865 ≥ 800：8。营业收入 2385.47 ≥ 1500：6。
    // 增长率 2385.47/1509.05−1 = 58.08 % ≥ 25 %：7。研究生 7/78 = 8.974 %：5×0.0897436/0.12 = 3.7393 → 3.74。
    // 加计扣除 37.26 ≥ 25：5。净资产利润率 −28/1167.19 < 0：0。应届 7 ≥ 4：4。平台、奖励 0。项目 3 ≥ 1：3。风投 0。
    id: '91340199MA1007919N',
    stage: '成长期',
    points: [9, 6, 9, 7.52, 8, 0, 5, 8, 6, 7, 3.74, 5, 0, 4, 0, 0, 3, 0],
    total: 81.26,
  },
  {
    // 上年营业收入 12898.90 万元：稳定期。研发费用 68.64：8×68.64/120 = 4.576 → 4.58。
    // 增速 68.64/65.59−1 = 4.6501 %：5×0.046501/0.30 = 0.77502 → 0.78。占比 68.64/13727.27 = 0.50003 %：9×0.0050003/0.08 = 0.56253 → 0.56。
    // 科技人员 39/230：6×0.169565/0.30 = 3.3913 → 3.39。发明 8。PCT 0。合同 2801.87：6。高新收入 9。营业收入 8。
    // 增长率 13727.27/12898.90−1 = 6.42202 %：6×0.0642202/0.25 = 1.54128 → 1.54。研究生 30/230 = 13.04 % ≥ 12 %：4。
    // 加计扣除 10.30：5×10.3/25 = 2.06。净资产利润率 433.29/11140.25 = 3.88941 %：7×0.0388941/0.12 = 2.26882 → 2.27。其余 0。
    id: '91340199MA10158389',
    stage: '稳定期',
    points: [4.58, 0.78, 0.56, 3.39, 8, 0, 6, 9, 8, 1.54, 4, 2.06, 2.27, 0, 0, 0, 0, 0],
    total: 50.18,
  },
  {
    // 上年营业收入 243.64 万元：初创期。研发费用 61.13：8×61.13/120 = 4.07533 → 4.08。增速 61.13/41.66−1 = 46.7 %：7。
    // 占比 61.13/389.19 = 15.7 %：10。科技人员 4/25 = 16 %：9×0.16/0.30 = 4.8。发明 2/4：4.5。PCT 1：4。
    // 合同 27.65：5×27.65/150 = 0.92167 → 0.92。高新收入 269.91：5×269.91/800 = 1.68694 → 1.69。
    // 营业收入 389.19：4×389.19/1500 = 1.03784 → 1.04。增长率 389.19/243.64−1 = 59.7 %：7。研究生 5/25 = 20 %：7。
    // 加计扣除 9.17：4×9.17/25 = 1.4672 → 1.47。净资产利润率 85.93/237.81 = 36.1 %：3。应届 4：4。平台 1：3。奖励 0。项目 1：4。风投 0。
    id: '91340199MA10712717',
    stage: '初创期',
    points: [4.08, 7, 10, 4.8, 4.5, 4, 0.92, 1.69, 1.04, 7, 7, 1.47, 3, 4, 3, 0, 4, 0],
    total: 67.5,
  },
];

test.each(byHand)(
  '$id ($stage) agrees with the points worked out by hand',
  ({ id, stage, points, total }) => {
    const row = table('base/assessment.csv').find((one) => one.id === id)!;
    const shown = Object.keys(row)
      .filter((key) => key.startsWith('points_'))
      .map((key) => Number(row[key]));
    expect(row.stage).toBe(stage);
    expect(shown).toEqual(points);
    expect(Number(row.total)).toBe(total);
  },
);
