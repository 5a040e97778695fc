import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/workbench.js';
import { type Found, regexesIn } from './regexes.js';

// ECOSYSTEM §3, 23: no text of a stranger keeps a regular expression busy. Each one gets what it is made of, over and over, with
// an end that does not fit. At this length one that is linear takes a few milliseconds and one that is quadratic over a second.
const size = 40_000;
const mostMs = 500;
const pieces = [
  ...'aA09 \t\n\r"\'<>.,-+=_/\\()[]{}:;&#%*|年企　，（）万xse\u0000\u200b',
  ...[
    '1,',
    '1.',
    'a ',
    'a=',
    '<a ',
    '</',
    '&#x',
    '""',
    ' "',
    '= "',
    'a="',
    'a.',
    '-1',
    'A1:',
    '年1',
    '（a',
    '元)',
    'e1',
  ],
  ...['<!--', '-->', '<c r="', '</v>', '_x', ' .', '. '],
];
const frames = [
  ['', '\u0001'],
  ['x', ''],
  ['<', '!'],
] as const;

/** These read numbers that the program itself wrote: some twenty digits. */
const ofNumbers = new Set([
  String.raw`\.?0+$`,
  String.raw`\B(?=(\d{3})+$)`,
  String.raw`\B(?=(\d{3})+(?=\.))`,
]);

/** What keeps it busy too long, or null. */
function slowOn({ source, flags }: Pick<Found, 'source' | 'flags'>): string | null {
  for (const piece of pieces)
    for (const [before, after] of frames) {
      const text = before + piece.repeat(size / piece.length) + after;
      const regex = new RegExp(source, flags);
      const start = performance.now();
      if (flags.includes('g')) text.replace(regex, '');
      else regex.test(text);
      if (performance.now() - start > mostMs) return JSON.stringify([before, piece, after]);
    }
  return null;
}

test('no regular expression of the sources is kept busy by a long text', () => {
  const all = regexesIn(join(root, 'src'));
  expect(all.length).toBeGreaterThan(300);
  const tried = all.filter(({ source }) => !ofNumbers.has(source));
  const slow = tried.flatMap((one) => {
    const by = slowOn(one);
    return by === null ? [] : [`${one.at} /${one.source}/ ${by}`];
  });
  expect(slow).toEqual([]);
}, 120_000);

test('a quadratic one is seen (planted)', () => {
  expect(slowOn({ source: '0+$', flags: '' })).not.toBeNull();
});
