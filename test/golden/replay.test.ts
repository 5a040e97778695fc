import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, expect, test } from 'vitest';
import { demoBench, demoFirms } from '../support/demo-firms.js';
import type { Workbench } from '../support/workbench.js';

// The recorded options, the run's own rules and the inputs give every byte again, or the first difference is named.
let bench: Workbench;
beforeEach(() => {
  bench = demoBench();
});
const assess = (words: string) => {
  const outcome = bench.innopoints(`assess ${words} -p demo-2025.yaml -o run -q`);
  expect(outcome.code, outcome.stderr).toBe(0);
};
const replay = (words = 'replay run') => {
  const outcome = bench.innopoints(`${words} --json`);
  const told =
    outcome.stdout === ''
      ? null
      : (JSON.parse(outcome.stdout) as {
          readonly files: readonly {
            file: string;
            status: string;
            line: number | null;
            byte: number | null;
          }[];
        });
  return { ...outcome, differing: told?.files.filter((one) => one.status !== 'same') ?? null };
};
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(join(bench.folder, name), change(bench.read(name)));

test.each([
  ['defaults', 'firms.xlsx --period 2026Q3'],
  ['reports in English, as CSV with ids', 'firms.xlsx --period 2025 --format csv --headers id --lang en'],
  ['an as-of of its own and a field left out', 'firms.xlsx --period 2026Q3 --as-of 2026-12-31'],
  [
    'one sheet, a list of another bureau',
    'firms.xlsx --period 2026Q3 --sheet 企业 --veto dishonest=失信.csv',
  ],
  ['two files of one name', 'firms.xlsx b/firms.xlsx --period 2026Q3'],
  ['a text in GB18030', 'gbk.csv --period 2026Q3 --encoding gb18030'],
  ['without the page', 'firms.xlsx --period 2026Q3 --no-html'],
  ['files left out that could not be read', 'firms.xlsx 坏.xlsx 没有.xlsx --period 2026Q3 --skip-unreadable'],
])('%s: the same bytes', (_, words) => {
  bench
    .csv('失信.csv', [['统一社会信用代码'], ['91340199MA1007919N']])
    .file('坏.xlsx', 'PK\u0003\u0004坏')
    .file('gbk.csv', gbk)
    .file('b/.keep', '')
    .xlsx('b/firms.xlsx', demoFirms.slice(0, 3), '第二批');
  assess(words);
  const { code, differing, stderr } = replay();
  expect(code, stderr).toBe(0);
  expect(differing).toEqual([]);
});

const gbk = iconv.encode(demoFirms.map((row) => row.join(',')).join('\n'), 'gb18030');

test('a saved mapping is found by name and hash too', () => {
  const saved = bench.innopoints('inspect firms.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  expect(saved.code, saved.stderr).toBe(0);
  assess('firms.xlsx --period 2026Q3 --mapping map.yaml');
  expect(replay().code).toBe(0);
  edit('map.yaml', (text) => `${text}# 改过\n`);
  expect(replay().code).toBe(3);
});

test('the profile may change or go: the run keeps its own', () => {
  assess('firms.xlsx --period 2026Q3');
  edit('demo-2025.yaml', (text) => text.replace('full: 10%', 'full: 20%'));
  expect(replay().code).toBe(0);
});

test('a figure changed afterwards is named by file and line', () => {
  assess('firms.xlsx --period 2026Q3 --format csv');
  edit('run/assessment.csv', (text) => text.replace('瑞泽新材', '瑞则新材'));
  const { code, differing } = replay();
  expect(code).toBe(1);
  expect(differing).toMatchObject([{ file: 'assessment.csv', status: 'differs', line: 3 }]);
});

test('rules changed afterwards give other points: every file that they reach is named', () => {
  assess('firms.xlsx --period 2026Q3 --format csv');
  edit('run/data/profile.yaml', (text) => text.replace('full: 10%', 'full: 20%'));
  const { code, differing } = replay();
  expect(code).toBe(1);
  expect(differing?.map((one) => one.file)).toEqual(
    expect.arrayContaining(['assessment.csv', 'whitelist.csv', 'manifest.json']),
  );
});

test('a workbook is compared by its bytes', () => {
  assess('firms.xlsx --period 2026Q3');
  const path = join(bench.folder, 'run/whitelist.xlsx');
  writeFileSync(path, `${bench.read('run/whitelist.xlsx')} `);
  const [first] = replay().differing ?? [];
  expect(first).toMatchObject({ file: 'whitelist.xlsx', status: 'differs', line: null });
  expect(first?.byte).toBeGreaterThan(0);
});

test('without its inputs a run cannot be replayed: exit 3, and where they were looked for', () => {
  assess('firms.xlsx --period 2026Q3');
  bench.file('archive/.keep', '');
  renameSync(join(bench.folder, 'firms.xlsx'), join(bench.folder, 'archive/企业.xlsx'));
  const { code, stderr } = replay();
  expect(code).toBe(3);
  expect(stderr).toContain('找不到输入文件「firms.xlsx」');
  renameSync(join(bench.folder, 'archive/企业.xlsx'), join(bench.folder, 'archive/firms.xlsx'));
  expect(replay('replay run --inputs archive').code).toBe(0);
});

test('nothing stays in the temporary folder, whatever came of it', () => {
  assess('firms.xlsx --period 2026Q3');
  bench.file('tmp/.keep', '');
  const env = { TMPDIR: join(bench.folder, 'tmp') };
  expect(bench.innopoints('replay run -q', env).code).toBe(0);
  edit('run/data/profile.yaml', () => 'profile: [');
  expect(bench.innopoints('replay run -q', env).code).toBe(2);
  expect(readdirSync(join(bench.folder, 'tmp'))).toEqual(['.keep']);
  expect(tmpdir()).not.toBe(env.TMPDIR);
});

test('another version is told, and its name alone is no difference', () => {
  assess('firms.xlsx --period 2026Q3');
  edit('run/manifest.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "0.0.9"'));
  const { code, stdout } = replay();
  expect(code).toBe(0);
  expect(stdout).toContain('file.replay-version');
});
