// The process around the thread that runs cases: it keeps time, and tells its parent what came of each case. It may die
// with the thread, where the engine itself gives up; the parent then goes on behind that case.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Seconds that one case may take of our own processor time; the wall may stand still on a busy machine. */
const hang = 5;
const looksEvery = 100;

const { worker: path, save, ...task } = JSON.parse(process.argv[2]);
const at = new Int32Array(new SharedArrayBuffer(8));
at[0] = -1;
const worker = new Worker(path, {
  workerData: { ...task, at },
  resourceLimits: { maxOldGenerationSizeMb: 1024 },
});

let [seen, since] = [-1, process.cpuUsage()];
const watch = setInterval(() => {
  const [index, peer] = [Atomics.load(at, 0), Atomics.load(at, 1)];
  if (index < 0) return;
  process.send({ at: index, peer });
  if (index * 2 + peer !== seen) {
    [seen, since] = [index * 2 + peer, process.cpuUsage()];
    return;
  }
  const { user, system } = process.cpuUsage(since);
  if ((user + system) / 1e6 < hang) return;
  finish({ index, peer, hangs: `more than ${hang} s of processor time` });
}, looksEvery);

worker.on('message', ({ bytes, ...told }) => {
  if (bytes !== undefined && save !== undefined) {
    mkdirSync(save, { recursive: true });
    writeFileSync(join(save, `${task.kind}-${task.seed}-${told.index}-${told.name}`), bytes);
  }
  process.send(told);
});
worker.on('error', (error) => {
  const index = Atomics.load(at, 0);
  if (index < 0) throw error;
  finish({ index, peer: Atomics.load(at, 1), dies: error.stack ?? String(error) });
});
worker.on('exit', (code) => {
  if (code === 0) finish({ done: true });
});

function finish(told) {
  clearInterval(watch);
  process.send({ ...told, rss: process.resourceUsage().maxRSS / 1024 }, () => process.exit(0));
}
