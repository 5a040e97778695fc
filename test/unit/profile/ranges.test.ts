import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../../src/expr/index.js';
import type { Expression, Scope, Type } from '../../../src/model/expr.js';
import { covers, neverHolds, rangeOf } from '../../../src/profile/lint/ranges.js';

const types: Readonly<Record<string, Type>> = {
  total: { kind: 'number', money: null },
  patents: { kind: 'number', money: null },
  staff: { kind: 'number', money: null },
  authorised: { kind: 'boolean' },
  level: { kind: 'text' },
};
const scope: Scope = {
  lookup: (name) => (types[name] === undefined ? null : { id: name, type: types[name] }),
  names: Object.keys(types),
};
const rule = (text: string): Expression => {
  const compiled = compileExpression(text, scope, 'boolean');
  if (!compiled.ok) throw new Error(text);
  return compiled.expression;
};
const known = new Map([['total', rangeOf(0, 100)]]);

describe('no firm can meet', () => {
  test.each([
    'total > 100',
    '100 < total',
    'total < 0',
    'total = 101',
    'total between 101 and 120',
    'authorised and total >= 100.01',
    'total >= 101 or total < 0',
    'patents > 3 and patents < 3',
    'patents >= 3 and patents < 3',
    'patents / staff > 0.5 and patents / staff < 0.4',
    'authorised and (patents < 1 and patents > 2 or total > 100)',
  ])('%s', (text) => {
    expect(neverHolds(rule(text), known)).not.toBeNull();
  });
});

describe('some firm may meet', () => {
  test.each([
    'total >= 100',
    'total <= 0',
    'total >= 101 or authorised',
    'patents >= 3 and patents <= 3',
    'patents > 3 and staff < 3',
    'not (total > 100)',
    'total != 100',
    'total > 100 - patents',
    'total not between 0 and 100 or level = "甲"',
  ])('%s', (text) => {
    expect(neverHolds(rule(text), known)).toBeNull();
  });
});

test('what is known of a quantity is said only where it alone is the reason', () => {
  expect(neverHolds(rule('total > 100'), known)).toMatchObject({ subject: 'total', known: { high: 100 } });
  expect(neverHolds(rule('total > 60 and total < 50'), known)).toEqual({ subject: 'total', known: null });
});

describe('takes all firms from the later', () => {
  test.each([
    ['patents >= 1', 'patents >= 4'],
    ['patents >= 1', 'patents = 1'],
    ['patents > 0', 'patents between 1 and 3'],
    ['authorised', 'total >= 60 and authorised'],
    ['total >= 50 and authorised', 'authorised and total >= 60'],
    ['level = "甲"', 'level = "甲" and patents > 2'],
  ])('%s before %s', (earlier, later) => {
    expect(covers(rule(earlier), rule(later))).toBe(true);
  });

  test.each([
    ['patents >= 4', 'patents >= 1'],
    ['patents > 1', 'patents >= 1'],
    ['patents >= 1', 'staff >= 4'],
    ['patents >= 1 and authorised', 'patents >= 4'],
    ['not authorised', 'authorised'],
    ['level = "甲"', 'level = "乙"'],
  ])('not %s before %s', (earlier, later) => {
    expect(covers(rule(earlier), rule(later))).toBe(false);
  });
});
