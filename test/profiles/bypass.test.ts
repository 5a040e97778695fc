import { expect, test } from 'vitest';
import { loadProfile, planFromYaml } from '../../src/profile/index.js';
import { firmsOf } from '../support/firms-builder.js';
import { assess } from '../support/score-of.js';
import { folderOf } from '../unit/profile/sample.js';

const source = 'source: { assumed: true, reason: 示例 }';
const fields = `profile: zone-2025
name: 示例高新区
in_force: { from: 2025-01-01 }
status: sample
fields:
  credit_code: { name: 统一社会信用代码, type: text, role: id }
  mark: { name: 专家评分, unit: 分 }
  award: { name: 科技奖励, type: boolean }
  dishonest: { name: 失信被执行人, type: boolean }
`;
const bypass = `bypass:\n  - { id: award, when: award, text: 获科技奖励, ${source} }\n`;
const veto = `vetoes:\n  - { id: dishonest, bar: dishonest, text: 失信, unknown: pass-with-warning, ${source} }\n`;
const scored = (missing: string, group = '') => `scale: 100
groups: [{ id: g, name: 甲组${group} }]
indicators:
  - { id: x, group: g, name: 某项, value: mark, score: { mark: { of: 100 } }, missing: ${missing}, ${source} }
`;
const white = (when: string) =>
  `lists:\n  - { id: white, kind: whitelist, name: 名单, when: ${when}, ${source} }\n`;
const run = (yaml: string, ...firms: Parameters<typeof firmsOf>[0]) =>
  assess(planFromYaml(fields + yaml, 'zone.yaml'), firmsOf(firms));

test('a veto comes before a bypass', () => {
  const { decisions } = run(scored('finding') + bypass + veto + white('total >= 60 or bypassed'), {
    mark: 90,
    award: true,
    dishonest: true,
  });
  expect(decisions.disposition).toEqual(['vetoed']);
});

test('a bypassed firm is not asked for group minima', () => {
  const rules = scored('zero', `, min: 50, ${source}`) + bypass + white('total >= 0 or bypassed');
  const { decisions } = run(rules, { mark: 10, award: true }, { mark: 10, award: false });
  expect(decisions.disposition).toEqual(['whitelisted', 'below-line']);
});

test('a bypassed firm has no total, no rank and no grade, even with enough points', () => {
  const grades = `grades:\n  - { id: A, at_least: 60, ${source} }\n`;
  const { scores, decisions } = run(scored('finding') + bypass + grades + white('bypassed'), {
    mark: 95,
    award: true,
  });
  expect([scores.total[0], scores.points[0]?.[0], decisions.rank[0], decisions.grade[0]]).toEqual([
    Number.NaN,
    95,
    0,
    -1,
  ]);
});

test('a bypass serves where there are gates only', () => {
  const rules = bypass + veto + white('bypassed');
  const { scores, decisions } = run(
    rules,
    { award: true, dishonest: false },
    { award: false, dishonest: false },
  );
  expect(scores.withheld).toEqual(['bypass', 'gates-only']);
  expect(decisions.disposition).toEqual(['whitelisted', 'below-line']);
});

test('what a bypassed firm lacks is not told, what another lacks is', () => {
  const rules = scored('finding') + bypass + white('total >= 60 or bypassed');
  const { findings, decisions } = run(rules, { mark: null, award: true }, { mark: null, award: null });
  expect(findings.map((one) => [one.id, one.firm])).toEqual([['cell.blank', 1]]);
  expect(decisions.disposition).toEqual(['whitelisted', 'rejected']);
});

test('an offer can read it', () => {
  const offer = `offers:\n  - { id: loan, kind: loan, name: 贷款, when: bypassed, limit: 500 万元, ${source} }\n`;
  const { decisions } = run(
    scored('zero') + bypass + offer,
    { mark: 1, award: true },
    { mark: 99, award: false },
  );
  expect(decisions.offers.map((made) => made.length)).toEqual([1, 0]);
});

test('a region takes an inherited bypass out', () => {
  const base = fields + scored('zero') + bypass;
  const own = `profile: own-2025\nname: 某区\nextends: zone-2025\nin_force: { from: 2025-01-01 }\nstatus: sample\n`;
  const folder = folderOf({
    'zone-2025': base,
    'own-2025': `${own}bypass:\n  - { id: award, remove: true }\n`,
  });
  expect(loadProfile('zone-2025', [folder]).plan.bypasses).toHaveLength(1);
  expect(loadProfile('own-2025', [folder]).plan.bypasses).toEqual([]);
});
