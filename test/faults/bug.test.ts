import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assessWords, binary, preload, quoted, shell, withOldRun } from './machine.js';
import { stateOf } from './place.mjs';

// ECOSYSTEM §3, 39: a bug says so with exit 70, quotes no firm, and leaves the old run whole.
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
const broken = quoted([process.execPath, '--import', preload('throw-at.mjs'), binary]);

function assessed(plan: object, ...more: string[]) {
  const folder = withOldRun();
  const before = stateOf(join(folder, 'out'));
  const words = assessWords('--period', '2026Q3', '-o', join(folder, 'out'), '--force', ...more);
  const ended = shell(`${broken} ${words.replace("'-q'", '')}`, { INNOPOINTS_BUG: JSON.stringify(plan) });
  return { ...ended, names: readdirSync(folder), whole: stateOf(join(folder, 'out')) === before };
}

test.each(['profile', 'open', 'read', 'score', 'write'])(
  'thrown in step %s: exit 70, told without data',
  (step) => {
    const nth = 7;
    const { code, stderr, names, whole } = assessed({ step, nth }, '--log-format', 'json');
    expect(code, stderr).toBe(70);
    const told = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.find((one) => one.event === 'bug')).toMatchObject({ name: 'TypeError', version });
    expect(stderr).not.toMatch(/示例|91330108|12345/);
    expect([names, whole]).toEqual([['out'], true]);
  },
);

test.each(['rename', 'later', 'rejected'])('thrown at %s: people read what to report, without data', (at) => {
  const { code, stderr, whole } = assessed({ at });
  expect(code, stderr).toBe(70);
  expect(stderr).toContain('a bug in innopoints');
  expect(stderr).toContain(version);
  expect(stderr).toContain('TypeError');
  expect(stderr).toMatch(/\n\s+at .*throw-at\.mjs:\d+/);
  expect(stderr).not.toMatch(/示例|91330108|12345/);
  expect(whole).toBe(true);
});

test('without the planted bug the same run is done', () => {
  const { code, stderr, whole } = assessed({});
  expect(code, stderr).toBe(0);
  expect(whole).toBe(false);
});
