import { describe, expect, test } from 'vitest';
import { loadProfile, planFromYaml, showProfile } from '../../../src/profile/index.js';
import {
  folderOf,
  indicatorYaml,
  planOf,
  profileYaml,
  refusal,
  refusalOf,
  shipped,
  source,
} from './sample.js';

const check = (id: string, hold: string, more = 'severity: warning') =>
  `  - { id: ${id}, hold: ${hold}, ${more}, text: { zh: 研发费用一般不超过营业收入, en: R&D rarely exceeds revenue }, source: ${source} }\n`;
const checks = `checks:\n${check('rd-within-revenue', 'rd_expense <= revenue')}`;

describe('a check', () => {
  test('keeps its relation, severity, text in both languages, and source', () => {
    const [one] = planOf(checks).checks;
    expect([one?.id, one?.hold.reads, one?.severity]).toEqual([
      'rd-within-revenue',
      ['rd_expense', 'revenue'],
      'warning',
    ]);
    expect([one?.text.en, one?.source]).toEqual([
      'R&D rarely exceeds revenue',
      { assumed: true, reason: '示例' },
    ]);
  });

  test('makes no column needed', () => {
    const yaml = indicatorYaml('patents', '{ linear: { full: 5 } }', `    weight: 5\n${checks}`);
    expect(planFromYaml(yaml, 'sample.yaml').reads).toEqual(['patents']);
  });

  test('may be written in Chinese, and read the as-of date', () => {
    const plan = planOf(
      `checks:\n${check('age', '"years(date(\\"2000-01-01\\"), as_of) >= 成立年限"', 'severity: error')}`,
    );
    expect(plan.checks[0]?.hold.reads).toEqual(['as_of', 'years']);
  });

  test('stands in the resolved profile, alone enough to build the plan again', () => {
    const loaded = loadProfile('zone', [
      folderOf({ zone: profileYaml(checks).replace('sample-zone-2025', 'zone') }),
    ]);
    expect(planFromYaml(loaded.yaml, 'profile.yaml').checks).toEqual(loaded.plan.checks);
  });

  test('is shown with its rule, and what becomes of a firm', () => {
    const loaded = loadProfile('techsme-2017', [shipped]);
    const row = showProfile(loaded, 'zh').rows.find((one) => one.id === 'rd-within-revenue');
    expect([row?.part, row?.name, row?.rule, row?.unknown, row?.assumed]).toEqual([
      'check',
      '研发费用一般不超过营业收入',
      '研发费用 ≤ 营业收入',
      '不符时提示',
      true,
    ]);
  });
});

describe('inherited checks', () => {
  const pack = (more: string) => `pack: words\nname: 示例字段\n${more}`;
  const zone = (more: string) =>
    profileYaml(more).replace('status: sample', 'status: sample\nextends: packs/words');
  const load = (own: string, inherited = checks) =>
    loadProfile('sample-zone-2025', [
      folderOf({ 'packs/words': pack(inherited), 'sample-zone-2025': zone(own) }),
    ]);

  test('come from a pack, own ones after them', () => {
    const { plan } = load(`checks:\n${check('enough', 'patents >= 0')}`);
    expect(plan.checks.map((one) => one.id)).toEqual(['rd-within-revenue', 'enough']);
  });

  test('are changed key by key under their id', () => {
    const { plan } = load('checks:\n  - { id: rd-within-revenue, severity: error }\n');
    expect(plan.checks.map((one) => [one.severity, one.hold.text])).toEqual([
      ['error', 'rd_expense <= revenue'],
    ]);
  });

  test('are taken out', () => {
    expect(load('checks:\n  - { id: rd-within-revenue, remove: true }\n').plan.checks).toEqual([]);
  });

  test('that are not there cannot be taken out', () => {
    const told = refusal(() => load('checks:\n  - { id: rd-in-revenue, remove: true }\n'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('是否为「rd-within-revenue」');
  });

  test('of a field that is taken out are told in the file that states them', () => {
    const told = refusal(() => load('', checks.replace('rd_expense', 'hitech_rev')));
    expect(told[0]).toMatch(/^packs\/words\.yaml:4:36：没有叫「hitech_rev」的字段/);
  });
});

test('the same id twice is refused', () => {
  expect(refusalOf(profileYaml(`${checks}${check('rd-within-revenue', 'revenue >= 0')}`)).join()).toContain(
    '编号「rd-within-revenue」用了两次',
  );
});

test('half a source is refused', () => {
  const half = checks.replace(source, '{ assumed: true }');
  expect(refusalOf(profileYaml(half)).join()).toContain('出处只写了「assumed」');
});

test('a pack holds no indicators', () => {
  const pack = `pack: words\nname: 示例字段\n${checks}indicators: []\n`;
  const own = profileYaml('').replace('status: sample', 'status: sample\nextends: packs/words');
  const told = refusal(() =>
    loadProfile('sample-zone-2025', [folderOf({ 'packs/words': pack, 'sample-zone-2025': own })]),
  );
  expect(told.join()).toContain('字段包里不能写「indicators」');
  expect(told.join()).toContain('「checks」');
});

test('the common fields state what is a part of what', () => {
  const { plan } = loadProfile('hefei-hightech-2025', [shipped]);
  expect(plan.checks.map((one) => [one.id, one.severity, one.hold.text])).toEqual([
    ['rd-within-revenue', 'warning', 'rd_expense <= revenue'],
    ['rd-within-revenue-prior', 'warning', 'rd_expense_prior <= revenue_prior or revenue_prior = 0'],
    ['hitech-within-revenue', 'warning', 'hitech_rev <= revenue'],
    ['assets-over-net', 'warning', 'net_assets <= total_assets'],
    ['st-staff-within-employees', 'error', 'st_staff <= employees'],
    ['postgraduates-within-employees', 'error', 'postgraduates <= employees'],
    ['founded-by-then', 'error', 'founded <= as_of'],
  ]);
  expect(plan.reads).not.toContain('founded');
});

test('an official profile rejects a firm by a check of its own text only', () => {
  const { plan } = loadProfile('techsme-2017', [shipped]);
  const severe = plan.checks.filter(
    (one) => one.severity === 'error' && one.hold.reads.every((field) => plan.reads.includes(field)),
  );
  expect(severe.map((one) => [one.id, 'document' in one.source])).toEqual([
    ['st-staff-within-employees', true],
  ]);
});
