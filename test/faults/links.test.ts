import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  assessWords,
  emptyFolder,
  firms,
  folderIn,
  innopoints,
  profile,
  quoted,
  shell,
  withOldRun,
} from './machine.js';
import { stateOf } from './place.mjs';

// ECOSYSTEM §3, 25: someone lays a link where innopoints will write. What it points to stays as it is.
function victim(): { readonly folder: string; readonly file: string; untouched(): boolean } {
  const folder = emptyFolder();
  const file = join(folder, '会议纪要.txt');
  writeFileSync(file, '不可改动');
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      tool: { name: 'innopoints' },
      outputs: [],
      started: '2026-01-01',
      seconds: 1,
      options: {},
    }),
  );
  const before = stateOf(folder);
  return { folder, file, untouched: () => stateOf(folder) === before };
}
const run = (place: string, ...more: string[]) =>
  shell(`${innopoints} ${assessWords('--period', '2026Q3', '-o', join(place, 'out'), ...more)}`);

test.each([
  ['a folder', [], 4],
  ['a folder', ['--force'], 4],
] as const)('the output is a link to %s (%j)', (_, words, code) => {
  const place = emptyFolder();
  const { folder, untouched } = victim();
  symlinkSync(folder, join(place, 'out'));
  expect(run(place, ...words).code).toBe(code);
  expect(untouched()).toBe(true);
  expect(readlinkSync(join(place, 'out'))).toBe(folder);
});

test.each(['.out.old', '.out.tmp-1073741824', '.out.trash-1073741824', '.out.lock', '.out.lock.break'])(
  '%s is a link to a file or a folder',
  (name) => {
    for (const kind of ['file', 'folder'] as const) {
      const place = withOldRun();
      const attacked = victim();
      symlinkSync(attacked[kind], join(place, name));
      // A dead run's lock, so that the breaker is asked for.
      if (name === '.out.lock.break')
        writeFileSync(
          join(place, '.out.lock'),
          JSON.stringify({ pid: 2 ** 30, host: hostname(), start: '' }),
        );
      const { code } = run(place, '--force');
      expect([0, 4, 5]).toContain(code);
      expect(attacked.untouched()).toBe(true);
      expect(lstatSync(join(place, 'out')).isDirectory()).toBe(true);
    }
  },
);

test('every name of the private folder is guessed, and made a link', () => {
  // The number of the process is known beforehand only to who started it: here the shell, which then becomes innopoints.
  const place = emptyFolder();
  const { folder, file, untouched } = victim();
  const words = assessWords('--period', '2026Q3', '-o', join(place, 'out'));
  const ended = shell(
    `cd ${quoted([place])}; ln -s ${folder} .out.tmp-$$; ln -s ${quoted([file])} .out.lock.new-$$; exec ${innopoints} ${words}`,
  );
  expect(ended.code, ended.stderr).toBe(0);
  expect(untouched()).toBe(true);
  expect(existsSync(join(place, 'out/manifest.json'))).toBe(true);
});

test('a single file is not written through a link', () => {
  const place = emptyFolder();
  const { file, untouched } = victim();
  symlinkSync(file, join(place, 'clean.csv'));
  const words = quoted(['clean', firms, '-p', profile, '-o', join(place, 'clean.csv'), '--force', '-q']);
  expect(shell(`${innopoints} ${words}`).code).toBe(4);
  expect(untouched()).toBe(true);
});

test.each(['/etc', '../elsewhere', '.', '..', 'a/b'])(
  'latest that points to %s is refused, and no run is written',
  (to) => {
    const root = folderIn(emptyFolder(), 'runs');
    symlinkSync(to, join(root, 'latest'));
    const ended = shell(`${innopoints} ${assessWords('--period', '2026Q3', '--runs', root)}`);
    expect(ended.code, ended.stderr).toBe(4);
    expect(readdirSync(root)).toEqual(['latest']);
  },
);

test('a run of a folder of runs that is a link elsewhere is passed over', () => {
  const root = folderIn(emptyFolder(), 'runs');
  const { folder, untouched } = victim();
  symlinkSync(folder, join(root, '2026Q3-case-test-2025'));
  const ended = shell(`${innopoints} ${assessWords('--period', '2026Q3', '--runs', root, '--force')}`);
  expect(ended.code, ended.stderr).toBe(4);
  expect(untouched()).toBe(true);
});

test('what looks like remains of a run, beside names that are none, is left alone', () => {
  const root = folderIn(emptyFolder(), 'runs');
  mkdirSync(join(root, '.会议.tmp-1073741824'));
  writeFileSync(join(root, '.会议.tmp-1073741824/纪要.txt'), '不可改动');
  mkdirSync(join(root, '.2026Q2-case-test-2025.old'));
  writeFileSync(join(root, '.2026Q2-case-test-2025.old/纪要.txt'), '不可改动');
  expect(shell(`${innopoints} ${assessWords('--period', '2026Q3', '--runs', root)}`).code).toBe(0);
  for (const name of ['.会议.tmp-1073741824', '.2026Q2-case-test-2025.old'])
    expect(readFileSync(join(root, name, '纪要.txt'), 'utf8')).toBe('不可改动');
});
