import { Worker } from 'node:worker_threads';

/**
 * Attacks each regular expression with strings made of its own pieces. Gives the slowest attack of each, in milliseconds; one
 * that goes on beyond `limit` milliseconds is ended and told as `Infinity`.
 */
export async function attackAll(regexes, { length, thorough, limit }) {
  const results = [];
  for (let from = 0; from < regexes.length; )
    from = await attackFrom(regexes, from, { length, thorough, limit }, results);
  return results;
}

function attackFrom(regexes, from, { length, thorough, limit }, results) {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./try-regexes.mjs', import.meta.url), {
      workerData: { regexes: regexes.slice(from), length, thorough },
    });
    let at = from;
    const end = () => {
      results.push({ ...regexes[at], ms: Number.POSITIVE_INFINITY, attacks: 1, sample: '' });
      void worker.terminate().then(() => done(at + 1));
    };
    let watch = setTimeout(end, limit);
    worker.on('message', ({ begun, index, ...told }) => {
      clearTimeout(watch);
      watch = setTimeout(end, limit);
      if (begun !== undefined) at = from + begun;
      else results.push({ ...regexes[from + index], ...told });
    });
    worker.on('error', fail);
    worker.on('exit', (code) => {
      clearTimeout(watch);
      if (code === 0) done(regexes.length);
    });
  });
}
