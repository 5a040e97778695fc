import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from '../support/workbench.js';
import { attackAll } from './regexes/attack-all.mjs';
import { bounded } from './regexes/bounded.mjs';
import { regexesIn, regexesOf } from './regexes/collect.mjs';

// A share of `node test/faults/regexes.mjs`: fewer and shorter strings. What tries each place again with each character takes
// a second here, what does not takes milliseconds; the limit lies between, for a machine that is busy.
const how = { length: 30_000, thorough: false, limit: 10_000 };
const limit = 300;

test('no regular expression of the program can be kept busy by a text', async () => {
  const all = regexesIn(join(root, 'src'), root).filter((one) => !bounded.has(one.source));
  const unlike = [...new Map(all.map((one) => [`${one.source} ${one.flags}`, one])).values()];
  expect(unlike.length).toBeGreaterThan(300);
  const slow = (await attackAll(unlike, how)).filter((one) => one.ms > limit);
  expect(slow.map((one) => `${one.at} /${one.source}/ ${one.ms.toFixed(0)} ms ${one.sample}`)).toEqual([]);
});

test.each([
  ['an end that each place is tried for', '[. ]+$'],
  ['two repetitions of the same', '^\\d+\\.?\\d*x'],
  ['a repetition of repetitions', '^(a+)+$'],
])('%s is seen', async (_, source) => {
  const [told] = await attackAll([{ at: 'src/x.ts:1', source, flags: '' }], { ...how, limit: 2000 });
  expect(told?.ms).toBeGreaterThan(limit);
});

test('literals, constructors and templates are all found', () => {
  const text =
    "const a = /x+/g; const b = new RegExp(`<\u0024{name}(?=[\\\\s])`, 'i'); const c = new RegExp(['a', 'b'].join(''));";
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2023, true);
  expect(regexesOf(file, 'x.ts').map((one) => `/${one.source}/${one.flags}`)).toEqual([
    '/x+/g',
    '/<word(?=[\\s])/i',
    '/ab/',
  ]);
});
