import { expect, test } from 'vitest';
import { EdgeError, renderFinding } from '../../../src/finding/index.js';
import { planFromYaml } from '../../../src/profile/index.js';

// What `profile show` and reasons print may be written: 总分, 等级, 技术创新得分.
const planWith = (when: string, fields = '') =>
  planFromYaml(
    `profile: demo-2025
name: { zh: 演示方案, en: Demo }
in_force: { from: 2025-01-01 }
status: sample
scale: 100
fields:
  credit_code: { name: { zh: 统一社会信用代码, en: Credit code }, type: text, role: id }
  rd_expense: { name: { zh: 研发费用, en: R&D expense }, unit: 万元 }
${fields}
groups: [{ id: innovation, name: { zh: 技术创新, en: Innovation } }]
indicators:
  - id: rd
    group: innovation
    name: { zh: 研发投入, en: R&D }
    value: 研发费用
    score: { linear: { full: 100 万元 } }
    weight: 100
    missing: zero
    source: { assumed: true, reason: 演示用的示例 }
grades:
  - { id: A, at_least: 80, source: { assumed: true, reason: 演示用的示例 } }
  - { id: B, at_least: 0, source: { assumed: true, reason: 演示用的示例 } }
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单, en: Whitelist }, when: '${when}', source: { assumed: true, reason: 演示用的示例 } }
`,
    'demo-2025.yaml',
  ).lists[0]!.when.reads;

test.each([
  ['总分 >= 60', ['total']],
  ['等级 = "A" 且 名次 <= 100', ['grade', 'rank']],
  ['基准日 >= 2025-06-30', ['as_of']],
  ['技术创新得分 >= 50 and 研发投入得分 > 0', ['group_innovation', 'points_rd']],
])('%s', (when, reads) => {
  expect(planWith(when)).toEqual(reads);
});

test('a field of that name comes first', () => {
  const field = '  self_total: { name: { zh: 总分, en: Own total } }';
  expect(planWith('总分 >= 60', field)).toEqual(['self_total']);
});

test('a slip in such a name is told with the name', () => {
  let said = '';
  try {
    planWith('总份 >= 60');
  } catch (error) {
    if (error instanceof EdgeError) said = error.findings.map((one) => renderFinding(one, 'zh')).join('\n');
  }
  expect(said).toContain('没有叫「总份」的字段。是否为「总分」？');
});
