import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindOf, renderFinding } from '../../../src/finding/index.js';
import { lintProfile, listProfiles, loadProfile } from '../../../src/profile/index.js';
import { folderOf, shipped } from './sample.js';

const why = '{ assumed: true, reason: 分值未公开，为示例 }';

/** A profile in which nothing is wrong: each test takes one thing out or puts one in. */
const sound = `profile: sample-zone-2025
name: { zh: 示例高新区, en: Sample zone }
in_force: { from: 2025-01-01, to: 2026-12-31 }
status: sample
scale: 10
fields:
  credit_code: { name: 统一社会信用代码, type: text, role: id }
  revenue: { name: { zh: 营业收入, en: Revenue }, unit: 万元 }
  rd_expense: { name: 研发费用, unit: 万元 }
  level: { name: 评级, type: text, words: { 一级: [甲], 二级: [乙] } }
stages:
  by: revenue
  cuts: [{ below: 500 万元, stage: 初创期 }, { stage: 成长期 }]
  source: ${why}
groups: [{ id: innovation, name: 技术创新 }]
indicators:
  - id: rd_ratio
    group: innovation
    name: { zh: 研发强度, en: R&D intensity }
    value: rd_expense / revenue
    unit: '%'
    score: { bands: { at_least: [[6%, 6], [3%, 4]], else: 0 } }
    weight: 6
    missing: zero
    source: ${why}
    examples: [{ rd_expense: 60, revenue: 1000, points: 6 }, { rd_expense: 30, revenue: 1000, points: 4 }]
  - id: level
    group: innovation
    name: { zh: 评级, en: Level }
    value: level
    score: { lookup: { words: { 一级: 4, 二级: 2 } } }
    missing: zero
    source: ${why}
    examples: [{ level: 一级, points: 4 }]
grades: [{ id: A, at_least: 8, source: ${why} }, { id: B, at_least: 0, source: ${why} }]
lists:
  - { id: whitelist, kind: whitelist, name: 白名单, when: total >= 6, source: ${why} }
`;

const lint = (yaml: string, asOf: string | null = null) => {
  const folder = folderOf({ 'sample-zone-2025': yaml });
  return lintProfile(loadProfile(join(folder, 'sample-zone-2025.yaml'), []), asOf);
};

/** Of each finding its id and the text that stands where it points. */
const told = (yaml: string, asOf: string | null = null): readonly string[] =>
  lint(yaml, asOf).map(({ id, at }) => {
    if (!('excerpt' in at)) return id;
    const { excerpt = '', column, length = 0 } = at;
    return `${id} ${excerpt.slice(column - 1, column - 1 + length)}`;
  });

const changed = (from: string, to: string): string => {
  if (!sound.includes(from)) throw new Error(`the sound profile does not hold ${from}`);
  return sound.replace(from, to);
};
const indicator = (value: string, score: string) =>
  changed(
    'grades:',
    `  - id: more
    group: innovation
    name: 另一项
${value === '' ? '' : `    value: ${value}\n`}    score: ${score}
    weight: 0.5
    missing: zero
    source: ${why}
    examples: [{ revenue: 1, points: 0 }]
grades:`,
  ).replace('scale: 10', 'scale: 10.5');

test('a sound profile has nothing to be told', () => {
  expect(told(sound)).toEqual([]);
});

describe.each(listProfiles([shipped]).map((one) => one.id))('%s', (id) => {
  test('lints clean', () => {
    expect(lintProfile(loadProfile(id, [shipped]), null).map((one) => renderFinding(one, 'zh'))).toEqual([]);
  });
});

test.each<[what: string, yaml: string, found: string]>([
  [
    'an id without its year',
    changed('sample-zone-2025', 'sample-zone'),
    'profile.id-without-year sample-zone',
  ],
  [
    'a field that nothing reads',
    changed('  level: {', '  patents: { name: 发明专利, unit: 件 }\n  level: {'),
    'profile.field-unused patents',
  ],
  [
    'headers that differ in case only',
    changed('unit: 万元 }\n  level', 'unit: 万元, aliases: [REVENUE] }\n  level'),
    'profile.spelling-shared REVENUE',
  ],
  ['a spelling of two words', changed('二级: [乙]', '二级: [乙, 甲]'), 'profile.spelling-of-two-words 甲'],
  [
    'a text field of yes and no',
    changed(
      '二级: [乙] }',
      '二级: [乙] } }\n  certified: { name: 高新技术企业, type: text, words: { 是: [], 否: [] }',
    ).replace('when: total >= 6', 'when: total >= 6 and certified = "是"'),
    'profile.yes-no-as-text words',
  ],
  [
    'a line above the highest total',
    changed('when: total >= 6', 'when: total >= 60'),
    'profile.never-holds total >= 60',
  ],
  [
    'a line above what one indicator gives',
    changed('when: total >= 6', 'when: points_level > 4'),
    'profile.never-holds points_level > 4',
  ],
  [
    'conditions that contradict each other',
    changed('when: total >= 6', 'when: total >= 6 and total < 5'),
    'profile.never-holds total >= 6 and total < 5',
  ],
  [
    'a grade above the highest total',
    changed('at_least: 8', 'at_least: 80'),
    'profile.grade-out-of-reach 80',
  ],
  [
    'a stage that does not exist',
    changed('when: total >= 6', 'when: \'total >= 6 and stage = "成长"\''),
    `profile.word-unmatched 'total >= 6 and stage = "成长"'`,
  ],
  [
    'a word that the field does not have',
    changed('when: total >= 6', 'when: \'total >= 6 and level in ("一级", "三级")\''),
    `profile.word-unmatched 'total >= 6 and level in ("一级", "三级")'`,
  ],
  [
    'a word that a condition under by cannot meet',
    indicator(
      'revenue',
      '{ by: [{ when: level = "三级", linear: { full: 1 万元 } }, { linear: { full: 2 万元 } }] }',
    ),
    'profile.word-unmatched level = "三级"',
  ],
  [
    'a word that one of several conditions of a list cannot meet',
    changed('when: total >= 6', 'when: [total >= 6, { hold: level = "三级", text: 评级为三级 }]'),
    'profile.word-unmatched level = "三级"',
  ],
  [
    'a name where the field holds codes',
    changed('  level:', '  industry: { name: 行业代码, type: text, aliases: [行业] }\n  level:').replace(
      'when: total >= 6',
      'when: \'total >= 6 and 行业 in ("65", "软件")\'',
    ),
    `profile.word-for-code 'total >= 6 and 行业 in ("65", "软件")'`,
  ],
  [
    'a word that earns nothing',
    changed('words: { 一级: 4, 二级: 2 }', 'words: { 一级: 4 }'),
    'profile.words-unscored { 一级: 4 }',
  ],
  ['a better band that earns less', changed('[3%, 4]]', '[3%, 6.5]]'), 'profile.band-rises [6%, 6]'],
  [
    'two bands that earn the same',
    changed('[3%, 4]]', '[3%, 6]]').replace('points: 4 }]\n  - id: level', 'points: 6 }]\n  - id: level'),
    'profile.band-idle [6%, 6]',
  ],
  [
    'no example',
    changed('    examples: [{ level: 一级, points: 4 }]\n', ''),
    'profile.no-examples id: level',
  ],
  [
    'a reason that is none',
    changed(
      'grades: [{ id: A, at_least: 8, source: { assumed: true, reason: 分值未公开，为示例 }',
      'grades: [{ id: A, at_least: 8, source: { assumed: true, reason: 示例 }',
    ),
    'profile.empty-source { assumed: true, reason: 示例 }',
  ],
  [
    'a document that is none',
    changed(
      'total >= 6, source: { assumed: true, reason: 分值未公开，为示例 }',
      'total >= 6, source: { document: 待补 }',
    ),
    'profile.empty-source { document: 待补 }',
  ],
  [
    'a case that an earlier one takes',
    indicator(
      '',
      '{ cases: [{ when: revenue >= 1 万元, points: 0.2 }, { when: revenue >= 4 万元, points: 0.5 }, { points: 0 }] }',
    ),
    'profile.never-reached revenue >= 4 万元',
  ],
  [
    'cases without a rest',
    indicator(
      '',
      '{ cases: [{ when: revenue > 4 万元, points: 0.5 }, { when: revenue > 1 万元, points: 0.2 }] }',
    ),
    'profile.no-rest revenue > 1 万元',
  ],
  [
    'a condition that no firm meets',
    indicator('', '{ cases: [{ when: revenue > 4 万元 and revenue < 1 万元, points: 0.5 }, { points: 0 }] }'),
    'profile.never-holds revenue > 4 万元 and revenue < 1 万元',
  ],
  [
    'a cap that never cuts',
    changed('name: 技术创新 }', `name: 技术创新, cap: 12, source: ${why} }`),
    'profile.cap-idle 12',
  ],
  [
    'coverage without reweight',
    changed('grades:', `coverage: { at_least: 50%, source: ${why} }\ngrades:`),
    'profile.coverage-idle coverage',
  ],
  [
    'an indicator that weighs nothing',
    indicator('revenue', '{ linear: { full: 100 万元 } }')
      .replace('weight: 0.5', 'weight: 0')
      .replace('10.5', '10'),
    'profile.weighs-nothing 0',
  ],
  [
    'stages that differ under scale: sum',
    changed('scale: 10', 'scale: sum')
      .replace('weight: 6', 'weight: { 初创期: 6, 成长期: 5 }')
      .replaceAll('revenue: 1000, points', 'revenue: 1000, stage: 初创期, points'),
    'profile.stages-differ sum',
  ],
  [
    'stages without a rest',
    changed('{ stage: 成长期 }', '{ below: 900 万元, stage: 成长期 }'),
    'profile.no-rest 900 万元',
  ],
  [
    'a stage that an earlier cut takes',
    changed('  by: revenue\n  cuts: [{ below: 500 万元,', '  cuts: [{ when: revenue < 500 万元,').replace(
      '{ stage: 成长期 }',
      '{ when: revenue < 100 万元, stage: 种子期 }, { stage: 成长期 }',
    ),
    'profile.never-reached revenue < 100 万元',
  ],
])('%s is told at its place', (_what, yaml, found) => {
  expect(told(yaml)).toEqual([found]);
});

describe('in an official profile', () => {
  const official = sound
    .replace('status: sample', 'status: official')
    .replaceAll(why, '{ document: 示高新〔2025〕1号 }');

  test('an edge on which no example stands is told', () => {
    expect(told(official)).toEqual([]);
    expect(told(official.replace('rd_expense: 30,', 'rd_expense: 31,'))).toEqual(['profile.edge-unshown 3%']);
  });

  test('an assumed figure is an error', () => {
    const [one, ...others] = lint(official.replace('{ document: 示高新〔2025〕1号 }', why));
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'profile.assumed-in-official', severity: 'error' });
  });
});

describe('a day', () => {
  test.each([
    ['2024-12-31', ['profile.not-in-force 2025-01-01']],
    ['2025-01-01', []],
    ['2026-12-31', []],
    ['2027-01-01', ['profile.not-in-force 2026-12-31']],
  ])('%s', (day, found) => {
    expect(told(sound, day)).toEqual(found);
  });

  test('is not asked unless it is given: no clock is read', () => {
    expect(told(sound.replace('2026-12-31', '2025-01-02'))).toEqual([]);
  });
});

test('a field that a pack brings and nothing reads is not told', () => {
  const folder = folderOf({
    'sample-zone-2025': sound.replace('status: sample', 'status: sample\nextends: packs/words'),
    'packs/words': 'pack: words\nname: 常用\nfields: { patents: { name: 发明专利, unit: 件 } }\n',
  });
  expect(lintProfile(loadProfile('sample-zone-2025', [folder]), null)).toEqual([]);
});

test('an assumption behind twenty figures is told once', () => {
  expect(told(sound.replaceAll(why, '{ assumed: true, reason: 待定 }'))).toHaveLength(1);
});

test('whatever lint can tell stands in the catalogue in both languages', () => {
  const [one] = lint(changed('when: total >= 6', 'when: total >= 60'));
  expect(renderFinding(one!, 'zh')).toContain('没有企业能满足「total >= 60」；total 最低 0、最高 10');
  expect(renderFinding(one!, 'en')).toContain(
    'no firm can meet "total >= 60"; total is 0 at least, 10 at most',
  );
  expect(kindOf(one!.id)?.severity).toBe('warning');
});
