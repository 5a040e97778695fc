import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { indexFields } from '../../src/match/field-index.js';
import { readHeader } from '../../src/match/read-header.js';
import { loadProfile } from '../../src/profile/index.js';

const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));

function fieldOf(profile: string, header: string): string | null {
  const index = indexFields(loadProfile(profile, [shipped]).plan, 2025);
  const keys = readHeader(header, 2025).keys;
  return keys.map((key) => index.find(key)?.field.id).find((id) => id !== undefined) ?? null;
}

test.each([
  ['innovative-sme-2022', '主营业务收入（万元）', 'main_revenue'],
  ['innovative-sme-2022', '其中：主营业务收入', 'main_revenue'],
  ['innovative-sme-2022', '上年主营业务收入（万元）', 'main_revenue_prior'],
  ['innovative-sme-2022', '营业收入（万元）', 'revenue'],
  ['innovative-sme-2022', 'Ⅰ类高价值知识产权数（件）', 'ip_class1_high'],
  ['innovative-sme-2022', '自主研发Ⅰ类知识产权数', 'ip_class1_self'],
  ['innovative-sme-2022', '是否属于战略性新兴产业', 'strategic_emerging'],
  ['innovative-sme-2022', '近三年新增股权融资总额（万元）', 'equity_3y'],
  ['srdi-2022', '近2年主营业务收入平均增长率', 'main_growth_2y'],
  ['srdi-2022', '从事特定细分市场时间（年）', 'niche_years'],
  ['srdi-2022', '近2年新增股权融资总额（万元）', 'equity_2y'],
  ['srdi-2022', '数字化水平', 'digital_level'],
  ['srdi-2022', '研发机构级别', 'rd_org_level'],
  ['srdi-2022', '是否拥有自主品牌', 'own_brand'],
  ['littlegiant-2022', '主导产品全国细分市场占有率', 'market_share'],
  ['littlegiant-2022', '管理体系认证或产品认证', 'certified'],
  ['hnte-2016', '近三年研究开发费用总额（万元）', 'rd_3y'],
  ['hnte-2016', '科技成果转化能力得分', 'mark_conversion'],
  ['national-2.0-2025', '知识产权总数（件）', 'ip_total'],
  ['sichuan-2025', '科研黑名单', 'research_blacklist'],
  ['hubei-knowledge-2025', '知识产权得分', 'kv_ip'],
  ['ningbo-etc-2026', '研究开发仪器设备原值（万元）', 'rd_equipment'],
])('%s: %s is %s', (profile, header, field) => {
  expect(fieldOf(profile, header)).toBe(field);
});

test.each([
  ['innovative-sme-2022', '主营业务收入占比'],
  ['srdi-2022', '主营业务收入增长率'],
  ['hnte-2016', '知识产权总数'],
])('%s: %s is none of its fields', (profile, header) => {
  expect(fieldOf(profile, header)).toBeNull();
});
