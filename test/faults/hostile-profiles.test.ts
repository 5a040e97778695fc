import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { watched } from '../support/watched.js';
import { root, workbench } from '../support/workbench.js';

// Profiles that are made to keep a reader busy, through the real program: refused with exit 2 and a place (ECOSYSTEM §3, row 20).
// Figures are printed; what is asserted of time is only that nothing hangs. That the watch goes red, hostile-inputs shows.

const bench = workbench();
const figures: string[] = [];
afterAll(() => process.stderr.write(`${figures.join('\n')}\n`));

const indicator = (at: number) =>
  `  - { id: i${at}, group: innovation, name: 指标, value: revenue, score: { linear: { full: 1 } }, weight: 1, missing: zero, source: *demo }\n`;
const value = (text: string) => demoProfile.replace('rd_expense / revenue', text);
const bomb = ['x0: &x0 [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]'];
for (let at = 1; at < 20; at++)
  bomb.push(
    `x${at}: &x${at} [${Array(8)
      .fill(`*x${at - 1}`)
      .join(', ')}]`,
  );

test.each<readonly [string, string | number, RegExp]>([
  ['a file of a gigabyte', 2 ** 30, /:1:1：.*超过 5 MB/],
  ['a bomb of aliases', `${bomb.join('\n')}\n${demoProfile}`, /:\d+:\d+：内容超过/],
  ['20,000 brackets', `${demoProfile}about: ${'['.repeat(20_000)}`, /:21:72：嵌套超过 64 层/],
  [
    '2,000 levels of indentation',
    Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}about:`).join('\n'),
    /:66:66：嵌套超过 64 层/,
  ],
  ['20,000 dashes', `about:\n  ${'- '.repeat(20_000)}甲`, /:2:131：嵌套超过 64 层/],
  [
    'a million indicators',
    demoProfile.replace(
      'lists:',
      `${Array.from({ length: 1_000_000 }, (_, at) => indicator(at)).join('')}lists:`,
    ),
    /:1:1：.*超过 5 MB/,
  ],
  [
    'as many indicators as five megabytes hold',
    demoProfile.replace(
      'lists:',
      `${Array.from({ length: 35_000 }, (_, at) => indicator(at)).join('')}lists:`,
    ),
    /:1:1：内容超过/,
  ],
  [
    'an expression of 100,000 tokens',
    value(`revenue${' + revenue'.repeat(50_000)}`),
    /:12:12：表达式有 500007 个字符/,
  ],
  ['an expression nested 10,000 deep', value(`"${'('.repeat(9_990)}"`), /:12:78：表达式层次太深/],
  ['an expression of 5,000 additions', value(`1${'+1'.repeat(4_990)}`), /:12:\d+：表达式层次太深/],
  [
    '120 expressions of 9,000 characters',
    demoProfile.replace(
      'lists:',
      `${Array.from({ length: 120 }, (_, at) =>
        indicator(at)
          .replace('*demo', '{ assumed: true, reason: 演示 }')
          .replace('value: revenue', `value: "revenue in (1${', 1'.repeat(2_990)})"`),
      ).join('')}lists:`,
    ),
    /:\d+:\d+：到这里，全部表达式合计超过 1000000 个字符/,
  ],
])('%s is refused', (name, text, told) => {
  const file = 'zone-2026.yaml';
  bench.file(file, typeof text === 'string' ? text : '');
  if (typeof text === 'number') truncateSync(join(bench.folder, file), text);
  const ran = watched(bench.folder, join(root, 'bin/innopoints.js'), ['profile', 'lint', file]);
  figures.push(`${name}: exit ${ran.code}, ${ran.seconds.toFixed(1)} s, ${ran.rss.toFixed(0)} MiB`);
  expect(ran.troubles, ran.said).toEqual([]);
  expect(ran.code, ran.said).toBe(2);
  expect(ran.said).toMatch(told);
  expect(ran.rss).toBeLessThan(250);
});
