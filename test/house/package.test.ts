import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/workbench.js';

// What is handed on: the same bytes wherever it was built, and nothing that does not run.
let room: string;
let copy: string;
let here: Packed;

const run = (command: string, args: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: room, npm_config_update_notifier: 'false' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
};

beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'innopoints-package-'));
  // Deeper, with a blank and Chinese in its path; and what an older build left.
  copy = join(room, '另一个 文件夹/innopoints');
  const parts = ['src', 'bin', 'profiles', 'samples', 'README.md', 'package.json', 'tsconfig.json'];
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'dist/program'), { recursive: true });
  writeFileSync(join(copy, 'dist/program/intake-AAAAAAAA.js'), 'export {};\n');
  run(process.execPath, [join(copy, 'bin/build.js')], room);
  here = pack(root);
});

afterAll(() => rmSync(room, { recursive: true, force: true }));

interface Packed {
  readonly integrity: string;
  readonly paths: readonly string[];
}

/** The package as it would be written: npm packs it and tells its hash. */
const pack = (project: string): Packed => {
  const [{ integrity, files }] = JSON.parse(
    run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], project),
  ) as [{ integrity: string; files: { path: string }[] }];
  return { integrity, paths: files.map(({ path }) => path) };
};

// The first is dist/ as it stands: where that is older than src/, `npm run build` comes first.
test('npm pack in two folders gives the same bytes, and a byte more gives others', () => {
  const there = pack(copy);
  expect(there).toEqual(here);
  writeFileSync(join(copy, 'dist/program/LICENCES.txt'), ' ', { flag: 'a' });
  const changed = pack(copy);
  expect(changed.paths).toEqual(here.paths);
  expect(changed.integrity).not.toBe(here.integrity);
});

const runs = [
  /^(?:package\.json|README\.md|bin\/innopoints\.js)$/,
  /^dist\/program\/(?:cli|library|[\w.-]+-[\w-]{8})\.js$/,
  /^dist\/program\/LICENCES\.txt$/,
  /^dist\/types\/[\w/-]+\.d\.ts$/,
  /^profiles\/(?:packs\/|tables\/)?[\w.-]+\.(?:yaml|json)$/,
  /^samples\/(?:gaoxin-2026Q3\.(?:csv|xlsx)|story\/[\w-]+\.(?:csv|yaml|sh)|cron\/(?:crontab|innopoints\.yaml))$/,
];
const idle = (paths: readonly string[]) => paths.filter((path) => !runs.some((one) => one.test(path)));

test('the package holds only what runs', () => {
  expect(here.paths.length).toBeGreaterThan(150);
  expect(idle(here.paths)).toEqual([]);
});

test.each([
  'src/cli/main.ts',
  'test/house/package.test.ts',
  'dist/program/cli.js.map',
  'dist/types/jobs/index.d.ts.map',
  'samples/older-run/2026Q3/manifest.json',
  'node_modules/xlsx/xlsx.mjs',
  '.npmrc',
])('%s would be caught', (path) => {
  expect(idle([path])).toEqual([path]);
});

/** Files of the program that no import reaches. */
const unreached = (paths: readonly string[]): string[] => {
  const reached = new Set(['dist/program/cli.js', 'dist/program/library.js', 'dist/program/LICENCES.txt']);
  for (const path of reached)
    for (const [, name] of readFileSync(join(root, path), 'utf8').matchAll(
      /["']\.\/([\w.-]+-[\w-]{8}\.js)["']/g,
    ))
      reached.add(`dist/program/${name}`);
  return paths.filter((path) => path.startsWith('dist/program/') && !reached.has(path));
};

test('every file of the program is reached from the command or the door: no older build is carried along', () => {
  expect(unreached(here.paths)).toEqual([]);
  expect(unreached(['dist/program/intake-AAAAAAAA.js'])).toEqual(['dist/program/intake-AAAAAAAA.js']);
});
