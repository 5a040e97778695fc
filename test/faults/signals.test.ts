import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  assessWords,
  binary,
  emptyFolder,
  firms,
  innopoints,
  periodOf,
  preload,
  profile,
  quoted,
  shell,
  withOldRun,
} from './machine.js';
import { stateOf } from './place.mjs';

// ECOSYSTEM §3, 10: no signal is handled, so its default ends the process at once, wherever it is.
const soon = 1_000;
let large: string;
/** A page of rows under the name of a workbook: SheetJS reads it in one go, for seconds. */
beforeAll(() => {
  large = join(emptyFolder(), 'large.xls');
  const file = openSync(large, 'w');
  writeSync(
    file,
    '<html><meta charset="utf-8"><table><tr><td>企业名称</td><td>统一社会信用代码</td><td>营业收入</td></tr>',
  );
  const rows = '<tr><td>示例科技有限公司</td><td>91330108MA2700015Y</td><td>1200.5</td></tr>'.repeat(1_000);
  for (let i = 0; i < 250; i++) writeSync(file, rows);
  closeSync(file);
});

interface Stage {
  readonly input?: () => string;
  /** Preloads, and the call on the output at which it stands still. */
  readonly preloads?: readonly string[];
  readonly at?: string;
  /** What it says before the stage begins, or nothing. */
  readonly after?: string;
}
const stages: Readonly<Record<string, Stage>> = {
  'waiting for standard input': { input: () => '-', after: '"step":"open"' },
  'inside a long synchronous read': { input: () => large, after: '"step":"open"' },
  'before the first file is written': { at: 'mkdir' },
  'between two files': { at: 'write' },
  'before the new run comes in': { at: 'rename' },
};

async function interrupted(folder: string, stage: Stage, signals: readonly NodeJS.Signals[]) {
  const fault = JSON.stringify({
    root: folder,
    kind: 'PAUSE',
    nth: stage.at === 'write' ? 4 : 1,
    pause: 60_000,
    only: [stage.at],
    told: true,
  });
  const preloads = [...(stage.at === undefined ? [] : ['inject.mjs']), ...(stage.preloads ?? [])];
  const child = spawn(
    process.execPath,
    [
      ...preloads.flatMap((one) => ['--import', preload(one)]),
      ...[binary, 'assess', stage.input?.() ?? firms, '-p', profile, '--period', '2026Q3', '--format', 'csv'],
      ...['--no-html', '-o', join(folder, 'out'), '--force'],
      ...(preloads.includes('as-terminal.mjs') ? [] : ['--log-format', 'json']),
    ],
    {
      env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', INNOPOINTS_FAULT: fault },
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  await heard(child, stage.at === undefined ? (stage.after ?? '') : 'standing');
  // Into the read itself.
  if (stage.at === undefined) await new Promise((resolve) => setTimeout(resolve, 400));
  const from = performance.now();
  for (const signal of signals) child.kill(signal);
  const within = setTimeout(() => child.kill('SIGKILL'), 8_000);
  const [, signal] = (await closed) as [number | null, NodeJS.Signals | null];
  clearTimeout(within);
  return { signal, took: performance.now() - from };
}

/** Until it has said so on standard error. */
const heard = (child: ChildProcess, word: string) =>
  new Promise<void>((resolve) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += String(chunk);
      if (text.includes(word)) resolve();
    });
  });

test.each(Object.entries(stages))(
  '%s: each signal ends it within a second, the old run stands',
  async (_, stage) => {
    const folder = withOldRun();
    const before = stateOf(join(folder, 'out'));
    for (const signals of [['SIGINT'], ['SIGTERM'], ['SIGHUP'], ['SIGINT', 'SIGINT']] as const) {
      const ended = await interrupted(folder, stage, signals);
      expect(ended.signal).toBe(signals[0]);
      expect(ended.took).toBeLessThan(soon);
      expect(stateOf(join(folder, 'out'))).toBe(before);
    }
    expect(
      shell(`${innopoints} ${assessWords('--period', '2026Q3', '-o', join(folder, 'out'), '--force')}`).code,
    ).toBe(0);
    expect(readdirSync(folder)).toEqual(['out']);
  },
);

test('a spinner on a terminal delays no signal', async () => {
  // Its first frame comes before the read; the next would come after it.
  const stage = { input: () => large, preloads: ['as-terminal.mjs'] };
  const ended = await interrupted(withOldRun(), stage, ['SIGINT']);
  expect(ended.signal).toBe('SIGINT');
  expect(ended.took).toBeLessThan(soon);
});

test('a handler of signals is seen (planted)', async () => {
  const ended = await interrupted(
    withOldRun(),
    { ...stages['inside a long synchronous read'], preloads: ['handled.mjs'] },
    ['SIGINT'],
  );
  expect(ended.signal !== 'SIGINT' || ended.took > soon).toBe(true);
});

test.each([
  ['INT', 130],
  ['TERM', 143],
  ['HUP', 129],
])('a shell is told of SIG%s by exit %i', (signal, code) => {
  const words = assessWords('--period', '2026Q3', '-o', '-').replace(firms, '-');
  const line = `(sleep 1; kill -${signal} $$) & exec ${innopoints} ${words} 0<>${fifo()}`;
  expect(shell(`sh -c ${quoted([line])}; echo $?`).stdout.trim()).toBe(String(code));
});

/** A pipe that nobody ever writes to. */
function fifo(): string {
  const path = join(emptyFolder(), 'pipe');
  shell(`mkfifo ${quoted([path])}`);
  return path;
}

// ECOSYSTEM §3, 11.
test('a reader that has enough is no trouble', () => {
  const ended = shell(
    `{ ${innopoints} ${assessWords('--period', '2026Q3', '-o', '-')}; echo "exit $?" >&2; } | head -n 1 | wc -l`,
  );
  expect(ended.stdout.trim()).toBe('1');
  expect(ended.stderr).toBe('exit 0\n');
});

test.each([
  ['standard output closed', '>&-'],
  ['standard error closed', '2>&-'],
  ['both into a pipe that is closed', '2>&1 | true'],
])('%s: the run is written', (_, redirect) => {
  const folder = withOldRun();
  const words = assessWords('--period', '2026Q3', '-o', join(folder, 'out'), '--force').replace("'-q'", '');
  const ended = shell(
    `{ ${innopoints} ${words}; echo "exit $?" > ${folder}/code; } ${redirect}; cat ${folder}/code`,
  );
  expect(ended.stdout, ended.stderr).toBe('exit 0\n');
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  expect(periodOf(join(folder, 'out'))).toBe('2026Q3');
});
