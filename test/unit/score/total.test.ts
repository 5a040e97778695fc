import { expect, test } from 'vitest';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed, shown } from '../../support/score-of.js';

const parts: PlanParts = {
  groups: [
    { id: 'base', cap: 15 },
    { id: 'extra', part: 'bonus', cap: 6 },
    { id: 'honour', part: 'bonus' },
    { id: 'fault', part: 'deduction', cap: 25 },
  ],
  indicators: [
    { id: 'patents', scorer: mark(10), group: 'base' },
    { id: 'income', value: 'revenue', scorer: mark(10), group: 'base' },
    { id: 'lab', value: 'employees', scorer: mark(10), group: 'extra' },
    { id: 'prize', value: 'prizes', scorer: mark(10), group: 'honour' },
    { id: 'accident', value: 'accidents', scorer: mark(30), group: 'fault' },
  ],
  bonusCap: 8,
};
const nothing = { patents: 0, revenue: 0, employees: 0, prizes: 0, accidents: 0 };

test('0.1 and 0.2 make 0.3, exactly', () => {
  const { scores } = assessed(
    {
      indicators: [
        { id: 'patents', scorer: mark(1) },
        { id: 'prizes', scorer: mark(1) },
      ],
    },
    [{ patents: 0.1, prizes: 0.2 }],
  );
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(shown(scores.total)).toEqual([0.3]);
  expect(shown(scores.groups[0]!)).toEqual([0.3]);
});

test('the parts are added as they are shown: three times 3.33, not 9.99 rounded later', () => {
  const third = { scorer: mark(10) };
  const { scores } = assessed(
    {
      indicators: [
        { id: 'patents', ...third },
        { id: 'prizes', ...third },
        { id: 'employees', ...third },
      ],
    },
    [{ patents: 10 / 3, prizes: 10 / 3, employees: 10 / 3 }],
  );
  expect(shown(scores.total)).toEqual([9.99]);
});

test('a group gives no more than its cap', () => {
  const { scores } = assessed(parts, [
    { ...nothing, patents: 10, revenue: 4 },
    { ...nothing, patents: 10, revenue: 10 },
  ]);
  expect(shown(scores.groups[0]!)).toEqual([14, 15]);
  expect(shown(scores.total)).toEqual([14, 15]);
});

test('bonuses together give no more than the bonus cap, each group no more than its own', () => {
  const { scores } = assessed(parts, [
    { ...nothing, employees: 9 },
    { ...nothing, employees: 9, prizes: 5 },
  ]);
  expect(shown(scores.groups[1]!)).toEqual([6, 6]);
  expect(shown(scores.groups[2]!)).toEqual([0, 5]);
  expect(shown(scores.total)).toEqual([6, 8]);
});

test('a bonus can lift the total above the weights where no cap stands', () => {
  const { scores } = assessed({ ...parts, bonusCap: null }, [
    { ...nothing, patents: 10, revenue: 10, employees: 9, prizes: 10 },
  ]);
  expect(shown(scores.total)).toEqual([31]);
});

test('a deduction is an amount that is taken away, up to the cap of its group', () => {
  const { scores } = assessed({ ...parts, floor: null }, [
    { ...nothing, patents: 10, accidents: 3 },
    { ...nothing, patents: 10, accidents: 30 },
  ]);
  expect(shown(scores.groups[3]!)).toEqual([3, 25]);
  expect(shown(scores.total)).toEqual([7, -15]);
});

test('the total does not fall below 0', () => {
  const { scores } = assessed(parts, [{ ...nothing, patents: 2, accidents: 5 }]);
  expect(shown(scores.total)).toEqual([0]);
});

test('the total does not fall below a floor that the profile states', () => {
  const { scores } = assessed({ ...parts, floor: -10 }, [
    { ...nothing, accidents: 5 },
    { ...nothing, accidents: 20 },
  ]);
  expect(shown(scores.total)).toEqual([-5, -10]);
});

test('a missing deduction under `zero` takes nothing away, with a warning', () => {
  const run = assessed(parts, [{ ...nothing, patents: 5, accidents: null }]);
  expect(shown(run.scores.total)).toEqual([5]);
  expect(run.findings.map((one) => [one.id, one.severity])).toEqual([['cell.blank', 'warning']]);
});

test('gates only: no total, and the reason', () => {
  const { scores } = assessed({ groups: [], scored: false }, [{ patents: 1 }]);
  expect(shown(scores.total)).toEqual([null]);
  expect(scores.withheld).toEqual(['gates-only']);
  expect(Array.from(scores.scored)).toEqual([1]);
});
