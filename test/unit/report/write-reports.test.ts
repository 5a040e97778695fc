import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { beforeEach, expect, test } from 'vitest';
import { readMappingFile } from '../../../src/match/index.js';
import type { FileHash, Run } from '../../../src/model/run.js';
import { manifestOf, type ReportOptions, writeManifest, writeReports } from '../../../src/report/index.js';
import { fetchOf, runOf } from './run-of.js';
import { sheetsOf } from './unzip.js';
import { zoneOf } from './zone.js';

const { parts, told } = zoneOf(40);
const run = runOf(parts, told);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innopoints-reports-'));
});

const write = (options: Partial<ReportOptions> = {}, one: Run = run) =>
  writeReports(folder, one, {
    format: 'xlsx',
    headers: 'text',
    html: true,
    fetch: fetchOf(parts, told),
    ...options,
  });
const bytes = (name: string) => readFileSync(join(folder, name));
const text = (name: string) => bytes(name).toString('utf8');
const csv = (name: string): Record<string, string>[] => parseCsv(bytes(name), { bom: true, columns: true });

test('a folder of workbooks holds these files', async () => {
  expect((await write()).map(({ file }) => file)).toEqual([
    'whitelist.xlsx',
    'referrals.xlsx',
    'exceptions.xlsx',
    'offers.xlsx',
    'assessment.csv',
    'findings.csv',
    'report.html',
    'data/profile.yaml',
    'data/mapping.yaml',
    'data/firms.csv',
    'data/cohorts.json',
    'data/findings.ndjson',
  ]);
});

test('under csv no workbook is written', async () => {
  const names = (await write({ format: 'csv' })).map(({ file }) => file);
  expect(names.filter((name) => name.endsWith('.xlsx'))).toEqual([]);
  expect(names.slice(0, 3)).toEqual(['whitelist.csv', 'referrals.csv', 'exceptions.csv']);
});

test('names are such that Windows takes them', async () => {
  for (const { file } of await write())
    for (const step of file.split('/'))
      expect(step).toMatch(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)\b)[a-z0-9][a-z0-9.-]*[a-z0-9]$/);
});

test('a profile without referral lists has no such file', async () => {
  const lists = run.plan.lists.slice(0, 1);
  const names = await write(
    {},
    {
      ...run,
      plan: { ...run.plan, lists },
      decisions: { ...run.decisions, lists: run.decisions.lists.map(() => []) },
    },
  );
  expect(names.map(({ file }) => file)).not.toContain('referrals.xlsx');
});

test('each hash is that of the file', async () => {
  for (const { file, bytes: size, sha256 } of await write()) {
    expect(bytes(file).length).toBe(size);
    expect(createHash('sha256').update(bytes(file)).digest('hex')).toBe(sha256);
  }
});

test('the same run gives the same bytes', async () => {
  const first = await write();
  folder = mkdtempSync(join(tmpdir(), 'innopoints-reports-'));
  expect(await write()).toEqual(first);
});

test('the whitelist in both formats holds the same firms', async () => {
  await write();
  const rows = sheetsOf(bytes('whitelist.xlsx')).get('白名单')!;
  const head = rows.findIndex((row) => row[0] === '名次');
  const inBook = rows.slice(head + 1).map((row) => `${row[0]} ${row[1]} ${row[4]}`);
  await write({ format: 'csv' }).catch(() => undefined);
  expect(inBook).toEqual(
    csv('whitelist.csv').map((row) => `${row.名次} ${row.统一社会信用代码} ${row.总分}`),
  );
});

test('every firm stands once in the assessment', async () => {
  await write();
  const ids = csv('assessment.csv').map((row) => row.统一社会信用代码);
  expect([...ids].sort()).toEqual(parts.map(({ id }) => id).sort());
});

test('a workbook of a sample profile says so above its table', async () => {
  await write();
  for (const name of ['whitelist.xlsx', 'referrals.xlsx', 'exceptions.xlsx']) {
    const [rows] = sheetsOf(bytes(name)).values();
    expect(rows!.slice(0, 5).flat().join()).toContain('示例方案：');
  }
});

test('an official profile says no such thing', async () => {
  await write({}, { ...run, plan: { ...run.plan, status: 'official' } });
  expect([...sheetsOf(bytes('whitelist.xlsx')).values()].flat(2).join()).not.toContain('示例方案');
});

test('firms of data/ read back to the same figures', async () => {
  await write();
  const byId = new Map(csv('data/firms.csv').map((row) => [row.uscc, row]));
  parts.forEach((part, firm) => {
    const row = byId.get(part.id!)!;
    expect(Number(row.rd_expense)).toBe(run.firms.numbers.get('rd_expense')![firm]);
    expect(row._rejected).toBe(part.disposition === 'rejected' ? '1' : '0');
    expect(row._rows).toBe(`2025Q3.xlsx!企业!${firm + 5}`);
  });
});

test('names of files and sheets cannot break the list of rows', async () => {
  const odd = runOf(parts.slice(0, 1), { file: '50%!.xlsx', sheet: 'A;B!' });
  await write({}, odd);
  expect(csv('data/firms.csv')[0]!._rows).toBe('50%25%21.xlsx!A%3BB%21!5');
});

test('findings of data/ name their firm by its record', async () => {
  await write();
  const firms = csv('data/firms.csv');
  const lines = text('data/findings.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(run.findings.length);
  for (const [index, line] of lines.entries())
    expect(firms[line.firm]!.uscc).toBe(run.firms.ids[run.findings[index]!.firm!]);
});

test('the mapping reads back as the table that it was, one line a column', async () => {
  await write();
  const given = readMappingFile(text('data/mapping.yaml'), 'mapping.yaml', run.plan);
  const [mapping] = run.mappings;
  expect(given).toHaveLength(run.mappings.length);
  expect(given[0]).toMatchObject({
    file: mapping!.file,
    sheet: mapping!.sheet,
    headerFrom: mapping!.headerFrom,
  });
  const columns = mapping!.columns.map(({ index, header, field }) => ({ index, header, field }));
  expect(given[0]!.columns.map(({ index, header, field }) => ({ index, header, field }))).toEqual(columns);
});

test('the cohorts read back', async () => {
  await write();
  expect(JSON.parse(text('data/cohorts.json'))).toEqual({ revenue_growth: [0.1, 0.25] });
});

test('trouble of the second pass comes through as it is', async () => {
  const vanished = new Error('2025Q3.xlsx 不见了');
  await expect(write({ fetch: () => Promise.reject(vanished) })).rejects.toBe(vanished);
});

test('the manifest holds no firm and no figure', async () => {
  const outputs = await write();
  const manifest = manifestOf(run, {
    version: '0.1.0',
    options: { format: 'xlsx' },
    outputs,
    started: '2026-01-01T00:00:00Z',
    seconds: 1,
  });
  await writeManifest(folder, manifest);
  for (const { id, name, revenue } of parts)
    for (const word of [id!, name!, String(revenue)]) expect(text('manifest.json')).not.toContain(word);
});

test('the manifest counts findings by id and names files in order', async () => {
  const outputs: FileHash[] = [
    { file: 'whitelist.csv', bytes: 1, sha256: 'b' },
    { file: 'assessment.csv', bytes: 1, sha256: 'a' },
  ];
  const manifest = manifestOf(run, { version: '0.1.0', options: {}, outputs, started: '', seconds: 0 });
  expect(manifest.outputs.map(({ file }) => file)).toEqual(['assessment.csv', 'whitelist.csv']);
  expect(manifest.findings).toEqual({ 'cell.not-a-number': run.findings.length });
  expect(manifest.asOf).toBe('2025-09-30');
});
