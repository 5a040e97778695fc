// innopoints beside its peers: the whole assess (findings, ledgers, hashes, data, CSV reports) against their smaller job,
// same data, same run. Prints seconds, rows a second, peak memory, ratios, and whether every firm has the same score.
// npm run bench -- [ROWS] [-n RUNS] [--only csv,gbk,xlsx] [--peers duckdb,r,pandas,polars,floor]
// Peers are what is installed: python3-pandas and r-cran-data.table/readxl from the system, @duckdb/node-api and
// nodejs-polars in the folder BENCH_PEERS (its node_modules); a peer that is not there is said and left out.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const argv = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = argv.indexOf(name);
  return at < 0 ? otherwise : argv.splice(at, 2)[1];
};
const runs = Number(option('-n', 3));
const only = option('--only', 'csv,gbk,xlsx').split(',');
const wanted = option('--peers', 'floor,duckdb,r,polars,pandas,node-sheetjs').split(',');
const rows = Number(argv[0] ?? 15_000);

const folder = mkdtempSync(join(tmpdir(), 'innopoints-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// Peers look for their packages from the folder they are run in.
const peersRoot = process.env.BENCH_PEERS ?? join(here, '../..');
const peer = (name) => join(here, 'peers', name);
const profile = join(folder, 'bench-2025.yaml');
execFileSync(process.execPath, [join(here, 'make-profile.mjs'), profile]);

const peers = {
  floor: [process.execPath, peer('floor.mjs')],
  duckdb: [process.execPath, peer('duckdb-job.mjs')],
  polars: [process.execPath, peer('polars-job.mjs')],
  r: ['Rscript', peer('r_job.R')],
  pandas: ['/usr/bin/python3', peer('pandas_job.py')],
  'node-sheetjs': [process.execPath, '--max-old-space-size=16000', peer('node-sheetjs.mjs')],
};
const notFor = { gbk: ['duckdb'], xlsx: ['duckdb', 'polars'] };
const timer = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', '%e %U %S %M'] : null;

const reasonOf = ({ error, stderr }) => {
  const lines = `${error ?? ''}\n${stderr ?? ''}`
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('Command exited'));
  return (
    lines.find((line) => /^\s*\w*(?:Error|Exception)\b|cannot find|not found/i.test(line)) ??
    lines.at(-1) ??
    'no word'
  );
};

/** Median wall seconds and peak MiB of a command; null where it does not run. */
function measure(command) {
  const walls = [];
  const peaks = [];
  for (let i = 0; i < runs; i++) {
    const [file, ...args] = timer === null ? command : [...timer, ...command];
    const started = performance.now();
    const done = spawnSync(file, args, { cwd: peersRoot, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const wall = (performance.now() - started) / 1000;
    if (done.status !== 0) return { failed: reasonOf(done) };
    const told = timer === null ? null : done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
    walls.push(told === null ? wall : told[0]);
    peaks.push(told === null ? Number.NaN : told[3] / 1024);
  }
  const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
  return { wall: median(walls), peak: median(peaks) };
}

const cells = (line) =>
  line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''));
const table = (path) => {
  const [head, ...body] = readFileSync(path, 'utf8').replace('\ufeff', '').trim().split(/\r?\n/).map(cells);
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
};

/** Whether every firm on either whitelist has the same score, duplicates aside (DESIGN rule 10 rejects pairs that contradict). */
function agree(ours, theirs) {
  const rejected = new Set(
    table(join(ours, 'assessment.csv'))
      .filter((row) => row.disposition === 'rejected')
      .map((row) => row.id),
  );
  const mine = new Map(
    table(join(ours, 'assessment.csv'))
      .filter((row) => row.disposition === 'whitelisted')
      .map((row) => [row.id, Number(row.total)]),
  );
  const other = new Map(
    table(join(theirs, 'whitelist.csv')).map((row) => [row.统一社会信用代码, Number(row.积分)]),
  );
  let duplicates = 0;
  let halves = 0;
  const differ = [];
  for (const [id, score] of other) {
    if (rejected.has(id)) duplicates++;
    else if (!(Math.abs(mine.get(id) - score) <= 0.005 + 1e-9))
      differ.push(`${id} ${mine.get(id)} ≠ ${score}`);
    // Exactly between two hundredths the noise of float64 decides which way a peer rounds.
    else if (Math.round(mine.get(id) * 100 + 1e-7) / 100 !== score) halves++;
  }
  for (const id of mine.keys()) if (!other.has(id)) differ.push(`${id} only here`);
  return `${other.size} whitelisted by peers, ${mine.size} here, ${duplicates} of them rejected here as contradicting duplicates; ${differ.length === 0 ? `every other score equal${halves > 0 ? `, ${halves} rounded the other way from exactly half a hundredth` : ''}` : `DIFFER: ${differ.slice(0, 5).join('; ')}`}`;
}

for (const kind of ['csv', 'gbk', 'xlsx'].filter((one) => only.includes(one))) {
  const data = join(folder, kind === 'xlsx' ? 'firms.xlsx' : `${kind}.csv`);
  execFileSync(process.execPath, [
    join(here, 'gen.mjs'),
    String(rows),
    '60',
    data,
    ...(kind === 'gbk' ? ['--gbk'] : []),
  ]);
  const out = join(folder, `out-${kind}`);
  // No peer writes a page to look at.
  const options = ['--period', '2025', '--format', 'csv', '--headers', 'id', '--no-html', '--force', '-q'];
  const mine = measure([
    process.execPath,
    join(here, '../../bin/innopoints.js'),
    'assess',
    data,
    '-p',
    profile,
    '-o',
    out,
    ...options,
  ]);
  console.log(`\n${rows} × 60 ${kind}`);
  if (mine.failed !== undefined) {
    console.log(`innopoints failed: ${mine.failed}`);
    process.exitCode = 1;
    continue;
  }
  const line = (name, one) =>
    console.log(
      `  ${name.padEnd(13)} ${one.wall.toFixed(2).padStart(7)} s ${String(Math.round(rows / one.wall)).padStart(8)} rows/s ${String(Math.round(one.peak)).padStart(6)} MiB   innopoints ÷ it ${(mine.wall / one.wall).toFixed(2)}`,
    );
  line('innopoints', mine);
  let compared = false;
  for (const name of wanted.filter((one) => !(notFor[kind] ?? []).includes(one))) {
    const folderOf = join(folder, `${name}-${kind}`);
    const theirs = measure([...peers[name], data, folderOf, ...(kind === 'gbk' ? ['--gbk'] : [])]);
    if (theirs.failed !== undefined) {
      console.log(`  ${name.padEnd(13)} not run: ${theirs.failed}`);
      continue;
    }
    line(name, theirs);
    if (!compared && existsSync(join(folderOf, 'whitelist.csv'))) {
      console.log(`  ${agree(out, folderOf)}`);
      compared = true;
    }
  }
}
