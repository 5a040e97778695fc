import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { binary, firms, periodOf, preload, profile, withOldRun } from './machine.js';

// ECOSYSTEM §3, 9. Each holds its lock for a second, so that all of them meet.
const words = (folder: string, ...more: string[]) => [
  ...['assess', firms, '-p', profile, '--period', '2026Q3', '--format', 'csv', '--no-html', '-q'],
  ...['-o', join(folder, 'out'), '--force', ...more],
];
function start(folder: string, pause: number, ...more: string[]) {
  const fault = JSON.stringify({ root: folder, kind: 'PAUSE', nth: 1, only: ['rename'], pause });
  const child = spawn(
    process.execPath,
    ['--import', preload('inject.mjs'), binary, ...words(folder, ...more)],
    {
      env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', INNOPOINTS_FAULT: fault },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, ended };
}
const untilLocked = async (folder: string) => {
  while (!existsSync(join(folder, '.out.lock'))) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('of twenty that are started together one is done, and nineteen are told', async () => {
  const folder = withOldRun();
  const runs = Array.from({ length: 20 }, () => start(folder, 20_000));
  const codes: (number | null)[] = [];
  // The first stands before its rename; once the others have ended it is let go.
  for (const run of runs) void run.ended.then((code) => codes.push(code));
  while (codes.length < 19) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(codes).toEqual(Array(19).fill(5));
  writeFileSync(join(folder, 'go'), '');
  expect((await Promise.all(runs.map((run) => run.ended))).sort()).toEqual([0, ...Array(19).fill(5)]);
  expect(periodOf(join(folder, 'out'))).toBe('2026Q3');
  expect(readdirSync(folder).sort()).toEqual(['go', 'out']);
});

test('after kill -9 of the holder the next starts', async () => {
  const folder = withOldRun();
  const holder = start(folder, 60_000);
  await untilLocked(folder);
  holder.child.kill('SIGKILL');
  await holder.ended;
  expect(existsSync(join(folder, '.out.lock'))).toBe(true);
  expect(await start(folder, 0).ended).toBe(0);
  expect(readdirSync(folder)).toEqual(['out']);
});

test('--wait gets through when the holder is done', async () => {
  const folder = withOldRun();
  const holder = start(folder, 60_000);
  await untilLocked(folder);
  const waiting = start(folder, 0, '--wait', '1m');
  setTimeout(() => writeFileSync(join(folder, 'go'), ''), 700);
  expect([await holder.ended, await waiting.ended]).toEqual([0, 0]);
  expect(readdirSync(folder).sort()).toEqual(['go', 'out']);
});
