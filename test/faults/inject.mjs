// Counts every call on files below one folder, and at the N-th lets it fail or kills the process: SQLite's method. Node makes
// its calls on a pool of threads, and strace counts for each thread on its own; here they are counted where they are made, so
// N goes through all of them, in one order. As a preload: `INNOPOINTS_FAULT='{…}' node --import ./inject.mjs bin/innopoints.js`.

// Counts every call on files below one folder, and at the N-th lets it fail or kills the process: SQLite's method. Node makes
// its calls on a pool of threads, and strace counts for each thread on its own; here they are counted where they are made, so
// N goes through all of them, in one order. As a preload: `INNOPOINTS_FAULT='{…}' node --import ./inject.mjs bin/innopoints.js`.
import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';

/**
 * `root`: the folder whose files are meant. `kind`: KILL, PAUSE, SHORT (a write takes half), or an errno; with a `+` behind it every
 * call from the N-th on that writes fails (the disk has died). `only`: the calls counted, all unless told.
 * `log`: a file that hears of the hit, and of each call where `nth` is 0.
 */
let plan = null;
let seen = 0;
let hit = null;

/** Calls that change something; a disk that has died still reads. */
const changing = new Set([
  'create',
  'write',
  'sync',
  'close',
  'mkdir',
  'rename',
  'link',
  'symlink',
  'remove',
]);
const pathOf = new WeakMap();

export function arm(what) {
  plan = what;
  seen = 0;
  hit = null;
}

/** What was hit, or null, and how many calls were counted. */
export function disarm() {
  plan = null;
  return { hit, seen };
}

const below = (path) =>
  typeof path === 'string' &&
  (path === plan.root || path.startsWith(plan.root + sep)) &&
  !path.startsWith(plan.log);

/** Null to go on as ever, else what is to happen to this call. */
function fate(call, path) {
  if (plan === null || !below(path)) return null;
  if (plan.only !== undefined && !plan.only.includes(call)) return null;
  seen++;
  const sticky = plan.kind.endsWith('+');
  if (plan.nth === 0 && plan.log) appendFileSync(plan.log, `${JSON.stringify({ call, path })}\n`);
  if (seen !== plan.nth && !(sticky && plan.nth > 0 && seen > plan.nth && changing.has(call))) return null;
  if (hit === null) {
    hit = { call, path, nth: seen };
    if (plan.log) appendFileSync(plan.log, `${JSON.stringify(hit)}\n`);
  }
  if (plan.kind === 'KILL') process.kill(process.pid, 'SIGKILL');
  if (plan.kind === 'PAUSE') {
    stand();
    return null;
  }
  return sticky ? plan.kind.slice(0, -1) : plan.kind;
}

/** Stands still until a file `go` appears in the folder, or for `pause` milliseconds; says so where `told`. */
function stand() {
  if (plan.told) fs.writeSync(2, 'standing\n');
  const until = Date.now() + plan.pause;
  const still = new Int32Array(new SharedArrayBuffer(4));
  while (Date.now() < until && !fs.existsSync(`${plan.root}/go`)) Atomics.wait(still, 0, 0, 20);
}

function trouble(code, call, path) {
  const error = new Error(`${code}: injected, ${call} '${path}'`);
  return Object.assign(error, { code, errno: -5, syscall: call, path });
}

const fails = (kind) => kind !== null && kind !== 'SHORT';

/** Wraps a function of promises whose first argument is a path. */
function wrap(name, callOf, pathAt = 0) {
  const real = fs.promises[name];
  fs.promises[name] = async (...args) => {
    const call = typeof callOf === 'string' ? callOf : callOf(...args);
    const kind = fate(call, args[pathAt]);
    if (fails(kind)) throw trouble(kind, call, args[pathAt]);
    return real(...args);
  };
}

const realOpen = fs.promises.open;
const handles = Object.getPrototypeOf(await realOpen('/dev/null'));
fs.promises.open = async (path, flags = 'r', ...rest) => {
  const call = /[wax]/.test(String(flags)) ? 'create' : 'open';
  const kind = fate(call, path);
  if (fails(kind)) throw trouble(kind, call, path);
  const handle = await realOpen(path, flags, ...rest);
  pathOf.set(handle, path);
  // Each handle has a `close` of its own. What was only read has nothing to lose by it.
  const { close } = handle;
  if (flags !== 'r')
    handle.close = async () => {
      const kind = plan === null ? null : fate('close', path);
      await close();
      if (fails(kind)) throw trouble(kind, 'close', path);
    };
  return handle;
};
wrap('mkdir', 'mkdir');
wrap('rename', 'rename');
wrap('link', 'link', 1);
wrap('symlink', 'symlink', 1);
wrap('rmdir', 'remove');
wrap('unlink', 'remove');
wrap('readdir', 'readdir');
wrap('readFile', 'read');
wrap('lstat', 'stat');
wrap('stat', 'stat');

function wrapHandle(name, call) {
  const real = handles[name];
  handles[name] = async function (...args) {
    const path = pathOf.get(this);
    const kind = path === undefined ? null : fate(call, path);
    if (fails(kind)) throw trouble(kind, call, path);
    const from = args[1] ?? 0;
    if (kind === 'SHORT' && name === 'write' && args[0].length - from > 1)
      return real.call(this, args[0], from, (args[0].length - from) >> 1);
    return real.apply(this, args);
  };
}
wrapHandle('write', 'write');
wrapHandle('writeFile', 'write');
wrapHandle('sync', 'sync');
wrapHandle('read', 'take');
wrapHandle('stat', 'stat');

/** Planted by `plant`: a rename of a folder that is a copy, file by file, as a careless program would do it. */
const rename = fs.promises.rename;
fs.promises.rename = async (from, to) => {
  if (plan?.plant !== 'copy' || !below(to) || !fs.statSync(from).isDirectory()) return rename(from, to);
  await fs.promises.mkdir(to, { recursive: true });
  for (const name of fs.readdirSync(from)) {
    const kind = fate('write', `${to}/${name}`);
    if (fails(kind)) throw trouble(kind, 'write', to);
    fs.cpSync(`${from}/${name}`, `${to}/${name}`, { recursive: true });
  }
  fs.rmSync(from, { recursive: true });
};

// `rm` of a whole tree goes through these, one call an entry.
for (const name of ['unlink', 'rmdir']) {
  const real = fs[name];
  fs[name] = (path, ...rest) => {
    const kind = fate('remove', path);
    if (fails(kind)) return process.nextTick(rest.at(-1), trouble(kind, 'remove', path));
    return real(path, ...rest);
  };
}
syncBuiltinESMExports();

if (process.env.INNOPOINTS_FAULT) arm(JSON.parse(process.env.INNOPOINTS_FAULT));
