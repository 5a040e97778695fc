import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { canTrace, traceNote } from '../support/strace.js';
import { networkNote, withoutNetwork } from '../support/without-network.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// Nothing is asked of a network, and nothing is missed where there is none.
let bench: Workbench;
const program = join(root, 'bin/innopoints.js');
const words = 'assess gaoxin.xlsx -p hefei-hightech-2025 --period 2026Q3 -q --format csv -o'.split(' ');

const run = (before: readonly string[], args: readonly string[]) => {
  const [command, ...rest] = [...before, process.execPath, ...args];
  return spawnSync(command!, rest, {
    cwd: bench.folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: bench.folder, LANG: 'zh_CN.UTF-8' },
  });
};

beforeAll(() => {
  bench = workbench().file('gaoxin.xlsx', readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')));
});

test.skipIf(withoutNetwork === null)(`an assess without any network${networkNote} is the same`, () => {
  const alone = run(withoutNetwork ?? [], [program, ...words, 'alone']);
  expect(alone.status, alone.stderr).toBe(0);
  const here = run([], [program, ...words, 'here']);
  expect(here.status, here.stderr).toBe(0);
  for (const file of bench.files('here').filter((one) => one !== 'manifest.json'))
    expect(bench.read(`alone/${file}`), file).toBe(bench.read(`here/${file}`));
});

const strace = ['strace', '-f', '-qq', '-e', 'trace=%network', '-o'] as const;

/** Calls that reach for a network: sockets of another family than AF_UNIX, and what goes over them. */
const reaching = (calls: string): string[] =>
  calls
    .split('\n')
    .filter((line) => /\b(?:socket|connect|bind|sendto|sendmsg|sendmmsg)\(/.test(line))
    .filter((line) => !/AF_UNIX|AF_LOCAL/.test(line));

/** Every call of the family that the kernel saw; the tracer needs no network itself. */
const callsOf = (name: string, args: readonly string[]): string => {
  const { status, stderr } = run([...strace, join(bench.folder, name)], args);
  expect(status, stderr).toBe(0);
  return bench.read(name);
};

test.skipIf(!canTrace)(`no system call of an assess reaches for a network${traceNote}`, () => {
  expect(reaching(callsOf('assess.trace', [program, ...words, 'traced']))).toEqual([]);
});

test.skipIf(!canTrace)(`a program that does reach for one is caught${traceNote}`, () => {
  const script = "require('node:net').connect(9, '127.0.0.1').on('error', () => process.exit(0))";
  expect(reaching(callsOf('planted.trace', ['-e', script])).join('\n')).toMatch(/AF_INET/);
});
