import { expect, test } from 'vitest';
import { EdgeError, renderFinding } from '../../../src/finding/index.js';
import { loadProfile, planFromYaml } from '../../../src/profile/index.js';
import { shipped } from './sample.js';

// What misled somebody who wrote a profile by the README alone.
const told = (yaml: string): string => refusedBy(() => planFromYaml(yaml, 'demo-2026.yaml'));

const refusedBy = (load: () => unknown): string => {
  try {
    load();
    return '';
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return error.findings.map((one) => renderFinding(one, 'zh')).join('\n');
  }
};

test.each([
  ['name: { zh: 演示 }\nstatus：sample\nscale: 100\n', '3:1'],
  ['name: { zh：演示 }\nstatus: sample\n', '2:9'],
  ['name：{ zh: 演示 }\nstatus: sample\n', '2:1'],
  ['bonus: { source：{ assumed: true } }\n', '2:17'],
])('a full-width colon is called by its name: %s', (yaml, at) => {
  const text = told(`profile: demo-2026\n${yaml}`);
  expect(text).toContain('冒号是全角「：」');
  expect(text).toContain(`demo-2026.yaml:${at}：`);
  expect(text.split('冒号是全角')).toHaveLength(2);
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

test('an id that no profile has is told without a place in a file that is none', () => {
  expect(refusedBy(() => loadProfile('srdi-2021', [shipped]))).toBe(
    'srdi-2021：没有名为「srdi-2021」的评价方案。是否为「srdi-2022」？用 innopoints profile list 查看全部',
  );
});

const weighed = (weight: string, stages: string): string =>
  told(`profile: demo-2026
name: { zh: 演示方案, en: Demo }
in_force: { from: 2026-01-01 }
status: sample
scale: 100
fields:
  credit_code: { name: { zh: 统一社会信用代码, en: Credit code }, type: text, role: id }
  revenue: { name: { zh: 营业收入, en: Revenue }, unit: 万元 }
${stages}
groups: [{ id: growth, name: { zh: 成长经营, en: Growth } }]
indicators:
  - id: revenue_size
    group: growth
    name: { zh: 营业收入, en: Revenue }
    value: revenue
    score: { linear: { full: 5000 万元 } }
    weight: ${weight}
    missing: zero
    source: { assumed: true, reason: 演示用的示例 }
`);
const threeStages = `stages:
  by: revenue
  cuts: [{ below: 100 万元, stage: 种子期 }, { below: 2000 万元, stage: 成长期 }, { stage: 稳定期 }]
  source: { assumed: true, reason: 演示用的示例 }`;

test.each([
  ['one for each stage', '[200, 150, 100]', threeStages, '{ 种子期: 200, 成长期: 150, 稳定期: 100 }'],
  ['fewer than stages', '[200, 150]', threeStages, '{ 种子期: …, 成长期: …, 稳定期: … }'],
  ['without stages', '[100]', '', '8 的样子'],
])('weights in a list, %s, are told in a form to copy', (_what, weight, stages, form) => {
  expect(weighed(weight, stages)).toContain(`请写成 weight: ${form}`);
});

test('a case may say that a firm has no stage', () => {
  const loaded = told(
    `profile: demo-2026
name: { zh: 演示方案, en: Demo }
in_force: { from: 2026-01-01 }
status: sample
scale: 100
fields:
  credit_code: { name: { zh: 统一社会信用代码, en: Credit code }, type: text, role: id }
cases:
  - name: 没有营业收入的企业
    firm: { credit_code: 91330100799655058B }
    expect: { stage: null, disposition: rejected }
`,
  );
  expect(loaded).toBe('');
});
