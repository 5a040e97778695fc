import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { demoBench } from '../support/demo-firms.js';
import { canTrace, traceNote } from '../support/strace.js';
import { root, type Workbench } from '../support/workbench.js';

// A folder of runs that nobody watches: it grows without overwriting, and is pruned without harm.
const base = '2026Q3-demo-2025';
let bench: Workbench;
beforeEach(() => {
  bench = demoBench();
});
const at = (name: string) => join(bench.folder, name);
const assess = (more = '', env: Record<string, string> = {}) =>
  bench.innopoints(
    `assess firms.xlsx -p demo-2025.yaml --period 2026Q3 --runs runs --format csv -q ${more}`,
    env,
  );
const assessed = (more = '') => {
  const outcome = assess(more);
  expect(outcome.code, outcome.stderr).toBe(0);
};
const names = () => readdirSync(at('runs')).sort();
const prune = (words: string) => {
  const outcome = bench.innopoints(`runs prune runs ${words} --json`);
  expect(outcome.code, outcome.stderr).toBe(0);
  return JSON.parse(outcome.stdout) as {
    readonly kept: readonly string[];
    readonly removed: readonly string[];
    readonly left: readonly { readonly name: string; readonly why: string }[];
  };
};

test('each run gets a name of its own, and latest points to the last', () => {
  assessed();
  assessed();
  expect(names()).toEqual([base, `${base}+2`, 'latest']);
  expect(readlinkSync(at('runs/latest'))).toBe(`${base}+2`);
  expect(bench.innopoints('verify runs/latest').code).toBe(0);
  expect(lstatSync(at('runs')).mode & 0o777).toBe(0o700);
});

test.skipIf(!canTrace)(`latest is swapped by one rename: there is no moment without it${traceNote}`, () => {
  assessed();
  const calls = 'trace=unlink,unlinkat,rename,renameat,renameat2,symlink,symlinkat';
  const words = 'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 --runs runs --format csv -q'.split(' ');
  const traced = spawnSync(
    'strace',
    ['-f', '-qq', '-e', calls, '-o', 'calls', process.execPath, join(root, 'bin/innopoints.js'), ...words],
    { cwd: bench.folder, encoding: 'utf8' },
  );
  expect(traced.status, traced.stderr).toBe(0);
  // The last argument is what a call makes or removes.
  const touching = bench
    .read('calls')
    .split('\n')
    .flatMap((line) => /\b(\w+)\(.*runs\/latest"[,)]/.exec(line)?.[1] ?? []);
  expect(touching).toEqual([expect.stringMatching(/^rename/)]);
  expect(readlinkSync(at('runs/latest'))).toBe(`${base}+2`);
});

test('--force replaces the last run of the name, and no other', () => {
  assessed();
  assessed();
  const first = bench.read(`runs/${base}/manifest.json`);
  const second = bench.read(`runs/${base}+2/manifest.json`);
  assessed('--force');
  expect(names()).toEqual([base, `${base}+2`, 'latest']);
  expect(bench.read(`runs/${base}/manifest.json`)).toBe(first);
  expect(bench.read(`runs/${base}+2/manifest.json`)).not.toBe(second);
});

test('a run that fails leaves latest where it was', () => {
  assessed();
  bench.csv('firms.xlsx', [['企业名称'], ['华新传感']]);
  expect(assess().code).toBe(3);
  expect(names()).toEqual([base, 'latest']);
  expect(readlinkSync(at('runs/latest'))).toBe(base);
});

test.each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a file of somebody', (path: string) => writeFileSync(path, '会议纪要：第一页\n第二页\n')],
  ['a note of somebody', (path: string) => writeFileSync(path, '待办\n')],
  ['a link out of the folder', (path: string) => symlinkSync('../firms.xlsx', path)],
])('%s called latest is left as it is: exit 4 before anything is read', (_, make) => {
  mkdirSync(at('runs'));
  make(at('runs/latest'));
  const { code, stderr } = assess();
  expect(code).toBe(4);
  expect(stderr).toContain('latest 已存在，但不是 innopoints 写的');
  expect(names()).toEqual(['latest']);
});

test('latest as a text file, as Windows has it, is read and swapped too', () => {
  assessed();
  rmSync(at('runs/latest'));
  writeFileSync(at('runs/latest'), `${base}\n`);
  expect(prune('--keep 1').kept).toEqual([base]);
  assessed();
  expect(readlinkSync(at('runs/latest'))).toBe(`${base}+2`);
});

test('--runs and --out exclude each other: exit 2', () => {
  expect(assess('-o run').code).toBe(2);
});

/** A lock as a living process of this computer holds it. */
const hold = (name: string) =>
  bench.file(name, JSON.stringify({ pid: process.pid, host: hostname(), start: '' }));

test('a place that another run holds: exit 5 at once, or after --wait', () => {
  hold(`runs/.${base}.lock`);
  const start = performance.now();
  expect(assess().code).toBe(5);
  const without = performance.now() - start;
  expect(assess('--wait 2s').code).toBe(5);
  expect(performance.now() - start - without).toBeGreaterThan(2000);
  expect(names()).toEqual([`.${base}.lock`]);
});

test('--wait goes on as soon as the other run is done', async () => {
  hold(`runs/.${base}.lock`);
  const { spawn } = await import('node:child_process');
  const words = 'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 --runs runs -q --wait 1m'.split(' ');
  const child = spawn(process.execPath, [join(root, 'bin/innopoints.js'), ...words], { cwd: bench.folder });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  setTimeout(() => rmSync(at(`runs/.${base}.lock`)), 1500);
  expect(await ended).toBe(0);
  expect(names()).toEqual([base, 'latest']);
});

test.each(['10', 'zehn', '2d', '99h'])('--wait %s is no time: exit 2', (time) => {
  expect(assess(`--wait ${time}`).code).toBe(2);
});

test('runs list tells the newest first, with counts and latest', () => {
  assessed();
  assessed();
  const outcome = bench.innopoints('runs list runs --json');
  const { runs } = JSON.parse(outcome.stdout) as { readonly runs: readonly object[] };
  expect(runs).toMatchObject([
    { name: `${base}+2`, period: '2026Q3', firms: 6, whitelisted: 2, rejected: 1, latest: true, whole: true },
    { name: base, latest: false },
  ]);
  const lines = bench.innopoints('runs list runs').stdout.split('\n');
  expect(lines[1]).toMatch(/\+2 .*← latest$/);
  expect(bench.innopoints('runs list nowhere').code).toBe(3);
});

test('prune keeps the newest of each profile and says what goes', () => {
  for (let i = 0; i < 3; i++) assessed();
  bench.file('other-2025.yaml', bench.read('demo-2025.yaml').replace('demo-2025', 'other-2025'));
  assessed('-p other-2025.yaml');
  const dry = prune('--keep 1 --dry-run');
  expect(names()).toHaveLength(5);
  const done = prune('--keep 1');
  expect(done.removed).toEqual([`${base}+2`, base]);
  expect(done.removed).toEqual(dry.removed);
  expect(names()).toEqual([`${base}+3`, '2026Q3-other-2025', 'latest']);
});

test('prune touches nothing that innopoints did not make', () => {
  for (let i = 0; i < 4; i++) assessed();
  bench
    .file(`runs/${base}+2/备注.docx`, '不要删')
    .file('runs/旧材料/名单.csv', '华新传感')
    .file('runs/说明.txt', '');
  rmSync(at(`runs/${base}+3/whitelist.csv`));
  mkdirSync(at('elsewhere'));
  const outside = bench.innopoints(
    'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 -o elsewhere/run --format csv -q',
  );
  expect(outside.code).toBe(0);
  symlinkSync('../elsewhere/run', at('runs/2026Q2-demo-2025'));
  cpSync(at('elsewhere/run'), at('runs/2019-手工存档'), { recursive: true });
  const { kept, removed, left } = prune('--keep 1');
  expect(kept).toEqual([`${base}+4`]);
  expect(removed).toEqual([base]);
  expect(Object.fromEntries(left.map((one) => [one.name, one.why]))).toEqual({
    '2019-手工存档': 'other-name',
    '2026Q2-demo-2025': 'link',
    [`${base}+2`]: 'not-whole',
    [`${base}+3`]: 'not-whole',
    旧材料: 'no-run',
    '说明.txt': 'file',
  });
  expect(existsSync(at('elsewhere/run/manifest.json'))).toBe(true);
  expect(existsSync(at(`runs/${base}+2/备注.docx`))).toBe(true);
});

test('a run whose manifest was changed is marked, and prune goes by nothing that it says', () => {
  for (let i = 0; i < 3; i++) assessed();
  const name = `runs/${base}/manifest.json`;
  bench.file(name, bench.read(name).replace(/"started": "20\d\d/, '"started": "2099'));
  expect(bench.innopoints('runs list runs').stdout).toMatch(/2099.*写出以后被改动/);
  const { kept, removed, left } = prune('--keep 1');
  expect([kept, removed]).toEqual([[`${base}+3`], [`${base}+2`]]);
  expect(left).toEqual([{ name: base, why: 'not-whole' }]);
});

test('prune leaves a run in which somebody changed a file', () => {
  for (let run = 0; run < 3; run++) assessed();
  writeFileSync(at(`runs/${base}/exceptions.csv`), '改好的行');
  for (const words of ['--keep 1 --dry-run', '--keep 1']) {
    const { removed, left } = prune(words);
    expect(removed).toEqual([`${base}+2`]);
    expect(left).toEqual([{ name: base, why: 'not-whole' }]);
  }
  expect(bench.read(`runs/${base}/exceptions.csv`)).toBe('改好的行');
});

test('prune leaves what latest points to, and what another run holds', () => {
  for (let i = 0; i < 3; i++) assessed();
  rmSync(at('runs/latest'));
  symlinkSync(base, at('runs/latest'));
  hold(`runs/.${base}+2.lock`);
  const { removed, left } = prune('--keep 1');
  expect(removed).toEqual([]);
  expect(left).toEqual([
    { name: `${base}+2`, why: 'in-use' },
    { name: base, why: 'latest' },
  ]);
});

test.each(['0', '-1', 'all', '1.5'])('prune --keep %s: exit 2', (keep) => {
  mkdirSync(at('runs'));
  expect(bench.innopoints(`runs prune runs --keep ${keep}`).code).toBe(2);
});
