import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadProfile } from '../../src/profile/index.js';
import { type FirmRecord, firmsOf } from '../support/firms-builder.js';
import { assess } from '../support/score-of.js';

const shipped = [fileURLToPath(new URL('../../profiles', import.meta.url))];

// Ten invented firms, points worked out by hand from domain §3.5, not from the profile. Each is the firm below with changes.
const base = {
  main_revenue: 8000,
  revenue: 10000,
  main_growth_2y: 0.1,
  niche_years: 10,
  product_field: '补短板等且有实效',
  digital_level: 3,
  quality_award: true,
  quality_certified: true,
  own_brand: true,
  standards_made: false,
  net_profit: 1000,
  total_liabilities: 50,
  total_assets: 100,
  local_mark: 15,
  ip_class1_high: 1,
  ip_class1_self: 1,
  ip_class1: 1,
  ip_class2: 0,
  rd_expense: 500,
  rd_expense_prior: 400,
  st_staff: 20,
  employees: 100,
  rd_org_level: '国家级',
  equity_2y: 0,
  award_rank: false,
  maker_500: false,
} as const satisfies FirmRecord;

const firms: readonly {
  readonly why: string;
  readonly changes: FirmRecord;
  readonly points: readonly number[];
  readonly total: number | null;
  readonly disposition: string;
}[] = [
  // 80 %:5 10 %:10 10 年:5 5 | 三级5 2+项5 10 %:10 50 %:5 | 15 | 10 500 万元10 20 %:5 国家级10 = 100
  {
    why: 'full marks at each edge',
    changes: {},
    points: [5, 10, 5, 5, 5, 5, 10, 5, 15, 10, 10, 5, 10],
    total: 100,
    disposition: 'whitelisted',
  },
  // 79.99 %:3 9.9 %:8 9.9 年:4 六基3 | 二级3 一项3 9.99 %:8 51 %:3 | 14 | 自主8 499 万元8 19.9 %:3 省级8 = 76
  {
    why: 'just below each first edge',
    changes: {
      main_revenue: 7999,
      main_growth_2y: 0.099,
      niche_years: 9.9,
      product_field: '六基等',
      digital_level: 2,
      quality_award: false,
      own_brand: false,
      net_profit: 999,
      total_liabilities: 51,
      local_mark: 14,
      ip_class1_high: 0,
      rd_expense: 499,
      st_staff: 199,
      employees: 1000,
      rd_org_level: '省级',
    },
    points: [3, 8, 4, 3, 3, 3, 8, 3, 14, 8, 8, 3, 8],
    total: 76,
    disposition: 'whitelisted',
  },
  // 70 %:3 8 %:8 8 年:4 其他0 | 一级0 无0 8 %:8 60 %:3 | 10 | Ⅰ类6 400 万元8 10 %:3 市级4 = 57
  {
    why: 'at the second edges, below the line',
    changes: {
      main_revenue: 7000,
      main_growth_2y: 0.08,
      niche_years: 8,
      product_field: '其他',
      digital_level: 1,
      quality_award: false,
      quality_certified: false,
      own_brand: false,
      net_profit: 800,
      total_liabilities: 60,
      local_mark: 10,
      ip_class1_high: 0,
      ip_class1_self: 0,
      rd_expense: 400,
      st_staff: 10,
      rd_org_level: '市级',
    },
    points: [3, 8, 4, 0, 0, 0, 8, 3, 10, 6, 8, 3, 4],
    total: 57,
    disposition: 'below-line',
  },
  // 60 %:1 6 %:6 6 年:3 5 | 5 5 6 %:6 70 %:1 | 5 | Ⅱ类2 300 万元6 5 %:1 市以下2 = 48
  {
    why: 'at the third edges',
    changes: {
      main_revenue: 6000,
      main_growth_2y: 0.06,
      niche_years: 6,
      net_profit: 600,
      total_liabilities: 70,
      local_mark: 5,
      ip_class1_high: 0,
      ip_class1_self: 0,
      ip_class1: 0,
      ip_class2: 1,
      rd_expense: 300,
      st_staff: 5,
      rd_org_level: '市级以下',
    },
    points: [1, 6, 3, 5, 5, 5, 6, 1, 5, 2, 6, 1, 2],
    total: 48,
    disposition: 'below-line',
  },
  // 59.99 %:0 4 %:4 4 年:2 5 | 5 5 4 %:4 71 %:0 | 15 | 10 研发 200/2000 = 10 %:10 (金额只有4) 4.9 %:0 10 = 70; revenue 2000, main 1199.8, profit 80.
  {
    why: 'the ratio of R&D is the better one',
    changes: {
      revenue: 2000,
      main_revenue: 1199.8,
      main_growth_2y: 0.04,
      niche_years: 4,
      net_profit: 80,
      total_liabilities: 71,
      rd_expense: 200,
      st_staff: 49,
      employees: 1000,
    },
    points: [0, 4, 2, 5, 5, 5, 4, 0, 15, 10, 10, 0, 10],
    total: 70,
    disposition: 'whitelisted',
  },
  // 5 0 %:2 2 年:1 0 | 3 3 2 %:2 5 | 15 | 8 研发 100/3333 = 3.0003 %:2 5 4 = 55
  {
    why: 'at every lowest edge',
    changes: {
      revenue: 3333,
      main_revenue: 3000,
      main_growth_2y: 0,
      niche_years: 2,
      product_field: '其他',
      digital_level: 2,
      quality_award: false,
      own_brand: false,
      net_profit: 66.66,
      ip_class1_high: 0,
      rd_expense: 100,
      rd_org_level: '市级',
    },
    points: [5, 2, 1, 0, 3, 3, 2, 5, 15, 8, 2, 5, 4],
    total: 55,
    disposition: 'below-line',
  },
  // Exactly 60: 5 2 1 5 | 3 3 2 5 | 15 | 8 2 5 4 = 60
  {
    why: 'exactly 60',
    changes: {
      revenue: 3333,
      main_revenue: 3000,
      main_growth_2y: 0,
      niche_years: 2,
      digital_level: 2,
      quality_award: false,
      own_brand: false,
      net_profit: 66.66,
      ip_class1_high: 0,
      rd_expense: 100,
      rd_org_level: '市级',
    },
    points: [5, 2, 1, 5, 3, 3, 2, 5, 15, 8, 2, 5, 4],
    total: 60,
    disposition: 'whitelisted',
  },
  // 研发 299/10000 = 2.99 % < 3 %: barred, with 299 万元: 4 of 10 for amount (200–300); total 100 − 6 = 94.
  {
    why: 'R&D of 2.99 % is below the gate',
    changes: { rd_expense: 299 },
    points: [5, 10, 5, 5, 5, 5, 10, 5, 15, 10, 4, 5, 10],
    total: 94,
    disposition: 'vetoed',
  },
  // 收入 999, 股权 1999: below the gate. main 999/999 = 100 %; profit 1000/999; R&D 500/999. full marks.
  {
    why: 'revenue and equity just below',
    changes: { revenue: 999, main_revenue: 999, equity_2y: 1999 },
    points: [5, 10, 5, 5, 5, 5, 10, 5, 15, 10, 10, 5, 10],
    total: 100,
    disposition: 'vetoed',
  },
  // 收入 999 with 股权 6000: the gate is passed and the bypass confirms.
  {
    why: 'equity of 60 million confirms',
    changes: { revenue: 999, main_revenue: 999, equity_2y: 6000 },
    points: [5, 10, 5, 5, 5, 5, 10, 5, 15, 10, 10, 5, 10],
    total: null,
    disposition: 'whitelisted',
  },
];

const { plan } = loadProfile('srdi-2022', shipped);
const run = assess(plan, firmsOf(firms.map(({ changes }) => ({ ...base, ...changes }))));

test.each(firms.map((one, index) => [one.why, index] as const))('%s', (_, index) => {
  const { points, total, disposition } = firms[index]!;
  const { scores, decisions } = run;
  expect({
    points: scores.points.map((column) => column[index]),
    total: Number.isNaN(scores.total[index]!) ? null : scores.total[index],
    disposition: decisions.disposition[index],
  }).toEqual({ points: [...points], total, disposition });
});

test('the mean of two years of R&D confirms from 10 million on', () => {
  const { scores } = assess(
    plan,
    firmsOf([
      { ...base, rd_expense: 1200, rd_expense_prior: 800 },
      { ...base, rd_expense: 1200, rd_expense_prior: 799 },
    ]),
  );
  expect(scores.withheld).toEqual(['bypass', null]);
});

const giant = {
  niche_years: 3,
  main_revenue: 7000,
  revenue: 10000,
  main_growth_2y: 0.05,
  total_liabilities: 70,
  total_assets: 100,
  market_share: 0.1,
  rd_expense: 300,
  rd_expense_prior: 270,
  revenue_prior: 9000,
  st_staff: 50,
  employees: 100,
  equity_2y: 0,
  ip_class1: 2,
  it_supported: true,
  certified: true,
  own_brand: true,
  rd_org: true,
} as const satisfies FirmRecord;

// [what, changes, barred by]
const gates: readonly (readonly [string, FirmRecord, readonly string[]])[] = [
  ['every gate at its edge', {}, []],
  ['R&D of 2.99 % in the upper tier', { rd_expense: 299 }, ['rd-below-tier']],
  ['R&D of 2.99 % the year before', { rd_expense_prior: 269 }, ['rd-below-tier']],
  ['9999 needs 6 %', { revenue: 9999, main_revenue: 7000 }, ['rd-below-tier']],
  [
    '6 % in the middle tier',
    { revenue: 5000, main_revenue: 3500, revenue_prior: 5000, rd_expense_prior: 300 },
    [],
  ],
  [
    'the lowest tier without equity',
    { revenue: 4999, main_revenue: 3500, rd_expense: 3000 },
    ['rd-below-tier'],
  ],
  [
    'the lowest tier with equity, R&D and staff',
    { revenue: 4999, main_revenue: 3500, rd_expense: 3000, equity_2y: 8000 },
    [],
  ],
  [
    'the lowest tier with 49 % of staff',
    { revenue: 4999, main_revenue: 3500, rd_expense: 3000, equity_2y: 8000, st_staff: 49 },
    ['rd-below-tier'],
  ],
  ['two gates at once', { niche_years: 2.9, ip_class1: 1 }, ['niche-too-short', 'too-little-ip']],
  ['debt of 70.1 %', { total_liabilities: 70.1 }, ['debt-too-high']],
];

test.each(gates)('little giant: %s', (_, changes, expected) => {
  const { plan: gatesOnly } = loadProfile('littlegiant-2022', shipped);
  const { decisions, scores } = assess(gatesOnly, firmsOf([{ ...giant, ...changes }]));
  expect(decisions.vetoes[0]!.map((index) => gatesOnly.vetoes[index]!.id)).toEqual(expected);
  expect(decisions.disposition[0]).toBe(expected.length > 0 ? 'vetoed' : 'whitelisted');
  expect(scores.withheld[0]).toBe('gates-only');
});
