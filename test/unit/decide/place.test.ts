import { expect, test } from 'vitest';
import { planFromYaml } from '../../../src/profile/index.js';
import { type FirmRecord, firmsOf } from '../../support/firms-builder.js';
import { assess } from '../../support/score-of.js';
import { indicatorYaml, source } from '../profile/sample.js';

const blank = { mark: null, patents: null, level: null };

function placed(part: string, records: readonly FirmRecord[], more = '') {
  const plan = planFromYaml(
    indicatorYaml(
      'mark',
      '{ mark: { of: 100 } }',
      `${more}lists:\n  - { id: best, kind: ranking, name: 百强, when: total >= 0, ${part}, source: ${source} }\n`,
    ),
    'sample.yaml',
  );
  const { decisions } = assess(plan, firmsOf(records.map((one) => ({ ...blank, ...one }))));
  const places = decisions.places![0]!;
  return { on: decisions.lists.map((lists) => lists.length === 1), places };
}
const marks = (...all: readonly (number | null)[]) => all.map((mark) => ({ mark }));

test('whoever ties at the edge is in', () => {
  const { on, places } = placed('top: 2', marks(90, 80, 80, 80, 70));
  expect(on).toEqual([true, true, true, true, false]);
  expect([...places.place]).toEqual([1, 2, 2, 2, 5]);
  expect(places.groups).toEqual([{ word: null, size: 5, edge: 2, listed: 4, last: 2 }]);
});

test('a tie that fills the places leaves no room behind it', () => {
  expect(placed('top: 3', marks(90, 80, 80, 70)).on).toEqual([true, true, true, false]);
});

test('a share is place over firms, as grades have it', () => {
  expect(placed('top: 20%', marks(5, 4, 3, 2, 1)).on).toEqual([true, false, false, false, false]);
  expect(placed('top: 19%', marks(5, 4, 3, 2, 1)).on).toEqual([false, false, false, false, false]);
  // 0.29 × 100 is 28.999999999999996 in float64.
  const hundred = placed('top: 29%', marks(...Array.from({ length: 100 }, (_, i) => i / 2)));
  expect(hundred.on.filter(Boolean)).toHaveLength(29);
});

test('each word has places of its own, blank last', () => {
  const { on, places } = placed('top: 1, by: level', [
    { mark: 50, level: '甲' },
    { mark: 60, level: '甲' },
    { mark: 40, level: '丁' },
    { mark: 10, level: null },
  ]);
  expect(on).toEqual([false, true, true, true]);
  expect(places.groups.map((one) => one.word)).toEqual(['丁', '甲', null]);
});

test('rows in another order take the same places', () => {
  const records = marks(30, 90, 90, 10);
  const turned = placed('top: 2', [...records].reverse());
  expect([...turned.places.place].reverse()).toEqual([...placed('top: 2', records).places.place]);
});

test('a vetoed firm takes no place', () => {
  const veto = `vetoes:\n  - { id: bad, bar: patents = 0, text: 没有专利, unknown: pass-with-warning, source: ${source} }\n`;
  const { on, places } = placed(
    'top: 1',
    [
      { mark: 99, patents: 0 },
      { mark: 50, patents: 1 },
      { mark: 60, patents: 1 },
    ],
    veto,
  );
  expect(on).toEqual([false, false, true]);
  expect([...places.place]).toEqual([0, 2, 1]);
});
