import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  assessWords,
  binary,
  emptyFolder,
  firms,
  folderIn,
  innopoints,
  preload,
  profile,
  quoted,
  shell,
  withOldRun,
} from './machine.js';
import { stateOf } from './place.mjs';

// ECOSYSTEM §3, 7 and 8. Each would hang or never end where it were read as it is.
const folder = emptyFolder();
const pipe = join(folder, 'pipe');
shell(`mkfifo ${quoted([pipe])}`);
const odd = {
  absent: join(folder, '没有.csv'),
  pipe,
  folder: folderIn(folder, 'a.csv'),
  endless: '/dev/zero',
};
const out = ['--period', '2026Q3', '-o', join(folder, 'out')];

const places: Readonly<Record<string, { readonly exit: number; words(path: string): string }>> = {
  'an input': { exit: 3, words: (path) => assessWords(...out).replace(firms, path) },
  'last year’s file': { exit: 3, words: (path) => assessWords(...out, '--prior', path) },
  'a bureau’s list': { exit: 3, words: (path) => assessWords(...out, '--veto', `dishonest=${path}`) },
  'a roster': { exit: 3, words: (path) => assessWords(...out, '--roster', path) },
  'a profile': { exit: 2, words: (path) => assessWords(...out).replace(profile, path) },
  'a mapping': { exit: 2, words: (path) => assessWords(...out, '--mapping', path) },
  'a configuration': { exit: 2, words: (path) => quoted(['assess', '--config', path]) },
};

test.each(Object.entries(places))('%s that is no file is refused at once', (_, { exit, words }) => {
  for (const [kind, path] of Object.entries(odd)) {
    const from = performance.now();
    const ended = shell(`${innopoints} ${words(path)}`);
    expect([kind, ended.code], ended.stderr).toEqual([kind, exit]);
    expect(performance.now() - from).toBeLessThan(5_000);
  }
});

test('standard input may be a pipe', () => {
  const ended = shell(
    `cat ${firms} | ${innopoints} ${assessWords('--period', '2026Q3', '-o', '-').replace(firms, '-')}`,
  );
  expect(ended.code, ended.stderr).toBe(0);
});

/** Some chunks long. */
const manyFirms = `${readFileSync(firms, 'utf8')}${'示例科技有限公司,91330108MA2700015Y,12345.67,1100.25\n'.repeat(40_000)}`;

test.each<readonly [string, string, (path: string) => void]>([
  ['appended to', 'take', (path) => appendFileSync(path, '示例,1,1,1\n')],
  [
    'replaced',
    'take',
    (path) => {
      writeFileSync(`${path}.new`, manyFirms.replaceAll('12345.67', '76543.21'));
      renameSync(`${path}.new`, path);
    },
  ],
  ['written over', 'take', (path) => writeFileSync(path, manyFirms.replaceAll('12345.67', '76543.21'))],
  ['cut short', 'take', (path) => writeFileSync(path, manyFirms.slice(0, 1_100_000))],
  ['removed', 'open', (path) => renameSync(path, `${path}.away`)],
])('an input that is %s while it is read is exit 3, and the old run stands', async (_, call, change) => {
  const place = withOldRun();
  const inputs = folderIn(place, 'in');
  const path = join(inputs, 'firms.csv');
  writeFileSync(path, manyFirms);
  const before = stateOf(join(place, 'out'));
  const fault = { root: inputs, kind: 'PAUSE', nth: 2, only: [call], pause: 60_000, told: true };
  const child = spawn(
    process.execPath,
    [
      ...['--import', preload('inject.mjs'), binary, 'assess', path, '-p', profile, '--period', '2026Q3'],
      ...['--format', 'csv', '--no-html', '-q', '-o', join(place, 'out'), '--force'],
    ],
    {
      env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', INNOPOINTS_FAULT: JSON.stringify(fault) },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  const closed = once(child, 'close');
  while (!stderr.includes('standing')) await new Promise((resolve) => setTimeout(resolve, 10));
  change(path);
  cpSync(firms, join(inputs, 'go'));
  const [code] = (await closed) as [number | null];
  expect(code, stderr).toBe(3);
  expect(stderr).toContain('firms.csv');
  expect(stateOf(join(place, 'out'))).toBe(before);
});
