// The ways of writing that faults are tried on, what stood there before, and the verdict on what stands there afterwards.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
export const root = at('../..');
export const binary = join(root, 'bin/innopoints.js');
export const firms = at('firms.csv');
export const profile = at('../cases/case-test-2025.yaml');
/** What a run of it is named in a folder of runs. */
const named = (period) => `${period}-case-test-2025`;

const assess = (period, ...words) => [
  ...['assess', firms, '-p', profile, '--period', period, '--format', 'csv', '--no-html', '-q'],
  ...words,
];
const clean = (dir, ...words) => [
  ...['clean', firms, '-p', profile, '--period', '2026Q3', '-o', join(dir, 'clean.csv'), '-q'],
  ...words,
];

/**
 * Each mode: how the old stands there, the command under fault, how to find what counts, and the command that comes next.
 * `before` and `run` take the folder; `shown` gives the names below it of which each must be old or new as a whole.
 */
export const modes = {
  force: {
    before: [(dir) => assess('2026Q2', '-o', join(dir, 'out'))],
    run: (dir) => assess('2026Q3', '-o', join(dir, 'out'), '--force'),
    shown: (dir) => (existsSync(join(dir, 'out')) ? 'out' : '.out.old'),
    left: ['out'],
  },
  runs: {
    before: [(dir) => assess('2026Q2', '--runs', dir)],
    run: (dir) => assess('2026Q3', '--runs', dir),
    shown: (dir) => readlinkSync(join(dir, 'latest')),
    left: [named('2026Q2'), named('2026Q3'), `${named('2026Q3')}+2`, 'latest'],
  },
  'runs-force': {
    before: [(dir) => assess('2026Q2', '--runs', dir)],
    run: (dir) => assess('2026Q2', '--as-of', '2026-07-31', '--runs', dir, '--force'),
    shown: (dir) => (existsSync(join(dir, 'latest')) ? 'latest' : `.${named('2026Q2')}.old`),
    // Another quarter comes next: what is left beside other names is swept too.
    next: (dir) => assess('2026Q3', '--runs', dir),
    left: [named('2026Q2'), named('2026Q3'), 'latest'],
  },
  // A dead run's lock and half-made folder stand in the way.
  takeover: {
    before: [(dir) => assess('2026Q2', '-o', join(dir, 'out'))],
    plant(dir) {
      writeFileSync(join(dir, '.out.lock'), JSON.stringify({ pid: 2 ** 30, host: hostname(), start: '' }));
      mkdirSync(join(dir, '.out.tmp-1073741824'));
      writeFileSync(join(dir, '.out.tmp-1073741824/whitelist.csv'), '半份');
    },
    run: (dir) => assess('2026Q3', '-o', join(dir, 'out'), '--force'),
    shown: (dir) => (existsSync(join(dir, 'out')) ? 'out' : '.out.old'),
    left: ['out'],
  },
  // The other end: an input whose disk fails. Exit 3, and the old run stands.
  input: {
    before: [(dir) => assess('2026Q2', '-o', join(dir, 'out'))],
    plant(dir) {
      mkdirSync(join(dir, 'in'));
      cpSync(firms, join(dir, 'in/firms.csv'));
    },
    under: 'in',
    exit: 3,
    run: (dir) => assess('2026Q3', '-o', join(dir, 'out'), '--force').with(1, join(dir, 'in/firms.csv')),
    shown: () => 'out',
    left: ['in', 'out'],
  },
  file: {
    before: [(dir) => clean(dir)],
    run: (dir) => clean(dir, '--headers', 'text', '--force'),
    shown: () => 'clean.csv',
    left: ['clean.csv', 'clean.findings.csv'],
  },
};

/** Every byte below a name, by hash; links by where they point. */
export function stateOf(path) {
  const lines = [];
  const walk = (at, name) => {
    const stat = lstatSync(at);
    if (stat.isSymbolicLink()) lines.push(`${name} -> ${readlinkSync(at)}`);
    else if (stat.isDirectory())
      for (const one of readdirSync(at).sort()) walk(join(at, one), `${name}/${one}`);
    else lines.push(`${name} ${(stat.mode & 0o777).toString(8)} ${hashOf(at, name)}`);
  };
  walk(
    existsSync(path) && lstatSync(path).isSymbolicLink() ? join(path, '..', readlinkSync(path)) : path,
    '',
  );
  return lines.join('\n');
}

/** The manifest alone tells times: they are left out of its hash, and so is the seal over them. */
function hashOf(path, name) {
  let bytes = readFileSync(path);
  if (name.endsWith('/manifest.json')) {
    const { started, seconds, seal, options, ...manifest } = JSON.parse(bytes.toString('utf8'));
    if (typeof started !== 'string' || typeof seconds !== 'number' || options === undefined)
      throw new Error(`${path} lacks its times`);
    bytes = Buffer.from(JSON.stringify(manifest));
  }
  return createHash('sha256').update(bytes).digest('hex');
}

/** A copy of what stood there before. */
export function freshCopy(from, to) {
  mkdirSync(to, { mode: 0o700 });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

/** Names that a crash left beside the outputs. */
export const remainsIn = (dir, mode) => readdirSync(dir).filter((name) => !modes[mode].left.includes(name));
