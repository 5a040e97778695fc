import { expect, test } from 'vitest';
import { widthOf } from '../../../src/cli/layout.js';
import { painter } from '../../../src/cli/paint.js';
import { pointsLines } from '../../../src/cli/show-points.js';
import type { Summary } from '../../../src/jobs/assess/summarise.js';

type Points = NonNullable<Summary['points']>;

const nearest = Array.from({ length: 5 }, (_, index) => ({
  id: `91410100MA000000${index}X`,
  name: `郑州华新传感技术有限公司第${index}分公司`,
  total: 59 - index / 2,
  shortBy: 1 + index / 2,
}));
const points: Points = {
  decimals: 2,
  lines: [60],
  from: 0,
  to: 100,
  width: 5,
  bins: [0, 1, 0, 2, 4, 8, 16, 20, 30, 40, 38, 30, 22, 12, 8, 6, 3, 1, 0, 0],
  near: { within: 5, firms: 30, nearest },
};
const plain = painter(false);
const shown = (one: Points, width = 80, named = true): string[] =>
  pointsLines(one, 'zh', plain, width, named);

test('the line stands under the first column that reaches it', () => {
  const [, , columns, scale] = shown(points);
  expect(scale!.indexOf('▲60')).toBe(2 + 12 * 3);
  expect(columns!.slice(2).match(/.{1,3}/g)?.[9]).toMatch(/█/);
  expect(columns!.slice(2, 5).trim()).toBe('');
});

test.each([80, 60, 40, 24])('no line is wider than %d columns', (width) => {
  for (const lang of ['zh', 'en'] as const)
    for (const line of pointsLines(points, lang, plain, width, true)) {
      // A title of a few words may be wider than a terminal that nobody has.
      if (width >= 40) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
  expect(widthOf(shown(points, width)[2]!)).toBeLessThanOrEqual(width);
});

test('a log is told how many stand near the line, and not who', () => {
  const said = shown(points, 80, false).join('\n');
  expect(said).toContain('30 家');
  expect(said).not.toMatch(/华新传感|59\.00|91410100/);
});

test('who looks on is told the nearest, with both figures', () => {
  const said = shown(points).join('\n');
  expect(said).toMatch(/郑州华新传感技术有限公司第0分公司 +59\.00 +差 1\.00/);
  expect(said).toContain('另有 25 家');
});

test('without a line there is a scale and no near miss', () => {
  const said = shown({ ...points, lines: [], near: null }).join('\n');
  expect(said).not.toMatch(/▲|只差一点/);
  expect(said).toMatch(/ 0 +100/);
});

test('a name that would act on the terminal is shown', () => {
  const hostile = {
    ...points,
    near: { within: 5, firms: 1, nearest: [{ ...nearest[0]!, name: '华新\u001b[2J' }] },
  };
  expect(shown(hostile).join('')).toContain('\\u001b');
});
