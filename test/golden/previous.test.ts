import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Compared } from '../../src/model/compared.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// assess --previous: the second quarter of the story, told against the first.
let bench: Workbench;
const assess = (quarter: string, rest: string) =>
  bench.innopoints(`assess 2026Q${quarter}.csv -p zone-2026.yaml --period 2026Q${quarter} ${rest}`);

beforeAll(() => {
  bench = workbench();
  for (const file of ['2026Q1.csv', '2026Q2.csv', 'zone-2026.yaml'])
    bench.file(file, readFileSync(join(root, 'samples/story', file)));
  for (const [quarter, rest] of [
    ['1', '-q -o runs/q1'],
    ['2', '-q -o runs/q2 --previous runs/q1'],
  ] as const) {
    const { code, stderr } = assess(quarter, rest);
    expect(code, stderr).toBe(0);
  }
});

const compared = (): Compared =>
  JSON.parse(bench.innopoints('compare runs/q1 runs/q2 --json').stdout) as Compared;

test('the summary counts as compare counts', () => {
  const { code, stdout, stderr } = assess('2', '--previous runs/q1 --json -o summary');
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout).previous).toEqual({
    profile: 'zone-2026',
    period: '2026Q1',
    counts: compared().counts,
  });
});

test('the terminal tells the moves in one line', () => {
  const { stderr } = assess('2', '--previous runs/q1 -o told');
  const { counts } = compared();
  expect(stderr).toMatch(
    new RegExp(`比上期 2026Q1  新进 ${counts.entered}  保留 ${counts.kept}  调出 ${counts.left}`),
  );
});

test('the page names who moved, with both totals', () => {
  const page = bench.read('runs/q2/report.html');
  expect(page).toContain('与上期比较（2026Q1 → 2026Q2）');
  const moved = compared().firms.filter(({ move }) => ['entered', 'left', 'not-filed'].includes(move));
  expect(moved.length).toBeGreaterThan(1);
  const section = page.split('<section id="since">')[1]!.split('</section>')[0]!;
  for (const { name, before, after } of moved) {
    expect(section).toContain(name);
    for (const stand of [before, after])
      if (stand?.total != null) expect(section).toContain(stand.total.toFixed(2));
  }
});

test('without --previous the page says nothing of a last run', () => {
  expect(bench.read('runs/q1/report.html')).not.toContain('id="since"');
});

test('the manifest holds the hash of the last manifest and no firm', () => {
  const manifest = bench.read('runs/q2/manifest.json');
  const before = readFileSync(join(bench.folder, 'runs/q1/manifest.json'));
  expect(JSON.parse(manifest).previous).toEqual({
    file: 'manifest.json',
    bytes: before.length,
    sha256: createHash('sha256').update(before).digest('hex'),
  });
  for (const { name, id } of compared().firms) {
    expect(manifest).not.toContain(name);
    expect(manifest).not.toContain(id);
  }
});

test('replay finds the last run and holds; without it, it says which folder it needs', () => {
  expect(bench.innopoints('replay runs/q2').stdout).toContain('逐字节一致');
  expect(bench.innopoints('verify runs/q2').stdout).toMatch(/上一次 +一致 +manifest\.json/);
  const kept = bench.read('runs/q1/manifest.json');
  writeFileSync(join(bench.folder, 'runs/q1/manifest.json'), `${kept}\n`);
  try {
    const { code, stderr } = bench.innopoints('replay runs/q2');
    expect(code).toBe(3);
    expect(stderr).toContain('--previous');
    expect(stderr).toContain('--inputs');
    // Absent, it is told and no failure, as an input is.
    const verified = bench.innopoints('verify runs/q2');
    expect([verified.code, verified.stderr]).toEqual([0, expect.stringContaining('--previous')]);
  } finally {
    writeFileSync(join(bench.folder, 'runs/q1/manifest.json'), kept);
  }
});

test.each([
  ['a folder that is no run', '-o no --previous runs', 3, /不是 innopoints 的结果文件夹/],
  ['a later period', '-o no --previous runs/q2', 2, /比这次的 2026-03-31 还晚/],
])('%s is refused before anything is written', (_, rest, exit, said) => {
  const { code, stderr } = assess('1', rest);
  expect([code, stderr]).toEqual([exit, expect.stringMatching(said)]);
  expect(bench.files('no')).toEqual([]);
});

test('a last run that was changed since is refused', () => {
  const path = join(bench.folder, 'runs/q1/data/firms.csv');
  const kept = readFileSync(path);
  writeFileSync(path, `${kept}\n`);
  try {
    expect(assess('2', '-o no --previous runs/q1').code).toBe(3);
  } finally {
    writeFileSync(path, kept);
  }
});

test('a run of other firms is refused', () => {
  const strangers = bench
    .read('2026Q1.csv')
    .split('\n')
    .filter((line, index) => index === 0 || line.includes('示例博远'))
    .join('\n');
  bench.file('2026Q3.csv', strangers.replace(/\d[0-9A-Z]{17}/g, '91340100MA2N00002X'));
  const { code, stderr } = assess('3', '-o no --previous runs/q1');
  expect([code, stderr]).toEqual([2, expect.stringContaining('没有一家相同的企业')]);
});
