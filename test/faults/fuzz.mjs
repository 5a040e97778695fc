// Fuzz: damaged inputs by the ten thousand, through the steps of the program in one process, under a watchdog.
//   node test/faults/fuzz.mjs csv|workbook|expression|profile [--count N] [--seed S] [--from N] [--save FOLDER]
// A case is made from its seed and number alone: `--seed S --from N --count 1` makes it again. Prints what was held how
// often, and exits 1 where a promise was broken.
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    save: { type: 'string' },
  },
});
const kind = positionals[0];
const seed = Number(values.seed);
const begin = Number(values.from);
const end = begin + Number(values.count);
const root = fileURLToPath(new URL('../../', import.meta.url));

// Bundled where Node finds the packages, as deep as the program stands, and neither in git nor in the package.
const built = join(root, 'coverage', `fuzz-${process.pid}`);
process.on('exit', () => rmSync(built, { recursive: true, force: true }));
const bundle = await rolldown({
  input: { worker: join(root, 'test/faults/fuzz/worker.ts') },
  platform: 'node',
  external: [/^xlsx/, /^csv-parse/, /^yaml/, /^zod/, 'iconv-lite'],
  logLevel: 'silent',
});
await bundle.write({ dir: built, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
await bundle.close();

const count = { read: 0, refused: 0, broken: 0, peer: 0 };
const held = new Map();
const troubles = new Map();
const say = (line) => process.stdout.write(`${line}\n`);
const started = Date.now();
const seconds = () => ((Date.now() - started) / 1000).toFixed(0);
let peak = 0;

function trouble(index, text) {
  count.broken++;
  const [first, ...stack] = text.split('\n');
  const place = stack.find((line) => /^\s+at /.test(line))?.trim() ?? '';
  const key = `${first.replace(/\d+/g, 'N').slice(0, 100)} ${place.replace(/\(.*\/|:\d+\)?/g, '')}`;
  troubles.set(key, (troubles.get(key) ?? 0) + 1);
  if (troubles.get(key) <= 3) say(`case ${index}: ${[first, ...stack.slice(0, 4)].join('\n')}`);
}

/** Where only the library that we are compared with gave up, nothing of ours was lost. */
function gaveUp({ index, peer }, text) {
  if (peer) count.peer++;
  else trouble(index, text);
}

/** Runs from a case on, until the end or a case that hangs or kills its process. Gives the case to go on with. */
const runFrom = (from) =>
  new Promise((done) => {
    const task = { worker: join(built, 'worker.mjs'), save: values.save, kind, root, seed, from, to: end };
    const child = fork(join(root, 'test/faults/fuzz/supervise.mjs'), [JSON.stringify(task)]);
    let next = null;
    let last = { index: from, peer: 0 };
    child.on('message', (told) => {
      if (told.rss !== undefined) peak = Math.max(peak, told.rss);
      if (told.done) next = end;
      else if (told.at !== undefined) last = { index: told.at, peer: told.peer };
      else if (told.hangs !== undefined || told.dies !== undefined) {
        gaveUp(told, told.hangs ? `hangs: ${told.hangs}` : `the thread dies: ${told.dies}`);
        next = told.index + 1;
      } else {
        last = { index: told.index + 1, peer: 0 };
        if (told.error !== undefined) trouble(told.index, told.error);
        else count[told.came]++;
        for (const name of told.held ?? []) held.set(name, (held.get(name) ?? 0) + 1);
        if ((told.index + 1) % 2000 === 0)
          say(`${told.index + 1 - begin} cases, ${count.broken} broken, ${seconds()} s`);
      }
    });
    child.on('exit', (code, signal) => {
      if (next === null && code === 1 && last.index === from) process.exit(1);
      if (next === null) gaveUp(last, `the process dies: ${signal ?? code}`);
      done(next ?? last.index + 1);
    });
  });

for (let from = begin; from < end; ) from = await runFrom(from);

say(
  `${kind}, seed ${seed}, cases ${begin} to ${end}: ${count.read} read, ${count.refused} refused, ${count.broken} broken promises, ` +
    `${count.peer} given up by the peer only; ${seconds()} s, peak ${peak.toFixed(0)} MiB`,
);
say(`held: ${[...held].map(([name, times]) => `${name} ${times}`).join(', ')}`);
for (const [key, times] of troubles) say(`${times} × ${key}`);
process.exitCode = count.broken > 0 ? 1 : 0;
