import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { errnoOf } from '../../finding/index.js';
import { outputTrouble } from './output-trouble.js';

/** A computer's name may hold anything and be long. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Where a file is made before it is moved in: hidden, and named after its maker, so that remains are told from work. */
export const tempBeside = (name: string): string => `.${name}.tmp-${host}-${process.pid}`;

/** Removes what dead processes of this computer left of a file of this name; another computer's may be at work. */
export async function sweepTemps(folder: string, name: string): Promise<void> {
  const start = `.${name}.tmp-${host}-`;
  for (const entry of await readdir(folder)) {
    const pid = entry.startsWith(start) ? entry.slice(start.length) : '';
    if (/^\d+$/.test(pid) && (Number(pid) === process.pid || isDead(Number(pid))))
      await rm(join(folder, entry), { force: true });
  }
}

/** A private folder for the length of a command, where the system keeps its own; those of dead processes go. Throws exit 4. */
export async function tempFolder(purpose: string): Promise<string> {
  const start = `innopoints-${purpose}-${host}-`;
  try {
    return await freshFolder(start);
  } catch (error) {
    throw outputTrouble(error, tmpdir());
  }
}

async function freshFolder(start: string): Promise<string> {
  for (const entry of await readdir(tmpdir())) {
    const pid = entry.startsWith(start) ? /^\d+(?=-)/.exec(entry.slice(start.length))?.[0] : undefined;
    if (pid === undefined || !isDead(Number(pid))) continue;
    // Another user's is not ours to remove.
    await rm(join(tmpdir(), entry), { recursive: true, force: true }).catch(() => undefined);
  }
  return mkdtemp(join(tmpdir(), `${start}${process.pid}-`));
}

/** No such process on this computer; one that we may not signal lives. */
export function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errnoOf(error) === 'ESRCH';
  }
}
