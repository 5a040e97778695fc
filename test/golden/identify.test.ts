import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { checkCharacter } from '../../src/intake/uscc.js';
import { root, type Value, type Workbench, workbench } from '../support/workbench.js';

// Ten invented firms near the edges of three schemes, worked out by hand from the tables of domain §3.3, §3.4 and §3.5 and
// not from the profiles. Each is the first with changes. 万元; % of revenue where nothing else is said.
const columns = {
  revenue: '营业收入（万元）',
  main: '主营业务收入（万元）',
  mainPrior: '上年主营业务收入（万元）',
  rd: '研发费用（万元）',
  rdPrior: '上年研发费用（万元）',
  cost: '成本费用支出总额（万元）',
  assets: '资产总额（万元）',
  debt: '负债总额（万元）',
  profit: '净利润（万元）',
  employees: '职工总数',
  staff: '科技人员数',
  one: 'Ⅰ类知识产权数',
  two: 'Ⅱ类知识产权数',
  high: 'Ⅰ类高价值知识产权数',
  self: '自主研发Ⅰ类知识产权数',
  emerging: '主导产品属于战略性新兴产业',
  growth: '近2年主营业务收入平均增长率',
  years: '从事特定细分市场年限',
  product: '主导产品所属领域',
  digital: '数字化水平等级',
  award: '获得省级以上质量奖',
  certified: '取得质量管理体系认证',
  brand: '拥有自主品牌',
  standards: '参与制修订标准',
  local: '特色化指标得分',
  lab: '研发机构级别',
  equity2: '近2年新增股权融资总额（万元）',
  title: '有效期内高新技术企业等称号',
} as const;
type Firm = Record<keyof typeof columns, Value>;

const base: Firm = {
  revenue: 10000,
  main: 8000,
  mainPrior: 6900,
  rd: 500,
  rdPrior: 400,
  cost: 9000,
  assets: 10000,
  debt: 5000,
  profit: 1000,
  employees: 100,
  staff: 30,
  one: 1,
  two: 0,
  high: 1,
  self: 1,
  emerging: '是',
  growth: '10%',
  years: 10,
  product: '补短板',
  digital: 3,
  award: '是',
  certified: '是',
  brand: '是',
  standards: '否',
  local: 15,
  lab: '国家级',
  equity2: 0,
  title: '否',
};

type Verdict = readonly [standing: string, total: number | null, said: readonly string[]];
const yes = (total: number | null, ...said: string[]): Verdict => ['qualifies', total, said];
const no = (total: number | null, ...said: string[]): Verdict => ['not', total, said];
const unknown = (...said: string[]): Verdict => ['unknown', null, said];

const firms: readonly {
  readonly why: string;
  readonly changes: Partial<Firm>;
  readonly techsme: Verdict;
  readonly innovative: Verdict;
  readonly srdi: Verdict;
}[] = [
  // staff 30 %: 20, R&D 5 %: 40, Ⅰ类: 30 · 40 + 30 + 30 · 25 + 25 + 15 + 35.
  { why: '全部达到', changes: {}, techsme: yes(90), innovative: yes(100), srdi: yes(100) },
  // Size is a gate of 科技型中小企业 alone: at most 500.
  {
    why: '职工多一人',
    changes: { employees: 501, staff: 151 },
    techsme: no(90, '职工总数超过500人', '职工总数 501 人，要求 ≤ 500 人，差 1 人'),
    innovative: yes(100),
    srdi: yes(100),
  },
  // R&D 2.99 %: 20 + 10 + 30 = 60, at the line; 10 of 20 there; below the gate of 3 %.
  {
    why: '研发占比不到百分之三',
    changes: { rd: 299, rdPrior: 290 },
    techsme: yes(60),
    innovative: yes(90),
    srdi: no(94, '研发费用 / 营业收入 2.99%，要求 ≥ 3%，差 0.01%'),
  },
  // staff 9 %: 0 + 40 + 30 = 70, but 科技人员指标得分不得为0分; 1 of 5 there.
  {
    why: '科技人员得零分',
    changes: { staff: 9 },
    techsme: no(70, '科技人员指标得分 0，要求 > 0'),
    innovative: yes(100),
    srdi: yes(96),
  },
  // 20 + 10 + 6 = 36; Ⅱ类 5 + 2 % 10 = 15 < 20 with 75 in all; below both 3 % and nothing else.
  {
    why: '只有一件二类',
    changes: { one: 0, two: 1, high: 0, self: 0, rd: 200, rdPrior: 150 },
    techsme: no(36, '总分 36，要求 ≥ 60，差 24'),
    innovative: no(75, '「创新能力」得分 15，要求 ≥ 20，差 5'),
    srdi: no(86, '研发费用 / 营业收入 2%，要求 ≥ 3%，差 1%'),
  },
  // A valid title confirms without a total; main 40 %: 0, debt 80 %: 0 → 20 + 20 + 15 + 35.
  {
    why: '有高新技术企业称号',
    changes: { main: 4000, mainPrior: 5000, debt: 8000, title: '是' },
    techsme: yes(90),
    innovative: yes(null, '直接认定：有效期内高新技术企业'),
    srdi: yes(90),
  },
  // Assets are a gate there (≤ 2 亿), and part of the debt ratio of both others.
  {
    why: '资产总额空白',
    changes: { assets: null },
    techsme: unknown('缺数据：资产总额'),
    innovative: unknown('缺数据：资产总额'),
    srdi: unknown('缺数据：资产总额'),
  },
  // 营业收入 1000 万元以上, or 股权融资 2000 万元以上: either would do. R&D 55 %: 50.
  {
    why: '收入和融资都差一点',
    changes: { revenue: 900, main: 720, mainPrior: 620, cost: 800, profit: 90, equity2: 1999 },
    techsme: yes(100),
    innovative: yes(100),
    srdi: no(
      100,
      '营业收入 900 万元，要求 ≥ 1000 万元，差 100 万元 或 近2年新增股权融资总额 1999 万元，要求 ≥ 2000 万元，差 1 万元',
    ),
  },
  // −15 local −10 no lab −5 digital −2 one of four qualities −5 other product −4 two years (1 of 5) −2 growth 8 %: 57.
  {
    why: '专精特新差三分',
    changes: {
      local: 0,
      lab: '未建立',
      digital: 1,
      award: '否',
      brand: '否',
      product: '其他',
      years: 2,
      growth: '8%',
    },
    techsme: yes(90),
    innovative: yes(100),
    srdi: no(57, '总分 57，要求 ≥ 60，差 3'),
  },
  {
    why: '营业收入不是数字',
    changes: { revenue: '约一万' },
    techsme: ['rejected', null, ['「约一万」不是数字']],
    innovative: ['rejected', null, ['「约一万」不是数字']],
    srdi: ['rejected', null, ['「约一万」不是数字']],
  },
];

const schemes = ['techsme-2017', 'innovative-sme-2022', 'srdi-2022'] as const;
const three = schemes.map((id) => `-p ${id}`).join(' ');
const keys = Object.keys(columns) as (keyof Firm)[];
const code = (i: number) => {
  const body = `91340199MA${String(7000000 + i)}`;
  return body + checkCharacter(body);
};
const header = ['企业名称', '统一社会信用代码', ...keys.map((key) => columns[key])];
const rowOf = (name: string, id: string | null, changes: Partial<Firm>): Value[] => {
  const firm = { ...base, ...changes };
  return [name, id, ...keys.map((key) => firm[key])];
};
const rows = firms.map(({ why, changes }, i) => rowOf(`示例${why}`, code(i), changes));
const nameless = rowOf('示例没有代码', null, {});

type Line = Record<string, string>;
const table = (bench: Workbench, file: string): Line[] =>
  parse(bench.read(file), { columns: true, bom: true }) as Line[];

let bench: Workbench;
beforeAll(() => {
  bench = workbench()
    .csv('firms.csv', [header, ...rows, rows[0]!, nameless])
    .csv('shuffled.csv', [header, nameless, ...[...rows, rows[0]!].reverse()]);
  const outcome = bench.innopoints(
    `identify firms.csv ${three} --period 2025 -o out --format csv --headers id -q`,
  );
  expect(outcome.code, outcome.stderr).toBe(0);
});

test.each(firms.map(({ why }, i) => [why, i] as const))(
  '%s: each scheme says what the tables say',
  (_, i) => {
    const firm = firms[i]!;
    const line = table(bench, 'out/matrix.csv').find((one) => one.id === code(i))!;
    for (const [at, [standing, total, said]] of [firm.techsme, firm.innovative, firm.srdi].entries()) {
      const id = schemes[at]!;
      expect([id, line[id], line[`${id}_total`]]).toEqual([
        id,
        standing,
        total === null ? '' : String(total),
      ]);
      for (const words of said) expect(line[`${id}_said`], id).toContain(words);
      if (said.length === 0) expect(line[`${id}_said`], id).toBe('');
    }
  },
);

test('every row comes out once: firms, a repeated row, a row without a code, the header', () => {
  const outcome = bench.innopoints(`identify firms.csv ${three} --period 2025 -o json --json`);
  const summary = JSON.parse(outcome.stdout) as {
    rows: Record<string, number>;
    firms: number;
    exceptions: number;
  };
  expect(summary.rows).toEqual({ total: 13, used: 10, superseded: 1, rejected: 1, skipped: 1 });
  expect([summary.firms, summary.exceptions]).toEqual([10, 1]);
  const exceptions = table(bench, 'out/exceptions.csv');
  expect(exceptions.map((one) => [one.row, one.name, one.finding])).toEqual([
    ['13', '示例没有代码', 'cell.id-missing'],
  ]);
});

test('the counts of each scheme add up to the firms', () => {
  for (const line of table(bench, 'out/schemes.csv')) {
    const { qualifies, not, unknown: open, rejected, absent } = line;
    expect([qualifies, not, open, rejected, absent].map(Number).reduce((a, b) => a + b)).toBe(
      Number(line.firms),
    );
  }
  expect(table(bench, 'out/schemes.csv').map((one) => [one.scheme, Number(one.qualifies)])).toEqual([
    ['techsme-2017', 5],
    ['innovative-sme-2022', 7],
    ['srdi-2022', 4],
  ]);
});

test('a finding that all schemes make is told once', () => {
  const wrong = table(bench, 'out/findings.csv').filter((one) => one.finding === 'cell.not-a-number');
  expect(wrong.map((one) => [one.cell, one.schemes])).toEqual([['C11', schemes.join(' ')]]);
});

test('a field without a column is told of the scheme that needs it and stops nothing', () => {
  const lines = table(bench, 'out/schemes.csv');
  expect(lines[0]!.lacking).toContain('resident_enterprise');
  expect(lines[2]!.hangs_on_them).toContain('直接认定：近三年进入“创客中国”');
  const short = keys.filter((key) => key !== 'cost' && key !== 'assets');
  const at = short.map((key) => header.indexOf(columns[key]));
  const cut = [header, ...rows].map((row) => [row[0]!, row[1]!, ...at.map((index) => row[index] ?? null)]);
  const other = workbench().csv('short.csv', cut);
  const outcome = other.innopoints(
    'identify short.csv -p techsme-2017 --period 2025 -o out --format csv --headers id -q',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(table(other, 'out/schemes.csv')[0]!.lacking).toContain('total_assets');
  const [first, second] = table(other, 'out/matrix.csv');
  expect(first!['techsme-2017_said']).toBe('缺数据：资产总额');
  // A gate that bars decides whatever is blank.
  expect(second!['techsme-2017']).toBe('not');
});

test('rows in another order give the same matrix, byte for byte', () => {
  bench.innopoints(`identify shuffled.csv ${three} --period 2025 -o shuffled --format csv --headers id -q`);
  for (const file of ['matrix.csv', 'schemes.csv', 'lists/srdi-2022.csv'])
    expect(bench.read(`shuffled/${file}`), file).toBe(bench.read(`out/${file}`));
});

test('the next quarter tells who is new, kept, lost, to be checked and gone', () => {
  const next = [
    rowOf('示例全部达到', code(0), {}),
    rowOf('示例职工多一人', code(1), { employees: 500, staff: 150 }),
    rowOf('示例研发占比不到百分之三', code(2), { rd: 199, rdPrior: 290 }),
    rowOf('示例有高新技术企业称号', code(5), { assets: null }),
  ];
  bench.csv('next.csv', [header, ...next]);
  const outcome = bench.innopoints(
    'identify next.csv -p techsme-2017 --period 2026 --previous out -o next --format csv --headers id -q',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  const matrix = table(bench, 'next/matrix.csv').map((one) => one['techsme-2017_change']);
  expect(matrix).toEqual(['kept', 'new', 'lost', 'unsure']);
  const gone = table(bench, 'next/changes.csv').filter((one) => one.change === 'gone');
  expect(gone.map((one) => one.id)).toEqual([code(7), code(8)]);
});

test('everything written is for its owner alone', () => {
  for (const file of bench.files('out'))
    expect(statSync(join(bench.folder, 'out', file)).mode & 0o777, file).toBe(0o600);
});

test('standard input can be held to several schemes', () => {
  const outcome = bench.innopoints(
    `identify - ${three} --period 2025 -o piped --format csv --headers id -q`,
    {},
    bench.read('firms.csv'),
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(bench.read('piped/matrix.csv')).toBe(bench.read('out/matrix.csv'));
});

test('an output that is there is refused without --force and replaced with it', () => {
  const again = `identify firms.csv -p techsme-2017 --period 2025 -o there --format csv -q`;
  expect(bench.innopoints(again).code).toBe(0);
  expect(bench.innopoints(again).code).toBe(4);
  expect(bench.innopoints(`${again} --force`).code).toBe(0);
});

test('--strict does not hold where a row has no code', () => {
  expect(
    bench.innopoints('identify firms.csv -p techsme-2017 --period 2025 -o strict --strict -q').code,
  ).toBe(1);
});

test('a profile without a whitelist recognises nobody', () => {
  const outcome = bench.innopoints('identify firms.csv -p ningbo-etc-2026 --period 2025 -o none');
  expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining('没有白名单')]);
});

test('a profile named twice is wrong usage', () => {
  const outcome = bench.innopoints(
    'identify firms.csv -p techsme-2017 -p techsme-2017 --period 2025 -o none',
  );
  expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining('写了两次')]);
});

test('an earlier folder that was touched is refused', () => {
  bench.innopoints('identify firms.csv -p techsme-2017 --period 2025 -o touched --format csv -q');
  bench.file('touched/data/standings.csv', 'id,name,scheme_techsme-2017\n');
  const outcome = bench.innopoints(
    'identify firms.csv -p techsme-2017 --period 2025 --previous touched -o none',
  );
  expect([outcome.code, outcome.stderr]).toEqual([3, expect.stringContaining('--previous')]);
  expect(bench.files('none')).toEqual([]);
});

test('a file without firms stops the run', () => {
  bench.csv('empty.csv', [['会议纪要'], ['无']]);
  expect(bench.innopoints('identify empty.csv --period 2025 -o none').code).toBe(3);
});

test('the sample: every scheme that identifies, each row once, on 80 columns', () => {
  bench.file('gaoxin.xlsx', readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')));
  const assessed = bench.innopoints('assess gaoxin.xlsx -p hefei-hightech-2025 --period 2026Q3 -o a --json');
  const { rows: seen } = JSON.parse(assessed.stdout) as { rows: Record<string, number> };
  const outcome = bench.innopoints('identify gaoxin.xlsx --period 2026Q3 -o sample');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(outcome.stderr).toContain('首贷候选');
  const manifest = JSON.parse(bench.read('sample/manifest.json')) as {
    rows: { total: number; byFate: Record<string, number> };
    schemes: { id: string; firms: Record<string, number> }[];
    firms: number;
  };
  expect(manifest.rows.total).toBe(seen.total);
  expect(Object.values(manifest.rows.byFate).reduce((a, b) => a + b)).toBe(seen.total);
  expect(manifest.schemes.map((one) => one.id)).toEqual([
    'first-loan-2024',
    'hnte-2016',
    'innovative-sme-2022',
    'littlegiant-2022',
    'srdi-2022',
    'techsme-2017',
  ]);
  for (const { firms: counts } of manifest.schemes)
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(manifest.firms);
});
