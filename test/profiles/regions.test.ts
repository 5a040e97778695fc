import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.js';
import { loadProfile } from '../../src/profile/index.js';
import { type FirmRecord, firmsOf } from '../support/firms-builder.js';
import { assess, shown } from '../support/score-of.js';

const planOf = (id: string): Plan =>
  loadProfile(id, [fileURLToPath(new URL('../../profiles', import.meta.url))]).plan;

/** A firm that has every field the plan scores: 0, no, or what is told. */
function firmOf(plan: Plan, told: FirmRecord): FirmRecord {
  const blank = { number: 0, boolean: false, text: null, date: null } as const;
  const fields = plan.reads.filter((id) => plan.fields.get(id)?.role === null);
  return { ...Object.fromEntries(fields.map((id) => [id, blank[plan.fields.get(id)!.type]])), ...told };
}

const run = (plan: Plan, firms: readonly FirmRecord[]) =>
  assess(plan, firmsOf(firms.map((firm) => firmOf(plan, firm))));

const stagesOf = (id: string, revenues: readonly number[]) => {
  const plan = planOf(id);
  const { scores } = run(
    plan,
    revenues.map((revenue_prior) => ({ revenue_prior })),
  );
  return [...scores.stage].map((stage) => plan.stages.names[stage]);
};

test('温州: the five stages take their lower edge', () => {
  expect(stagesOf('wenzhou-longwan-2022', [0, 99.99, 100, 500, 1999, 2000, 9999.99, 10000])).toEqual([
    '种子期',
    '种子期',
    '初创期',
    '成长期',
    '成长期',
    '扩张期',
    '扩张期',
    '成熟期',
  ]);
});

test('杭州: its edges are others', () => {
  expect(stagesOf('hangzhou-binjiang-2023', [49, 50, 499, 500, 1999, 2000, 9999, 10000])).toEqual([
    '种子期',
    '苗木期',
    '苗木期',
    '成长期',
    '成长期',
    '壮大期',
    '壮大期',
    '成熟期',
  ]);
});

test('温州: the first 5, 10 and 20 % of a stage stand on a list each, ties together', () => {
  const plan = planOf('wenzhou-longwan-2022');
  // 20 firms of one stage, the better the more patents; another firm alone in its stage is at 100 %.
  const firms = Array.from({ length: 20 }, (_, i) => ({ revenue_prior: 50, rd_expense: 120 - i }));
  const { decisions } = run(plan, [...firms, { revenue_prior: 600, rd_expense: 500 }]);
  const lists = decisions.lists.map((own) => own.map((index) => plan.lists[index]!.id).join());
  expect(lists.slice(0, 6)).toEqual(['leading', 'running', 'aspiring', 'aspiring', '', '']);
  expect(lists[20]).toBe('');
  const tied = run(plan, [{ revenue_prior: 50, rd_expense: 120 }, ...firms.slice(0, 19)]);
  expect(
    tied.decisions.lists.slice(0, 3).map((own) => own.map((index) => plan.lists[index]!.id).join()),
  ).toEqual(['leading', 'leading', 'aspiring']);
});

test('湖北: the ends of the grades have limits, the middle has none', () => {
  const plan = planOf('hubei-knowledge-2025');
  const all = (mark: number) =>
    Object.fromEntries(plan.reads.filter((id) => id.startsWith('kv_')).map((id) => [id, mark]));
  const { decisions } = run(
    plan,
    [90, 80, 65, 50, 10].map((mark) => ({ ...all(mark), authorised: true })),
  );
  expect([...decisions.grade].map((grade) => plan.grades[grade]!.id)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(decisions.offers.map((made) => made.map((one) => one.limit))).toEqual([
    [1000],
    [null],
    [null],
    [null],
    [100],
  ]);
});

test('四川: an incident takes points away and bars nobody', () => {
  const plan = planOf('sichuan-2025');
  const { scores, decisions } = run(plan, [
    { revenue_prior: 100, rd_expense: 120, revenue: 1500, st_staff: 30, employees: 100, inv_app: 4 },
    {
      revenue_prior: 100,
      rd_expense: 120,
      revenue: 1500,
      st_staff: 30,
      employees: 100,
      inv_app: 4,
      incident_3y: true,
    },
    {
      revenue_prior: 100,
      rd_expense: 120,
      revenue: 1500,
      st_staff: 30,
      employees: 100,
      inv_app: 4,
      dishonest: true,
      incident_3y: true,
    },
  ]);
  // 8 + 10 (120/1500 = 8 %) + 9 + 9 + 4 (revenue) + 7 (growth of revenue from 100) = 47.
  expect(shown(scores.total)).toEqual([47, 37, 27]);
  expect(decisions.vetoes).toEqual([[], [], []]);
});

test('四川: 18 of the nation, five local, two constraints', () => {
  const plan = planOf('sichuan-2025');
  const parts = plan.indicators.map((one) => plan.groups[one.group]!.part);
  expect(['base', 'bonus', 'deduction'].map((part) => parts.filter((one) => one === part).length)).toEqual([
    18, 5, 2,
  ]);
});

test('国家2.0: 100 and 30, nine and three', () => {
  const plan = planOf('national-2.0-2025');
  const parts = plan.indicators.map((one) => plan.groups[one.group]!.part);
  expect([
    parts.filter((one) => one === 'base').length,
    parts.filter((one) => one === 'bonus').length,
  ]).toEqual([9, 3]);
  const best = {
    rd_expense: 100,
    revenue: 1000,
    revenue_prior: 500,
    st_staff: 50,
    employees: 100,
    rd_deduct_tax: 50,
    hitech_rev: 900,
    ip_total: 100,
    tech_contract: 500,
    net_profit: 300,
    total_liabilities: 10,
    total_assets: 100,
    awards: 5,
    projects: 5,
    platforms: 5,
  };
  expect(shown(run(plan, [best]).scores.total)).toEqual([130]);
});

test('国家2.0: a group with less than half of its weight gives no total', () => {
  const plan = planOf('national-2.0-2025');
  const some = { rd_expense: 80, revenue: 1000, revenue_prior: 800, st_staff: 30, employees: 100 };
  const { scores } = run(plan, [
    { ...some, hitech_rev: null, ip_total: null },
    { ...some, hitech_rev: null, ip_total: 15 },
  ]);
  expect(scores.withheld).toEqual(['coverage', null]);
});

// 宁波, by hand from the table: 3000 万元 2 · 25 % below 100 million 5 · 15 % 2 · 20 人 2 · 100 万元 2 · 1 项 2 · 5 % 3 ·
// 1 standard 5 · 0 brands 0 · 1 invention + 8 utility models = 3: 15 · 较好 ×3 = 15 · 一般 3 · 5 + 3 = 64; + 5 (hnte) − 5.
test('宁波: one firm, worked out by hand', () => {
  const plan = planOf('ningbo-etc-2026');
  const levels = {
    mg_project_level: '较好',
    mg_people_level: '较好',
    mg_cost_level: '较好',
    iur_level: '一般',
    doc_full_level: '较好',
    doc_need_level: '一般',
  };
  const firm = {
    revenue: 3000,
    sales_growth_3y: 0.25,
    sales_margin: 0.15,
    rd_staff_fulltime: 20,
    rd_equipment: 100,
    projects_3y: 1,
    rd_over: 0.05,
    standards_count: 1,
    brands_count: 0,
    inventions_3y: 1,
    utility_3y: 8,
    ...levels,
  };
  const { scores } = run(plan, [
    firm,
    { ...firm, has_hnte: true, loss_last: true },
    { ...firm, loss_2y: true, loss_last: true },
  ]);
  expect(shown(scores.total)).toEqual([64, 64, 44]);
});

test('高企: 70 does not pass, 70.5 does, and the extra marks stay within 30', () => {
  const plan = planOf('hnte-2016');
  const firm = {
    founded: 15000,
    rd_3y: 500,
    revenue_3y: 10000,
    revenue: 5000,
    st_staff: 10,
    employees: 100,
    hitech_rev: 3000,
    mark_ip_advance: 8,
    mark_ip_support: 8,
    mark_ip_count: 8,
    mark_ip_source: 6,
    mark_ip_standards: 2,
    mark_conversion: 25,
    mark_org_rules: 5,
    mark_org_body: 5,
    mark_org_conversion: 3,
    mark_org_people: 2,
  };
  const { scores, decisions } = run(plan, [
    firm,
    { ...firm, mark_sales_growth: 0.5 },
    { ...firm, hitech_rev: 2999 },
    { ...firm, rd_3y: 499 },
  ]);
  expect(shown(scores.total)).toEqual([70, 70.5, 70, 70]);
  expect(decisions.disposition).toEqual(['below-line', 'whitelisted', 'vetoed', 'vetoed']);
});
