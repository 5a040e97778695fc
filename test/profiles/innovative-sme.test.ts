import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadProfile } from '../../src/profile/index.js';
import { firmsOf } from '../support/firms-builder.js';
import { assess } from '../support/score-of.js';

// Ten invented firms, points worked out by hand from 工信部企业〔2022〕63号 (domain §3.4), not from the profile:
// ip 20/15/10/5/0 · R&D to revenue ≥5 20, ≥3 15, ≥2 10, ≥1 5 · growth ≥15 20, ≥10 15, ≥5 10, ≥0 5 · debt ≤55 10, ≤75 5 ·
// strategic emerging 10, else 5 · main business ≥70 20, ≥60 15, ≥55 10, ≥50 5.
type Row = readonly [
  high: number,
  self: number,
  one: number,
  two: number,
  rd: number,
  revenue: number,
  main: number,
  prior: number,
  debt: number,
  assets: number,
  emerging: boolean,
];
const firms: readonly {
  readonly why: string;
  readonly row: Row;
  readonly more?: Readonly<Record<string, boolean | number>>;
  readonly points: readonly number[];
  readonly total: number | null;
  readonly disposition: string;
}[] = [
  // rd 50/1000 = 5 %; growth 805/700 = 15 %; debt 55 %; main 805/1000 = 80.5 %.
  {
    why: 'full marks at the edges',
    row: [1, 0, 1, 0, 50, 1000, 805, 700, 55, 100, true],
    points: [20, 20, 20, 10, 10, 20],
    total: 100,
    disposition: 'whitelisted',
  },
  // rd 49.9/1000 = 4.99 %; growth 804/700 = 14.86 %; debt 56 %; main 80.4 %.
  {
    why: 'just below the first edges',
    row: [0, 1, 1, 0, 49.9, 1000, 804, 700, 56, 100, true],
    points: [15, 15, 15, 5, 10, 20],
    total: 80,
    disposition: 'whitelisted',
  },
  // rd 3 %; growth 660/600 = 10 %; debt 75 %; main 66 %.
  {
    why: 'at the second edges',
    row: [0, 0, 1, 0, 30, 1000, 660, 600, 75, 100, false],
    points: [10, 15, 15, 5, 5, 15],
    total: 65,
    disposition: 'whitelisted',
  },
  // ip 5 + rd 2 % 10 = 15 < 20: group minimum. growth 630/600 = 5 %: 10; debt 50 %: 10; main 63 %: 15; emerging 10. total 60.
  {
    why: '60 points but innovation below 20',
    row: [0, 0, 0, 1, 20, 1000, 630, 600, 50, 100, true],
    points: [5, 10, 10, 10, 10, 15],
    total: 60,
    disposition: 'below-line',
  },
  // ip 20, rd 1 %: 5 → 25. growth 599/600 < 0: 0; debt 40 %: 10 → 10 < 15. 10 + main 599/800 = 74.9 %: 20 → 30. total 65.
  {
    why: '65 points but growth below 15',
    row: [1, 1, 1, 0, 8, 800, 599, 600, 40, 100, true],
    points: [20, 5, 0, 10, 10, 20],
    total: 65,
    disposition: 'below-line',
  },
  // ip 20, rd 6 %: 20; growth 20 %: 20; debt 30 %: 10; other field 5 + main 540/1000 = 54 %: 5 → 10 < 15. total 80.
  {
    why: '80 points but specialisation below 15',
    row: [1, 0, 1, 0, 60, 1000, 540, 450, 30, 100, false],
    points: [20, 20, 20, 10, 5, 5],
    total: 80,
    disposition: 'below-line',
  },
  // Exactly 60 with all minima: ip 10 + rd 2 % 10 = 20; growth 5 % 10 + debt 60 % 5 = 15; field 5 + main 1050/1250 = 84 %: 20 = 25.
  {
    why: 'exactly 60 and every minimum',
    row: [0, 0, 1, 0, 25, 1250, 1050, 1000, 60, 100, false],
    points: [10, 10, 10, 5, 5, 20],
    total: 60,
    disposition: 'whitelisted',
  },
  // main 55 %: 10, emerging 10; growth 550/550 = 0 %: 5; debt 76 %: 0 → 5 < 15; ip 15 + rd 1.99 %: 5 = 20. total 45.
  {
    why: 'at 0 % growth and 55 % main business',
    row: [0, 2, 2, 9, 19.9, 1000, 550, 550, 76, 100, true],
    points: [15, 5, 5, 0, 10, 10],
    total: 45,
    disposition: 'below-line',
  },
  // A valid title confirms whatever the points: no total.
  {
    why: 'confirmed by a valid high-tech title',
    row: [0, 0, 0, 0, 0, 1000, 400, 500, 80, 100, false],
    more: { valid_title: true },
    points: [0, 0, 0, 0, 5, 0],
    total: null,
    disposition: 'whitelisted',
  },
  // 499 万元 of equity does not confirm: 5 + 0.99 % 0; -20 %: 0; 75.1 %: 0; 5; 49.9 %: 0. total 10.
  {
    why: 'equity just below 500',
    row: [0, 0, 0, 1, 9.9, 1000, 499, 623.75, 75.1, 100, false],
    more: { equity_3y: 499.99 },
    points: [5, 0, 0, 0, 5, 0],
    total: 10,
    disposition: 'below-line',
  },
];

const { plan } = loadProfile('innovative-sme-2022', [
  fileURLToPath(new URL('../../profiles', import.meta.url)),
]);
const run = assess(
  plan,
  firmsOf(
    firms.map(({ row, more }) => ({
      ip_class1_high: row[0],
      ip_class1_self: row[1],
      ip_class1: row[2],
      ip_class2: row[3],
      rd_expense: row[4],
      revenue: row[5],
      main_revenue: row[6],
      main_revenue_prior: row[7],
      total_liabilities: row[8],
      total_assets: row[9],
      strategic_emerging: row[10],
      award_3y: false,
      valid_title: false,
      provincial_rd_org: false,
      equity_3y: 0,
      ...more,
    })),
  ),
);

test.each(firms.map((one, index) => [one.why, index] as const))('%s', (_, index) => {
  const { points, total, disposition } = firms[index]!;
  const { scores, decisions } = run;
  expect({
    points: scores.points.map((column) => column[index]),
    total: Number.isNaN(scores.total[index]!) ? null : scores.total[index],
    disposition: decisions.disposition[index],
  }).toEqual({ points: [...points], total, disposition });
});

test('a firm that a bypass confirms may lack what is scored, and takes no rank', () => {
  const { scores, decisions, findings } = assess(
    plan,
    firmsOf([{ ip_class1_high: null, revenue: null, equity_3y: 500, valid_title: null }]),
  );
  expect(scores.withheld).toEqual(['bypass']);
  expect([decisions.rank[0], decisions.disposition[0]]).toEqual([0, 'whitelisted']);
  expect(findings).toEqual([]);
});

test('a blank condition confirms nobody', () => {
  const { decisions } = assess(plan, firmsOf([{ ip_class1_high: null, revenue: null, valid_title: null }]));
  expect(decisions.disposition).toEqual(['rejected']);
});
