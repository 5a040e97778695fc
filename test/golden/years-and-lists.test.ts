import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { type Workbench, workbench } from '../support/workbench.js';

// Last year's file and another bureau's list, as a zone holds them: by commands only.
const a = '91340199MA1007919N';
const b = '91340199MA10158389';
const profile = `profile: demo-2025
name: { zh: 演示方案, en: Demo }
extends: packs/core-fields
in_force: { from: 2025-01-01 }
status: sample
scale: 100
groups: [{ id: growth, name: { zh: 成长 } }]
indicators:
  - id: rev_growth
    group: growth
    name: { zh: 营业收入增长率 }
    value: revenue / revenue_prior - 1
    unit: '%'
    score: { linear: { full: 20% } }
    weight: 100
    missing: zero
    source: { assumed: true, reason: 演示 }
    examples: [{ revenue: 110, revenue_prior: 100, points: 50 }]
vetoes:
  - { id: dishonest, bar: dishonest, text: { zh: 失信被执行人 }, unknown: reject, source: { assumed: true, reason: 演示 } }
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单 }, when: total >= 60, source: { assumed: true, reason: 演示 } }
`;
let bench: Workbench;
beforeAll(() => {
  bench = workbench()
    .file('demo-2025.yaml', profile)
    .xlsx('2025.xlsx', [
      ['企业名称', '统一社会信用代码', '营业收入（万元）'],
      ['华新传感', a, 1200],
      ['瑞泽新材', b, 900],
    ])
    .csv('2024.csv', [
      ['企业名称', '统一社会信用代码', '营业收入（元）'],
      ['华新传感', a, 10000000],
      ['瑞泽新材', b, 7000000],
    ])
    .csv('失信名单.csv', [
      ['被执行人名称', '统一社会信用代码', '案号'],
      ['瑞泽新材', b, '2025执1号'],
      ['他乡企业', '91340199MA1023757U', '2025执2号'],
    ]);
});
const assess = (more: string) =>
  bench.innopoints(
    `assess 2025.xlsx -p demo-2025.yaml --period 2025 --headers id --format csv --force --json ${more}`,
  );

test('last year’s file and a list decide growth and veto, and every row of both has a fate', () => {
  const outcome = assess('--prior 2024.csv --veto dishonest=失信名单.csv -o out');
  expect(outcome.code, outcome.stderr).toBe(0);
  const { rows, skipped } = JSON.parse(outcome.stdout) as {
    rows: Record<string, number>;
    skipped: Record<string, number>;
  };
  expect(rows).toEqual({ total: 9, used: 5, superseded: 0, rejected: 0, skipped: 4 });
  expect(skipped).toEqual({ header: 3, 'not-in-input': 1 });
  const firms = parse(bench.read('out/assessment.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(firms.map((one) => [one.id, one.value_rev_growth, one.total, one.disposition])).toEqual([
    [a, '0.2', '100', 'whitelisted'],
    [b, '0.2857142857', '100', 'vetoed'],
  ]);
});

test.each(['失信被执行人=失信名单.csv', '失信被执行人＝失信名单.csv', 'dishonest＝失信名单.csv'])(
  '--veto %s names the field as people do, and verifies and replays',
  (list) => {
    expect(assess(`--prior 2024.csv --veto ${list} -o named`).code).toBe(0);
    expect(assess('--prior 2024.csv --veto dishonest=失信名单.csv -o by-id').code).toBe(0);
    expect(bench.read('named/assessment.csv')).toBe(bench.read('by-id/assessment.csv'));
    expect(bench.innopoints('verify named').code).toBe(0);
    expect(bench.innopoints('replay named').code).toBe(0);
  },
);

test('without them the run stops: nobody may pass a veto that nothing tells', () => {
  const outcome = assess('-o out2');
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain('没有「失信被执行人」这一列');
  expect(outcome.stderr).toContain('没有「上年营业收入」这一列');
});

test.each(['失信名单.csv', 'revenue=失信名单.csv', 'dishonnest=失信名单.csv'])(
  '--veto %s is wrong usage',
  (list) => {
    const outcome = assess(`--prior 2024.csv --veto ${list} -o out3`);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('dishonest');
  },
);

test('rows of other years and of firms that only last year had are skipped once each, repeated ones too', () => {
  bench
    .csv('三年.csv', [
      ['年度', '企业名称', '统一社会信用代码', '营业收入（万元）'],
      [2025, '华新传感', a, 1200],
      [2024, '华新传感', a, 1000],
      [2019, '华新传感', a, 300],
      [2019, '华新传感', a, 300],
      [2019, '瑞泽新材', b, 200],
    ])
    .csv('旧企业.csv', [
      ['企业名称', '统一社会信用代码', '营业收入（万元）'],
      ['他乡企业', '91340199MA1023757U', 500],
      ['他乡企业', '91340199MA1023757U', 500],
    ]);
  const outcome = bench.innopoints(
    'assess 三年.csv --prior 旧企业.csv -p demo-2025.yaml --veto dishonest=失信名单.csv --period 2025 --format csv --json -o years',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  const { rows, skipped, firms } = JSON.parse(outcome.stdout) as {
    rows: Record<string, number>;
    skipped: Record<string, number>;
    firms: Record<string, number>;
  };
  expect(rows).toMatchObject({ used: 2, superseded: 0, rejected: 0 });
  // Three of 2019, two of the firm that last year had, and the two of the list that speak of such firms.
  expect(skipped).toMatchObject({ 'other-period': 7 });
  expect(firms).toMatchObject({ total: 1 });
});

/** A workbook of several sheets, firms and their revenue by sheet. */
function sheets(
  name: string,
  book: Readonly<Record<string, readonly (readonly [string, string, number])[]>>,
): void {
  const made = XLSX.utils.book_new();
  for (const [sheet, rows] of Object.entries(book)) {
    const table = [['企业名称', '统一社会信用代码', '营业收入（万元）'], ...rows.map((row) => [...row])];
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(table), sheet);
  }
  bench.file(name, XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

test('a sheet a year: its name says which, and last year’s fills the prior fields', () => {
  sheets('years.xlsx', {
    '2024年': [
      ['华新传感', a, 1000],
      ['瑞泽新材', b, 700],
    ],
    '2025年': [
      ['华新传感', a, 1200],
      ['瑞泽新材', b, 700],
    ],
  });
  const outcome = bench.innopoints(
    'assess years.xlsx -p demo-2025.yaml --period 2025 --without dishonest --headers id --format csv -o by-year --json',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  const firms = table('by-year/data/firms.csv');
  expect(firms.map((one) => [one.revenue, one.revenue_prior])).toEqual([
    ['1200', '1000'],
    ['700', '700'],
  ]);
  expect(table('by-year/findings.csv').map((one) => one.finding)).toContain('header.period-by-sheet');
});

test('sheets named after years that hold other firms are one list', () => {
  sheets('batches.xlsx', { '2024年入库': [['华新传感', a, 1000]], '2025年入库': [['瑞泽新材', b, 700]] });
  const outcome = bench.innopoints(
    'assess batches.xlsx -p demo-2025.yaml --period 2025 --without dishonest --without revenue_prior --headers id --format csv -o batches --json',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(table('batches/data/firms.csv').map((one) => [one.credit_code, one.revenue])).toEqual([
    [a, '1000'],
    [b, '700'],
  ]);
  expect(table('batches/findings.csv').map((one) => one.finding)).not.toContain('header.period-by-sheet');
});

test('an empty sheet beside hidden ones is no workbook of firms: exit 3, and which are hidden', () => {
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([]), '企业');
  const table = [
    ['企业名称', '统一社会信用代码'],
    ['华新传感', a],
  ];
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(table), '底表');
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  bench.file('hidden.xlsx', XLSX.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const { code, stderr } = bench.innopoints('assess hidden.xlsx -p demo-2025.yaml --period 2025 -o hidden');
  expect(code, stderr).toBe(3);
  expect(stderr).toContain('工作表 「企业」 都没有数据');
  expect(stderr).toContain('工作表「底表」是隐藏的');
});

const table = (name: string) =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
