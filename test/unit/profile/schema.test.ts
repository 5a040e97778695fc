import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { printedSchema } from '../../../src/jobs/profile/profile-schema.js';
import { type JsonSchema, profileSchema } from '../../../src/profile/index.js';

const shipped = fileURLToPath(new URL('../../../profiles/', import.meta.url));
const schema = profileSchema();
// Read back, `required` beside no `properties` counts for nothing, so the two alternatives at the root are asked by hand.
const { anyOf: alternatives = [], ...rest } = schema;
const checker = z.fromJSONSchema(rest);
const accepts = (yaml: string): boolean => {
  const value: unknown = parse(yaml);
  const has = (keys: readonly string[] = []) => keys.every((key) => Object.hasOwn(Object(value), key));
  return checker.safeParse(value).success && alternatives.some((one) => has(one.required));
};

const yamlIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const files = [...yamlIn(shipped), ...yamlIn(`${shipped}packs/`).map((name) => `packs/${name}`)];

test('the shipped file is what the command prints', () => {
  expect(readFileSync(`${shipped}profile.schema.json`, 'utf8')).toBe(printedSchema());
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(shipped + file, 'utf8');

  test('is accepted', () => {
    expect(checker.safeParse(parse(text)).error?.issues ?? []).toEqual([]);
    expect(accepts(text)).toBe(true);
  });

  test('begins with the line that tells editors its schema', () => {
    const path = file.startsWith('packs/') ? '../profile.schema.json' : 'profile.schema.json';
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${path}`);
  });
});

const child = `profile: my-zone-2026
name: { zh: 我区 }
extends: national-1.0-2022
in_force: { from: 2026-01-01 }
status: sample
`;

test.each([
  ['a weight over an inherited indicator', 'indicators: [{ id: rd_ratio, weight: { 初创期: 12 } }]'],
  ['an inherited veto taken out', 'vetoes: [{ id: dishonest, remove: true }]'],
  ['an alias for an inherited field', 'fields: { revenue: { aliases: [营收] } }'],
  ['an inherited field taken out', 'fields: { vc: { remove: true } }'],
  [
    'a whole firm',
    'cases: [{ name: 华新传感, firm: { revenue: 1000 万元 }, expect: { total: 4, lists: [] } }]',
  ],
])('a short profile may state %s', (_what, part) => {
  expect(accepts(child + part)).toBe(true);
});

test.each([
  ['an unknown key', `${child}indicator: []`],
  ['an unknown key inside an indicator', `${child}indicators: [{ id: rd_ratio, wieght: 3 }]`],
  ['an entry without an id', `${child}indicators: [{ weight: 3 }]`],
  ['a weight that is text', `${child}indicators: [{ id: rd_ratio, weight: 八分 }]`],
  [
    'a band without its points',
    `${child}indicators: [{ id: a, score: { bands: { at_least: [[30%]], else: 0 } } }]`,
  ],
  ['bands without else', `${child}indicators: [{ id: a, score: { bands: { at_least: [[30%, 5]] } } }]`],
  ['a misspelt word', `${child}vetoes: [{ id: dishonest, unknown: pass }]`],
  ['an alias that is a number', `${child}fields: { revenue: { aliases: [2025] } }`],
  ['remove: false', `${child}vetoes: [{ id: dishonest, remove: false }]`],
  ['a profile without its time', child.replace(/in_force.*\n/, '')],
  ['neither a profile nor a pack', 'name: { zh: 我区 }'],
  ['an id with capitals', child.replace('my-zone-2026', 'My-Zone-2026')],
  ['a case of an unknown answer', `${child}cases: [{ name: 华新传感, firm: {}, expect: { points: 3 } }]`],
])('%s is refused', (_what, yaml) => {
  expect(accepts(yaml)).toBe(false);
});

test('every key says what it is for', () => {
  const bare: string[] = [];
  const visit = (part: JsonSchema, path: string): void => {
    for (const [key, inner] of Object.entries(part.properties ?? {})) {
      if (typeof inner !== 'object') continue;
      if (!inner.description) bare.push(`${path}.${key}`);
      visit(inner, `${path}.${key}`);
    }
    for (const inner of [part.additionalProperties, part.items, ...(part.anyOf ?? [])])
      if (typeof inner === 'object' && !Array.isArray(inner)) visit(inner, path);
  };
  visit(schema, '');
  expect(bare).toEqual([]);
});
