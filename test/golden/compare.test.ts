import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import type { Compared } from '../../src/model/compared.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// The sample of 2026Q3, and a 2026Q4 made of it: some firms gone, some new, one that grew; by the same rules and by others.
let bench: Workbench;
const harder = (full: string) => `profile: harder-2026
name: 更严的方案
extends: hefei-hightech-2025
in_force: { from: 2026-10-01 }
status: sample
indicators:
  - id: rd_ratio
    score: { linear: { full: ${full} } }
`;

beforeAll(() => {
  bench = workbench();
  const sample = readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx'));
  bench.file('q3.xlsx', sample).file('harder.yaml', harder('16%'));
  const book = XLSX.read(sample);
  const sheet = book.Sheets.企业!;
  const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null });
  const firms = rows.slice(4, -3).filter((_, index) => index >= 10);
  // 示例夫诸 stood 9.82 below the line; with 500 万元 of R&D it passes.
  const grown = rows.slice(4).find((row) => row[2] === '91340199MA10158389')!;
  grown[5] = 500;
  const fresh = [...grown];
  fresh[1] = '示例新生科技有限公司';
  fresh[2] = '91340100MA2N00002X';
  const next = [...rows.slice(0, 4), ...firms.filter((row) => row !== grown), grown, fresh];
  const again = XLSX.utils.aoa_to_sheet(next);
  again['!merges'] = (sheet['!merges'] ?? []).filter((one) => one.s.r < 4);
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, again, '企业');
  bench.file('q4.xlsx', XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  for (const [input, profile, period, out] of [
    ['q3.xlsx', 'hefei-hightech-2025', '2026Q3', 'q3'],
    ['q4.xlsx', 'hefei-hightech-2025', '2026Q4', 'q4'],
    ['q4.xlsx', 'harder.yaml', '2026Q4', 'harder'],
  ]) {
    const { code, stderr } = bench.innopoints(
      `assess ${input} -p ${profile} --period ${period} -o ${out} --format csv`,
    );
    expect(code, stderr).toBe(0);
  }
});

const compared = (words: string): Compared => {
  const { code, stdout, stderr } = bench.innopoints(`compare ${words} --json`);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Compared;
};

describe('compare', () => {
  test('tells who entered and by what', () => {
    const { firms, counts, before, after } = compared('q3 q4');
    const grown = firms.find((one) => one.id === '91340199MA10158389')!;
    expect(grown).toMatchObject({ move: 'entered', change: 11.18, byFirm: null, byRules: null });
    expect(grown.movers.map(({ id, change }) => [id, change])).toEqual([
      ['rd_growth', 4.22],
      ['rd_ratio', 3.54],
      ['rd_expense', 3.42],
    ]);
    expect(counts.entered + counts.kept).toBe(after.whitelisted);
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(firms.length);
    expect(before.firms).toBe(300);
    expect(counts['not-filed']).toBeGreaterThan(5);
    expect(firms.find((one) => one.id === '91340100MA2N00002X')!.before).toBeNull();
  });

  test('splits a change into the firm and the rules where the profile changed', () => {
    const { firms, rulesChanged, lacking } = compared('q3 harder');
    expect({ rulesChanged, lacking }).toEqual({ rulesChanged: true, lacking: [] });
    // 500 / 13727.27 = 3.642384 %: of 9 points at 8 % 4.10, at 16 % 2.05.
    expect(firms.find((one) => one.id === '91340199MA10158389')).toMatchObject({
      change: 9.13,
      byFirm: 11.18,
      byRules: -2.05,
    });
  });

  test('the same data by other rules moved nobody by themselves', () => {
    const { firms } = compared('q4 harder');
    for (const one of firms) expect(one.byFirm ?? 0).toBe(0);
    expect(firms.some((one) => (one.byRules ?? 0) < 0)).toBe(true);
  });

  test('prints a page', () => {
    const { code, stdout } = bench.innopoints('compare q3 q4');
    expect(code).toBe(0);
    expect(stdout).toMatch(/新进：新列入白名单 +\d/);
    expect(stdout).toContain('示例夫诸医疗器械有限公司  50.18 → 61.36  推荐 → 入选白名单');
    expect(stdout).toContain('研发费用增速 +4.22');
  });

  test('-o writes one line a firm, and no second time without --force', () => {
    expect(bench.innopoints('compare q3 q4 -o changes.csv')).toMatchObject({ code: 0 });
    const rows = parse(bench.read('changes.csv'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(compared('q3 q4').firms.length);
    expect(rows.find((row) => row.id === '91340199MA10158389')).toMatchObject({
      move: 'entered',
      total_before: '50.18',
      total_after: '61.36',
    });
    expect(bench.innopoints('compare q3 q4 -o changes.csv')).toMatchObject({ code: 4 });
    expect(bench.innopoints('compare q3 q4 -o changes.csv --force')).toMatchObject({ code: 0 });
    expect(bench.innopoints('compare q3 q4 -o changes.xlsx')).toMatchObject({ code: 0 });
    const book = XLSX.read(readFileSync(join(bench.folder, 'changes.xlsx')));
    expect(book.SheetNames).toEqual(['两期对比', '说明']);
  });

  test.each([
    ['q3 q3', '没有可比的'],
    ['q4 q3', '比后一次（2026-09-30）还晚'],
  ])('%s cannot be compared', (words, said) => {
    const { code, stderr } = bench.innopoints(`compare ${words}`);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  test('a run that is none exits 3', () => {
    expect(bench.innopoints('compare q3 nowhere')).toMatchObject({ code: 3 });
  });

  test('a file that is no table exits 2', () => {
    expect(bench.innopoints('compare q3 q4 -o changes.txt')).toMatchObject({ code: 2 });
  });
});

describe('robust', () => {
  test('the same seed gives the same bytes', () => {
    const words = 'robust q3 --weights 10% --draws 50 --seed 7 --json';
    const first = bench.innopoints(words);
    expect(first.code, first.stderr).toBe(0);
    expect(bench.innopoints(words, { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' }).stdout).toBe(first.stdout);
    const { firms, listed, always, never, hanging } = JSON.parse(first.stdout);
    expect([listed, always + never + hanging]).toEqual([87, firms.length]);
    expect(hanging).toBeGreaterThan(3);
  });

  test('shaken by nothing every firm is listed always or never', () => {
    const { stdout } = bench.innopoints('robust q3 --weights 0% --draws 3 --json');
    expect(JSON.parse(stdout)).toMatchObject({ listed: 87, always: 87, hanging: 0 });
  });

  test('prints a page, and -o writes all', () => {
    const { code, stdout } = bench.innopoints('robust q3 --draws 50 -o robust.csv --lang en');
    expect(code).toBe(0);
    expect(stdout).toMatch(/on the whitelist by the rules +87/);
    const rows = parse(bench.read('robust.csv'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(283);
    expect(Object.keys(rows[0]!)).toContain('hangs_on');
  });

  test.each([
    ['--weights 100%', '0% 到 100% 以下'],
    ['--weights 10', '0% 到 100% 以下'],
    ['--draws 0', '1 到 100000 的整数'],
    ['--draws 1.5', '1 到 100000 的整数'],
    ['--seed -1', '0 到 4294967295 的整数'],
  ])('%s cannot be applied', (words, said) => {
    const { code, stderr } = bench.innopoints(`robust q3 ${words}`);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
