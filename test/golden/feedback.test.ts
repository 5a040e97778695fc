import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { loopProfile } from '../support/loop-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';

// What comes back from banks and sessions: every row has a fate, the latest answer feeds 二次推荐, and the sums tie.
const [a, b, c, d, outside] = [
  '91340199MA1007919N',
  '91340199MA10158389',
  '91340199MA1023757U',
  '91340199MA1031676E',
  '91340199MA10395960',
];
let bench: Workbench;
beforeAll(() => {
  bench = workbench()
    .file('loop-2025.yaml', loopProfile)
    .xlsx('firms.xlsx', [
      [
        '企业名称',
        '统一社会信用代码',
        '营业收入（万元）',
        '研发费用（万元）',
        '企业授权',
        '首次推荐结果',
        '失信被执行人',
      ],
      ['华新传感有限公司', a, 1000, 100, '是', null, '否'],
      ['瑞泽新材有限公司', b, 1000, 55, '是', null, '否'],
      ['金桥生物有限公司', c, 1000, 80, '否', '未授信', '否'],
      ['明远软件有限公司', d, 1000, 20, '是', null, '否'],
    ])
    .xlsx('bank.xlsx', [
      ['某银行2026年三季度反馈'],
      [
        '统一社会信用代码',
        '产品名称',
        '反馈结果',
        '授信金额（万元）',
        '放款金额（元）',
        '执行利率',
        '反馈日期',
        '未授信原因',
        '是否首贷',
      ],
      [a, '积分贷', '未授信', null, null, null, '2026-07-01', '材料不全', null],
      [a, '积分贷', '已授信', 500, null, '3.41%', '2026-08-01', null, '是'],
      [a, '积分贷', '放款', null, 2000000, '3.40%', '2026-08-15', null, '是'],
      [a, '积分贷', '放款', null, 1000000, '3.40%', '2026-09-15', null, null],
      [b, '积分贷', '拒绝', null, null, null, '2026-08-02', '缺抵押物', null],
      [d, '科技贷', '已放贷', null, 1000000, '3.81%', '2026-08-20', null, '否'],
      [outside, '积分贷', '已授信', 900, null, '3.5%', '2026-08-03', null, null],
      [b, '积分贷', null, null, null, null, null, null, null],
      ['合计', null, null, 1400, null, null, null, null, null],
    ])
    .csv('会诊.csv', [
      ['企业名称', '统一社会信用代码', '存在问题', '责任部门', '解决措施', '是否解决', '会诊日期'],
      ['瑞泽新材有限公司', b, '缺抵押物', '金融监管局', '引入担保', '已解决', '2026-09-01'],
      ['明远软件有限公司', '', '纳税信用', '税务局', '补缴', '进行中', '2026-09-02'],
    ]);
});

const assess = (more: string, files = 'firms.xlsx') =>
  bench.innopoints(
    `assess ${files} -p loop-2025.yaml --period 2026Q3 --headers id --format csv --force --json ${more}`,
  );
const table = (name: string) =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
const summaryOf = (stdout: string) =>
  JSON.parse(stdout) as {
    rows: Record<string, number>;
    skipped: Record<string, number>;
    outcomes: Record<string, number>;
  };

test('every row of the bank and of the sessions has a fate', () => {
  const outcome = assess('--feedback bank.xlsx --feedback 会诊.csv -o fates');
  expect(outcome.code, outcome.stderr).toBe(0);
  const { rows, skipped } = summaryOf(outcome.stdout);
  expect(rows).toEqual({ total: 19, used: 11, superseded: 1, rejected: 0, skipped: 7 });
  expect(skipped).toEqual({ header: 3, title: 1, total: 1, 'no-answer': 1, 'not-in-input': 1 });
});

test('the latest answer fills 首次推荐结果 where the firm left it blank, and 二次推荐 reads it', () => {
  assess('--feedback bank.xlsx -o fed');
  const firms = table('fed/assessment.csv');
  expect(firms.map(({ id, disposition, lists }) => [id, disposition, lists])).toEqual([
    [a, 'whitelisted', 'whitelist'],
    [b, 'referred', 'second-recommendation'],
    [c, 'referred', 'second-recommendation'],
    [d, 'below-line', ''],
  ]);
  expect(table('fed/data/firms.csv').map((one) => one.first_result)).toEqual([
    '已授信',
    '未授信',
    '未授信',
    '已授信',
  ]);
});

test('outcomes: recommended, credited, drawn, and the mean rate weighted by credit', () => {
  const { outcomes } = summaryOf(assess('--feedback bank.xlsx --feedback 会诊.csv -o sums').stdout);
  // 500 万元 at 3.41 % credited; 明远软件 drew 100 万元 at 3.81 % without a credit row: (500×3.41+100×3.81)/600.
  expect(outcomes).toEqual({
    firms: 4,
    recommended: 4,
    answered: 3,
    credited: 2,
    declined: 1,
    drawn: 2,
    firstLoans: 1,
    credit: 600,
    drawing: 400,
    meanRate: 0.034767,
    sessions: 2,
    sessionFirms: 2,
    solved: 1,
  });
  const rows = table('sums/outcomes.csv');
  expect(rows[0]).toMatchObject({
    by: 'total',
    credit: '600',
    drawing: '400',
    mean_rate: '0.034767',
    first_loans: '1',
  });
  const sum = (by: string, key: string) =>
    rows.filter((row) => row.by === by).reduce((whole, row) => whole + Number(row[key]), 0);
  // 华新传感 was declined in July and credited in August; 明远软件 was lent to at once.
  expect(
    rows.filter((row) => row.by === 'answer').map(({ group, firms, credit }) => [group, firms, credit]),
  ).toEqual([
    ['first', '2', '100'],
    ['after-decline', '1', '500'],
    ['none', '1', '0'],
  ]);
  for (const by of ['grade', 'disposition', 'answer'])
    for (const key of [
      'firms',
      'recommended',
      'credited',
      'drawn',
      'credit',
      'drawing',
      'sessions',
      'solved',
    ])
      expect([by, key, sum(by, key)]).toEqual([by, key, Number(rows[0]![key])]);
});

test('outcomes.xlsx is a private file with the same figures', () => {
  const outcome = bench.innopoints(
    'assess firms.xlsx -p loop-2025.yaml --period 2026Q3 --feedback bank.xlsx -o book',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(outcome.stderr).toContain('推荐 4 → 反馈 3 → 授信 2 → 放款 2');
  const path = join(bench.folder, 'book/outcomes.xlsx');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const book = XLSX.read(readFileSync(path));
  const text = JSON.stringify(XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1 }));
  expect(text).toContain('平均利率\\n（按授信金额加权）');
});

test('a firm that filed 未授信 and got its loan since keeps its place; both cells are named', () => {
  bench.csv('later.csv', [
    ['统一社会信用代码', '结果', '金额（万元）', '日期'],
    [c, '已授信', 500, '2026-08-01'],
  ]);
  const outcome = assess('--feedback later.csv -o later');
  expect(outcome.code, outcome.stderr).toBe(0);
  const told = table('later/findings.csv').filter((one) => one.firm_id === c);
  expect(told.map((one) => one.finding)).not.toContain('cell.contradiction');
  const later = told.find((one) => one.finding === 'cell.feedback-later');
  expect(later).toMatchObject({ severity: 'info', file: 'later.csv', cell: 'B2' });
  const before = assess('-o before');
  expect(before.code, before.stderr).toBe(0);
  const of = (run: string) => table(`${run}/assessment.csv`)[2];
  expect(of('before')?.lists).toContain('second-recommendation');
  expect(of('later')).toMatchObject({ id: c, total: of('before')?.total });
  expect(of('later')?.disposition).not.toBe('rejected');
  expect(of('later')?.lists).not.toContain('second-recommendation');
  expect(table('later/data/firms.csv')[2]?.first_result).toBe('已授信');
  const again = table('later/outcomes.csv').find((one) => one.group === 'after-decline');
  expect(again).toMatchObject({ firms: '1', credited: '1', credit: '500' });
});

test('a negative amount and a rate over 100 % are told and enter no sum', () => {
  bench.csv('odd.csv', [
    ['统一社会信用代码', '结果', '金额（万元）', '利率', '日期'],
    [a, '已授信', -900, '3.5%', '2026-08-01'],
    [b, '已授信', 100, '341%', '2026-08-01'],
  ]);
  const outcome = assess('--feedback odd.csv -o odd');
  expect(outcome.code, outcome.stderr).toBe(0);
  const ids = table('odd/findings.csv').filter((one) => one.file === 'odd.csv');
  expect(ids.filter((one) => one.finding === 'cell.out-of-bounds').map((one) => one.cell)).toEqual([
    'C2',
    'D3',
  ]);
  expect(table('odd/outcomes.csv')[0]).toMatchObject({ credit: '100' });
});

test('a firm that filed 已授信 where the bank says no is rejected, and both cells are named', () => {
  bench.csv('filed.csv', [
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '失信被执行人', '首次推荐结果'],
    ['金桥生物有限公司', c, 1000, 80, '否', '已授信'],
  ]);
  bench.csv('other.csv', [
    ['统一社会信用代码', '结果', '日期'],
    [c, '未授信', '2026-08-01'],
  ]);
  const outcome = assess('--feedback other.csv -o against', 'filed.csv');
  expect(outcome.code, outcome.stderr).toBe(0);
  const finding = table('against/findings.csv').find((one) => one.finding === 'cell.contradiction');
  expect(finding).toMatchObject({ severity: 'error', file: 'other.csv', cell: 'B2', firm_id: c });
  expect(finding?.found).toContain('「已授信」');
  expect(table('against/assessment.csv')[0]).toMatchObject({ id: c, disposition: 'rejected' });
  // The bank's own rows are nothing to send back to the firm.
  expect(bench.read('against/exceptions.csv')).not.toContain('2026-08-01');
});

test('two answers of one day: the one further along counts, and that is a doubt', () => {
  bench.csv('twice.csv', [
    ['统一社会信用代码', '结果', '日期'],
    [b, '已授信', '2026-08-01'],
    [b, '未授信', '2026-08-01'],
    [b, '未授信', '2026-08-01'],
  ]);
  const outcome = assess('--feedback twice.csv -o twice');
  expect(summaryOf(outcome.stdout).rows).toMatchObject({ superseded: 2 });
  const ids = table('twice/findings.csv').map((one) => one.finding);
  expect(ids).toContain('row.feedback-contradicts');
  expect(ids).toContain('row.duplicate');
  expect(table('twice/data/firms.csv')[1]?.first_result).toBe('已授信');
});

test('shuffled answers give the same outcomes', () => {
  const rows = [
    [a, '未授信', null, '2026-07-01'],
    [a, '已授信', 500.1, '2026-08-01'],
    [b, '已授信', 0.1, null],
    [d, '已授信', 0.2, '2026-08-02'],
  ] as const;
  bench.csv('one.csv', [['统一社会信用代码', '结果', '授信金额（万元）', '日期'], ...rows]);
  bench.csv('two.csv', [['统一社会信用代码', '结果', '授信金额（万元）', '日期'], ...[...rows].reverse()]);
  assess('--feedback one.csv -o one');
  assess('--feedback two.csv -o two');
  expect(bench.read('two/outcomes.csv')).toBe(bench.read('one/outcomes.csv'));
  expect(table('one/outcomes.csv')[0]?.credit).toBe('500.4');
});

test.each([
  ['without a result column', 'a.csv', '没有「结果」、「是否解决」这样的列'],
  ['without any header', 'b.csv', '没有找到表头'],
  ['that is not there', 'c.csv', '找不到文件'],
])('a file %s stops the run', (_, file, says) => {
  bench.csv('a.csv', [
    ['统一社会信用代码', '授信金额（万元）'],
    [a, 500],
  ]);
  bench.csv('b.csv', [['好的', '收到']]);
  const outcome = assess(`--feedback ${file} -o stopped`);
  expect(outcome.code, outcome.stderr).toBe(3);
  expect(outcome.stderr).toContain(says);
  expect(bench.files('stopped')).toEqual([]);
});

test('a word that is no result is told at its cell, and the row is left out', () => {
  bench.csv('word.csv', [
    ['统一社会信用代码', '结果'],
    [a, '考虑中'],
    [b, '已授信'],
  ]);
  const outcome = assess('--feedback word.csv -o word');
  expect(outcome.code).toBe(0);
  const found = table('word/findings.csv').filter((one) => one.file === 'word.csv' && one.row === '2');
  expect(found.map((one) => [one.severity, one.finding])).toEqual([
    ['warning', 'row.feedback-no-answer'],
    ['warning', 'cell.unknown-word'],
  ]);
  expect(summaryOf(outcome.stdout).outcomes).toMatchObject({ answered: 1 });
});
