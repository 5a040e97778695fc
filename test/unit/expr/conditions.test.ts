import { expect, test } from 'vitest';
import { bindSides, conditionsOf } from '../../../src/expr/index.js';
import { compiled, frameOf } from './zone.js';

test('the parts of the outermost and are the conditions, each with what it reads', () => {
  const parts = conditionsOf(
    compiled('total >= 60 and authorised and (first_result = "未授信" or 总分 < 80)'),
  );
  expect(parts.map((one) => [one.text, one.reads])).toEqual([
    ['total >= 60', ['total']],
    ['authorised', ['authorised']],
    ['(first_result = "未授信" or 总分 < 80)', ['first_result', 'total']],
  ]);
});

test('a rule without an and is one condition', () => {
  expect(conditionsOf(compiled('total >= 60 or authorised'))).toHaveLength(1);
});

test('both sides of an ordering of numbers are told, in canonical units', () => {
  const [condition] = conditionsOf(compiled('revenue / employees >= 5000 元'));
  const sides = bindSides(condition!, frameOf({ revenue: 10, employees: 40 }));
  expect(sides?.(0)).toEqual({ sign: '>=', left: 0.25, right: 0.5 });
});

test.each(['authorised', 'industry = "集成电路"', 'founded <= as_of', 'total is missing'])(
  '%s has no sides that can be subtracted',
  (text) => {
    expect(bindSides(compiled(text), frameOf({}))).toBeNull();
  },
);
