// Every regular expression of src against strings of 100,000 characters made of its own pieces:
//   node test/faults/regexes.mjs [--length N] [--ms N] [--quick]
// Prints those over the limit and the slowest ten; exits 1 where one is over it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attackAll } from './regexes/attack-all.mjs';
import { bounded } from './regexes/bounded.mjs';
import { regexesIn } from './regexes/collect.mjs';

const { values } = parseArgs({
  options: {
    length: { type: 'string', default: '100000' },
    ms: { type: 'string', default: '50' },
    quick: { type: 'boolean', default: false },
  },
});
const say = (text) => process.stdout.write(`${text}\n`);
const root = fileURLToPath(new URL('../../', import.meta.url));
const all = regexesIn(join(root, 'src'), root).filter((one) => !bounded.has(one.source));
const unlike = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
const results = await attackAll(unlike, {
  length: Number(values.length),
  thorough: values.quick !== true,
  limit: 20_000,
});
results.sort((a, b) => b.ms - a.ms);
const over = results.filter((one) => one.ms > Number(values.ms));
for (const { at, source, flags, ms, sample } of [...over, ...results.slice(over.length, over.length + 10)])
  say(`${ms.toFixed(1).padStart(9)} ms  ${at}  /${source}/${flags}  ${JSON.stringify(sample)}`);
for (const [source, why] of bounded) say(`left out: /${source}/ ${why}`);
const attacks = results.reduce((sum, one) => sum + one.attacks, 0);
say(
  `${all.length} expressions, ${unlike.length} of them unlike, ${attacks} attacks of ${values.length} characters, ${over.length} over ${values.ms} ms`,
);
process.exitCode = over.length > 0 ? 1 : 0;
