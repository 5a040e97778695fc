import { describe, expect, test } from 'vitest';
import {
  diffProfiles,
  type LoadedProfile,
  loadProfile,
  type ProfileDiff,
} from '../../../src/profile/index.js';
import { folderOf, profileYaml, shipped, source } from './sample.js';

const zone = profileYaml(`stages:
  by: revenue
  cuts: [{ below: 500 万元, stage: 初创期 }, { stage: 成长期 }]
  source: ${source}
groups: [{ id: innovation, name: 技术创新 }]
indicators:
  - id: rd_ratio
    group: innovation
    name: { zh: 研发强度, en: R&D intensity }
    value: rd_expense / revenue
    unit: '%'
    score: { linear: { full: 10% } }
    weight: { 初创期: 60, 成长期: 50 }
    missing: zero
    source: ${source}
    examples: [{ rd_expense: 5, revenue: 100, stage: 初创期, points: 30 }]
vetoes: [{ id: certified, bar: not certified, text: 不是高新技术企业, unknown: veto, source: ${source} }]
grades: [{ id: A, at_least: 50, source: ${source} }]
lists:
  - { id: white, kind: whitelist, name: 白名单, when: total >= 30 and certified, source: ${source} }
  - { id: near, kind: referral, name: 推荐, when: total < 30, source: ${source} }
offers: [{ id: loan, kind: loan, name: 积分贷, when: total >= 30, limit: 500 万元, source: ${source} }]
`);

const load = (text: string): LoadedProfile =>
  loadProfile('sample-zone-2025', [folderOf({ 'sample-zone-2025': text })]);

/** From the zone to the same with one piece written otherwise. */
function changed(from: string, to: string, lang: 'zh' | 'en' = 'zh'): ProfileDiff {
  if (!zone.includes(from)) throw new Error(`the zone does not say ${from}`);
  return diffProfiles(load(zone), load(zone.replace(from, to)), lang);
}

const told = ({ changes }: ProfileDiff): string[] =>
  changes.flatMap(({ part, id, change, facts }) =>
    change === 'changed'
      ? facts.map(({ what, at, from, to }) => `${part} ${id} ${what} ${at}: ${from} → ${to}`)
      : [`${part} ${id} ${change}`],
  );

describe('is no difference', () => {
  test.each([
    ['blanks in a formula', 'rd_expense / revenue', 'rd_expense/revenue'],
    ['a field by its Chinese name', 'rd_expense / revenue', '研发费用 / 营业收入'],
    ['a percentage as a fraction', 'full: 10%', 'full: 0.1'],
    ['an amount in another unit', 'below: 500 万元', 'below: 0.05 亿元'],
    ['the order of keys', 'weight: { 初创期: 60, 成长期: 50 }', 'weight: { 成长期: 50, 初创期: 60 }'],
    ['a full-width sign', 'total >= 30 and certified', 'total ≥ 30 且 certified'],
    ['a limit in another unit', 'limit: 500 万元', 'limit: 0.05亿元'],
    ['a name without English', 'name: 积分贷', 'name: { zh: 积分贷 }'],
    ['a comment', 'grades:', '# 等级\ngrades:'],
  ])('%s', (_, from, to) => {
    expect(changed(from, to)).toMatchObject({ same: true, sameRules: true, changes: [], sources: [] });
  });

  test('the order of lists', () => {
    const [white, near] = zone.split('\n').filter((line) => line.includes('kind: '));
    expect(changed(`${white}\n${near}`, `${near}\n${white}`).same).toBe(true);
  });
});

describe('is told with its part, from and to', () => {
  test.each([
    ['初创期: 60', '初创期: 70', 'indicators rd_ratio weight 初创期: 60 → 70'],
    ['full: 10%', 'full: 8%', 'indicators rd_ratio score : 按比例计分，10% 得满分 → 按比例计分，8% 得满分'],
    [
      'rd_expense / revenue',
      'rd_expense / (revenue + 1 万元)',
      'indicators rd_ratio value : 研发费用 / 营业收入 → 研发费用 / (营业收入 + 1 万元)',
    ],
    ['missing: zero', 'missing: finding', 'indicators rd_ratio missing : zero → finding'],
    [
      'below: 500 万元',
      'below: 400 万元',
      'stages stages cuts : 初创期：营业收入 < 500 万元；成长期：其余 → 初创期：营业收入 < 400 万元；成长期：其余',
    ],
    ['unknown: veto', 'unknown: reject', 'vetoes certified unknown : veto → reject'],
    ['at_least: 50', 'at_least: 55', 'grades A at_least : 50 → 55'],
    ['when: total < 30', 'when: total < 20', 'lists near when : 总分 < 30 → 总分 < 20'],
    ['limit: 500 万元', 'limit: 600 万元', 'offers loan limit : 500 万元 → 600 万元'],
    ['limit: 500 万元, ', '', 'offers loan limit : 500 万元 → null'],
    ['scale: sum', 'scale: sum\ndecimals: 1', 'profile profile decimals : 2 → 1'],
    [
      '{ 一级: [甲], 二级: [乙] }',
      '{ 一级: [甲] }',
      'fields level words : { 一级: [ 甲 ], 二级: [ 乙 ] } → { 一级: [ 甲 ] }',
    ],
    ['name: 积分贷', 'name: 科创贷', 'offers loan name : 积分贷 → 科创贷'],
  ])('%s → %s', (from, to, line) => {
    const diff = changed(from, to);
    expect(told(diff)).toEqual([line]);
    expect(diff).toMatchObject({ same: false, sameRules: false });
  });

  test('in English too', () => {
    expect(told(changed('full: 10%', 'full: 8%', 'en'))).toEqual([
      'indicators rd_ratio score : in proportion, full marks at 10% → in proportion, full marks at 8%',
    ]);
  });
});

test('an entry that is new or gone is told whole', () => {
  expect(told(changed('id: near', 'id: nursery'))).toEqual(['lists near removed', 'lists nursery added']);
});

test('another source is told, and changes no rule', () => {
  const diff = changed(
    `at_least: 50, source: ${source}`,
    'at_least: 50, source: { document: 高新区〔2025〕3号, clause: 第五条 }',
  );
  expect(diff).toMatchObject({ same: false, sameRules: true, changes: [] });
  expect(diff.sources).toEqual([
    { part: 'grades', id: 'A', name: '', from: '假定：示例', to: '高新区〔2025〕3号，第五条' },
  ]);
});

test('examples that differ in nothing but a figure are told, and change no rule', () => {
  const diff = changed('rd_expense: 5, revenue: 100, stage', 'rd_expense: 6, revenue: 120, stage');
  expect(told(diff)).toEqual(['indicators rd_ratio examples : 1 → 1（内容不同）']);
  expect(diff.sameRules).toBe(true);
});

test('a run’s resolved profile does not differ from the profile it came from', () => {
  const loaded = loadProfile('hefei-hightech-2025', [shipped]);
  const saved = loadProfile('hefei-hightech-2025', [folderOf({ 'hefei-hightech-2025': loaded.yaml })]);
  expect(diffProfiles(loaded, saved, 'zh').same).toBe(true);
});
