import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../../src/profile/index.js';
import { folderOf, profileYaml, refusal, source } from './sample.js';

const national = profileYaml(`groups:
  - { id: innovation, name: 技术创新 }
indicators:
  - id: rd_ratio
    group: innovation
    name: 研发强度
    value: rd_expense / revenue
    unit: '%'
    score: { linear: { full: 10% } }
    weight: 60
    missing: zero
    source: ${source}
  - id: patents
    group: innovation
    name: 发明专利
    value: patents
    score: { linear: { full: 5 } }
    weight: 40
    missing: zero
    source: ${source}
`);

const zone = (more: string) => `profile: zone
name: 示例高新区
extends: sample-zone-2025
in_force: { from: 2025-07-01 }
status: sample
${more}`;

const load = (more: string, files: Readonly<Record<string, string>> = {}) =>
  loadProfile('zone', [folderOf({ 'sample-zone-2025': national, zone: zone(more), ...files })]);

describe('a profile that extends another', () => {
  test('has all of it, under its own name', () => {
    const { plan, document } = load('');
    expect(plan.indicators.map((one) => one.id)).toEqual(['rd_ratio', 'patents']);
    expect([plan.id, plan.name.zh, document.in_force.from]).toEqual(['zone', '示例高新区', '2025-07-01']);
  });

  test('does not take over what a profile says of itself', () => {
    const files = { 'sample-zone-2025': `${national}about: 国家示例\n` };
    expect(load('', files).plan.about).toBeNull();
    expect(
      refusal(() =>
        loadProfile('zone', [folderOf({ ...files, zone: zone('').replace('status: sample\n', '') })]),
      ).join(),
    ).toContain('缺少「status」');
  });

  test('changes one key of an entry and keeps the others', () => {
    const { plan } = load('indicators:\n  - { id: rd_ratio, weight: 50 }\n');
    expect(plan.indicators.map((one) => [one.id, one.weight[0], one.unit])).toEqual([
      ['rd_ratio', 50, '%'],
      ['patents', 40, '件'],
    ]);
  });

  test('adds entries after the inherited ones', () => {
    const extra = `indicators:
  - { id: years, group: innovation, name: 年限, value: years, score: { linear: { full: 5 } }, weight: 5, missing: zero, source: ${source} }
`;
    expect(load(extra).plan.indicators.map((one) => one.id)).toEqual(['rd_ratio', 'patents', 'years']);
  });

  test('takes an entry out', () => {
    const { plan } = load(
      'indicators:\n  - { id: rd_ratio, remove: true }\nfields:\n  mark: { remove: true }\n',
    );
    expect(plan.indicators.map((one) => one.id)).toEqual(['patents']);
    expect(plan.fields.has('mark')).toBe(false);
  });

  test('adds header words to the inherited ones', () => {
    const base = national.replace('unit: 万元 }', 'unit: 万元, aliases: [销售收入] }');
    const { plan } = load('fields:\n  revenue: { aliases: [年营收, 销售收入] }\n', {
      'sample-zone-2025': base,
    });
    expect(plan.fields.get('revenue')?.aliases).toEqual(['销售收入', '年营收']);
  });

  test('takes an inherited header word away with `not`', () => {
    const base = national.replace('unit: 万元 }', 'unit: 万元, aliases: [销售收入] }');
    const more = 'fields:\n  revenue: { not: [销售收入] }\n  sales: { name: 销售收入, unit: 万元 }\n';
    const { plan } = load(more, { 'sample-zone-2025': base });
    expect(plan.fields.get('revenue')?.aliases).toEqual([]);
  });

  test('may stand on several, the last on top', () => {
    const files = {
      'packs/words': 'pack: words\nname: 字段\nfields:\n  revenue: { aliases: [年营收] }\nblanks: [无]\n',
      zone: zone('').replace('extends: sample-zone-2025', 'extends: [sample-zone-2025, packs/words]'),
    };
    const { plan } = load('', files);
    expect(plan.fields.get('revenue')?.aliases).toEqual(['年营收']);
    expect(plan.blanks).toEqual(['无']);
  });

  test('may be extended in turn', () => {
    const park = zone('indicators:\n  - { id: patents, weight: 30 }\n')
      .replace('profile: zone', 'profile: park')
      .replace('sample-zone-2025', 'zone');
    const folder = folderOf({
      'sample-zone-2025': national,
      zone: zone('indicators:\n  - { id: rd_ratio, weight: 50 }\n'),
      park,
    });
    expect(loadProfile('park', [folder]).plan.indicators.map((one) => one.weight[0])).toEqual([50, 30]);
  });
});

describe('a finding names the file that is to be mended', () => {
  test('the inherited one', () => {
    const broken = national.replace('full: 10%', 'full: 10');
    expect(refusal(() => load('', { 'sample-zone-2025': broken })).join()).toMatch(
      /^sample-zone-2025\.yaml:23:30：/,
    );
  });

  test('the own one', () => {
    const told = refusal(() => load('indicators:\n  - { id: rd_ratio, score: { linear: { full: 10 } } }\n'));
    expect(told.join()).toMatch(/^zone\.yaml:7:46：/);
  });

  test('both, where one contradicts the other', () => {
    const told = refusal(() => load('fields:\n  sales: { name: 销售额, unit: 万元, aliases: [营业收入] }\n'));
    expect(told.join()).toMatch(/^zone\.yaml:7:.*首次出现于 sample-zone-2025\.yaml:8:/);
  });
});

describe('refusals', () => {
  test('the same new id twice in one file', () => {
    const one = `{ id: years, group: innovation, name: 年限, value: years, score: { linear: { full: 5 } }, weight: 5, missing: zero, source: ${source} }`;
    expect(refusal(() => load(`indicators:\n  - ${one}\n  - ${one}\n`)).join()).toContain(
      '编号「years」用了两次',
    );
  });

  test('the same inherited id twice in one file', () => {
    const told = refusal(() =>
      load('indicators:\n  - { id: patents, weight: 30 }\n  - { id: patents, weight: 20 }\n'),
    );
    expect(told.join('\n')).toContain('zone.yaml:8:');
  });

  test('taking out and changing at once', () => {
    expect(
      refusal(() => load('indicators:\n  - { id: patents, remove: true, weight: 20 }\n')).join(),
    ).toContain('remove 用法不对');
  });

  test('a circle', () => {
    const files = { 'sample-zone-2025': national.replace('status: sample', 'status: sample\nextends: zone') };
    expect(refusal(() => load('', files)).join()).toContain('zone.yaml → sample-zone-2025.yaml → zone.yaml');
  });

  test('a chain that is too long', () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 12; n++) files[`step-${n}`] = `pack: step-${n}\nname: 示例\nextends: step-${n + 1}\n`;
    const told = refusal(() =>
      loadProfile('zone', [folderOf({ ...files, zone: zone('').replace('sample-zone-2025', 'step-0') })]),
    );
    expect(told.join()).toContain('继承超过 8 层');
  });

  test('a path instead of an id', () => {
    for (const id of ['../zone', '/etc/passwd', 'packs/../zone', 'a/b/c', './zone', 'C:\\zone']) {
      const told = refusal(() =>
        loadProfile('zone', [folderOf({ zone: zone('').replace('sample-zone-2025', `'${id}'`) })]),
      );
      expect(told.join()).toContain('不是方案编号');
    }
  });

  test('an id that no folder has, with the nearest', () => {
    const told = refusal(() => load('', { zone: zone('').replace('sample-zone-2025', 'sample-zone-2024') }));
    expect(told.join()).toContain('是否为「sample-zone-2025」');
  });
});
