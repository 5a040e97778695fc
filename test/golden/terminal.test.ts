import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { type Outcome, root, type Workbench, workbench } from '../support/workbench.js';

// stderr of a cron job is mailed and kept: no name and no figure of a firm may stand in it (issue 8 part 7).
let bench: Workbench;
let secrets: readonly string[];
const assess = (rest: string): Outcome =>
  bench.innopoints(`assess firms.xlsx -p hefei-hightech-2025 --period 2026Q3 ${rest}`);

beforeAll(() => {
  bench = workbench().file('firms.xlsx', readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')));
  expect(assess('-q --headers id --format csv -o all').code).toBe(0);
  const firms = parse(bench.read('all/data/firms.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const names = firms.flatMap(({ id, name }) => [id, name]);
  // Figures of three digits and a decimal point: whole ones are also counts and bytes, short ones seconds.
  const figures = firms.flatMap((one) => Object.values(one).filter((value) => /^\d{3,}\.\d\d$/.test(value)));
  secrets = [...new Set([...names, ...figures])].filter((one): one is string => !!one);
  expect(secrets.length).toBeGreaterThan(1000);
});

const leaks = (text: string): string[] => secrets.filter((one) => text.includes(one));

test.each([
  ['the summary', '-o a'],
  ['--verbose', '--verbose -o b'],
  ['--timings', '--timings -o c'],
  ['--log-format json', '--log-format json -o d'],
  ['the summary in English', '--lang en -o e'],
])('%s in a log names no firm and no figure', (_, rest) => {
  const { code, stderr } = assess(rest);
  expect(code, stderr).toBe(0);
  expect(stderr.length).toBeGreaterThan(200);
  expect(leaks(stderr)).toEqual([]);
});

test('the check sees a leak', () => {
  expect(leaks(bench.read('all/assessment.csv')).length).toBeGreaterThan(500);
});

test('--verbose tells steps, how columns were recognised, and the size of each file', () => {
  const { stderr } = assess('--verbose -o v');
  expect(stderr).toMatch(/读取方案 {2}hefei-hightech-2025\n打开文件/);
  expect(stderr).toMatch(/firms\.xlsx 「企业」 {2}表头第 \d+–\d+ 行 {2}\d+ 列认出 \d+/);
  const size = Buffer.byteLength(bench.read('v/report.html'));
  expect(stderr).toMatch(new RegExp(`report\\.html +${size} 字节`));
});

test('--quiet says nothing, and not together with --verbose', () => {
  expect(assess('--quiet -o q')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(assess('--quiet --verbose -o qv').code).toBe(2);
});

test('no line of the summary is wider than 80 columns', async () => {
  const { widthOf } = await import('../../src/cli/layout.js');
  for (const lang of ['zh', 'en'])
    for (const line of assess(`--lang ${lang} -o w-${lang}`).stderr.split('\n'))
      expect(widthOf(line), line).toBeLessThanOrEqual(80);
});
