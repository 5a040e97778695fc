import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reasonsOf } from '../../src/decide/index.js';
import type { Plan } from '../../src/model/plan.js';
import { loadProfile } from '../../src/profile/index.js';
import { type FirmRecord, firmsOf } from '../support/firms-builder.js';
import { asOf, assess } from '../support/score-of.js';

const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));
const packs = readdirSync(join(shipped, 'packs')).map((file) => `packs/${file.replace('.yaml', '')}`);

/** A profile that takes the packs, as a region would. */
function taking(ids: readonly string[], base = 'national-1.0-2022') {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  const path = join(folder, 'zone.yaml');
  const head = `profile: zone-2025\nname: { zh: 某高新区, en: A zone }\nextends: [${[base, ...ids].join(', ')}]\n`;
  writeFileSync(path, `${head}in_force: { from: 2025-01-01 }\nstatus: sample\n`);
  return loadProfile(path, [shipped]);
}

test.each(packs)('%s can be taken by a scored profile without a remark', (id) => {
  expect(taking([id]).findings).toEqual([]);
});

test.each(packs)('%s says what it is in both languages', (id) => {
  const { plan } = taking([id]);
  for (const one of [...plan.lists, ...plan.offers]) expect(one.name.en).not.toBe(one.name.zh);
  for (const one of plan.vetoes) expect(one.text.en).not.toBe(one.text.zh);
  for (const { condition, department, remedy } of plan.causes ?? [])
    for (const text of [condition.text, department, remedy]) expect(text.en).not.toBe(text.zh);
});

test('all packs can be taken together', () => {
  expect(taking(packs).findings).toEqual([]);
});

const listsOf = (plan: Plan, firm: FirmRecord): readonly string[] =>
  (assess(plan, firmsOf([firm])).decisions.lists[0] ?? []).map((index) => plan.lists[index]!.id);

// 统计上大中小微型企业划分办法（2017）, by hand: all lower bounds are needed, else one class down.
const sizes: readonly (readonly [
  sector: string,
  employees: number,
  revenue: number,
  assets: number,
  size: string,
])[] = [
  ['工业', 1000, 40000, 0, 'size-large'],
  ['工业', 1000, 39999, 0, 'size-medium'],
  ['工业', 299, 40000, 0, 'size-small'],
  ['工业', 20, 300, 0, 'size-small'],
  ['工业', 19, 300, 0, 'size-micro'],
  ['工业', 20, 299, 0, 'size-micro'],
  ['批发业', 200, 40000, 0, 'size-large'],
  ['批发业', 20, 5000, 0, 'size-medium'],
  ['农、林、牧、渔业', 1, 50, 0, 'size-small'],
  ['农、林、牧、渔业', 9999, 49, 0, 'size-micro'],
  ['建筑业', 1, 80000, 79999, 'size-medium'],
  ['软件和信息技术服务业', 300, 10000, 0, 'size-large'],
  ['房地产开发经营', 1, 1000, 4999, 'size-small'],
  ['其他未列明行业', 10, 0, 0, 'size-small-unverified'],
];

test.each(sizes)(
  '%s with %d people, %d of revenue and %d of assets is %s',
  (sector, employees, revenue, assets, size) => {
    const { plan } = taking(['packs/size-2017'], 'techsme-2017');
    const firm = {
      size_sector: sector,
      industry: null,
      employees,
      revenue,
      total_assets: assets,
      resident_enterprise: true,
    };
    const scored = { ...firm, st_staff: 0, rd_expense: 0, total_cost: 1, ip_class1: 0, ip_class2: 0 };
    // The measure of technology SMEs bars big firms, and barred firms stand on no list: asked without its vetoes.
    expect(listsOf({ ...plan, vetoes: [] }, scored)).toEqual([size]);
  },
);

test('the size goes by the letter of the industry code where no sector is stated', () => {
  const { plan } = taking(['packs/size-2017'], 'techsme-2017');
  const firm = {
    industry: 'C3511',
    size_sector: null,
    employees: 300,
    revenue: 2000,
    total_assets: 0,
    st_staff: 0,
  };
  const scored = { ...firm, rd_expense: 0, total_cost: 1, ip_class1: 0, ip_class2: 0 };
  expect(listsOf({ ...plan, vetoes: [] }, scored)).toEqual(['size-medium']);
  expect(listsOf({ ...plan, vetoes: [] }, { ...scored, industry: null })).toEqual([]);
});

const offersOf = (pack: string, firm: FirmRecord) => {
  const { plan } = taking([pack], 'techsme-2017');
  const scored = {
    employees: 10,
    revenue: 100,
    total_assets: 100,
    st_staff: 10,
    rd_expense: 50,
    total_cost: 90,
  };
  const { decisions } = assess(
    plan,
    firmsOf([{ ...scored, ip_class1: 1, ip_class2: 0, authorised: true, first_result: null, ...firm }]),
  );
  return {
    offers: (decisions.offers[0] ?? []).map((made) => [plan.offers[made.offer]!.id, made.limit]),
    lists: (decisions.lists[0] ?? [])
      .map((index) => plan.lists[index]!.id)
      .filter((id) => id !== 'confirmed'),
  };
};

// The notice's figures: ten and twenty million US dollars, in 万美元.
test.each([
  [{ cross_border_eligible: true, selected_by_points: null }, [['safe-facility', 1000]]],
  [{ cross_border_eligible: true, selected_by_points: true }, [['safe-facility-selected', 2000]]],
  [{ cross_border_eligible: null, selected_by_points: null }, []],
])('the cross-border facility of %j', (firm, offers) => {
  expect(offersOf('packs/safe-2025', firm).offers).toEqual(offers);
});

test('both figures of the facility are cited, and why the notice holds', () => {
  const { document } = taking(['packs/safe-2025']);
  for (const { id, source } of document.offers.filter((one) => one.id.startsWith('safe-'))) {
    expect(source.clause, id).toMatch(/1000万美元.*100万美元|2000万美元.*200万美元/);
    expect(source.clause, id).toContain('取');
  }
});

test.each([
  [2000, []],
  [2000.01, [['zz-patent-reward', 500]]],
])('patented sales of %d earn a reward', (sales, offers) => {
  const got = offersOf('packs/zhengzhou-2025', { patented_sales_2y: sales });
  expect(got).toEqual({ offers, lists: ['zz-whitelist'] });
});

test('who needs finance and cannot be lent to is diagnosed; who was declined is recommended again', () => {
  const lists = (firm: FirmRecord) => offersOf('packs/shandong-2025', firm).lists;
  expect(lists({ needs_finance: true, meets_lending: false })).toEqual(['joint-diagnosis']);
  expect(lists({ needs_finance: true, meets_lending: null })).toEqual([]);
  expect(lists({ needs_finance: null, first_result: '未授信' })).toEqual(['second-recommendation']);
});

const causesOf = (firm: FirmRecord): readonly (readonly [string, boolean])[] => {
  const { plan } = taking(['packs/shandong-2025'], 'techsme-2017');
  const scored = {
    employees: 10,
    revenue: 100,
    total_assets: 100,
    st_staff: 10,
    rd_expense: 2.5,
    total_cost: 90,
  };
  const asked = { ip_class1: 0, ip_class2: 3, authorised: true, needs_finance: true, meets_lending: false };
  const tests = { operates_lawfully: true, fixed_premises: true, good_credit: true, lawful_use: true };
  const firms = firmsOf([
    { ...scored, ...asked, ...tests, has_collateral: true, first_result: null, ...firm },
  ]);
  const { scores, decisions } = assess(plan, firms);
  return reasonsOf(firms, plan, scores, decisions, asOf)
    .causes(0)
    .map(({ cause, known }) => [plan.causes![cause]!.id, known]);
};

// 科技人员 20；研发占收入 3% 得 20、6% 得 50；Ⅱ类知识产权 3 件得 18：58 分或 88 分。
test.each([
  [{ rd_expense: 3 }, [['near-the-line', true]]],
  [{ rd_expense: 6 }, []],
  [
    { rd_expense: 6, has_collateral: false, fixed_premises: false },
    [
      ['no-fixed-premises', true],
      ['no-collateral', true],
    ],
  ],
  [{ rd_expense: 6, good_credit: null }, [['poor-credit', false]]],
  [{ rd_expense: 6, authorised: null }, [['blank-items', true]]],
  [{ rd_expense: 6, needs_finance: null }, []],
])('the causes of %j in a joint diagnosis', (firm, causes) => {
  expect(causesOf(firm)).toEqual(causes);
});

test('who was declined for want of collateral is recommended again, and the sheet says so', () => {
  const declined = { rd_expense: 6, needs_finance: null, first_result: '未授信', has_collateral: false };
  expect(causesOf(declined)).toEqual([['no-collateral', true]]);
});

test('a pledge loan needs a patent', () => {
  expect(offersOf('packs/qingdao-2025', { patents_held: 1 }).offers).toEqual([['qd-patent-pledge', null]]);
  expect(offersOf('packs/qingdao-2025', { patents_held: 0 }).offers).toEqual([]);
});

test.each([
  ['C3973', null, ['key-ic', 'key-information']],
  ['3973', null, ['key-ic', 'key-information']],
  ['C3421', null, ['key-machine-tools']],
  [null, '五轴数控机床', ['key-machine-tools']],
  ['C2761', '疫苗', ['key-biomedicine']],
  ['A0111', null, []],
  [null, null, []],
])('code %s and product %s', (industry, product, lists) => {
  const got = offersOf('packs/key-industries-2025', { industry, main_product: product });
  expect(got.lists).toEqual(lists);
});

test('the torch forms are known by all their codes, money in 千元', () => {
  const { plan } = taking(['packs/torch-2022']);
  const coded = [...plan.fields.values()].filter((field) =>
    field.codes.some((code) => /^q[cdij]\d/.test(code)),
  );
  expect(new Set(coded.flatMap((field) => field.codes)).size).toBe(113);
  expect(coded.filter((field) => field.currency !== null && field.codeUnit !== '千元')).toEqual([]);
});

test('of twenty firms of a stage one leads, another runs up, and all but ten are off the ten', () => {
  const { plan } = taking(['packs/rankings-2025']);
  const firms = Array.from({ length: 20 }, (_, i) => ({
    revenue_prior: 100,
    revenue: 100 + i,
    industry: 'C3973',
  }));
  const { decisions } = assess(plan, firmsOf(firms));
  const on = (id: string) =>
    decisions.lists.filter((lists) => lists.includes(plan.lists.findIndex((list) => list.id === id))).length;
  expect(decisions.places!.filter((places) => places !== null)).toHaveLength(4);
  expect([on('top-100'), on('top-10-by-stage'), on('top-10-by-industry'), on('rank-bands')]).toEqual([
    20, 10, 10, 4,
  ]);
});
