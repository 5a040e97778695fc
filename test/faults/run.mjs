// Faults at every call on the output, one after the other, until a run gets through untouched: kill -9, a full disk, an I/O
// error, a disk that dies, a write that takes half. After each: the old whole or the new whole, the exit code and its words, and
// nothing left once the next run is through. `node test/faults/run.mjs` takes all (minutes); `--share` what the test command has
// time for; `--modes=force,runs` and `--kinds=KILL,EIO+` choose.
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arm, disarm } from './inject.mjs';
import { binary, freshCopy, modes, remainsIn, root, stateOf } from './place.mjs';

/** `--plant`: something careless is done on purpose, and must be seen. */
const plant = process.argv.includes('--plant') ? 'copy' : undefined;
const share = process.argv.includes('--share');
const asked = (flag, all) =>
  process.argv
    .find((word) => word.startsWith(`${flag}=`))
    ?.split('=')[1]
    .split(',') ?? all;
const first = Number(asked('--from', ['1'])[0]);
const say = (line) => process.stdout.write(`${line}\n`);
const cpus = 2;
/** In memory, where it can be had: some thousand runs would else wait for the disk at each fsync. */
const work = mkdtempSync(join(inMemory() ? '/dev/shm' : tmpdir(), 'innopoints-faults-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
process.env.LANG = 'en_US.UTF-8';

const { main } = await import(join(root, 'dist/program/cli.js'));

/** One command in this process: milliseconds instead of a third of a second. */
async function here(words) {
  let stderr = '';
  const { write } = process.stderr;
  process.stderr.write = (text) => {
    stderr += text;
    return true;
  };
  try {
    await main([process.execPath, binary, ...words]);
  } finally {
    process.stderr.write = write;
    for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error');
    for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event);
  }
  const code = process.exitCode;
  process.exitCode = 0;
  return { code, stderr };
}

/** The same in a process of its own, which may be killed. */
const apart = (words, fault) =>
  new Promise((resolve) => {
    const preload = fault === null ? [] : ['--import', join(root, 'test/faults/inject.mjs')];
    const env = fault === null ? process.env : { ...process.env, INNOPOINTS_FAULT: JSON.stringify(fault) };
    const child = spawn(process.execPath, [...preload, binary, ...words], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code, signal) => resolve({ code, signal, stderr }));
  });

/** What stood before and what a run without a fault makes of it. */
async function prepare(name) {
  const mode = modes[name];
  const before = join(work, `${name}-before`);
  mkdirSync(before, { mode: 0o700 });
  for (const words of mode.before) await good(words(before));
  const old = stateOf(join(before, mode.shown(before)));
  mode.plant?.(before);
  const after = join(work, `${name}-after`);
  freshCopy(before, after);
  arm({ root: join(after, mode.under ?? ''), kind: 'COUNT', nth: 0 });
  await good(mode.run(after));
  const { seen } = disarm();
  return { name, mode, before, old, fresh: stateOf(join(after, mode.shown(after))), calls: seen };
}

async function good(words) {
  const { code, stderr } = await here(words);
  if (code !== 0) throw new Error(`exit ${code} without a fault: ${stderr}`);
}

/** Runs with the N-th call failing; null once there are fewer calls than N. */
async function faulted(place, kind, nth) {
  const { mode } = place;
  const dir = join(work, `${place.name}-${kind}-${nth}`);
  freshCopy(place.before, dir);
  const words = mode.run(dir);
  let ended;
  let hit;
  if (kind === 'KILL') {
    const log = join(work, `${place.name}-${kind}-${nth}.log`);
    ended = await apart(words, { root: join(dir, mode.under ?? ''), kind, nth, log, plant });
    hit = existsSync(log) ? JSON.parse(readFileSync(log, 'utf8')) : null;
  } else {
    // One command at a time in this process.
    await inTurn(async () => {
      arm({ root: join(dir, mode.under ?? ''), kind, nth, plant });
      ended = await here(words);
      hit = disarm().hit;
    });
  }
  // Untouched, it must have come through: a program that did not even start is no end of the loop.
  if (hit === null && ended.code !== 0)
    throw new Error(`exit ${ended.code} without a fault: ${ended.stderr}`);
  const wrong = hit === null ? [] : await judge(place, kind, dir, hit, ended);
  rmSync(dir, { recursive: true, force: true });
  return hit === null ? null : { ...hit, wrong };
}

let turn = Promise.resolve();
function inTurn(act) {
  const mine = turn.then(act);
  turn = mine.catch(() => undefined);
  return mine;
}

/** This process lives on; the one that it stands for has ended, and its lock names nobody. */
function endOf(dir) {
  for (const name of readdirSync(dir).filter((one) => /\.lock(?:\.break)?$/.test(one))) {
    const owner = JSON.parse(readFileSync(join(dir, name), 'utf8'));
    writeFileSync(join(dir, name), JSON.stringify({ ...owner, pid: 2 ** 30 }));
  }
}

async function judge(place, kind, dir, hit, { code, signal, stderr }) {
  const { mode, name } = place;
  const wrong = [];
  const state = (() => {
    try {
      const found = stateOf(join(dir, mode.shown(dir)));
      return found === place.old ? 'old' : found === place.fresh ? 'new' : 'neither';
    } catch (error) {
      return `none (${error.code ?? error.message})`;
    }
  })();
  if (state !== 'old' && state !== 'new') wrong.push(`what is shown is ${state}`);
  if (kind === 'KILL') {
    if (signal !== 'SIGKILL') wrong.push(`was not killed: exit ${code}`);
  } else if (kind === 'SHORT') {
    if (code !== 0 || state !== 'new') wrong.push(`half a write: exit ${code}, ${state}`);
  } else {
    const cleaning =
      hit.call === 'remove' || /\.(?:old|lock|trash-\S*)$/.test(hit.path) || isTidying(kind, code, state);
    if (code !== (mode.exit ?? 4) && !(code === 0 && state === 'new' && cleaning))
      wrong.push(`exit ${code}, ${state}`);
    if (code !== 0 && !stderr.includes(mode.under === undefined ? dir : 'firms.csv'))
      wrong.push(`the message names no file: ${stderr}`);
    if (code === 4 && /tmp-|\.lock/.test(stderr)) wrong.push(`the message names a private file: ${stderr}`);
    if (code === 70 || /\n\s+at /.test(stderr)) wrong.push('a stack trace');
  }
  if (kind !== 'KILL') endOf(dir);
  let after;
  await inTurn(async () => {
    after = await here(mode.next?.(dir) ?? mode.run(dir));
  });
  if (after.code !== 0) wrong.push(`the next run: exit ${after.code} ${after.stderr}`);
  const remains = remainsIn(dir, name);
  if (remains.length > 0) wrong.push(`the next run left ${remains.join(' ')}`);
  return wrong;
}

/** A disk that dies after the new run stands: it stands. */
const isTidying = (kind, code, state) => kind.endsWith('+') && code === 0 && state === 'new';

/**
 * In a share: the first calls, at which the lock is taken, the last, at which the new run comes in, and some between. A kill costs a process, an error some
 * milliseconds.
 */
const chosen = (place, kind) => (nth) =>
  kind === 'KILL'
    ? nth <= 6 || nth > place.calls - 8 || nth % 24 === 0
    : nth > place.calls - 12 || nth % 3 === 0;

/** Each N in turn, until a run gets through untouched. */
async function loop(place, kind, told) {
  const results = [];
  let done = false;
  let n = first - 1;
  const worker = async () => {
    while (!done) {
      const nth = ++n;
      if (share && nth <= place.calls && !told(nth)) continue;
      const result = await faulted(place, kind, nth);
      if (result === null) done = true;
      else results.push(result);
    }
  };
  await Promise.all(Array.from({ length: kind === 'KILL' ? cpus : 1 }, worker));
  return results;
}

const kinds = asked(
  '--kinds',
  share ? ['KILL', 'ENOSPC', 'EIO'] : ['KILL', 'ENOSPC', 'EIO', 'ENOSPC+', 'EIO+', 'SHORT'],
);
let injected = 0;
let failed = 0;
for (const name of asked('--modes', share ? ['force', 'runs'] : Object.keys(modes))) {
  const place = await prepare(name);
  say(`${name}: ${place.calls} calls on the output`);
  for (const kind of kinds) {
    const from = performance.now();
    const results = await loop(place, kind, chosen(place, kind));
    const bad = results.filter((one) => one.wrong.length > 0);
    injected += results.length;
    failed += bad.length;
    const calls = new Map();
    for (const { call } of results) calls.set(call, (calls.get(call) ?? 0) + 1);
    say(
      `  ${kind.padEnd(7)} ${String(results.length).padStart(4)} faults, ${bad.length} broke the promise ` +
        `(${[...calls].map(([call, count]) => `${call} ${count}`).join(', ')}) ${((performance.now() - from) / 1000).toFixed(1)} s`,
    );
    for (const one of bad) say(`    ${one.nth} ${one.call} ${one.path}: ${one.wrong.join('; ')}`);
  }
}
say(`${injected} faults injected, ${failed} broke the promise`);
process.exitCode = failed > 0 ? 1 : 0;

function inMemory() {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
