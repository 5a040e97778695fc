import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { root, type Value, type Workbench, workbench } from '../support/workbench.js';

// What the documents tell of firms that got money for their points, with firms of our own, by whole commands. The other two
// cases of the documents stand in test/profiles/hefei-line.test.ts (59.99, 60, 60.01) and fifteen-thousand.test.ts.

/** The zone of samples/story with the reward of Zhengzhou and the quota of SAFE, the higher quota by points. */
const zone = `profile: documents-2026
name: { zh: 文件案例高新区（示例）, en: The zone of the documents (sample) }
extends: [zone-2026, packs/zhengzhou-2025, packs/safe-2025]
in_force: { from: 2026-01-01 }
status: sample
offers:
  - { id: safe-facility, when: cross_border_eligible and total < 60 }
  - { id: safe-facility-selected, when: cross_border_eligible and total >= 60 }
`;

interface Firm {
  readonly name: string;
  readonly id: string;
  /** 研发费用 and 发明专利申请量 out of 3000 万元 of revenue, 2700 the year before: 11.11 points of growth. */
  readonly rd: number;
  readonly patents: number;
  readonly collateral?: string;
  readonly sales?: Value;
  readonly eligible?: string;
}
const manyPatents: Firm = { name: '示例瑞泽新材有限公司', id: '91340199MA10158389', rd: 240, patents: 31 };
const noCollateral: Firm = {
  name: '示例博远智造有限公司',
  id: '91340199MA1023757U',
  rd: 240,
  patents: 7,
  collateral: '否',
};

const head =
  '企业名称 统一社会信用代码 营业收入（万元） 上年营业收入（万元） 研发费用（万元） 发明专利申请量 职工总数 失信被执行人 企业授权 有融资需求 符合授信条件 有抵押物 是否高新技术专精特新或科技型中小企业';

const salesHeader = '专利产品两年销售额（万元）';

/** The firms assessed, with the answers of a bank if there are any. `salesOf` is how the form heads patented sales. */
function assess(
  firms: readonly Firm[],
  answers: readonly (readonly Value[])[] = [],
  salesOf = salesHeader,
  more = '',
): Workbench {
  const rows = firms.map((one): Value[] => {
    const { collateral = '是', sales = null, eligible = '否' } = one;
    const lending = collateral === '是' ? '是' : '否';
    const filed = [one.name, one.id, 3000, 2700, one.rd, one.patents, 130, '否', '是', '是'];
    return [...filed, lending, collateral, eligible, sales];
  });
  const bench = workbench()
    .file('zone-2026.yaml', readFileSync(join(root, 'samples/story/zone-2026.yaml'), 'utf8'))
    .file('documents-2026.yaml', zone)
    .csv('firms.csv', [[...head.split(' '), salesOf], ...rows]);
  if (answers.length > 0) bench.csv('bank.csv', answers);
  const feedback = answers.length > 0 ? '--feedback bank.csv ' : '';
  const outcome = bench.innopoints(
    `assess firms.csv -p documents-2026.yaml --period 2026Q2 ${feedback}${more} --headers id --format csv -q -o out`,
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  return bench;
}

type Row = Readonly<Record<string, string>>;
const table = (bench: Workbench, name: string): readonly Row[] =>
  parse(bench.read(`out/${name}`), { columns: true, bom: true });
const firmOf = (bench: Workbench, { id }: Firm) =>
  table(bench, 'assessment.csv').find((one) => one.id === id) ?? {};
const offersOf = (bench: Workbench, kind: string) =>
  table(bench, 'offers.csv')
    .filter((one) => one.kind === kind)
    .map((one) => `${one.offer} ${one.limit} ${one.unit}`);
const outcomeOf = (bench: Workbench, by: string, group = '') =>
  table(bench, 'outcomes.csv').find((one) => one.by === by && one.group === group) ?? {};
const findingsOf = (bench: Workbench) =>
  table(bench, 'findings.csv')
    .filter((one) => one.severity !== 'info')
    .map((one) => `${one.finding} ${one.cell}`);

test('31 patents give no more than the full mark, and open a loan of 900万', () => {
  const bench = assess([manyPatents]);
  // 50 × (240/3000) / 10 % = 40; 31 of 10 patents: 30; 20 × (300/2700) / 20 % = 11.11.
  expect(firmOf(bench, manyPatents)).toMatchObject({
    points_rd_ratio: '40',
    points_inventions: '30',
    points_growth_rate: '11.11',
    total: '81.11',
    disposition: 'whitelisted',
  });
  expect(offersOf(bench, 'loan')).toEqual(['points-loan 900 万元']);
});

test.each([
  ['金额（万元）', '利率', 900, '3.41%'],
  ['金额（元）', '利率（%）', '9,000,000', 3.41],
  ['金额（亿元）', '利率', 0.09, '3.41%'],
  ['金额', '年利率', '900万元', '3.41%'],
])('900万 at 3.41 % is told as such, answered under %s and %s', (amount, rate, much, percent) => {
  const { id } = manyPatents;
  const bench = assess(
    [manyPatents],
    [
      ['统一社会信用代码', '反馈结果', amount, rate],
      [id, '放款', much, percent],
    ],
  );
  expect(outcomeOf(bench, 'total')).toMatchObject({
    credited: '1',
    drawn: '1',
    credit: '900',
    drawing: '900',
    mean_rate: '0.0341',
  });
  expect(findingsOf(bench)).toEqual([]);
});

test.each([
  ['金额（万元）', '九百万', 'cell.not-a-number C2'],
  ['金额（万美元）', 900, 'header.foreign-currency '],
])('an amount under %s that says %s is told, and no sum holds it', (amount, much, finding) => {
  const { id } = manyPatents;
  const bench = assess(
    [manyPatents],
    [
      ['统一社会信用代码', '反馈结果', amount, '利率'],
      [id, '放款', much, '3.41%'],
    ],
  );
  expect(findingsOf(bench)).toEqual([finding]);
  expect(outcomeOf(bench, 'total')).toMatchObject({ credited: '1', credit: '0', mean_rate: '' });
});

test('declined for want of collateral, recommended again, and lent 500万 at 3.35 %', () => {
  const answers = [
    ['统一社会信用代码', '反馈结果', '金额（万元）', '利率', '反馈日期', '原因'],
    [noCollateral.id, '未授信', null, null, '2026-04-21', '缺少抵押物'],
  ];
  const waiting = assess([noCollateral], answers);
  expect(firmOf(waiting, noCollateral)).toMatchObject({ total: '72.11' }); // 40 + 21 + 11.11
  const [again] = table(waiting, 'referrals.csv');
  expect(again?.lists).toContain('second-recommendation');
  expect(again?.cause_codes).toBe('no-collateral');
  expect(outcomeOf(waiting, 'total')).toMatchObject({ declined: '1', credited: '0', credit: '0' });

  const lent = assess([noCollateral], [...answers, [noCollateral.id, '已授信', 500, '3.35%', '2026-08-12']]);
  expect(firmOf(lent, noCollateral).lists).not.toContain('second-recommendation');
  expect(outcomeOf(lent, 'total')).toMatchObject({
    declined: '0',
    credited: '1',
    credit: '500',
    mean_rate: '0.0335',
  });
});

test.each([
  ['专利产品两年销售额（万元）', 1999.99, []],
  ['专利产品两年销售额（万元）', 2000, []],
  ['专利产品两年销售额（万元）', 2000.01, ['zz-patent-reward 500 万元']],
  ['专利产品两年销售额（元）', 20_000_000, []],
  ['专利产品两年销售额（元）', 20_000_001, ['zz-patent-reward 500 万元']],
  ['专利产品两年销售额（亿元）', 0.21, ['zz-patent-reward 500 万元']],
  ['专利产品两年销售额（万元）', null, []],
])('%s of %s: the reward is for more than 2000万', (header, sales, rewards) => {
  const bench = assess([{ ...manyPatents, sales }], [], header);
  expect(offersOf(bench, 'reward')).toEqual(rewards);
});

test.each([
  ['just below the line', 293.28, '是', '59.99', ['safe-facility 1000 万美元']],
  ['on the line', 293.34, '是', '60', ['safe-facility-selected 2000 万美元']],
  ['of another kind', 293.34, '否', '60', []],
  ['that does not say its kind', 293.34, '', '60', []],
])('the foreign-debt quota of a firm %s goes by its points', (_, rd, eligible, total, quotas) => {
  const firm = { ...manyPatents, rd, patents: 0, eligible };
  const bench = assess([firm], [], salesHeader, '--rate USD=7.1 --rate-date 2026-06-30');
  expect(firmOf(bench, firm).total).toBe(total); // 研发费用 / 6 + 11.11
  expect(offersOf(bench, 'quota')).toEqual(quotas);
  const [offered] = table(bench, 'offers.csv').filter((one) => one.kind === 'quota');
  const yuan = { 'safe-facility': '7100', 'safe-facility-selected': '14200' }[offered?.offer ?? ''];
  expect(offered?.yuan).toBe(yuan); // 万元, at the rate that was given
});
