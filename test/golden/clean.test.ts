import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// The intake alone: what was read, a row a firm, and what was found.
const [a, b, c] = ['91340199MA1007919N', '91340199MA10158389', '91340199MA1023757U'];
const header = [
  '企业名称',
  '统一社会信用代码',
  '营业收入（元）',
  '研发费用（万元）',
  '研发占比',
  '成立日期',
  '企业授权',
];
const rows = [
  ['瑞泽新材有限公司', b, 9_000_000, 50, '5%', '2019年3月1日', '否'],
  ['=华新传感', a, 12_000_000, 80, 6.5, '2018-06-21', '是'],
  ['金桥生物', c, '约120', 80, null, null, null],
];
const share = "fields:\n  rd_share: { name: { zh: 研发占比, en: R&D share }, unit: '%' }\n";
const profile = demoProfile.replace('groups:', `${share}groups:`);

let bench: Workbench;
beforeEach(() => {
  bench = workbench()
    .file('demo-2025.yaml', profile)
    .csv('firms.csv', [header, ...rows]);
});
const run = (words: string, env = {}) => bench.innopoints(`clean ${words} -p demo-2025.yaml`, env);
const table = (name: string): string[][] => parse(bench.read(name), { bom: true }) as string[][];

test('fields and units are the profile’s, order is by code, wrong firms are left out', () => {
  const outcome = run('firms.csv -o clean.csv');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(bench.read('clean.csv')).toBe(
    '\ufeffcredit_code,firm_name,founded,revenue,rd_expense,authorised,rd_share\r\n' +
      `${a},'=华新传感,2018-06-21,1200,80,true,6.5\r\n` +
      `${b},瑞泽新材有限公司,2019-03-01,900,50,false,5\r\n`,
  );
});

test('what was found stands beside it', () => {
  run('firms.csv -o clean.csv');
  const [columns, ...found] = table('clean.findings.csv');
  expect(columns).toContain('代码');
  expect(found.map((one) => one.slice(0, 5))).toContainEqual([
    '错误',
    'cell.not-a-number',
    'firms.csv',
    '',
    'C4',
  ]);
});

test('the counts are told on stderr, nothing on stdout', () => {
  const { stdout, stderr } = run('firms.csv -o clean.csv');
  expect(stdout).toBe('');
  expect(stderr).toMatch(/数据行\s+4/);
  expect(stderr).toMatch(/写出\s+2/);
  expect(stderr).toMatch(/有错误\s+1/);
  expect(stderr).toContain('clean.csv  clean.findings.csv');
});

test('a firm with an error stays, marked, where all are asked for', () => {
  run('firms.csv -o clean.csv --all');
  const [columns, ...firms] = table('clean.csv');
  expect(columns!.at(-1)).toBe('_rejected');
  expect(firms.map((one) => [one[0], one.at(-1)])).toEqual([
    [a, '0'],
    [b, '0'],
    [c, '1'],
  ]);
  // What could not be read is blank, never a guess.
  expect(firms[2]![3]).toBe('');
});

test('headers may be texts with their units', () => {
  run('firms.csv -o clean.csv --headers text');
  expect(table('clean.csv')[0]).toEqual([
    '统一社会信用代码',
    '企业名称',
    '成立日期',
    '营业收入（万元）',
    '研发费用（万元）',
    '企业授权',
    '研发占比（%）',
  ]);
  expect(table('clean.csv')[1]!.slice(-2)).toEqual(['是', '6.5']);
});

test.each(['id', 'text'])('what was cleaned (headers as %s) cleans to itself', (headers) => {
  run(`firms.csv -o clean.csv --headers ${headers}`);
  const again = run(`clean.csv -o again.csv --headers ${headers} --findings again.findings.csv`);
  expect(again.code, again.stderr).toBe(0);
  expect(table('again.csv').map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
    table('clean.csv').map((row) => row.map((cell) => cell.replace(/^'/, ''))),
  );
});

test('row order does not matter', () => {
  bench.csv('turned.csv', [header, ...[...rows].reverse()]);
  run('firms.csv -o clean.csv');
  run('turned.csv -o turned-clean.csv', { LANG: 'C', LC_ALL: 'C', TZ: 'America/New_York' });
  expect(bench.read('turned-clean.csv')).toBe(bench.read('clean.csv'));
});

test('standard output holds the data and nothing else', () => {
  const { stdout, code } = run('firms.csv -o - --quiet');
  expect(code).toBe(0);
  expect(stdout.startsWith('credit_code,')).toBe(true);
  expect(stdout.trimEnd().split('\r\n')).toHaveLength(3);
  expect(bench.files('.').sort()).toEqual(['demo-2025.yaml', 'firms.csv']);
});

test('a field without a column has none in the result: it is unknown, not blank', () => {
  bench.csv('short.csv', [
    ['企业名称', '统一社会信用代码', '营业收入（万元）'],
    ['华新传感', a, 1200],
  ]);
  expect(run('short.csv -o clean.csv').code).toBe(3);
  expect(run('short.csv -o clean.csv --without rd_expense').code).toBe(0);
  expect(table('clean.csv')[0]).toEqual(['credit_code', 'firm_name', 'revenue']);
  expect(bench.read('clean.findings.csv')).toContain('--without');
});

test('both files are their owner’s alone', () => {
  run('firms.csv -o out/clean.csv');
  for (const name of ['out/clean.csv', 'out/clean.findings.csv'])
    expect(statSync(join(bench.folder, name)).mode & 0o777, name).toBe(0o600);
});

test('an existing file is replaced only where that is asked', () => {
  bench.file('clean.csv', '旧');
  expect(run('firms.csv -o clean.csv').code).toBe(4);
  expect(bench.read('clean.csv')).toBe('旧');
  expect(bench.files('.')).not.toContain('clean.findings.csv');
  expect(run('firms.csv -o clean.csv --force').code).toBe(0);
  expect(bench.read('clean.csv')).toContain(a);
});

test('existing findings stop it too, before anything is read', () => {
  bench.file('clean.findings.csv', '旧');
  expect(run('missing.csv -o clean.csv').code).toBe(4);
  expect(bench.read('clean.findings.csv')).toBe('旧');
});

test.each([
  ['an input as the output', 'firms.csv -o firms.csv --force'],
  ['one name for both outputs', 'firms.csv -o clean.csv --findings ./clean.csv'],
  ['a workbook’s extension', 'firms.csv -o clean.xlsx'],
  ['a period that is none', 'firms.csv -o clean.csv --period 三季度'],
  ['a field that the profile does not read', 'firms.csv -o clean.csv --without rd_expence'],
])('%s is wrong usage, and the input stays as it was', (_, words) => {
  const before = bench.read('firms.csv');
  const outcome = run(words);
  expect(outcome.code, outcome.stderr).toBe(2);
  expect(bench.read('firms.csv')).toBe(before);
  expect(bench.files('.').sort()).toEqual(['demo-2025.yaml', 'firms.csv']);
});

test('a file that is not there ends it with 3', () => {
  expect(run('missing.csv -o clean.csv').code).toBe(3);
  expect(bench.files('.')).not.toContain('clean.csv');
});

test('a rejected firm fails a strict run, which still writes', () => {
  expect(run('firms.csv -o clean.csv --strict').code).toBe(1);
  expect(table('clean.csv')).toHaveLength(3);
});

test('the shipped sample, cleaned, is assessed as it was', () => {
  const rules = '-p hefei-hightech-2025 --period 2026Q3';
  const input = join(root, 'samples/gaoxin-2026Q3.csv');
  bench.innopoints(`clean ${input} ${rules} -o clean.csv`);
  bench.innopoints(`assess clean.csv ${rules} -o again --headers id --format csv`);
  bench.innopoints(`assess ${input} ${rules} -o first --headers id --format csv`);
  const assessed = (folder: string) =>
    (parse(bench.read(`${folder}/assessment.csv`), { bom: true, columns: true }) as Record<string, string>[])
      .filter((one) => one.disposition !== 'rejected')
      .map(({ file, sheet, row, ...rest }) => rest);
  expect(assessed('again').length).toBeGreaterThan(250);
  expect(assessed('again')).toEqual(assessed('first'));
});

test('--json tells the same counts on stdout, and nothing else', () => {
  const outcome = run('firms.csv -o clean.csv --period 2025 --json');
  expect([outcome.code, outcome.stderr]).toEqual([0, '']);
  expect(JSON.parse(outcome.stdout)).toMatchObject({
    profile: { id: 'demo-2025' },
    period: '2025',
    rows: { total: 4, used: 2, rejected: 1, skipped: 1 },
    skipped: { header: 1 },
    firms: { total: 3, written: 2, rejected: 1 },
    findings: { error: 1 },
    files: ['clean.csv', 'clean.findings.csv'],
  });
});

test('--json and the data cannot share stdout: exit 2', () => {
  const { code, stdout, stderr } = run('firms.csv -o - --json');
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('--json')]);
});
