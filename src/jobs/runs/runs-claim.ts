import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EdgeError, Exit } from '../../finding/index.js';
import { type Claim, checkLatest, claimOutput, mendBeside, outputTrouble } from '../../report/index.js';
import type { AssessRequest } from '../request.js';

/** Between two looks at a lock. */
const POLL_MS = 200;

/** What a run folder is named after where the request names a folder of runs. */
export interface RunName {
  readonly period: string;
  readonly profile: string;
}

/** Claims the output of a request; null where nothing is written. Throws exit 4, or 5 after `wait`. */
export async function claimRun(request: AssessRequest, name: RunName): Promise<Claim | null> {
  const { out, runs, force = false } = request;
  if (runs !== undefined) return waiting(request.wait ?? 0, () => claimIn(runs, name, force));
  return out === null ? null : waiting(request.wait ?? 0, () => claimOutput(out, { force }));
}

/** Each look starts over: what the other run has published by then is seen. */
async function waiting<T>(wait: number, claim: () => Promise<T>): Promise<T> {
  const until = performance.now() + wait;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      const left = until - performance.now();
      if (!(error instanceof EdgeError) || error.exit !== Exit.locked || left <= 0) throw error;
      await setTimeout(Math.min(POLL_MS, left));
    }
  }
}

/**
 * `2026Q3-hefei-hightech-2025` in a folder of runs; where that is taken, the same with `+2`, `+3` … behind it (no profile's
 * id has a plus). `force` replaces the last of them instead.
 */
async function claimIn(root: string, name: RunName, force: boolean): Promise<Claim> {
  await checkLatest(root);
  await mendBeside(root, (other) => runNames.test(other));
  const base = `${name.period}-${name.profile}`.replace(/[^\p{L}\p{N}._-]/gu, '_');
  for (;;) {
    const last = await lastOf(root, base);
    const number = force ? Math.max(1, last) : last + 1;
    const target = join(root, number === 1 ? base : `${base}+${number}`);
    try {
      return await claimOutput(target, { force });
    } catch (error) {
      // Another run took the name between our look and our lock.
      if (!(error instanceof EdgeError) || error.findings[0]?.id !== 'file.output-exists') throw error;
    }
  }
}

/** Begins with a period: what else lies in the folder is not ours to mend. */
const runNames = /^(?:19|20)\d{2}(?:[QH]\d|-\d{2})?-./;

/** The highest number taken; 0 for none. */
async function lastOf(root: string, base: string): Promise<number> {
  const names = await readdir(root).catch((error: unknown) => {
    // Not made yet. Anything else would give each look the same name, for ever.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw outputTrouble(error, root);
  });
  let last = 0;
  for (const name of names) {
    if (name === base) last = Math.max(last, 1);
    const [, number] = name.startsWith(`${base}+`) ? (/\+(\d{1,6})$/.exec(name) ?? []) : [];
    if (number !== undefined && name === `${base}+${number}`) last = Math.max(last, Number(number));
  }
  return last;
}
