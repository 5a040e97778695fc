import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EdgeError, Exit } from '../../finding/index.js';
import {
  type Claim,
  checkLatest,
  claimOutput,
  looksLikeRun,
  mendBeside,
  outputTrouble,
} from '../../report/index.js';
import type { AssessRequest } from '../request.js';
import { nameOf, numberOf, type RunName } from './run-name.js';

/** Between two looks at a lock. */
const POLL_MS = 200;

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

/** The next name that is free in a folder of runs; `force` replaces the last of them instead. */
async function claimIn(root: string, name: RunName, force: boolean): Promise<Claim> {
  await checkLatest(root);
  await mendBeside(root, looksLikeRun);
  for (let least = 0; ; ) {
    // What a look says is taken stays taken, though the list of names may lag on a network disk.
    const last = Math.max(least, await lastOf(root, name));
    const target = join(root, nameOf(name, force ? Math.max(1, last) : last + 1));
    try {
      return await claimOutput(target, { force });
    } catch (error) {
      // Another run took the name between our look and our lock.
      if (!(error instanceof EdgeError) || error.findings[0]?.id !== 'file.output-exists') throw error;
      least = last + 1;
    }
  }
}

/** The highest number taken; 0 for none. */
async function lastOf(root: string, name: RunName): Promise<number> {
  const names = await readdir(root).catch((error: unknown) => {
    // Not made yet. Anything else would give each look the same name, for ever.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw outputTrouble(error, root);
  });
  return Math.max(0, ...names.map((one) => numberOf(one, name) ?? 0));
}
