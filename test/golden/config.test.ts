import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { demoBench, demoFirms } from '../support/demo-firms.js';
import { root, type Workbench } from '../support/workbench.js';

// What stands in innopoints.yaml need not be typed, and what is typed wins.
const settings = `profile: demo-2025.yaml
period: 2026Q3
inputs: [in/*.xlsx]
out: out
format: csv
quiet: true
`;
let bench: Workbench;
beforeEach(() => {
  bench = demoBench().file('in/.keep', '').file('innopoints.yaml', settings);
  bench
    .xlsx('in/蜀山.xlsx', demoFirms.slice(0, 3))
    .xlsx('in/包河.xlsx', [demoFirms[0]!, ...demoFirms.slice(3)]);
});
const manifest = (run: string) =>
  JSON.parse(bench.read(`${run}/manifest.json`)) as {
    readonly period: string;
    readonly options: {
      readonly files: readonly string[];
      readonly format: string;
      readonly lang: string | null;
    };
    readonly firms: { readonly total: number };
  };

interface Shown {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
  readonly at: string;
}
const show = (words = '', env: Record<string, string> = {}) => {
  const outcome = bench.innopoints(`config show ${words} --json`, env);
  expect(outcome.code, outcome.stderr).toBe(0);
  const all = JSON.parse(outcome.stdout) as readonly Shown[];
  return (key: string) => all.find((one) => one.key === key);
};

test('assess alone does all that the file says', () => {
  const outcome = bench.innopoints('assess');
  expect([outcome.code, outcome.stdout, outcome.stderr]).toEqual([0, '', '']);
  expect(manifest('out')).toMatchObject({
    period: '2026Q3',
    options: { files: ['包河.xlsx', '蜀山.xlsx'], format: 'csv' },
    firms: { total: 6 },
  });
});

test.each([
  ['as_of: 2026-13-30', {}, 'innopoints.yaml:7：「2026-13-30」'],
  ['rate: USD', {}, 'innopoints.yaml:7：「USD」'],
  ['sheet: [蜀山]', {}, 'innopoints.yaml:7：'],
  ['without: [没有]', {}, 'innopoints.yaml:7：「没有」'],
  ['', { INNOPOINTS_PERIOD: '2026Q5' }, 'INNOPOINTS_PERIOD：「2026Q5」'],
])('a wrong value, %s %o, is told where it stands', (line, env, told) => {
  bench.file('innopoints.yaml', `${settings}${line}\n`);
  const { code, stderr } = bench.innopoints('assess', env);
  expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
});

test('given on the command line, it is told as such', () => {
  const { code, stderr } = bench.innopoints('assess --as-of 2026-13-30');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--as-of：')]);
});

test('the command line wins over the file', () => {
  const outcome = bench.innopoints('assess firms.xlsx --period 2026H1 --runs runs --lang en');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(manifest('runs/latest')).toMatchObject({
    period: '2026H1',
    options: { files: ['firms.xlsx'], lang: 'en', format: 'csv' },
  });
});

test('what the file turns on, the command line turns off', () => {
  bench.file('innopoints.yaml', `${settings}strict: true\nhtml: false\nskip_unreadable: true\n`);
  expect(bench.innopoints('assess').code).toBe(1);
  expect(bench.files('out')).not.toContain('report.html');
  const { code, stderr } = bench.innopoints('assess --force --no-strict --no-quiet --html');
  expect([code, stderr]).toEqual([0, expect.stringContaining('whitelist.csv')]);
  expect(bench.files('out')).toContain('report.html');
  bench.file('in/坏.xlsx', 'PK\u0003\u0004');
  expect(bench.innopoints('assess --force').code).toBe(1);
  expect(bench.innopoints('assess --force --no-skip-unreadable').code).toBe(3);
  const shown = show('--no-strict --html --no-skip-unreadable');
  expect(shown('strict')).toEqual({ key: 'strict', value: false, from: 'command-line', at: '--no-strict' });
  expect(shown('html')).toMatchObject({ value: true, from: 'command-line', at: '--html' });
  expect(shown('skip_unreadable')).toMatchObject({ value: false, at: '--no-skip-unreadable' });
});

test('what the file names, one run does without', () => {
  const header = ['企业名称', '统一社会信用代码', '区县'];
  bench.csv('名册.csv', [header, ['远航仪器', '91340199MA10356401', '蜀山区']]);
  bench.file('innopoints.yaml', `${settings}roster: 名册.csv\nas_of: 没有这一天\n`);
  expect(bench.innopoints('assess').code).toBe(2);
  const outcome = bench.innopoints('assess --no-roster --no-as-of');
  expect([outcome.code, outcome.stderr]).toEqual([0, '']);
  expect(JSON.stringify(manifest('out'))).not.toContain('名册');
  const shown = show('--no-as-of --no-roster');
  expect(shown('as_of')).toEqual({ key: 'as_of', value: null, from: 'command-line', at: '--no-as-of' });
  expect(shown('roster')).toMatchObject({ value: null, from: 'command-line', at: '--no-roster' });
  expect(shown('format')).toMatchObject({ from: 'file' });
  expect(show('--no-roster --roster 另一.csv')('roster')).toMatchObject({
    value: ['另一.csv'],
    at: '--roster',
  });
});

test('--no-config reads no file, a broken one neither', () => {
  bench.file('innopoints.yaml', 'peroid: [');
  const words = 'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 -o 单独 -q';
  expect(bench.innopoints(words).code).toBe(2);
  const { code, stderr } = bench.innopoints(`${words} --no-config`);
  expect([code, stderr]).toEqual([0, '']);
  expect(show('--no-config')('profile')).toMatchObject({ value: null, from: 'none' });
});

test('--no-inputs and --no-profile are no options: a run has them', () => {
  for (const option of ['--no-inputs', '--no-profile', '--no-period'])
    expect(bench.innopoints(`assess ${option}`).code).toBe(2);
});

test('nothing is turned on by itself: an unreadable input stops the run, a firm sent back does not', () => {
  const shown = show();
  for (const key of ['strict', 'skip_unreadable'])
    expect(shown(key)).toMatchObject({ value: null, from: 'none' });
  expect(shown('html')).toMatchObject({ value: true, from: 'default' });
  expect(bench.innopoints('assess').code).toBe(0);
  expect(bench.innopoints('assess 没有.csv --force').code).toBe(3);
});

test('config show tells each value and where it comes from', () => {
  const shown = show('--format xlsx');
  expect(shown('profile')).toMatchObject({ from: 'file', at: 'innopoints.yaml:1' });
  expect(shown('inputs')).toMatchObject({ from: 'file', at: 'innopoints.yaml:3' });
  expect(shown('format')).toEqual({ key: 'format', value: 'xlsx', from: 'command-line', at: '--format' });
  expect(shown('headers')).toMatchObject({ value: 'text', from: 'default' });
  expect(shown('mapping')).toMatchObject({ value: null, from: 'none' });
});

test('INNOPOINTS_PERIOD stands between the command line and the file', () => {
  const env = { INNOPOINTS_PERIOD: '2026Q4' };
  expect(show('', env)('period')).toMatchObject({ value: '2026Q4', from: 'environment' });
  expect(show('--period 2025', env)('period')).toMatchObject({ value: '2025', from: 'command-line' });
});

test('--config reads another file, whose paths are relative to its folder', () => {
  bench.file(
    'cron/innopoints.yaml',
    settings.replace('demo-2025.yaml', '../demo-2025.yaml').replace('in/', '../in/'),
  );
  mkdirSync(join(bench.folder, 'home'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/innopoints.js'), 'assess', '--config', '../cron/innopoints.yaml'],
    { cwd: join(bench.folder, 'home'), encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  expect(manifest('cron/out').firms.total).toBe(6);
});

test.each([
  ['a key misspelt', 'peroid: 2026Q3', /innopoints\.yaml:7:1：这里没有「peroid」这个键。是否为「period」？/],
  ['a key twice', 'period: 2026Q4', /innopoints\.yaml:7:1：/],
  ['a word that cannot stand there', 'headers: ids', /innopoints\.yaml:7:10：「ids」.*「id」/],
  ['force, which is said each time', 'force: true', /innopoints\.yaml:7:1：这里没有「force」/],
  ['both places for the run', 'runs: runs', /innopoints\.yaml:7:7：out 和 runs 不能一起用/],
  [
    'a time without a unit',
    "wait: '10'",
    /innopoints\.yaml:7:7：「10」不能作 wait 的值；应写成 90s, 10m, 1h/,
  ],
  ['YAML that is none', 'inputs: [', /innopoints\.yaml:7:9：/],
])('%s: exit 2 with line and column', (_, line, told) => {
  bench.file('innopoints.yaml', `${settings}${line}\n`);
  const { code, stderr } = bench.innopoints('assess');
  expect(code).toBe(2);
  expect(stderr).toMatch(told);
});

test.each(['last-quarter', '上季度', '2026Q5'])('the period %s is refused: no clock decides it', (period) => {
  bench.file('innopoints.yaml', settings.replace('2026Q3', period));
  const { code, stderr } = bench.innopoints('assess');
  expect([code, stderr.includes('不是一个期间')]).toEqual([2, true]);
});

test('an empty file is told as one; none at all asks for what is missing', () => {
  bench.file('innopoints.yaml', '# 待填\n');
  expect(bench.innopoints('assess').stderr).toContain('配置文件里没有内容');
  bench.file('innopoints.yaml', 'period: 2026Q3\n');
  const { code, stderr } = bench.innopoints('assess');
  expect(code).toBe(2);
  for (const word of ['FILES', '--profile', '--out']) expect(stderr).toContain(`没有给出 ${word}`);
});

test('a configuration file that was asked for and is not there: exit 2', () => {
  expect(bench.innopoints('assess --config 没有.yaml')).toMatchObject({ code: 2 });
});

test('a pattern that nothing fits: exit 3, and nothing is written', () => {
  bench.file('innopoints.yaml', settings.replace('[in/*.xlsx]', "[in/*.xlsx, 'in/2026Q3/*.csv']"));
  const { code, stderr } = bench.innopoints('assess');
  expect(code).toBe(3);
  expect(stderr).toContain('没有文件符合「in/2026Q3/*.csv」');
  expect(bench.files('out')).toEqual([]);
});
