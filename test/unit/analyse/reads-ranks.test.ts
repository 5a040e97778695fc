import { expect, test } from 'vitest';
import { readsRanks } from '../../../src/analyse/reassess.js';
import { planFromYaml } from '../../../src/profile/index.js';

// One firm alone would come first on any ranked list: such a plan needs the whole run.
const planWith = (list: string) =>
  planFromYaml(
    `profile: demo-2025
name: { zh: 演示方案, en: Demo }
in_force: { from: 2025-01-01 }
status: sample
scale: 100
fields:
  credit_code: { name: { zh: 统一社会信用代码, en: Credit code }, type: text, role: id }
  rd_expense: { name: { zh: 研发费用, en: R&D expense }, unit: 万元 }
groups: [{ id: all, name: { zh: 全部, en: All } }]
indicators:
  - id: rd
    group: all
    name: { zh: 研发费用, en: R&D expense }
    value: rd_expense
    score: { linear: { full: 100 万元 } }
    weight: 100
    missing: zero
    source: { assumed: true, reason: 演示用的示例 }
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单, en: Whitelist }, ${list}, source: { assumed: true, reason: 演示用的示例 } }
`,
    'demo-2025.yaml',
  );

test.each([
  ['when: total >= 60', false],
  ['when: rank <= 100', true],
  ['when: total >= 60, top: 100', true],
])('%s: %s', (list, expected) => {
  expect(readsRanks(planWith(list))).toBe(expected);
});
