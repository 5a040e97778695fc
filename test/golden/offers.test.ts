import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { type Outcome, type Workbench, workbench } from '../support/workbench.js';

const source = '{ assumed: true, reason: 示例 }';
const profile = `profile: zone-2026
name: { zh: 某高新区, en: A zone }
in_force: { from: 2026-01-01 }
status: sample
scale: 100
decimals: 2
fields:
  uscc: { name: 统一社会信用代码, type: text, role: id }
  firm: { name: 企业名称, type: text, role: name }
  mark: { name: 专家评分, unit: 分 }
  sales: { name: { zh: 专利产品销售额, en: Patented sales }, unit: 万元 }
  industry: { name: 行业, type: text }
  authorised: { name: { zh: 企业授权, en: Authorised }, type: boolean }
  collateral: { name: 有抵押物, type: boolean }
groups: [{ id: all, name: 综合 }]
indicators:
  - { id: mark, group: all, name: 评分, value: mark, score: { mark: { of: 100 } }, missing: finding, source: ${source} }
causes:
  - { id: no-collateral, when: not collateral, text: { zh: 缺少抵押物, en: No collateral }, department: { zh: 担保机构, en: Guarantor }, remedy: { zh: 担保增信, en: Guarantee }, source: ${source} }
  - { id: blank-items, when: authorised is missing or sales is missing, text: { zh: 申请要素不全, en: Items are blank }, department: { zh: 企业, en: The firm }, remedy: { zh: 补填, en: Fill in }, source: ${source} }
lists:
  - { id: bank, kind: whitelist, name: 白名单, when: total >= 60 and authorised, source: ${source} }
  - { id: diagnosis, kind: referral, name: 联合会诊, when: total >= 50, diagnose: [no-collateral, blank-items], source: ${source} }
  - { id: best, kind: ranking, name: { zh: 行业三强, en: Best three }, when: total > 0, top: 2, by: industry, bands: [{ top: 1, name: { zh: 领跑, en: Leading } }], source: ${source} }
offers:
  - { id: loan, kind: loan, name: { zh: 积分贷, en: Points loan }, provider: 工商银行, when: total >= 60 and authorised, limit: [1000 万元, sales * 50%], rate: 3.41%, term: 一年, enhancement: data, risk_shares: { 银行: 33.4%, 保险公司: 33.3%, 担保机构: 33.3% }, pool: { warn: 5%, stop: 8% }, source: ${source} }
  - { id: facility, kind: quota, name: { zh: 跨境额度, en: Facility }, when: total >= 60, limit: 1000 万美元, source: ${source} }
  - { id: reward, kind: reward, name: { zh: 专利产品奖励, en: Reward }, when: sales > 2000 万元, limit: 500 万元, source: ${source} }
`;

const firms = [
  ['统一社会信用代码', '企业名称', '专家评分', '专利产品销售额（万元）', '行业', '企业授权', '有抵押物'],
  ['91350100M000100Y43', '华新传感', 80, 2000.01, '电子', '是', '是'],
  ['91330100799655058B', '中科智造', 60, 100.01, '电子', '是', '否'],
  ['9144030071526726XG', '海蓝生物', 60, 0, '电子', '', ''],
  ['914403001922038216', '云图软件', 58.5, '', '软件', '是', '否'],
  ['91100000100003962T', '恒泰精工', 20, 0, '', '否', '否'],
] as const;

const bench = (): Workbench => workbench().csv('firms.csv', firms).file('zone-2026.yaml', profile);
const command = 'assess firms.csv -p zone-2026.yaml --period 2026Q3 -o out --format csv --headers id -q';
type Row = Readonly<Record<string, string>>;
const rows = (on: Workbench, name: string): Row[] =>
  parse(on.read(`out/${name}`), { bom: true, columns: true });
const run = (more = ''): Workbench => {
  const on = bench();
  const outcome: Outcome = on.innopoints(`${command}${more}`);
  expect(outcome, outcome.stderr).toMatchObject({ code: 0, stderr: '' });
  return on;
};

test('the assessment says what keeps each firm off the whitelist', () => {
  const reasons = Object.fromEntries(rows(run(), 'assessment.csv').map((row) => [row.name, row.reasons]));
  expect(reasons).toEqual({
    华新传感: '',
    中科智造: '',
    海蓝生物: '未满足：企业授权（空白）',
    云图软件: '未满足：总分 ≥ 60（58.5，差 1.5）',
    恒泰精工: '未满足：总分 ≥ 60（20，差 40）；企业授权（否）',
  });
});

test('a joint session can work from the referrals', () => {
  const told = rows(run(), 'referrals.csv').map((row) => [
    row.name,
    row.missed,
    row.cause_codes,
    row.causes,
    row.departments,
    row.remedies,
    row.to_verify,
  ]);
  expect(told).toEqual([
    ['华新传感', '', '', '', '', '', ''],
    ['中科智造', '', 'no-collateral', '缺少抵押物', '担保机构', '担保增信', ''],
    [
      '海蓝生物',
      '企业授权（空白）',
      'blank-items',
      '申请要素不全（企业授权空白）',
      '企业',
      '补填',
      'no-collateral',
    ],
    [
      '云图软件',
      '总分 ≥ 60（58.5，差 1.5）',
      'no-collateral;blank-items',
      '缺少抵押物；申请要素不全（专利产品销售额空白）',
      '担保机构；企业',
      '担保增信；补填',
      '',
    ],
  ]);
});

test('an offer stands on a line of its own, with its terms and why', () => {
  const told = rows(run(), 'offers.csv').map(({ name, offer, limit, unit, reason }) => [
    name,
    offer,
    limit,
    unit,
    reason,
  ]);
  expect(told).toEqual([
    ['华新传感', 'loan', '1000', '万元', '总分 ≥ 60（80）；企业授权（是）'],
    ['华新传感', 'facility', '1000', '万美元', '总分 ≥ 60（80）'],
    ['华新传感', 'reward', '500', '万元', '专利产品销售额 > 2000 万元（2000.01 万元）'],
    ['中科智造', 'loan', '50.005', '万元', '总分 ≥ 60（60）；企业授权（是）'],
    ['中科智造', 'facility', '1000', '万美元', '总分 ≥ 60（60）'],
    ['海蓝生物', 'facility', '1000', '万美元', '总分 ≥ 60（60）'],
  ]);
  expect(rows(run(), 'offers.csv')[0]).toMatchObject({
    provider: '工商银行',
    rate: '3.41%',
    term: '一年',
    enhancement: 'data',
    risk_shares: '银行 33.4%、保险公司 33.3%、担保机构 33.3%',
  });
});

test('the parts that the bearers take add up to the limits', () => {
  const loan = rows(run(), 'exposure.csv').filter((row) => row.offer === 'loan');
  expect(loan.map(({ bearer, share, limit }) => [bearer, share, limit])).toEqual([
    ['', '', '1050.005'],
    ['银行', '0.334', '350.70167'],
    ['保险公司', '0.333', '349.651665'],
    ['担保机构', '0.333', '349.651665'],
  ]);
  expect(loan[0]).toMatchObject({ firms: '2', pool_warn: '0.05', pool_stop: '0.08' });
});

test('dollars are told in yuan only by a rate that was given, with its day', () => {
  expect(rows(run(), 'offers.csv')[0]).not.toHaveProperty('yuan');
  const on = run(' --rate USD=7.1 --rate-date 2026-09-30');
  const told = rows(on, 'offers.csv').filter((row) => row.name === '华新传感');
  expect(told.map((row) => [row.offer, row.yuan])).toEqual([
    ['loan', ''],
    ['facility', '7100'],
    ['reward', ''],
  ]);
  const manifest = JSON.parse(on.read('out/manifest.json')) as { options: Record<string, unknown> };
  expect(manifest.options).toMatchObject({ rate: 'USD=7.1', rateDate: '2026-09-30' });
});

test.each([
  ['--rate USD=7.1', '汇率和汇率日期只给了一个'],
  ['--rate-date 2026-09-30', '汇率和汇率日期只给了一个'],
  ['--rate 7.1 --rate-date 2026-09-30', '「7.1」不是汇率'],
  ['--rate USD=0 --rate-date 2026-09-30', '「USD=0」不是汇率'],
  ['--rate EUR=7.9 --rate-date 2026-09-30', '「EUR=7.9」不是汇率'],
  ['--rate USD=7.1 --rate-date 2026-9-31', '「2026-9-31」不是一个日期'],
])('%s is wrong usage, and nothing is written', (options, found) => {
  const on = bench();
  const { code, stderr } = on.innopoints(`${command} ${options}`);
  expect(code).toBe(2);
  expect(stderr).toContain(found);
  expect(on.files('out')).toEqual([]);
});

test('a ranking has places in each group, and says who ties at the edge', () => {
  const told = rows(run(), 'ranking.csv').map(({ group, place, band, name, tie }) => [
    group,
    place,
    band,
    name,
    tie,
  ]);
  expect(told).toEqual([
    ['电子', '1', '领跑', '华新传感', ''],
    ['电子', '2', '', '中科智造', '前 2 名末位并列，共 3 家'],
    ['电子', '2', '', '海蓝生物', '前 2 名末位并列，共 3 家'],
    ['软件', '1', '领跑', '云图软件', ''],
    ['（未填）', '1', '领跑', '恒泰精工', ''],
  ]);
});

test('the summary tells the exposure', () => {
  const { stdout } = bench().innopoints(`${command.replace(' -q', '')} --json`);
  const { exposure } = JSON.parse(stdout) as { exposure: readonly Record<string, unknown>[] };
  expect(exposure[0]).toMatchObject({
    id: 'loan',
    firms: 2,
    limit: 1050.005,
    unit: '万元',
    yuan: null,
    shares: [{ bearer: '银行', amount: 350.70167 }, {}, {}],
    pool: { warn: 0.05, stop: 0.08 },
  });
  expect(exposure[2]).toMatchObject({ id: 'reward', firms: 1, limit: 500, shares: [], pool: null });
});

test('a run with a rate is made again to the byte', () => {
  const on = run(' --rate USD=7.1 --rate-date 2026-09-30');
  const { code, stderr } = on.innopoints('replay out --inputs .');
  expect(code, stderr).toBe(0);
});

test('English reports say the same in English', () => {
  const [, , third, fourth] = rows(run(' --lang en'), 'referrals.csv');
  expect(third!.missed).toBe('Authorised (blank)');
  expect(fourth!.missed).toBe('total ≥ 60 (58.5, off by 1.5)');
  expect(fourth!.causes).toBe('No collateral; Items are blank (Patented sales blank)');
});
