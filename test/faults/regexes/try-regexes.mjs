import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { attacksOn } from './attack.mjs';

// A thread that attacks regular expressions one by one. An attack that never ends is seen from outside: `begun` is told first.

const { regexes, length, thorough } = workerData;
for (const [index, { source, flags }] of regexes.entries()) {
  parentPort.postMessage({ begun: index });
  let worst = { ms: 0, sample: '' };
  let attacks = 0;
  for (const text of attacksOn(source, flags, length, thorough)) {
    attacks++;
    // The better of two: a machine under load is not the expression's fault.
    const ms = once(source, flags, text);
    const sure = ms > worst.ms && ms > 10 ? Math.min(ms, once(source, flags, text)) : ms;
    if (sure > worst.ms) worst = { ms: sure, sample: `${text.slice(0, 24)}…${text.slice(-4)}` };
  }
  parentPort.postMessage({ index, attacks, ...worst });
}

function once(source, flags, text) {
  const regex = new RegExp(source, flags);
  const start = performance.now();
  text.replace(regex, '');
  return performance.now() - start;
}
