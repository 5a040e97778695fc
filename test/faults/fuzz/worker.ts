import { parentPort, workerData } from 'node:worker_threads';
import { onBeat } from './beat.js';
import { type KindName, kinds } from './kinds.js';
import { runCases } from './run-cases.js';

// The thread that runs cases. What it works at stands in shared memory, where the watchdog sees it without being told.

interface Task {
  readonly kind: KindName;
  readonly root: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** [case, 0 ours · 1 the peer's] */
  readonly at: Int32Array;
}

const { kind: name, root, seed, from, to, at } = workerData as Task;
onBeat((phase) => Atomics.store(at, 1, phase === 'ours' ? 0 : 1));
await runCases(
  kinds[name](root),
  seed,
  { from, to },
  (told) => {
    if (!('error' in told)) {
      parentPort?.postMessage({ index: told.index, came: told.came, held: told.held });
      return;
    }
    const { error, index, made } = told;
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ index, name: made.name, bytes: made.bytes, error: stack });
  },
  (index) => {
    Atomics.store(at, 1, 0);
    Atomics.store(at, 0, index);
  },
);
