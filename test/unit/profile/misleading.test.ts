import { expect, test } from 'vitest';
import { EdgeError, renderFinding } from '../../../src/finding/index.js';
import { planFromYaml } from '../../../src/profile/index.js';

// What misled somebody who wrote a profile by the README alone.
const told = (yaml: string): string => {
  try {
    planFromYaml(yaml, 'demo-2026.yaml');
    return '';
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return error.findings.map((one) => renderFinding(one, 'zh')).join('\n');
  }
};

test('a full-width colon is called by its name', () => {
  const text = told('profile: demo-2026\nname: { zh: 演示 }\nstatus：sample\nscale: 100\n');
  expect(text).toContain('冒号是全角「：」');
  expect(text).toContain('demo-2026.yaml:3:1');
});

test.each([
  ['2亿', '2 亿元'],
  ['500万', '500 万元'],
  ['500', '500 万元'],
])('an edge of %s is told how it is written as money: %s', (below, suggestion) => {
  const text = told(`profile: demo-2026
name: { zh: 演示方案, en: Demo }
in_force: { from: 2026-01-01 }
status: sample
scale: 100
fields:
  credit_code: { name: { zh: 统一社会信用代码, en: Credit code }, type: text, role: id }
  revenue: { name: { zh: 营业收入, en: Revenue }, unit: 万元 }
stages:
  by: revenue
  cuts: [{ below: ${below}, stage: 成长期 }, { stage: 稳定期 }]
  source: { assumed: true, reason: 演示用的示例 }
`);
  expect(text).toContain(`请写作 ${suggestion}`);
});
