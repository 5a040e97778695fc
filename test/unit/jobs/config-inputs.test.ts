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

test('no star leads into a folder that innopoints wrote: its lists are no firms that filed', async () => {
  const run = 'runs/2026Q2-demo';
  mkdirSync(join(folder, run, 'by/蜀山区'), { recursive: true });
  mkdirSync(join(folder, 'runs/填报'));
  writeFileSync(
    join(folder, run, 'manifest.json'),
    '{ "format": 1, "tool": { "name": "innopoints", "version": "0.1.0" } }',
  );
  for (const name of [`${run}/whitelist.xlsx`, `${run}/by/蜀山区/pool.xlsx`, 'runs/填报/长丰.xlsx'])
    writeFileSync(join(folder, name), '');
  symlinkSync('2026Q2-demo', join(folder, 'runs/latest'));
  expect(await expand('runs/**/*.xlsx')).toEqual(['runs/填报/长丰.xlsx']);
  expect(await expand('runs/*/*.xlsx')).toEqual(['runs/填报/长丰.xlsx']);
  expect(await expand('**/*.xlsx')).not.toContain(`${run}/whitelist.xlsx`);
  // Named, it is meant.
  expect(await expand(`${run}/white*.xlsx`)).toEqual([`${run}/whitelist.xlsx`]);
  expect(await expand('runs/latest/*.xlsx')).toEqual(['runs/latest/whitelist.xlsx']);
});

test('a folder that is there and cannot be listed is told: it may hold a district', async () => {
  symlinkSync('庐江', join(folder, '庐江'));
  await expect(expand('庐江/*.csv')).rejects.toMatchObject({
    exit: 3,
    findings: [{ id: 'file.cannot-read', args: { code: 'ELOOP' } }],
  });
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
