import { describe, expect, test } from 'vitest';
import {
  diffProfiles,
  flatOf,
  inForceFrom,
  type LoadedProfile,
  lintProfile,
  loadProfile,
  profileIds,
  starterOf,
} from '../../../src/profile/index.js';
import { folderOf, profileYaml, shipped, source } from './sample.js';

const head = { id: 'my-zone-2026', from: '2026-01-01', schema: null };
const loadAs = (text: string, more: Readonly<Record<string, string>> = {}): LoadedProfile =>
  loadProfile('my-zone-2026', [folderOf({ 'my-zone-2026': text, ...more }), shipped]);

describe.each(profileIds([shipped]))('upon %s', (id) => {
  const parent = loadProfile(id, [shipped]);

  test('a starter has the same rules', () => {
    expect(diffProfiles(parent, loadAs(starterOf(parent, head)), 'zh').sameRules).toBe(true);
  });

  test('a starter lints without an error', () => {
    const found = lintProfile(loadAs(starterOf(parent, head)), null);
    expect(found.filter((one) => one.severity === 'error')).toEqual([]);
  });

  test('a flat copy has the same rules and sources', () => {
    const diff = diffProfiles(parent, loadAs(flatOf(parent, head)), 'zh');
    expect(diff).toMatchObject({ sameRules: true, sources: [] });
  });

  test('what is commented out loads once its # is deleted', () => {
    const starter = starterOf(parent, head);
    const shown = starter.replace(/^#(?! \S)/gm, '');
    expect(shown).not.toBe(starter);
    expect(loadAs(shown).document.cases).toHaveLength(1);
  });
});

test('a figure changed in the starter is the only rule that differs', () => {
  const parent = loadProfile('hefei-hightech-2025', [shipped]);
  const mine = loadAs(starterOf(parent, head).replace('{ id: C, at_least: 60', '{ id: C, at_least: 62'));
  const changes = diffProfiles(parent, mine, 'zh').changes.filter(({ part }) => part === 'grades');
  expect(changes.flatMap(({ id, facts }) => facts.map(({ from, to }) => `${id} ${from} ${to}`))).toEqual([
    'C 60 62',
  ]);
});

test('comments of a starter speak both languages', () => {
  const parent = loadProfile('techsme-2017', [shipped]);
  const comments = starterOf(parent, head)
    .split('\n')
    .filter((line) => line.startsWith('# '));
  expect(comments.some((line) => /[一-鿿]/.test(line))).toBe(true);
  expect(comments.some((line) => /^# [ -~]+$/.test(line))).toBe(true);
});

test('a name with a line break stays inside its comment', () => {
  const parent = loadProfile('sample-zone-2025', [
    folderOf({
      'sample-zone-2025': profileYaml(
        `lists: [{ id: white, kind: whitelist, name: "白名单\\nstatus: official", when: certified, source: ${source} }]\n`,
      ),
    }),
  ]);
  const text = starterOf(parent, head);
  expect(text).toContain('# 白名单 status: official');
  expect(loadAs(text, { 'sample-zone-2025': parent.yaml }).plan.status).toBe('sample');
});

test('the schema beside it stands in the first line', () => {
  const parent = loadProfile('techsme-2017', [shipped]);
  expect(starterOf(parent, { ...head, schema: 'profile.schema.json' })).toMatch(
    /^# yaml-language-server: \$schema=profile\.schema\.json\n/,
  );
});

test.each([
  ['my-zone-2026', '2026-01-01'],
  ['my-zone', '2022-09-01'],
  ['zone-20261', '2022-09-01'],
])('%s is in force from %s', (id, from) => {
  expect(inForceFrom(id, '2022-09-01')).toBe(from);
});
