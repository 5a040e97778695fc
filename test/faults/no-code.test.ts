import { spawnSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { binary, emptyFolder, firms, preload, profile } from './machine.js';

// ECOSYSTEM §3, 22: a profile runs no code, and neither does anything that reads one. Node's own flag stops what gets past.
const folder = emptyFolder();
const guarded = (...args: readonly string[]) =>
  spawnSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--import', preload('no-code.mjs'), ...args],
    { cwd: folder, encoding: 'utf8' },
  );

beforeAll(() => {
  const { status, stderr } = guarded(
    binary,
    'assess',
    firms,
    '-p',
    profile,
    '--period',
    '2026Q3',
    '-o',
    'run',
  );
  expect(status, stderr).toBe(0);
});

test.each([
  ['profile lint', ['profile', 'lint', profile]],
  ['profile test', ['profile', 'test', 'techsme-2017']],
  ['explain', ['explain', 'run', '91330108MA2700015Y']],
  ['robust', ['robust', 'run', '--draws', '2']],
  ['verify', ['verify', 'run']],
  ['replay', ['replay', 'run', '--inputs', firms]],
  ['inspect', ['inspect', firms, '-p', profile]],
] as const)('%s runs no string as code', (_, words) => {
  const { status, stderr } = guarded(binary, ...words);
  expect(stderr).not.toContain('as code');
  expect([0, 1, 3]).toContain(status);
});

test('a string that is run as code is seen (planted)', () => {
  for (const code of [
    'new Function("return 1")',
    'Function("return 1")',
    'eval("1")',
    '(() => {}).constructor("return 1")',
  ])
    expect(guarded('--eval', code).status, code).not.toBe(0);
});
