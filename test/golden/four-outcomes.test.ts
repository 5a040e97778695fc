import { expect, test } from 'vitest';
import { transcript, workbench } from '../support/workbench.js';

// A missing column, a wrong unit, a blank and a zero are four different outcomes (DESIGN rules 1 and 9).
const profile = `profile: demo-2025
name: { zh: 演示方案, en: Demo }
extends: packs/core-fields
in_force: { from: 2025-01-01 }
status: sample
scale: 100
groups: [{ id: innovation, name: { zh: 创新 } }]
indicators:
  - id: rd_ratio
    group: innovation
    name: { zh: 研发费用占营业收入的比例 }
    value: rd_expense / revenue
    unit: '%'
    score: { linear: { full: 10% } }
    weight: 100
    missing: zero
    source: { assumed: true, reason: 演示 }
    examples: [{ rd_expense: 50, revenue: 1000, points: 50 }]
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单 }, when: total >= 60, source: { assumed: true, reason: 演示 } }
`;

const run = (header: readonly string[], row: readonly (string | number | null)[]) => {
  const bench = workbench().file('demo-2025.yaml', profile).csv('firms.csv', [header, row]);
  const outcome = bench.innopoints(
    'assess firms.csv -p demo-2025.yaml --period 2025 -o out --format csv --headers id --quiet',
  );
  return transcript(bench, outcome, 'out/assessment.csv', 'out/findings.csv');
};
const code = '91340199MA1007919N';

test('a missing column stops the run and says what it costs', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发支出'],
    ['华新传感', code, 1000, 80],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/missing-column.txt');
});

test('a wrong unit stops the run', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（人）', '研发费用（万元）'],
    ['华新传感', code, 1000, 80],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/wrong-unit.txt');
});

test('a blank earns nothing, with a warning', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    ['华新传感', code, 1000, null],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/blank.txt');
});

test('a zero is a value', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    ['华新传感', code, 1000, 0],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/zero.txt');
});
