import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { demoBench, demoFirms } from '../support/demo-firms.js';
import { type Workbench, workbench } from '../support/workbench.js';

// What `identify` wrote is evidence as a run is: verify and replay hold it, and other commands say that it is another thing.
let written: Workbench;
beforeAll(() => {
  const [header, first, ...others] = demoFirms;
  written = demoBench()
    .file('in/失信.csv', '统一社会信用代码\n91340199MA1007919N\n')
    .csv('in/2026Q2.csv', [header!, first!, ...others.slice(1)])
    .csv('in/2026Q3.csv', [header!, ...others]);
  const two = '-p demo-2025.yaml -p techsme-2017 --format csv -q';
  for (const words of [
    `identify in/2026Q2.csv --period 2026Q2 -o runs/before ${two}`,
    `identify in/2026Q3.csv --period 2026Q3 -o runs/now --previous runs/before --veto dishonest=in/失信.csv ${two}`,
  ]) {
    const outcome = written.innopoints(words);
    expect(outcome.code, outcome.stderr).toBe(0);
  }
});

let bench: Workbench;
beforeEach(() => {
  bench = workbench();
  // Without the profile: what was applied is kept.
  for (const folder of ['in', 'runs'])
    for (const name of written.files(folder))
      bench.file(`${folder}/${name}`, readFileSync(join(written.folder, folder, name)));
});
const at = (name: string) => join(bench.folder, name);
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(at(name), change(bench.read(name)));

interface Told {
  readonly profile: string;
  readonly files: readonly { readonly role: string; readonly file: string; readonly status: string }[];
  readonly ledgers: readonly { readonly check: string; readonly holds: boolean }[];
  readonly findings: readonly { readonly id: string }[];
}
const told = (words: string) => {
  const { code, stdout, stderr } = bench.innopoints(`${words} --json`);
  return { code, stderr, told: stdout === '' ? null : (JSON.parse(stdout) as Told) };
};

test('verify: every output, the rules of each scheme, inputs, the last identification, all counts', () => {
  const { code, told: it, stderr } = told('verify runs/now');
  expect(code, stderr).toBe(0);
  expect(it?.findings).toEqual([]);
  expect(it?.profile).toBe('demo-2025 techsme-2017');
  expect(new Set(it?.files.map((one) => one.status))).toEqual(new Set(['same']));
  expect(it?.files.filter((one) => one.role !== 'output').map((one) => one.file)).toEqual([
    'manifest.json',
    'demo-2025',
    'techsme-2017',
    '2026Q3.csv',
    '失信.csv',
    'data/standings.csv',
  ]);
  expect(it?.ledgers.length).toBeGreaterThan(15);
  expect(it?.ledgers.every((one) => one.holds)).toBe(true);
});

test('replay: the same bytes, with its own rules and against the identification before', () => {
  const { code, told: it, stderr } = told('replay runs/now');
  expect(code, stderr).toBe(0);
  expect(it?.files.length).toBeGreaterThan(8);
  expect(new Set(it?.files.map((one) => one.status))).toEqual(new Set(['same']));
});

test('both say on a terminal what they held', () => {
  expect(bench.innopoints('verify runs/now').stdout).toMatch(
    /上一次 +一致 +data\/standings\.csv[\s\S]*核对无误\n$/,
  );
  expect(bench.innopoints('replay runs/now').stdout).toMatch(/重算结果逐字节一致\n$/);
});

test.each([
  [
    'a matrix that was touched',
    'runs/now/matrix.csv',
    (text: string) => text.replace('符合', '不符合'),
    'file.run-damaged',
  ],
  [
    'a firm taken out of the standings',
    'runs/now/data/standings.csv',
    (text: string) => text.replace(/\n[^\n]+\n$/, '\n'),
    'file.run-ledger',
  ],
  [
    'a count of the manifest',
    'runs/now/manifest.json',
    (text: string) => text.replace(/"exceptions": \d+/, '"exceptions": 99'),
    'file.run-ledger',
  ],
  [
    'a change left out',
    'runs/now/changes.csv',
    (text: string) => text.replace(/\n[^\n]+\n$/, '\n'),
    'file.run-ledger',
  ],
  [
    'rules that are not those applied',
    'runs/now/data/schemes/techsme-2017.yaml',
    (text: string) => `${text}# 改\n`,
    'file.run-damaged',
  ],
  ['an input that was changed since', 'in/2026Q3.csv', (text: string) => `${text}\n`, 'file.input-differs'],
])('verify: %s is told, exit 1', (_, file, change, id) => {
  edit(file, change);
  const { code, told: it } = told('verify runs/now');
  expect(code).toBe(1);
  expect(it?.findings.map((one) => one.id)).toContain(id);
});

test('verify: rules that are gone, and a file that nobody wrote', () => {
  rmSync(at('runs/now/data/schemes/techsme-2017.yaml'));
  bench.file('runs/now/备注.txt', '请先别发');
  const { told: it } = told('verify runs/now');
  expect(it?.findings.map((one) => one.id)).toEqual(
    expect.arrayContaining(['file.run-damaged', 'file.run-stranger']),
  );
});

test('replay: a figure changed in the reports is named by file and line, exit 1', () => {
  edit('runs/now/matrix.csv', (text) => text.replace('缺数据', '符合'));
  const { code, told: it } = told('replay runs/now');
  expect(code).toBe(1);
  expect(it?.files.filter((one) => one.status !== 'same').map((one) => one.file)).toEqual(['matrix.csv']);
});

test('without the identification before there is no replay: exit 3, and verify says that it was not found', () => {
  renameSync(at('runs/before'), join(bench.folder, '.away'));
  const { code, stderr } = told('replay runs/now');
  expect([code, stderr]).toEqual([3, expect.stringContaining('--previous')]);
  const { code: verified, told: it } = told('verify runs/now');
  expect([verified, it?.findings.map((one) => one.id)]).toEqual([0, ['file.input-absent']]);
});

test.each([
  'explain runs/now 华新',
  'robust runs/now',
  'compare runs/before runs/now',
  'pack runs/now --for loan-online -o out',
  'publicity runs/now -o out.html',
])('%s: an identification is named as such, exit 3', (words) => {
  const { code, stderr } = bench.innopoints(words);
  expect([code, stderr]).toEqual([3, expect.stringContaining('是 identify 写出的文件夹')]);
});

test('a manifest of an identification that was spoilt is damaged, exit 3', () => {
  edit('runs/now/manifest.json', (text) => text.replace('"schemes"', '"scheme"'));
  for (const command of ['verify', 'replay']) {
    const { code, stderr } = bench.innopoints(`${command} runs/now`);
    expect([code, stderr]).toEqual([3, expect.stringContaining('manifest.json 的内容不成样子')]);
  }
});
