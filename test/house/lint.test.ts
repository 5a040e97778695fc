import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/workbench.js';

// The linter and the compiler, as `npm test` calls them, see what they are there to see.
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'innopoints-lint-'));
  for (const part of ['biome.json', 'tsconfig.json', 'package.json'])
    cpSync(join(root, part), join(copy, part));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'src/score'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const said = (tool: string, ...args: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return stdout + stderr;
};
const plant = (name: string, text: string) => writeFileSync(join(copy, 'src/score', name), text);

const sins = [
  ['noExplicitAny', 'export const points = (firm: any): number => firm.total;'],
  ['noDefaultExport', 'export default 60;'],
  ['noConsole', "export const tell = (): void => console.log('华新传感');"],
  ['noUnusedVariables', 'const line = 60;\nexport const other = 61;'],
  ['noUnusedImports', "import { join } from 'node:path';\nexport const one = 1;"],
  ['useImportType', "import { Stats } from 'node:fs';\nexport type Size = Stats['size'];"],
  [
    'noFloatingPromises',
    'const save = async (): Promise<void> => {};\nexport const run = (): void => {\n  save();\n};',
  ],
  ['format', 'export const   points = 60'],
] as const;

test('the linter sees each kind of trouble that it is there for', () => {
  for (const [rule, text] of sins) plant(`${rule}.ts`, `${text}\n`);
  plant('clean.ts', 'export const points = 60;\n');
  const told = said(
    '@biomejs/biome/bin/biome',
    'check',
    '--vcs-enabled=false',
    '--max-diagnostics=none',
    'src',
  );
  for (const [rule] of sins)
    expect(told, rule).toMatch(new RegExp(`score/${rule}\\.ts\\S* (?:lint/\\w+/)?${rule}\\b`));
  expect(told).not.toContain('clean.ts');
});

const errors = [
  [
    'a value that may be absent',
    'export const first = (all: readonly number[]): number => all[0];',
    'TS2322',
  ],
  ['an option set to undefined', "export const run: { lang?: 'zh' } = { lang: undefined };", 'TS2375'],
  ['an argument of no type', 'export const total = (points) => points;', 'TS7006'],
  [
    'a case that falls through',
    'export const f = (n: number): number => {\n  switch (n) {\n    case 1:\n      n++;\n    default:\n      return n;\n  }\n};',
    'TS7029',
  ],
] as const;

test('the compiler is strict', () => {
  for (const [at, [, text]] of errors.entries()) plant(`error-${at}.ts`, `${text}\n`);
  const told = said('typescript/bin/tsc', '-p', '.', '--noEmit');
  for (const [at, [what, , code]] of errors.entries())
    expect(told, what).toMatch(new RegExp(`error-${at}\\.ts\\(\\d+,\\d+\\): error ${code}:`));
  expect(told).not.toContain('clean.ts');
});
