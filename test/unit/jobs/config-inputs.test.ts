import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { expandInputs, nameFits } from '../../../src/jobs/config/config-inputs.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'innopoints-inputs-'));
  for (const name of ['in/2026Q3', 'in/.旧', 'elsewhere']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of [
    'in/蜀山.xlsx',
    'in/包河.xlsx',
    'in/~$包河.xlsx',
    'in/.包河.xlsx',
    'in/说明.txt',
    'in/2026Q3/庐阳.csv',
    'in/.旧/瑶海.csv',
    'elsewhere/庐江.csv',
  ])
    writeFileSync(join(folder, name), '');
  symlinkSync('../elsewhere', join(folder, 'in/link'));
});
const expand = async (...patterns: string[]) =>
  (await expandInputs(patterns, folder)).map((path) => relative(folder, path));

test.each([
  ['every workbook, but the hidden and the open ones', 'in/*.xlsx', ['in/包河.xlsx', 'in/蜀山.xlsx']],
  ['one character', 'in/??.xlsx', ['in/包河.xlsx', 'in/蜀山.xlsx']],
  ['any depth, hidden and linked folders left out', '**/*.csv', ['elsewhere/庐江.csv', 'in/2026Q3/庐阳.csv']],
  ['a linked folder that is named', 'in/link/*.csv', ['in/link/庐江.csv']],
  ['upwards and back', './in/../in/蜀*', ['in/蜀山.xlsx']],
  ['a name without a star, whether it is there or not', 'in/没有.xlsx', ['in/没有.xlsx']],
])('%s', async (_, pattern, paths) => {
  expect(await expand(pattern)).toEqual(paths);
});

test('a file that two patterns mean is read once', async () => {
  expect(await expand('in/蜀*.xlsx', 'in/*.xlsx')).toEqual(['in/蜀山.xlsx', 'in/包河.xlsx']);
});

test('an absolute pattern', async () => {
  expect(await expand(`${folder}/in/蜀*`)).toEqual(['in/蜀山.xlsx']);
});

test.each(['in/*.xls', 'nowhere/*', '**/x*.csv'])('%s fits nothing: exit 3', async (pattern) => {
  await expect(expand('in/*.xlsx', pattern)).rejects.toMatchObject({
    exit: 3,
    findings: [{ id: 'file.glob-empty', args: { pattern } }],
  });
});

test('the same letters composed otherwise, as macOS writes them, fit', () => {
  expect(nameFits('Zürich.csv'.normalize('NFD'), 'Zür*.csv'.normalize('NFC'))).toBe(true);
});

test('a pattern of many stars against a long name takes no time', () => {
  const start = performance.now();
  expect(nameFits('a'.repeat(10_000), `${'*a'.repeat(50)}b`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(10_000);
});
