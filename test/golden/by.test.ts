import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// Reports split by a column, to send out: every firm in exactly one part, the parts together the whole.
let bench: Workbench;
const ids = [
  '91340199MA1007919N',
  '91340199MA10158389',
  '91340199MA1023757U',
  '91340199MA10316761',
  '91340199MA1039595H',
];
const at = (name: string) => join(bench.folder, name);
const records = (name: string): string[] =>
  (parse(bench.read(name), { bom: true, relax_column_count: true }) as string[][])
    .slice(1)
    .map((row) => row.join('|'));
const partsOf = (out: string): string[] => readdirSync(at(`${out}/by`)).sort();
const assess = (input: string, more: string, profile = 'demo-2025.yaml') =>
  bench.innopoints(
    `assess ${input} -p ${profile} --period 2025 --format csv --headers id --no-html -q ${more}`,
  );

beforeAll(() => {
  bench = workbench()
    .file('demo-2025.yaml', demoProfile)
    .csv('firms.csv', [
      ['企业名称', '统一社会信用代码', '所属区县', '归口街道', '营业收入（万元）', '研发费用（万元）'],
      ['华新传感', ids[0]!, '蜀山区', '../x', 1200, 120],
      ['瑞泽新材', ids[1]!, '包河区', 'CON', 900, 90],
      ['中科智造', ids[2]!, '蜀山区', 'a:b', 800, '约8'],
      ['恒远光电', ids[3]!, '', 'a/b', 700, 70],
      ['天启软件', ids[4]!, '包河区', '区'.repeat(100), 600, 6],
      ['天启软件', ids[4]!, '包河区', '另一街道', 600, 6],
    ]);
});

test('by a field of the profile: the union of the parts is the whole, for every report', () => {
  expect(assess('firms.csv', '--by 区县 -o district').stderr).toBe('');
  expect(partsOf('district')).toEqual(['包河区', '未填', '蜀山区']);
  for (const report of ['whitelist.csv', 'assessment.csv', 'findings.csv', 'exceptions.csv']) {
    const parts = partsOf('district').flatMap((part) =>
      existsSync(at(`district/by/${part}/${report}`)) ? records(`district/by/${part}/${report}`) : [],
    );
    expect(parts.sort(), report).toEqual(records(`district/${report}`).sort());
  }
  expect(records('district/by/未填/whitelist.csv').join()).toContain('恒远光电');
});

test('by any header of the input: hostile cells become plain names, and two values two folders', () => {
  expect(assess('firms.csv', '--by 归口街道 -o street').code).toBe(0);
  const parts = partsOf('street');
  expect(parts.length).toBe(5);
  expect(parts).toEqual(expect.arrayContaining(['___x', '_CON', 'a_b', 'a_b-2']));
  expect(readdirSync(at('street')).sort()).toEqual(
    [
      'assessment.csv',
      'by',
      'data',
      'exceptions.csv',
      'findings.csv',
      'manifest.json',
      'whitelist.csv',
    ].sort(),
  );
  const firms = parts.flatMap((part) => records(`street/by/${part}/assessment.csv`));
  expect(firms.length).toBe(5);
});

test('a firm that says two values is told, and stands in the first', () => {
  const told = records('street/findings.csv').filter((row) => row.includes('归口街道'));
  expect(told.length).toBe(1);
  expect(told[0]).toMatch(/^warning\|cell\.contradiction\|firms\.csv\|.*另一街道/);
});

test('the mapping that is saved names no field that the profile has not', () => {
  expect(bench.read('street/data/mapping.yaml')).not.toContain('_by');
  expect(bench.read('street/data/firms.csv')).not.toContain('_by');
});

test('a saved mapping does not hide the column', () => {
  expect(assess('firms.csv', '--by 归口街道 --mapping street/data/mapping.yaml -o mapped').stderr).toBe('');
  expect(partsOf('mapped')).toEqual(partsOf('street'));
});

test('from innopoints.yaml, in the manifest, verified and replayed', () => {
  bench.file(
    'innopoints.yaml',
    'profile: demo-2025.yaml\nperiod: 2025\ninputs: firms.csv\nout: configured\nby: 区县\n',
  );
  const outcome = bench.innopoints('assess -q');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(partsOf('configured')).toEqual(['包河区', '未填', '蜀山区']);
  const manifest = JSON.parse(bench.read('configured/manifest.json')) as { options: { by?: string } };
  expect(manifest.options.by).toBe('区县');
  expect(bench.innopoints('verify configured --inputs .').code).toBe(0);
  const replayed = bench.innopoints('replay configured --inputs .');
  expect(replayed.code, replayed.stdout + replayed.stderr).toBe(0);
});

test('a column that no input has stops the run and names the nearest', () => {
  const outcome = assess('firms.csv', '--by 归口街道办 -o absent');
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain('没有一个输入有「归口街道办」这一列');
  expect(outcome.stderr).toContain('归口街道');
  expect(existsSync(at('absent'))).toBe(false);
});

test.each(['企业名称', '统一社会信用代码'])('--by %s is wrong usage: it tells single firms', (by) => {
  const outcome = assess('firms.csv', `--by ${by} -o single`);
  expect(outcome.code).toBe(2);
  expect(existsSync(at('single'))).toBe(false);
});

test('more than 500 values stop the run', () => {
  const rows = Array.from({ length: 501 }, (_, i) => [
    '企业',
    String(123456789012345 + i),
    `街道${i}`,
    100,
    10,
  ]);
  bench.csv('many.csv', [
    ['企业名称', '统一社会信用代码', '归口街道', '营业收入（万元）', '研发费用（万元）'],
    ...rows,
  ]);
  const outcome = assess('many.csv', '--by 归口街道 -o many');
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain('501 个不同的值');
});

test('shuffled rows give the same files', () => {
  const [head, ...rows] = readFileSync(at('firms.csv'), 'utf8').trimEnd().split('\n');
  bench.file(
    'shuffled/firms.csv',
    `${[head, rows[3], rows[1], rows[0], rows[2], rows[4], rows[5]].join('\n')}\n`,
  );
  expect(assess('shuffled/firms.csv', '--by 归口街道 -o again').code).toBe(0);
  expect(partsOf('again')).toEqual(partsOf('street'));
  for (const part of partsOf('again'))
    expect(bench.read(`again/by/${part}/whitelist.csv`)).toBe(bench.read(`street/by/${part}/whitelist.csv`));
});

test('the sample’s workbooks: lists, offers and exceptions of the parts add up to the whole', () => {
  bench.file('gaoxin-2026Q3.xlsx', readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')));
  const outcome = bench.innopoints(
    'assess gaoxin-2026Q3.xlsx -p hefei-hightech-2025 --period 2026Q3 --format csv --headers id --no-html -q --by district -o sample',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  for (const report of ['whitelist', 'referrals', 'pool', 'offers', 'exceptions']) {
    const all = (name: string) =>
      (parse(bench.read(name), { bom: true, relax_column_count: true }) as string[][])
        .filter((row) => row.some((cell) => /^9134/.test(cell)))
        .map((row) => row.join('|'));
    const parts = partsOf('sample').flatMap((part) =>
      existsSync(at(`sample/by/${part}/${report}.csv`)) ? all(`sample/by/${part}/${report}.csv`) : [],
    );
    expect(parts.sort(), report).toEqual(all(`sample/${report}.csv`).sort());
  }
});
