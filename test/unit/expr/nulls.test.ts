import { expect, test } from 'vitest';
import { evaluate } from './zone.js';

/** Truth values as fields, so that nothing is folded at load: true, false, null. */
const firm = { authorised: true, dishonest: false };
const spelled = (sign: string): string =>
  sign === 'T' ? 'authorised' : sign === 'F' ? 'dishonest' : '(total > 0)';
const truth = (value: number | string | null): string => (value === 1 ? 'T' : value === 0 ? 'F' : 'N');

// The tables of SQL:1999, cell by cell: left, right, and, or.
test.each([
  ['F', 'F', 'F', 'F'],
  ['F', 'T', 'F', 'T'],
  ['F', 'N', 'F', 'N'],
  ['T', 'F', 'F', 'T'],
  ['T', 'T', 'T', 'T'],
  ['T', 'N', 'N', 'T'],
  ['N', 'F', 'F', 'N'],
  ['N', 'T', 'N', 'T'],
  ['N', 'N', 'N', 'N'],
])('%s and %s is %s, or is %s', (left, right, both, either) => {
  expect(truth(evaluate(`${spelled(left)} and ${spelled(right)}`, firm))).toBe(both);
  expect(truth(evaluate(`${spelled(left)} or ${spelled(right)}`, firm))).toBe(either);
});

test.each([
  ['T', 'F'],
  ['F', 'T'],
  ['N', 'N'],
])('not %s is %s', (of, result) => {
  expect(truth(evaluate(`not ${spelled(of)}`, firm))).toBe(result);
});

test.each([
  'revenue + 1 万元',
  '1 万元 - revenue',
  'revenue * 2',
  'revenue / 2',
  '-revenue',
  '1 万元 / revenue',
  'revenue = revenue',
  'revenue != revenue',
  'revenue = 1 万元',
  'revenue < 1 万元',
  'revenue <= 1 万元',
  'revenue > 1 万元',
  'revenue >= 1 万元',
  'industry = industry',
  'industry = "制造业"',
  'industry != "制造业"',
  'industry in ("制造业", "软件业")',
  'industry not in ("制造业", "软件业")',
  'starts_with(industry, "制造")',
  'starts_with("制造业", industry)',
  'revenue in (1 万元, 2 万元)',
  'revenue between 1 万元 and 2 万元',
  'revenue not between 1 万元 and 2 万元',
  'dishonest = true',
  'abs(revenue)',
  'round(revenue, 2)',
  'min(revenue, 1 万元)',
  'min(1 万元, 2 万元, revenue)',
  'max(1 万元, revenue)',
  'max(revenue, 0)',
  'coalesce(revenue, rd_expense)',
  'coalesce(industry, first_result)',
  'years(founded, 2026-09-30)',
  'years(2026-09-30, founded)',
  'founded + 30',
  '2026-09-30 - founded',
])('%s is null where the field is blank', (text) => {
  expect(evaluate(text)).toBeNull();
});

test.each([
  ['1 / 0'],
  ['0 / 0'],
  ['total / (total - total)'],
  ['total / (0.3 - 0.1 - 0.2)'],
  ['1e308 * 10'],
  ['1e308 + 1e308'],
  ['-1e308 - 1e308'],
  ['1e308 / 0.1'],
])('%s is null', (text) => {
  expect(evaluate(text, { total: 5 })).toBeNull();
});

test('a denominator below half of the 10th decimal is 0, from there on it is a number', () => {
  expect(evaluate('1 / total', { total: 4.9e-11 })).toBeNull();
  expect(evaluate('1 / total', { total: -4.9e-11 })).toBeNull();
  expect(evaluate('1 / total', { total: 5e-11 })).toBe(2e10);
});

test.each([
  ['1 in (1, total)', 'T'],
  ['2 in (1, total)', 'N'],
  ['2 not in (1, total)', 'N'],
  ['1 not in (1, total)', 'F'],
  ['2 not in (1, 3)', 'T'],
  ['"甲" in ("甲", industry)', 'T'],
  ['"乙" in ("甲", industry)', 'N'],
  ['"乙" not in ("甲", industry)', 'N'],
  ['5 between 6 and total', 'F'],
  ['5 between total and 4', 'F'],
  ['5 between total and 6', 'N'],
  ['5 not between 6 and total', 'T'],
])('%s with a null among the bounds is %s', (text, result) => {
  expect(truth(evaluate(text))).toBe(result);
});

test('a condition that is null takes else', () => {
  expect(evaluate('if total > 60 then 1 else 2')).toBe(2);
});

test('a branch that is not taken may be null', () => {
  expect(evaluate('if true then 1 else total')).toBe(1);
});

test.each([
  ['total is missing', 1],
  ['total is not missing', 0],
  ['industry is missing', 1],
  ['total / 0 is missing', 1],
  ['(total > 1) is missing', 1],
  ['0 is missing', 0],
])('%s is never null: %d', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test.each([
  ['coalesce(total, 5)', 5],
  ['coalesce(total, patents, 0)', 0],
  ['coalesce(industry, "未填")', '未填'],
])('%s is the first that is not null: %s', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test('an empty text is a text, not null', () => {
  expect(evaluate('industry is missing', { industry: '' })).toBe(0);
});
