import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { EdgeError } from '../../src/finding/index.js';
import { verify as verifyHere } from '../../src/jobs/replay/verify.js';
import { demoBench } from '../support/demo-firms.js';
import type { Workbench } from '../support/workbench.js';

// A run folder is evidence: what was done to it afterwards is told, file by file.
let bench: Workbench;
beforeEach(() => {
  bench = demoBench();
  const outcome = bench.innopoints(
    'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 -o run --format csv -q',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
});

interface Told {
  readonly holds: boolean;
  readonly files: readonly { readonly file: string; readonly status: string; readonly role: string }[];
  readonly ledgers: readonly { readonly check: string; readonly holds: boolean }[];
  readonly findings: readonly { readonly id: string; readonly severity: string; readonly args: object }[];
}
const verify = (words = 'verify run') => {
  const outcome = bench.innopoints(`${words} --json`);
  const told = outcome.stdout === '' ? null : (JSON.parse(outcome.stdout) as Told);
  return { ...outcome, told, ids: told?.findings.map((one) => one.id) ?? [] };
};
const at = (name: string) => join(bench.folder, name);
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(at(name), change(bench.read(name)));

test('a run that nobody touched holds: every output, the profile, the input and all counts', () => {
  const { code, told } = verify();
  expect(code).toBe(0);
  expect(told?.findings).toEqual([]);
  expect(new Set(told?.files.map((one) => one.status))).toEqual(new Set(['same']));
  expect(told?.files.filter((one) => one.role !== 'output').map((one) => one.file)).toEqual([
    'manifest.json',
    'demo-2025',
    'firms.xlsx',
  ]);
  expect(told?.ledgers.length).toBeGreaterThanOrEqual(12);
});

test('one changed figure is found, and named', () => {
  edit('run/whitelist.csv', (text) => text.replace('100', '99'));
  const { code, told, ids } = verify();
  expect(code).toBe(1);
  expect(ids).toEqual(['file.run-damaged']);
  expect(told?.findings[0]?.args).toEqual({ file: 'whitelist.csv', why: 'changed' });
});

test('a change that keeps size and time is found too', () => {
  edit('run/whitelist.csv', (text) => text.replace('华新传感', '华星传感'));
  expect(verify().code).toBe(1);
});

test('a file that is gone is found', () => {
  rmSync(at('run/assessment.csv'));
  const { code, told } = verify();
  expect(code).toBe(1);
  expect(told?.files.find((one) => one.file === 'assessment.csv')?.status).toBe('gone');
});

test('a firm taken out of assessment.csv breaks the ledger, whatever hash the manifest was given', () => {
  edit('run/assessment.csv', (text) => text.split('\r\n').toSpliced(1, 1).join('\r\n'));
  const { code, told } = verify();
  expect(code).toBe(1);
  expect(told?.ledgers.filter((one) => !one.holds).map((one) => one.check)).toContain(
    'assessment.csv: firms',
  );
});

test.each(['../archive/firms.xlsx', '/etc/hostname', 'data/../../x', 'data//x'])(
  'an output called %s is none of the folder’s: refused, not read',
  (name) => {
    edit('run/manifest.json', (text) => text.replace('"file": "assessment.csv"', `"file": "${name}"`));
    const { code, stdout, stderr } = bench.innopoints('verify run');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('manifest.json');
  },
);

test('a count changed in the manifest breaks its own sum', () => {
  edit('run/manifest.json', (text) => text.replace(/"total": 6/, '"total": 7'));
  const { code, ids } = verify();
  expect(code).toBe(1);
  expect(ids).toContain('file.run-ledger');
});

/** Every value that stands in a manifest, by its path. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** Another value of the same kind, so that the manifest stays one. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value === null ? 'gbk' : ['华新传感'];
  const pairs = { sample: 'official', xlsx: 'csv', csv: 'xlsx', text: 'id', '2026-09-30': '2026-06-30' };
  if (Object.hasOwn(pairs, value)) return pairs[value as keyof typeof pairs];
  if (/^[0-9a-f]{64}$/.test(value)) return value.replace(/./, (one) => (one === '0' ? '1' : '0'));
  return /^\d{4}-.*Z$/.test(value) ? '2020-01-01T00:00:00.000Z' : `${value}1`;
}

/** In this process: a start for every value of a manifest would take long. */
const stillHolds = (): Promise<boolean> =>
  verifyHere(at('run'), { folders: [bench.folder] }).then(
    (verified) => verified.holds,
    (error: unknown) => {
      if (error instanceof EdgeError) return false;
      throw error;
    },
  );

test('whatever is changed in the manifest, the period, the status and every option among them, is noticed', async () => {
  const path = 'run/manifest.json';
  const text = bench.read(path);
  const kept = JSON.parse(text) as Record<string, unknown>;
  const paths = leaves(kept);
  expect(paths.length).toBeGreaterThan(60);
  const passed: string[] = [];
  for (const keys of paths) {
    const changed = structuredClone(kept);
    const holder = keys.slice(0, -1).reduce((all, key) => all[key] as typeof all, changed);
    holder[keys.at(-1)!] = other(holder[keys.at(-1)!]);
    edit(path, () => `${JSON.stringify(changed, null, 2)}\n`);
    if (await stillHolds()) passed.push(keys.join('.'));
  }
  expect(passed).toEqual([]);
  edit(path, () => text);
  expect(await stillHolds()).toBe(true);
});

test('a manifest written anew with the same content is no longer the one that was written', () => {
  edit('run/manifest.json', (text) => JSON.stringify(JSON.parse(text)));
  const { code, ids } = verify();
  expect([code, ids]).toEqual([1, ['file.run-damaged']]);
});

test('a manifest whose seal was taken away is told: nobody can vouch for it', () => {
  edit('run/manifest.json', (text) => text.replace(/,\n {2}"seal": "\w+"/, '').replace('2026Q3', '2026Q2'));
  const { code, ids } = verify();
  expect([code, ids]).toEqual([0, ['file.run-unsealed']]);
});

test.each([
  'explain run 华新传感',
  'robust run --draws 2',
  'compare run run',
  'publicity run -o public.html',
])('a changed manifest is refused by %s', (words) => {
  edit('run/manifest.json', (text) => text.replace('"2026Q3"', '"2026Q2"'));
  const { code, stderr } = bench.innopoints(words);
  expect([code, stderr]).toEqual([3, expect.stringContaining('manifest.json')]);
});

test('rules exchanged together with their hash are found by the profile’s own', () => {
  edit('run/manifest.json', (text) => text.replace(/("sha256": ")[0-9a-f]{8}/, '$100000000'));
  const { code, told } = verify();
  expect(code).toBe(1);
  expect(told?.files.find((one) => one.role === 'profile')?.status).toBe('changed');
});

test('a file that the run did not write is told, and is no failure', () => {
  bench.file('run/whitelist-2.csv', '华新传感').file('run/.DS_Store', '');
  const { code, told, ids } = verify();
  expect(code).toBe(0);
  expect(ids).toEqual(['file.run-stranger']);
  expect(told?.findings[0]?.args).toEqual({ file: 'whitelist-2.csv' });
});

test('inputs that are elsewhere are told, and found where --inputs says', () => {
  bench.file('archive/in/.keep', '');
  renameSync(at('firms.xlsx'), at('archive/in/firms.xlsx'));
  bench.file('other/.keep', '');
  const lost = verify('verify run --inputs other');
  expect([lost.code, lost.ids]).toEqual([0, ['file.input-absent']]);
  const found = verify('verify run --inputs archive');
  expect([found.code, found.ids]).toEqual([0, []]);
});

test('an input that was changed since fails, unless the original is found beside it', () => {
  bench.file('archive/.keep', '');
  renameSync(at('firms.xlsx'), at('archive/firms.xlsx'));
  bench.csv('firms.xlsx', [['企业名称']]);
  expect(verify().code).toBe(0);
  rmSync(at('archive/firms.xlsx'));
  const { code, ids } = verify();
  expect([code, ids]).toEqual([1, ['file.input-differs']]);
});

test.each([
  ['a folder without a manifest', '{', 'empty', 'file.run-none'],
  ['a broken manifest', '{ "format": 1', 'run', 'file.run-damaged'],
  ['another tool’s manifest', '{ "name": "app", "version": 3 }', 'run', 'file.run-none'],
  [
    'a newer format',
    '{ "format": 2, "tool": { "name": "innopoints", "version": "9.0.0" } }',
    'run',
    'file.run-newer',
  ],
])('%s is no run folder: exit 3', (_, text, folder, id) => {
  bench.file('run/manifest.json', text).file('empty/notes.txt', '');
  const { code, stdout, stderr } = bench.innopoints(`verify ${folder}`);
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(
    id === 'file.run-none' ? '结果文件夹' : id === 'file.run-newer' ? '9.0.0' : 'manifest.json',
  );
});

test('people read it in their language, the verdict in the last line', () => {
  appendFileSync(at('run/findings.csv'), 'x');
  const { stdout, stderr } = bench.innopoints('--lang en verify run');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('does not hold');
  expect(stdout).toContain('changed');
  expect(stderr).toContain('findings.csv was changed after it was written');
});
