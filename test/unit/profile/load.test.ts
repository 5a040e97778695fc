import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EdgeError } from '../../../src/finding/index.js';
import {
  listProfiles,
  loadProfile,
  planFromYaml,
  runExamples,
  showProfile,
} from '../../../src/profile/index.js';
import { folderOf, indicatorYaml, profileYaml, refusal, shipped, source } from './sample.js';

describe('loadProfile', () => {
  test('takes an id, from the folder named first', () => {
    const first = folderOf({ 'sample-zone-2025': profileYaml('') });
    const second = folderOf({ 'sample-zone-2025': profileYaml('').replace('示例高新区', '别处') });
    expect(loadProfile('sample-zone-2025', [first, second]).plan.name.zh).toBe('示例高新区');
    expect(loadProfile('sample-zone-2025', ['/nowhere', second]).plan.name.zh).toBe('别处');
  });

  test('takes a path, whose neighbours it may extend', () => {
    const folder = folderOf({
      'sample-zone-2025': profileYaml(''),
      park: 'profile: park-2025\nname: 示例园区\nextends: sample-zone-2025\nin_force: { from: 2025-01-01 }\nstatus: sample\n',
    });
    expect(loadProfile(join(folder, 'park.yaml'), []).plan.id).toBe('park-2025');
  });

  test('names the nearest ids of one that is not there, and exits 2', () => {
    const load = () => loadProfile('hefei', [shipped]);
    expect(refusal(load).join()).toContain('是否为「hefei-hightech-2025」');
    expect(load).toThrowError(expect.objectContaining({ exit: 2 }));
    expect(load).toThrowError(EdgeError);
  });

  test('does not leave its folders', () => {
    const folder = folderOf({ secret: profileYaml('') });
    expect(refusal(() => loadProfile('../secret', [join(folder, 'packs')])).join()).toContain(
      '没有名为「../secret」',
    );
  });

  test('holds the file name to the id', () => {
    const folder = folderOf({ other: profileYaml('') });
    expect(refusal(() => loadProfile('other', [folder])).join()).toContain('与文件名 other.yaml 不一致');
  });

  test('refuses what is no text file of a profile', () => {
    const folder = folderOf({ big: '#'.repeat(5_000_001), gbk: '' });
    expect(refusal(() => loadProfile(join(folder, 'big.yaml'), [])).join()).toContain('超过 5 MB');
    expect(refusal(() => loadProfile(join(folder, 'missing.yaml'), [])).join()).toContain('没有这个文件');
    expect(refusal(() => loadProfile('/dev/zero.yaml', [])).join()).toContain('没有这个文件');
    expect(refusal(() => loadProfile(join(folder, 'packs.yaml'), []), 'en').join()).toContain(
      'does not exist',
    );
  });

  test('tells warnings without refusing', () => {
    const yaml = indicatorYaml('years', '{ linear: { full: 5 } }').replace(
      'groups:',
      'groups:\n  - { id: empty, name: 空组 }',
    );
    const { findings } = loadProfile('sample-zone-2025', [folderOf({ 'sample-zone-2025': yaml })]);
    expect(findings.map((one) => [one.id, one.severity])).toEqual([['profile.empty-group', 'warning']]);
  });
});

describe('the resolved profile', () => {
  test.each(['techsme-2017', 'national-1.0-2022', 'hefei-hightech-2025'])(
    'of %s builds the same plan again',
    (id) => {
      const { plan, yaml } = loadProfile(id, [shipped]);
      const again = planFromYaml(yaml, 'profile.yaml');
      expect(JSON.stringify({ ...again, fields: [...again.fields] })).toBe(
        JSON.stringify({ ...plan, fields: [...plan.fields] }),
      );
    },
  );

  test('is the same bytes each time, and its hash is theirs', () => {
    const { plan, yaml } = loadProfile('hefei-hightech-2025', [shipped]);
    expect(loadProfile('hefei-hightech-2025', [shipped]).yaml).toBe(yaml);
    expect(createHash('sha256').update(yaml).digest('hex')).toBe(plan.hash);
    expect(yaml).not.toContain('extends');
  });

  test('does not depend on how the file is laid out', () => {
    const flow = indicatorYaml('years', '{ linear: { full: 5 } }');
    const block = flow
      .replace('score: { linear: { full: 5 } }', 'score:\n      linear:\n        full: 5')
      .replace('missing: zero', '"missing": \'zero\' # 0 分');
    expect(planFromYaml(block, 'b.yaml').hash).toBe(planFromYaml(flow, 'a.yaml').hash);
  });

  test('changes with any figure', () => {
    const at = (full: number) =>
      planFromYaml(indicatorYaml('years', `{ linear: { full: ${full} } }`), 'a.yaml').hash;
    expect(at(5)).not.toBe(at(6));
  });

  test('keeps a code that looks like a number', () => {
    const yaml = profileYaml('').replace('role: id', "role: id, aliases: ['0123', '2025', 'true', 'null']");
    const folder = folderOf({ 'sample-zone-2025': yaml });
    const loaded = loadProfile('sample-zone-2025', [folder]);
    expect(planFromYaml(loaded.yaml, 'again.yaml').fields.get('credit_code')?.aliases).toEqual([
      '0123',
      '2025',
      'true',
      'null',
    ]);
  });
});

describe('listProfiles', () => {
  test('lists each id once, packs not at all, and a broken one with its findings', () => {
    const own = folderOf({
      'hnte-2016': profileYaml('').replace('sample-zone-2025', 'hnte-2016'),
      broken: 'profile: broken\n',
    });
    const entries = listProfiles([own, shipped]);
    const ids = entries.map((one) => one.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.filter((id) => id.includes('pack') || id.includes('fields'))).toEqual([]);
    // Every shipped profile loads (none extends this one); the folder named first wins where two have an id.
    expect(entries.filter((one) => !one.ok).map((one) => one.id)).toEqual(['broken']);
    const broken = entries.find((one) => one.id === 'broken');
    const hnte = entries.find((one) => one.id === 'hnte-2016');
    expect(broken?.ok === false && broken.findings.map((one) => one.id)).toContain('profile.missing-key');
    expect(hnte?.ok === true && hnte.indicators).toBe(0);
  });

  test('is empty where there is no folder', () => {
    expect(listProfiles(['/nowhere'])).toEqual([]);
  });
});

describe('runExamples', () => {
  const loaded = (examples: string, score = '{ linear: { full: 5 } }', value = 'years') =>
    loadProfile('sample-zone-2025', [
      folderOf({
        'sample-zone-2025': indicatorYaml(value, score, `    weight: 10\n    examples: ${examples}\n`),
      }),
    ]);

  test('says where an example does not hold', () => {
    const { results, findings } = runExamples(loaded('[{ years: 1, points: 2 }, { years: 2, points: 5 }]'));
    expect(results.map((one) => [one.ok, one.expected, one.got])).toEqual([
      [true, 2, 2],
      [false, 5, 4],
    ]);
    expect(findings[0]?.at).toMatchObject({ file: 'sample-zone-2025.yaml', line: 26, column: 61 });
  });

  test('rounds as a run does', () => {
    const { results } = runExamples(loaded('[{ years: 1.0025, points: 2.01 }]'));
    expect(results[0]).toMatchObject({ ok: true, got: 2.01 });
  });

  test('a blank value earns 0 only where missing says zero', () => {
    expect(runExamples(loaded('[{ years: null, points: 0 }]')).results[0]?.ok).toBe(true);
    const strict = indicatorYaml(
      'years',
      '{ linear: { full: 5 } }',
      '    examples: [{ years: null, points: null }]\n',
    ).replace('missing: zero', 'missing: finding');
    expect(
      runExamples(loadProfile('sample-zone-2025', [folderOf({ 'sample-zone-2025': strict })])).results[0]?.ok,
    ).toBe(true);
  });

  test('reads money with its unit, dates and the as-of date', () => {
    const money = loaded(
      '[{ 营业收入: 0.1 亿元, rd_expense: 500000 元, points: 5 }]',
      '{ linear: { full: 10% } }',
      'rd_expense / revenue',
    );
    expect(runExamples(money).results[0]).toMatchObject({ ok: true });
  });

  test('ranks within the cohort it names', () => {
    const ranked = loaded(
      '[{ years: 3, cohort: [5, 1, 3], points: 5 }, { years: 3, cohort: [3], points: 0 }]',
      '{ rank: { within: all, min_cohort: 2 } }',
    );
    expect(runExamples(ranked).results.map((one) => one.got)).toEqual([5, 0]);
  });
});

describe('showProfile', () => {
  test('marks what is assumed and names the clause of what is not', () => {
    const { rows } = showProfile(loadProfile('techsme-2017', [shipped]), 'zh');
    // Checks of the common fields give no points, so that they may be assumed.
    expect(rows.filter((row) => row.assumed && row.part !== 'check')).toEqual([]);
    expect(rows[0]).toMatchObject({ id: 'st_staff_ratio', figures: '20', unknown: '缺失退回补充' });
    expect(rows[0]?.source).toContain('国科发政〔2017〕115号');
    const sample = showProfile(loadProfile('national-1.0-2022', [shipped]), 'zh').rows;
    expect(sample.every((row) => row.assumed && row.source.startsWith('假定：'))).toBe(true);
  });

  test('speaks English', () => {
    const { name, rows } = showProfile(loadProfile('techsme-2017', [shipped]), 'en');
    expect(name).toBe('Technology SME evaluation (2017)');
    expect(rows.at(-1)?.rule).toContain('points of');
  });

  test('has every figure: stages, groups, bonus, coverage, grades, shares', () => {
    const yaml = indicatorYaml(
      'years',
      '{ linear: { full: 5 } }',
      `bonus: { cap: 5, source: ${source} }
coverage: { at_least: 60%, source: ${source} }
grades: [{ id: A, top: 7%, source: ${source} }]
offers:
  - { id: loan, kind: loan, name: 积分贷, provider: 示例银行, when: total > 0, limit: 100 万元, risk_shares: { 银行: 57%, 政府: 43% }, source: ${source} }
`,
    ).replace('name: 技术创新 }', `name: 技术创新, min: 0.5, source: ${source} }`);
    const { rows } = showProfile(
      loadProfile('sample-zone-2025', [folderOf({ 'sample-zone-2025': yaml })]),
      'zh',
    );
    expect(rows.map((row) => [row.part, row.figures])).toEqual([
      ['group', '最低 0.5'],
      ['indicator', '1'],
      ['bonus', '5'],
      ['coverage', '60%'],
      ['grade', '名次前 7%'],
      ['offer', '最高 100 万元, 银行 57% 政府 43%'],
    ]);
  });
});
