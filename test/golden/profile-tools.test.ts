import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// profile lint, test, schema and list through the real binary: what they print and how they exit.
const real = demoProfile.replaceAll('reason: 演示', 'reason: 权重未公开，为演示');
const unreachable = real.replace('total >= 60', 'total >= 600');

let bench: Workbench;
beforeEach(() => {
  bench = workbench();
});

test('lint of a sound profile exits 0, by its id too', () => {
  bench.file('profiles/demo-2025.yaml', real);
  expect(bench.innopoints('profile lint demo-2025 --strict')).toMatchObject({
    code: 0,
    stdout: 'demo-2025：没有发现问题\n',
    stderr: '',
  });
});

test('a warning exits 0, and 1 under --strict', () => {
  bench.file('demo-2025.yaml', unreachable);
  const loose = bench.innopoints('profile lint demo-2025.yaml --lang en');
  expect(loose.code).toBe(0);
  expect(loose.stdout).toContain(
    'warning profile.never-holds  demo-2025.yaml:20:64: no firm can meet "total >= 600"',
  );
  expect(bench.innopoints('profile lint demo-2025.yaml --strict').code).toBe(1);
});

test('an assumed figure in an official profile exits 1', () => {
  bench.file('demo-2025.yaml', real.replace('status: sample', 'status: official'));
  expect(bench.innopoints('profile lint demo-2025.yaml')).toMatchObject({ code: 1 });
});

test('one that does not load exits 2, and does not hide the others', () => {
  bench.file('broken-2025.yaml', real.replace('rd_expense / revenue', 'rd_expense / revenu'));
  bench.file('demo-2025.yaml', real);
  const outcome = bench.innopoints('profile lint broken-2025.yaml demo-2025.yaml');
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('是否为「revenue」、「revenue_prior」？');
  expect(outcome.stdout).toBe('broken-2025.yaml：方案不能使用，见上\ndemo-2025.yaml：没有发现问题\n');
});

test('a day that is none exits 2', () => {
  expect(bench.innopoints('profile lint techsme-2017 --as-of 2025-02-30')).toMatchObject({
    code: 2,
    stdout: '',
  });
});

test('without ids every profile is linted, one’s own among them, in JSON too', () => {
  bench.file('profiles/demo-2025.yaml', unreachable);
  const { code, stdout } = bench.innopoints('profile lint --json');
  const linted = JSON.parse(stdout) as { profile: string; findings: { id: string }[] }[];
  expect(code).toBe(0);
  expect(linted.map((one) => one.profile)).toContain('srdi-2022');
  expect(linted.flatMap((one) => one.findings.map(({ id }) => `${one.profile} ${id}`))).toEqual([
    'demo-2025 profile.never-holds',
  ]);
});

const cases = (total: number) =>
  `${real}cases:\n  - { name: 华新传感, firm: { rd_expense: 65, revenue: 1000 }, expect: { total: ${total}, lists: [whitelist] } }\n`;

test('a case that holds exits 0 with its counts', () => {
  bench.file('demo-2025.yaml', cases(65));
  expect(bench.innopoints('profile test demo-2025.yaml')).toMatchObject({
    code: 0,
    stdout: 'demo-2025.yaml：示例 1 个、企业案例 1 个，全部相符\n',
  });
});

test('an example and a case that fail stand in a table, expected beside got, and exit 1', () => {
  bench.file('demo-2025.yaml', cases(70).replace('points: 50', 'points: 55'));
  const outcome = bench.innopoints('profile test demo-2025.yaml --lang en');
  expect(outcome.code).toBe(1);
  expect(outcome.stdout.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['demo-2025.yaml: examples 1, cases 1; 2 do not hold'],
    ['line', 'name', 'what', 'expected', 'got'],
    ['18', 'rd_ratio', 'points', '55', '50'],
    ['22', '华新传感', 'total', '70', '65'],
    [''],
  ]);
});

test('test --json keeps its keys in both languages', () => {
  bench.file('demo-2025.yaml', cases(70));
  const [zh, en] = ['zh', 'en'].map((lang) =>
    bench.innopoints(`profile test demo-2025.yaml --json --lang ${lang}`),
  );
  expect(zh!.stdout).toBe(en!.stdout);
  expect(JSON.parse(zh!.stdout)).toMatchObject([{ loaded: true, examples: 1, cases: 1, failed: 1 }]);
});

test('the schema on stdout is the file that is shipped', () => {
  const shipped = readFileSync(join(root, 'profiles/profile.schema.json'), 'utf8');
  expect(bench.innopoints('profile schema')).toMatchObject({ code: 0, stdout: shipped, stderr: '' });
});

test('list shows one’s own beside the shipped ones, and what is wrong with one that does not load', () => {
  bench.file('profiles/demo-2025.yaml', real.replace('from: 2025-01-01', 'from: 2025-01-01, to: 2025-12-31'));
  bench.file('profiles/half-2025.yaml', 'profile: half-2025\n');
  const lines = bench.innopoints('profile list --lang en').stdout.split('\n');
  expect(lines[0]!.split(/ {2,}/)).toEqual([
    'id',
    'status',
    'in force',
    'scale',
    'indicators',
    'examples',
    'name',
  ]);
  const line = (id: string) => lines.find((one) => one.startsWith(id))?.split(/ {2,}/);
  expect(line('demo-2025')).toEqual([
    'demo-2025',
    'sample',
    '2025-01-01 – 2025-12-31',
    '100',
    '1',
    '1',
    'Demo',
  ]);
  expect(line('half-2025')?.at(-1)).toMatch(/^unusable: profile\./);
  expect(line('littlegiant-2022')?.slice(0, 6)).toEqual([
    'littlegiant-2022',
    'official',
    '2022-01-01',
    '–',
    '0',
    '0',
  ]);
});

test('list --json gives the counts', () => {
  const entries = JSON.parse(bench.innopoints('profile list --json').stdout) as { id: string }[];
  expect(entries.find((one) => one.id === 'techsme-2017')).toMatchObject({
    ok: true,
    status: 'official',
    inForce: { from: '2017-01-01', to: null },
    scale: 100,
    indicators: 3,
    examples: 63,
    cases: 4,
  });
});
