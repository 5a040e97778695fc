import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testProfiles } from '../../../src/jobs/profile/test-profile.js';
import { casesOf, loadProfile } from '../../../src/profile/index.js';
import { folderOf, refusal } from './sample.js';

const why = '{ assumed: true, reason: 演示 }';
const zone = (cases: string) => `profile: sample-zone-2025
name: { zh: 示例高新区, en: Sample zone }
in_force: { from: 2025-01-01 }
status: sample
scale: 10
fields:
  credit_code: { name: 统一社会信用代码, type: text, role: id }
  revenue: { name: { zh: 营业收入, en: Revenue }, unit: 万元 }
  founded: { name: 成立日期, type: date }
  level: { name: 评级, type: text, words: { 一级: [甲], 二级: [乙] } }
  dishonest: { name: 失信被执行人, type: boolean }
stages:
  by: revenue
  cuts: [{ below: 500 万元, stage: 初创期 }, { stage: 成长期 }]
  source: ${why}
groups: [{ id: growth, name: 成长 }]
indicators:
  - { id: revenue, group: growth, name: 营业收入, value: revenue, score: { linear: { full: 1000 万元 } }, weight: 6, missing: finding, source: ${why} }
  - { id: age, group: growth, name: 年限, value: 'years(founded, as_of)', score: { linear: { full: 4 } }, weight: 4, missing: zero, source: ${why} }
vetoes: [{ id: dishonest, bar: dishonest, text: 失信被执行人, unknown: reject, source: ${why} }]
grades: [{ id: A, at_least: 8, source: ${why} }, { id: B, at_least: 0, source: ${why} }]
lists: [{ id: whitelist, kind: whitelist, name: 白名单, when: total >= 6, source: ${why} }]
offers: [{ id: loan, kind: loan, name: 积分贷, when: total >= 8, limit: 500 万元, source: ${why} }]
cases:
${cases}`;

const run = (cases: string) => {
  const folder = folderOf({ 'sample-zone-2025': zone(cases) });
  return testProfiles([join(folder, 'sample-zone-2025.yaml')])[0]!;
};

const sensors =
  'name: 华新传感, as_of: 2025-12-31, firm: { 营业收入: 0.1 亿元, founded: 2023-12-31, dishonest: false }';

describe('a case', () => {
  test('goes through stage, points, grade, lists, vetoes and offers like a firm of a run', () => {
    const all =
      'expect: { stage: 成长期, total: 8, grade: A, disposition: whitelisted, lists: [whitelist], vetoes: [], offers: [loan] }';
    expect(run(`  - { ${sensors}, ${all} }`)).toMatchObject({
      loaded: true,
      cases: 1,
      failed: 0,
      findings: [],
    });
  });

  test('that does not hold names what was expected, what came, and its line', () => {
    const wrong = run(`  - { ${sensors}, expect: { total: 8.5, grade: A, lists: [] } }`);
    expect(wrong.failed).toBe(1);
    expect(wrong.findings).toMatchObject([
      { id: 'profile.case-failed', at: { line: 25 }, args: { what: 'total', expected: 8.5, got: 8 } },
      {
        id: 'profile.case-failed',
        at: { line: 25 },
        args: { what: 'lists', expected: [], got: ['whitelist'] },
      },
    ]);
  });

  test('compares only what it expects', () => {
    expect(run(`  - { ${sensors}, expect: { grade: A } }`).failed).toBe(0);
  });

  test('without a day knows no ages', () => {
    const ageless = sensors.replace('as_of: 2025-12-31, ', '');
    expect(run(`  - { ${ageless}, expect: { total: 6, offers: [] } }`)).toMatchObject({ failed: 0 });
  });

  test('of a firm whose veto is unknown is rejected, as the profile chose', () => {
    const blank = sensors.replace(', dishonest: false', '');
    expect(run(`  - { ${blank}, expect: { total: null, disposition: rejected, lists: [] } }`).failed).toBe(0);
  });

  test('of a barred firm names the veto', () => {
    const barred = sensors.replace('false', 'true');
    expect(
      run(`  - { ${barred}, expect: { disposition: vetoed, vetoes: [dishonest], grade: null } }`).failed,
    ).toBe(0);
  });

  test('does not know its neighbour: each firm is alone', () => {
    const two = `  - { ${sensors}, expect: { total: 8 } }\n  - { ${sensors.replace('华新', '瑞泽')}, expect: { total: 8 } }`;
    expect(run(two)).toMatchObject({ cases: 2, failed: 0 });
  });
});

test.each([
  [
    'a field that there is not',
    `${sensors.replace('founded', 'foundet')}, expect: { total: 8 }`,
    '没有字段「foundet」',
  ],
  [
    'points in the firm',
    `${sensors.replace('firm: {', 'firm: { points: 3,')}, expect: { total: 8 }`,
    '没有字段「points」',
  ],
  [
    'a value without its unit',
    `${sensors.replace('0.1 亿元', "'1000'")}, expect: { total: 8 }`,
    '金额「1000」没有写单位',
  ],
  ['a text for yes or no', `${sensors.replace('false', '否')}, expect: { total: 8 }`, '「否」'],
  [
    'a day that there is not',
    `${sensors.replace('2025-12-31', '2025-02-30')}, expect: { total: 8 }`,
    '「2025-02-30」的写法不对',
  ],
  ['a stage that there is not', `${sensors}, expect: { stage: 成长 }`, '是否为「成长期」？'],
  ['a grade that there is not', `${sensors}, expect: { grade: C }`, '「C」不在可选范围内'],
  ['a list that there is not', `${sensors}, expect: { lists: [whitlist] }`, '是否为「whitelist」？'],
  ['a veto that there is not', `${sensors}, expect: { vetoes: [abnormal] }`, '「abnormal」不在可选范围内'],
  ['an offer that there is not', `${sensors}, expect: { offers: [lean] }`, '是否为「loan」？'],
  ['an answer that there is not', `${sensors}, expect: { score: 8 }`, '没有「score」这个键'],
  ['no answer at all', sensors, '缺少「expect」'],
  [
    'a name used twice',
    `${sensors}, expect: { total: 8 } }\n  - { ${sensors}, expect: { total: 8 }`,
    '用了两次',
  ],
])('a case with %s does not load', (_what, one, message) => {
  const folder = folderOf({ 'sample-zone-2025': zone(`  - { ${one} }`) });
  expect(refusal(() => loadProfile('sample-zone-2025', [folder])).join('\n')).toContain(message);
});

test('a profile takes no cases from the one it extends', () => {
  const folder = folderOf({
    'sample-zone-2025': zone(`  - { ${sensors}, expect: { total: 8 } }`),
    'park-2025':
      'profile: park-2025\nname: 园区\nextends: sample-zone-2025\nin_force: { from: 2025-01-01 }\nstatus: sample\n',
  });
  expect(casesOf(loadProfile('sample-zone-2025', [folder]))).toHaveLength(1);
  expect(casesOf(loadProfile('park-2025', [folder]))).toEqual([]);
});

test('a pack holds no cases', () => {
  const folder = folderOf({
    'sample-zone-2025': zone(`  - { ${sensors}, expect: { total: 8 } }`).replace(
      'status:',
      'extends: packs/words\nstatus:',
    ),
    'packs/words': 'pack: words\nname: 常用\ncases: []\n',
  });
  expect(refusal(() => loadProfile('sample-zone-2025', [folder])).join()).toContain('cases');
});

test('a profile that does not load is told beside those that do', () => {
  const folder = folderOf({ 'sample-zone-2025': zone(`  - { ${sensors}, expect: { total: 8 } }`) });
  const tested = testProfiles(['nowhere-2025', 'sample-zone-2025'], [folder]);
  expect(tested).toMatchObject([
    { profile: 'nowhere-2025', loaded: false, findings: [{ id: 'profile.not-found' }] },
    { profile: 'sample-zone-2025', loaded: true, failed: 0 },
  ]);
});
