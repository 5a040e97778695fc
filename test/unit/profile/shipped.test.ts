import { describe, expect, test } from 'vitest';
import { indexFields } from '../../../src/match/field-index.js';
import { readHeader } from '../../../src/match/read-header.js';
import { loadProfile } from '../../../src/profile/index.js';
import { shipped } from './sample.js';

const { plan } = loadProfile('hefei-hightech-2025', [shipped]);
const index = indexFields(plan, 2025);
const fieldOf = (header: string) =>
  readHeader(header, 2025)
    .keys.map((key) => index.find(key)?.field.id)
    .find((id) => id !== undefined) ?? null;

describe("the headers of a zone's list", () => {
  test.each([
    ['企业名称', 'firm_name'],
    ['企业名称（必填）', 'firm_name'],
    ['统一社会信用代码', 'credit_code'],
    ['企业统一社会信用代码或组织机构代码', 'credit_code'],
    ['行业代码', 'industry'],
    ['成立日期', 'founded'],
    ['营业收入（万元）', 'revenue'],
    ['上年营业收入（万元）', 'revenue_prior'],
    ['上一年营业额', 'revenue_prior'],
    ['研 发 费 用（万元）', 'rd_expense'],
    ['研究开发费用合计', 'rd_expense'],
    ['上年研发费用（万元）', 'rd_expense_prior'],
    ['职工总数（人）', 'employees'],
    ['科技人员数（人）', 'st_staff'],
    ['研究生以上人员数（人）', 'postgraduates'],
    ['发明专利申请量（件）', 'inv_app'],
    ['PCT专利申请量（件）', 'pct_app'],
    ['技术合同成交额（万元）', 'tech_contract'],
    ['高新技术产品收入（万元）', 'hitech_rev'],
    ['研发费用加计扣除所得税减免额（万元）', 'rd_deduct_tax'],
    ['净利润（万元）', 'net_profit'],
    ['净资产（万元）', 'net_assets'],
    ['吸纳应届毕业生人数（人）', 'fresh_grads'],
    ['近两年省级及以上平台数（个）', 'platforms'],
    ['近两年省级及以上科技奖励（项）', 'awards'],
    ['省级及以上科技计划项目数（项）', 'projects'],
    ['获得风险投资金额（万元）', 'vc'],
    ['失信被执行人', 'dishonest'],
    ['列入经营异常名录', 'abnormal_list'],
    ['近一年重大安全环保事故', 'major_incident'],
    ['资产总额（万元）', 'total_assets'],
    ['负债总额（万元）', 'total_liabilities'],
    ['数据年份', 'data_year'],
    ['所属地域', 'district'],
    ['企业授权', 'authorised'],
    ['首次推荐结果', 'first_result'],
    ['Ⅰ类知识产权数', 'ip_class1'],
    ['二类知识产权数量（件）', 'ip_class2'],
    ['成本费用支出总额（万元）', 'total_cost'],
  ])('%s means %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  test.each([
    ['其中：主营业务收入'],
    ['研发费用加计扣除额'],
    ['有效发明专利（件）'],
    ['发明专利数（件）'],
    ['从业人员平均人数'],
    ['利润总额（万元）'],
    ['营业成本'],
    ['机构研究开发费用'],
    ['联系人'],
  ])('%s means none of the fields', (header) => {
    expect(fieldOf(header)).toBeNull();
  });

  test.each([
    ['qc05_0', 'revenue'],
    ['qc236', 'rd_expense'],
    ['qj20', 'rd_expense'],
    ['qc09', 'hitech_rev'],
    ['qc20_2', 'rd_deduct_tax'],
    ['qc12', 'net_profit'],
    ['qc33', 'net_assets'],
    ['qc24', 'total_assets'],
    ['qc31', 'total_liabilities'],
    ['qc226', 'vc'],
    ['qd01', 'employees'],
    ['qd14', 'fresh_grads'],
    ['qd18', 'postgraduates'],
    ['qj09', 'st_staff'],
    ['qj56', 'inv_app'],
    ['qj55_2', 'pct_app'],
    ['qj80', 'tech_contract'],
  ])('the code %s means %s', (code, field) => {
    expect(index.code(code)?.field.id).toBe(field);
  });

  test('every coded amount is counted in 千元', () => {
    const coded = [...plan.fields.values()].filter(
      (field) => field.codes.length > 0 && field.currency !== null,
    );
    expect(new Set(coded.map((field) => field.codeUnit))).toEqual(new Set(['千元']));
  });
});

describe('techsme-2017', () => {
  const techsme = loadProfile('techsme-2017', [shipped]).plan;

  test('can be run with the eight columns of the form and the code', () => {
    const needed = techsme.reads.filter((id) => techsme.fields.get(id)?.optional === false);
    expect(needed).toEqual([
      'revenue',
      'rd_expense',
      'total_assets',
      'total_cost',
      'employees',
      'st_staff',
      'ip_class1',
      'ip_class2',
    ]);
  });

  test('keeps the maxima of the official table', () => {
    expect(techsme.indicators.map((one) => [one.id, one.weight[0]])).toEqual([
      ['st_staff_ratio', 20],
      ['rd_input', 50],
      ['ip', 30],
    ]);
  });
});

describe('hefei-hightech-2025', () => {
  test('offers ten million online and twenty at the branch', () => {
    expect(plan.offers.map((one) => [one.id, one.provider, one.limits[0]?.text])).toEqual([
      ['loan-online', '工商银行', '1000 万元'],
      ['loan-offline', '工商银行', '2000 万元'],
    ]);
  });

  test('has lists of each kind of outcome', () => {
    expect(plan.lists.map((one) => [one.id, one.kind])).toEqual([
      ['whitelist', 'whitelist'],
      ['second-recommendation', 'referral'],
      ['joint-diagnosis', 'referral'],
      ['nursery', 'pool'],
    ]);
  });
});
