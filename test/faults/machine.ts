import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const root = at('../..');
export const binary = join(root, 'bin/innopoints.js');
export const preload = (name: string): string => at(name);
/** Ten firms, one with a figure that is none, and the rules for them. */
export const firms = at('firms.csv');
export const profile = at('../cases/case-test-2025.yaml');

/** Why this machine does not do what a test needs, or null. A test that is skipped says so in its name. */
export function refusal(command: string, ...args: readonly string[]): string | null {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) return `${command} is not there`;
  return status === 0 ? null : `${command} was refused: ${stderr.trim().split('\n').at(-1)}`;
}
export const noTrace = refusal('strace', '-f', '-o', '/dev/null', 'true');
export const noMount = refusal('unshare', '-m', 'mount', '-t', 'tmpfs', 'none', '/mnt');
export const noOtherUser = refusal('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'true');
export const saying = (reason: string | null): string => (reason === null ? '' : ` (skipped: ${reason})`);

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests end. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'innopoints-faults-'));
  made.push(folder);
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const surroundings = { PATH: process.env.PATH, HOME: '/nonexistent', LANG: 'en_US.UTF-8' };

/** Runs a command line as it is written for a shell. */
export function shell(line: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { status, signal, stdout, stderr } = spawnSync('/bin/sh', ['-c', line], {
    encoding: 'utf8',
    env: { ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 50_000,
  });
  return { code: status, signal, stdout, stderr };
}

export const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
export const node = quoted([process.execPath]);
export const innopoints = quoted([process.execPath, binary]);

/** The words that assess the ten firms, as CSV and without the page, in little time. */
export const assessWords = (...more: readonly string[]): string =>
  quoted(['assess', firms, '-p', profile, '--format', 'csv', '--no-html', '-q', ...more]);

/** A folder with a finished run `out` of 2026Q2. */
export function withOldRun(): string {
  oldRun ??= (() => {
    const folder = emptyFolder();
    const done = shell(
      `cd ${quoted([folder])} && ${innopoints} ${assessWords('--period', '2026Q2', '-o', 'out')}`,
    );
    if (done.code !== 0) throw new Error(done.stderr);
    return folder;
  })();
  const copy = emptyFolder();
  cpSync(join(oldRun, 'out'), join(copy, 'out'), { recursive: true });
  return copy;
}
let oldRun: string | undefined;

/** Which period a whole run folder is of; throws where there is none. */
export const periodOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { readonly period: string }).period;

export function folderIn(parent: string, name: string, mode = 0o700): string {
  const path = join(parent, name);
  mkdirSync(path, { mode });
  return path;
}
