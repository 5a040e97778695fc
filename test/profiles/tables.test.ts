import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EdgeError } from '../../src/finding/index.js';
import { loadFields, loadProfile } from '../../src/profile/index.js';

// Words of the tables that stand beside the firms': shipped ones load, and a region may state its own.
const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));
const tables = readdirSync(join(shipped, 'tables')).map((file) => file.replace('.yaml', ''));
const core = loadProfile('national-1.0-2022', [shipped]).plan;

test.each(tables)('tables/%s loads, and no header of it means the code or the name of a firm', (table) => {
  const fields = loadFields(`tables/${table}`, [shipped]);
  const firm = [core.idField, core.nameField!].flatMap((id) => {
    const { name, aliases } = core.fields.get(id)!;
    return [id, name.zh, ...aliases];
  });
  for (const { name, aliases } of fields.values())
    expect([name.zh, ...aliases].filter((one) => firm.includes(one))).toEqual([]);
});

test.each(tables)('every field of tables/%s has a name in both languages', (table) => {
  for (const { name } of loadFields(`tables/${table}`, [shipped]).values()) {
    expect(name.zh).toMatch(/\p{Script=Han}/u);
    expect(name.en).not.toMatch(/\p{Script=Han}/u);
  }
});

const own = (yaml: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  mkdirSync(join(folder, 'tables'));
  writeFileSync(join(folder, 'tables/roster.yaml'), yaml);
  return folder;
};

test('a region’s own words go before the shipped ones', () => {
  const folder = own(
    'pack: roster\nname: { zh: 名册 }\nfields:\n  district: { name: { zh: 片区 }, type: text }\n',
  );
  expect(loadFields('tables/roster', [folder, shipped]).get('district')?.name.zh).toBe('片区');
});

test.each([
  ['a misspelt key', 'fields:\n  district: { name: { zh: 片区 }, typ: text }\n', 'profile.unknown-key'],
  [
    'a field twice named',
    'fields:\n  a: { name: { zh: 片区 } }\n  b: { name: { zh: 片区 } }\n',
    'profile.spelling-taken',
  ],
  ['no YAML', 'fields: [\n', 'profile.yaml'],
])('%s in it is told with its line', (_, yaml, id) => {
  const folder = own(`pack: roster\nname: { zh: 名册 }\n${yaml}`);
  try {
    loadFields('tables/roster', [folder, shipped]);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    expect(error.exit).toBe(2);
    expect(error.findings.map((one) => one.id).join()).toContain(id);
  }
});

test('words that nobody has are not found', () => {
  expect(() => loadFields('tables/rooster', [shipped])).toThrow('profile.not-found');
});
