import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { preload } from './machine.js';

// ECOSYSTEM §3, 3 and 5: the share of test/faults/run.mjs that there is time for. It prints what it injected.
const inject = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [preload('run.mjs'), ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, told: `${stdout}${stderr}` };
};

test('faults at the calls on the output leave the old run or the new one', { timeout: 240_000 }, () => {
  const { status, stdout, told } = inject('--share');
  process.stdout.write(stdout);
  expect(status, told).toBe(0);
  expect(Number(/(\d+) faults injected, 0 broke the promise/.exec(stdout)?.[1])).toBeGreaterThan(100);
});

test('a folder that comes in file by file is seen (planted)', { timeout: 240_000 }, () => {
  const { status, told } = inject('--modes=force', '--kinds=ENOSPC', '--from=88', '--plant');
  expect(status, told).toBe(1);
  expect(told).toMatch(/write \S+: (?:what is shown is neither|the next run: exit 4)/);
});
