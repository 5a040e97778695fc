import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { root, type Workbench, workbench } from '../support/workbench.js';

// samples/older-run was written by 0.1.0 and is never written again: what banks were sent must stay open to questions.
let bench: Workbench;
beforeAll(() => {
  bench = workbench();
  cpSync(join(root, 'samples/older-run'), bench.folder, { recursive: true });
});

test('an older run verifies; its manifest is of before there were seals', () => {
  const outcome = bench.innopoints('verify 2026Q3 --json');
  expect(outcome.code, outcome.stdout).toBe(0);
  const { version, files, findings } = JSON.parse(outcome.stdout) as {
    readonly version: string;
    readonly files: readonly { readonly role: string; readonly status: string }[];
    readonly findings: readonly { readonly id: string }[];
  };
  expect([version, findings.map((one) => one.id)]).toEqual(['0.1.0', ['file.run-unsealed']]);
  expect(files.find((one) => one.role === 'input')?.status).toBe('same');
});

test('each firm of an older run is explained to the points that it was given', () => {
  const rows = parse(bench.read('2026Q3/assessment.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(rows).toHaveLength(6);
  for (const row of rows) {
    const outcome = bench.innopoints(`explain 2026Q3 ${row.统一社会信用代码} --json`);
    expect(outcome.code, outcome.stderr).toBe(0);
    const { explained } = JSON.parse(outcome.stdout) as {
      readonly explained: { readonly total: number | null };
    };
    expect(explained.total).toBe(row.总分 === '' ? null : Number(row.总分));
  }
});

interface Replayed {
  readonly version: { readonly was: string; readonly now: string };
  readonly files: readonly { readonly file: string; readonly status: string }[];
  readonly findings: readonly { readonly id: string; readonly args: object }[];
}

test('an older run is replayed: its firms are read and scored as they were', () => {
  const outcome = bench.innopoints('replay 2026Q3 --json');
  const { files } = JSON.parse(outcome.stdout) as Replayed;
  // Reports may gain a column in a later version; the rules may not be read otherwise.
  for (const name of ['data/profile.yaml', 'data/firms.csv', 'data/cohorts.json'])
    expect(files.find((one) => one.file === name)?.status, name).toBe('same');
  expect([0, 1]).toContain(outcome.code);
});

test('where another version wrote it, replay says which: that explains what differs', () => {
  const path = join(bench.folder, '2026Q3/manifest.json');
  writeFileSync(path, bench.read('2026Q3/manifest.json').replace('"version": "0.1.0"', '"version": "0.0.9"'));
  const outcome = bench.innopoints('replay 2026Q3 --json');
  const { version, findings } = JSON.parse(outcome.stdout) as Replayed;
  expect(version).toMatchObject({ was: '0.0.9' });
  expect(findings.find((one) => one.id === 'file.replay-version')?.args).toEqual(version);
  cpSync(join(root, 'samples/older-run/2026Q3/manifest.json'), path);
});

test('an older run is compared with one of today: the same file, the same points', () => {
  const assessed = bench.innopoints('assess firms.csv -p 2026Q3/data/profile.yaml --period 2026Q4 -o now -q');
  expect(assessed.code, assessed.stderr).toBe(0);
  const outcome = bench.innopoints('compare 2026Q3 now --json');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(JSON.parse(outcome.stdout)).toMatchObject({
    before: { totals: 5, sum: 242.26 },
    after: { totals: 5, sum: 242.26 },
    rulesChanged: false,
  });
});
