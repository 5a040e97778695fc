import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { manifestJsonSchema, readManifest } from '../../../src/report/index.js';
import { demoBench } from '../../support/demo-firms.js';
import { root } from '../../support/workbench.js';

// The schema that is printed and the manifests that are written are the same thing.
let manifest: Record<string, unknown>;
let identified: Record<string, unknown>;
let printed: string;
beforeAll(() => {
  const bench = demoBench().csv('失信.csv', [['统一社会信用代码'], ['91340199MA1007919N']]);
  const words = 'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 -o run -q --veto dishonest=失信.csv';
  const outcome = bench.innopoints(words);
  expect(outcome.code, outcome.stderr).toBe(0);
  manifest = JSON.parse(bench.read('run/manifest.json')) as Record<string, unknown>;
  const schemes = 'identify firms.xlsx -p demo-2025.yaml -p techsme-2017 --period 2026Q3 -q';
  expect(bench.innopoints(`${schemes} -o before`).code).toBe(0);
  expect(bench.innopoints(`${schemes} -o now --previous before`).code).toBe(0);
  identified = JSON.parse(bench.read('now/manifest.json')) as Record<string, unknown>;
  printed = bench.innopoints('verify --schema').stdout;
});

const holds = (value: unknown): boolean =>
  z.fromJSONSchema(JSON.parse(printed) as z.core.JSONSchema.JSONSchema).safeParse(value).success;

test('a real manifest holds to the schema that verify --schema prints', () => {
  expect(JSON.parse(printed)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  expect(holds(manifest)).toBe(true);
  expect(readManifest(JSON.stringify(manifest)).kind).toBe('read');
});

test('so does that of an identification with one before, and that of the older run', () => {
  expect(holds(identified)).toBe(true);
  expect(readManifest(JSON.stringify(identified)).kind).toBe('identified');
  const older = readFileSync(join(root, 'samples/older-run/2026Q3/manifest.json'), 'utf8');
  expect(holds(JSON.parse(older))).toBe(true);
});

test.each([
  ['no schemes', { schemes: [] }],
  ['firms of no standing', { schemes: [{ id: 'techsme-2017', status: 'official', lacking: [], firms: {} }] }],
  ['a last identification without its hash', { previous: { period: '2026Q2' } }],
  ['the firms of an assessment', { firms: { total: 6, byDisposition: {} } }],
])('an identification with %s does not hold', (_, change) => {
  const wrong = JSON.parse(JSON.stringify({ ...identified, ...change })) as unknown;
  expect(holds(wrong)).toBe(false);
  expect(readManifest(JSON.stringify(wrong)).kind).toBe('damaged');
});

test.each([
  ['no period', { period: undefined }],
  ['an as-of that is no day', { asOf: '2026Q3' }],
  ['a hash that is none', { inputs: [{ file: 'firms.xlsx', bytes: 1, sha256: 'abc' }] }],
  ['a count below zero', { findings: { 'cell.blank': -1 } }],
  ['an output without a name', { outputs: [{ bytes: 1 }] }],
])('%s does not hold', (_, change) => {
  const wrong = JSON.parse(JSON.stringify({ ...manifest, ...change })) as unknown;
  expect(holds(wrong)).toBe(false);
  expect(readManifest(JSON.stringify(wrong)).kind).toBe('damaged');
});

/** Keys of a value that the schema does not name, as paths. */
function unnamed(value: unknown, schema: z.core.JSONSchema.JSONSchema, path = ''): string[] {
  if (Array.isArray(value)) {
    const items = schema.items as z.core.JSONSchema.JSONSchema;
    return value.flatMap((one) => unnamed(one, items, `${path}[]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const of = (schema.anyOf?.find((one) => typeof one === 'object' && one.type === 'object') ??
    schema) as z.core.JSONSchema.JSONSchema;
  // Findings and reasons are keyed by id.
  if (of.properties === undefined) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = of.properties?.[key];
    return typeof known === 'object' ? unnamed(inner, known, `${path}.${key}`) : [`${path}.${key}`];
  });
}

test('every key of a real manifest is named in the schema', () => {
  const [assessment, identification] = manifestJsonSchema().anyOf as z.core.JSONSchema.JSONSchema[];
  expect(unnamed(manifest, assessment!)).toEqual([]);
  expect(unnamed({ ...manifest, plus: 1 }, assessment!)).toEqual(['.plus']);
  expect(unnamed(identified, identification!)).toEqual([]);
  expect(unnamed({ ...identified, plus: 1 }, identification!)).toEqual(['.plus']);
});

test('what a later version adds is read and passed over', () => {
  expect(readManifest(JSON.stringify({ ...manifest, added: true })).kind).toBe('read');
});
