import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { errnoOf, Findings, lockedError } from '../../finding/index.js';
import { kindOfPath } from './existing-output.js';
import { outputTrouble } from './output-trouble.js';
import { readPlain } from './read-plain.js';
import { isDead } from './temp-beside.js';

/** A lock on one output: a file beside it that names its holder. */
export interface Lock {
  /** False where someone took the file away: then nothing may be published. Throws exit 4 where that cannot be told. */
  held(): Promise<boolean>;
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When that process began, in the kernel's ticks and boot: a number that comes again is another process. */
  readonly start: string;
}

/** Breaking a dead lock takes a few calls; whoever waits for it looks again, for two seconds in all. */
const RETRY_MS = 20;
const ATTEMPTS = 100;
/** A breaker older than this was left by a crash. */
const BREAKS_WITHIN_MS = 10_000;

/** Where there are no links a lock file is empty until its first bytes; older than this it is a crash's. */
const EMPTY_FOR_MS = 60_000;
const linkless = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/**
 * Takes the lock, or throws exit 5 naming the holder (4 where the folder cannot be written). A lock whose holder died on
 * this computer is taken over. The name decides: only one can make it.
 */
export async function takeLock(path: string, target: string): Promise<Lock> {
  const mine = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    start: (await startOf(process.pid)) ?? '',
    token: randomUUID(),
  });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(path, mine, target)) return lockOf(path, mine, target);
    const found = await readLock(path, target);
    if (found === null) continue;
    const owner = ownerOf(found.text);
    if (!(await isStale(found, owner))) throw locked(path, target, owner);
    await breakDead(path, mine, target);
  }
  throw locked(path, target, null);
}

/**
 * False where the name is taken. The content stands before the name does: a lock that names nobody would hold up all others
 * until it is old.
 */
async function create(path: string, content: string, target: string): Promise<boolean> {
  const own = `${path}.new-${process.pid}-${randomUUID()}`;
  try {
    await writeNew(own, content);
  } catch (error) {
    throw outputTrouble(error, target);
  }
  try {
    await link(own, path);
    return true;
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (linkless.has(code)) return await createHere(path, content, target);
    // Gone: whoever holds the lock took it for remains; look again.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw outputTrouble(error, target);
  } finally {
    await remove(own);
  }
}

async function createHere(path: string, content: string, target: string): Promise<boolean> {
  try {
    await writeNew(path, content);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw outputTrouble(error, target);
  }
}

async function writeNew(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content).finally(() => file.close());
  } catch (error) {
    await remove(path);
    throw error;
  }
}

/** What cannot be removed is a dead lock as soon as this process ends, and the next run takes it over. */
const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);

/** The lock of another user, or something else of that name: whether its holder lives cannot be told. */
const unknowable = new Set(['EACCES', 'EPERM', 'ENXIO', 'EISDIR', 'ELOOP', 'ENOENT']);
const unknown = '?';

interface Found {
  readonly text: string;
  readonly ageMs: number;
}

async function readLock(path: string, target: string): Promise<Found | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readPlain(path), stat(path)]);
    return { text, ageMs: Date.now() - mtimeMs };
  } catch (error) {
    const code = errnoOf(error) ?? '';
    // The name is taken, or `create` had made it: a link to nowhere holds it as much as a file of another user.
    if (code === 'ENOENT' && (await kindOfPath(path)) === 'nothing') return null;
    if (unknowable.has(code)) return { text: unknown, ageMs: 0 };
    throw outputTrouble(error, target);
  }
}

function ownerOf(text: string): Owner | null {
  try {
    const { pid, host, start } = JSON.parse(text) as Partial<Record<keyof Owner, unknown>>;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return null;
    return typeof host === 'string' && typeof start === 'string' ? { pid, host, start } : null;
  } catch {
    return null;
  }
}

/** Only what is known to be dead is stale: another computer's holder is taken to live. */
async function isStale(found: Found, owner: Owner | null): Promise<boolean> {
  if (owner === null) return found.text === '' && found.ageMs > EMPTY_FOR_MS;
  if (owner.host !== hostname()) return false;
  if (isDead(owner.pid)) return true;
  const start = await startOf(owner.pid);
  return owner.start !== '' && start !== null && start !== owner.start;
}

/** Linux tells when a process began; elsewhere null, and a number that lives is taken for the holder. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const [boot, line] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The command's name may hold blanks and brackets; field 22 is counted from the last bracket.
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`;
  } catch {
    return null;
  }
}

/**
 * Removes a lock that is dead. Only who holds the breaker may, and looks once more under it: two that find the same dead
 * lock could else remove each other's new one.
 */
async function breakDead(path: string, mine: string, target: string): Promise<void> {
  const breaker = `${path}.break`;
  if (!(await create(breaker, mine, target))) {
    const other = await readLock(breaker, target);
    const left =
      other !== null && (other.ageMs > BREAKS_WITHIN_MS || (await isStale(other, ownerOf(other.text))));
    if (left) await remove(breaker);
    else await setTimeout(RETRY_MS);
    return;
  }
  try {
    const found = await readLock(path, target);
    if (found !== null && (await isStale(found, ownerOf(found.text)))) await remove(path);
  } finally {
    await remove(breaker);
  }
}

const lockOf = (path: string, mine: string, target: string): Lock => {
  const held = async () => {
    try {
      return (await readPlain(path)) === mine;
    } catch (error) {
      // Ours can be read: what cannot is another's.
      if (unknowable.has(errnoOf(error) ?? '')) return false;
      throw outputTrouble(error, target);
    }
  };
  return {
    held,
    async release() {
      if (await held().catch(() => false)) await remove(path);
    },
  };
};

export function locked(path: string, target: string, owner: Owner | null) {
  const findings = new Findings();
  findings.add(
    'file.locked',
    { file: target },
    { path: target, pid: owner?.pid ?? 0, host: owner?.host ?? '', lock: path },
  );
  return lockedError(findings.all);
}
