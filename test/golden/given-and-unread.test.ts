import { parse } from 'csv-parse/sync';
import { beforeEach, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { demoProfile } from '../support/demo-profile.js';
import { type Value, type Workbench, workbench } from '../support/workbench.js';

// Whatever was given is read, or the run says that it was not: never a firm left out, or taken off a list, in silence.
const a = '91340199MA1007919N';
const b = '91340199MA10158389';
const c = '91340199MA1023757U';
const veto =
  '{ id: dishonest, bar: dishonest, text: { zh: 失信被执行人 }, unknown: pass-with-warning, source: { assumed: true, reason: 演示 } }';
const profile = demoProfile.replace('lists:', `vetoes:\n  - ${veto}\nlists:`);
const head = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '失信被执行人'];
const firm = (name: string, id: string) => [name, id, 1000, 100, null];
const rows: readonly (readonly Value[])[] = [head, firm('华新传感', a), firm('瑞泽新材', b)];
const plain = rows.map((row) => row.slice(0, 4));

let bench: Workbench;
beforeEach(() => {
  bench = workbench().file('demo-2025.yaml', profile).csv('firms.csv', plain);
});
const assess = (words: string) =>
  bench.innopoints(
    `assess ${words} -p demo-2025.yaml --period 2025 -o out --headers id --format csv --quiet`,
  );
const dispositions = () =>
  Object.fromEntries(
    (parse(bench.read('out/assessment.csv'), { columns: true, bom: true }) as Record<string, string>[]).map(
      ({ id, disposition }) => [id, disposition],
    ),
  );
const findings = () =>
  (parse(bench.read('out/findings.csv'), { columns: true, bom: true }) as Record<string, string>[]).map(
    ({ severity, id, ...rest }) => `${severity} ${id ?? rest.finding}`,
  );
const book = (name: string, sheets: Readonly<Record<string, readonly (readonly Value[])[]>>) => {
  const made = XLSX.utils.book_new();
  for (const [sheet, cells] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(cells.map((row) => [...row])), sheet);
  bench.file(name, XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
};

// Lists of other bureaus

test.each([
  ['a court’s headers', [['失信被执行人名单'], ['序号', '被执行人', '组织机构代码'], [1, '某公司', b]]],
  [
    'a court’s own names',
    [
      ['被执行人姓名/名称', '身份证号码/组织机构代码'],
      ['某公司', b],
    ],
  ],
  [
    'a bureau’s headers',
    [
      ['行政相对人名称', '代码'],
      ['某公司', b],
    ],
  ],
  [
    'the code that organisations had before',
    [
      ['单位名称', '组织机构代码'],
      ['某公司', 'MA101583-8'],
    ],
  ],
  [
    'names alone',
    [
      ['序号', '被执行人'],
      [1, '瑞泽新材'],
    ],
  ],
  [
    'a column that says 企业 of each',
    [
      ['名称', '类型'],
      ['他乡', '企业'],
      ['瑞泽新材', '企业'],
      ['外地', '企业'],
    ],
  ],
  [
    'a weaker word beside the full one',
    [
      ['组织机构代码', '统一社会信用代码'],
      ['MA101583-9', b],
    ],
  ],
])('a list under %s bars the firm that stands on it', (_, list) => {
  bench.csv('名单.csv', list as Value[][]);
  expect(assess('firms.csv --veto dishonest=名单.csv')).toMatchObject({ code: 0, stderr: '' });
  expect(dispositions()).toEqual({ [a]: 'whitelisted', [b]: 'vetoed' });
});

test.each([
  ['one word', [['junk']]],
  [
    'headers that nobody knows',
    [
      ['序号', '当事方', '代号'],
      [1, '瑞泽新材', b],
    ],
  ],
  ['codes without a header', [[a], [b]]],
])('a list that cannot be read, %s, stops the run: nobody counts as not listed', (_, list) => {
  bench.csv('名单.csv', list as Value[][]);
  const { code, stderr } = assess('firms.csv --veto dishonest=名单.csv');
  expect(code).toBe(3);
  expect(stderr).toContain('名单.csv：--veto 的文件里没有认出一张表');
  expect(stderr).toContain('含「统一社会信用代码」或「企业名称」');
  expect(bench.files('out')).toEqual([]);
});

test('a list that is left out on request says nothing of anybody', () => {
  bench.csv('firms.csv', rows).csv('名单.csv', [['junk']]);
  expect(assess('firms.csv --veto dishonest=名单.csv --skip-unreadable').code).toBe(0);
  expect(findings()).toContain('warning file.no-table');
  expect(findings().filter((one) => one.endsWith('firm.veto-unknown')).length).toBeGreaterThan(0);
  expect(findings()).not.toContain('info file.list-held');
});

test('an official list that has no row is a list, and is told', () => {
  bench.csv('名单.csv', [['被执行人', '统一社会信用代码']]);
  expect(assess('firms.csv --veto dishonest=名单.csv').code).toBe(0);
  expect(findings()).toContain('info file.list-held');
  expect(bench.read('out/findings.csv')).toContain('有表头，没有一行企业');
});

test('a list of which no row met a firm is a warning', () => {
  bench.csv('名单.csv', [
    ['企业名称', '统一社会信用代码'],
    ['他乡企业', c],
  ]);
  expect(assess('firms.csv --veto dishonest=名单.csv').code).toBe(0);
  expect(findings()).toContain('warning file.list-held');
});

test('a file of last year without a table stops the run', () => {
  bench.csv('2024.csv', [['junk']]);
  const { code, stderr } = assess('firms.csv --prior 2024.csv --veto dishonest=firms.csv');
  expect([code, stderr.includes('2024.csv：--prior 的文件里没有认出一张表')]).toEqual([3, true]);
});

// Sheets and files of firms

const beside = (sheet: readonly (readonly Value[])[]) => book('firms.xlsx', { 企业: rows, 附表: sheet });

test.each([
  [
    'under headers that nobody knows',
    [
      ['单位', '代号', '钱'],
      ['金桥生物', c, 5],
    ],
    'error sheet.no-header',
  ],
  [
    'written with blanks',
    [
      ['单位', '代号'],
      ['金桥生物', ` ${c.toLowerCase()} `],
    ],
    'error sheet.no-header',
  ],
  [
    'whose codes have 17 characters',
    [
      ['企业名称', '信用代码号', '研发费用'],
      ['金桥生物', c.slice(1), 5],
    ],
    'error sheet.no-codes',
  ],
])('firms on a second sheet, %s, are an error that a strict run does not pass', (_, sheet, told) => {
  beside(sheet as Value[][]);
  expect(assess('firms.xlsx').code).toBe(0);
  expect(findings()).toContain(told);
  expect(assess('firms.xlsx --strict --force').code).toBe(1);
  const cleaned = 'clean firms.xlsx -p demo-2025.yaml -o clean.csv --quiet';
  expect(bench.innopoints(`${cleaned} --strict`).code).toBe(1);
});

test('firms above the header that was recognised are an error too', () => {
  bench.csv('firms.csv', [['单位', '代号', '钱'], ['金桥生物', c, 5], [], ...rows]);
  expect(assess('firms.csv --strict').code).toBe(1);
  expect(findings()).toContain('error sheet.no-header');
});

test('a cover, notes, residents’ numbers and an empty sheet beside the firms are harmless', () => {
  book('firms.xlsx', {
    封面: [['示例区企业汇总表'], ['填报单位', '示例区科技局']],
    企业: rows,
    说明: [['一、请如实填写'], ['二、金额以万元计']],
    联系人: [
      ['姓名', '证件号'],
      ['张三', '340104199001011235'],
    ],
    空表: [],
  });
  expect(assess('firms.xlsx --strict').code).toBe(0);
  expect(findings().filter((one) => one.startsWith('error'))).toEqual([]);
});

test.each([
  [
    'no code',
    [
      ['企业名称', '代码'],
      ['金桥生物', 'x'],
    ],
  ],
  [
    'codes of 17 characters',
    [
      ['企业名称', '信用代码号', '研发费用'],
      ['金桥生物', c.slice(1), 5],
    ],
  ],
  [
    'headers that nobody knows',
    [
      ['单位', '代号'],
      ['金桥生物', c],
    ],
  ],
])('a second file without a table, %s, stops the run; on request it is left out', (_, cells) => {
  bench.csv('firms.csv', rows).csv('二.csv', cells as Value[][]);
  const { code, stderr } = assess('firms.csv 二.csv');
  expect(code).toBe(3);
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('二.csv：这个文件里没有认出一张表')]);
  expect(bench.files('out')).toEqual([]);
  expect(assess('firms.csv 二.csv --skip-unreadable --strict').code).toBe(0);
  expect(bench.read('out/assessment.csv')).toContain('未读取的文件：二.csv');
  const identify = 'identify firms.csv 二.csv -p srdi-2022 --period 2025 -o schemes --quiet';
  expect(bench.innopoints(identify).code).toBe(3);
  expect(bench.innopoints('inspect firms.csv 二.csv -p demo-2025.yaml').code).toBe(3);
});
