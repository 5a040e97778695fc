import { expect, test } from 'vitest';
import { bindNumber, bindText } from '../../../src/expr/index.js';
import { compiled, evaluate, frameOf } from './zone.js';

test('growth on the edge of a band is on it: 115/100 − 1 ≥ 15%', () => {
  expect(evaluate('revenue / revenue_prior - 1 >= 15%', { revenue: 115, revenue_prior: 100 })).toBe(1);
});

test.each([
  ['total = 0.3', 0.1 + 0.2, 1],
  ['total <= 0.3', 0.1 + 0.2, 1],
  ['total > 0.3', 0.1 + 0.2, 0],
  ['total != 0.3', 0.1 + 0.2, 0],
  ['total in (0.3, 5)', 0.1 + 0.2, 1],
  ['total between 0.3 and 0.3', 0.1 + 0.2, 1],
  ['total < 0.3', 0.299_999_999_9, 1],
  ['total = 0.3', 0.300_000_000_1, 0],
  ['total = 0.3', 0.300_000_000_04, 1],
  ['total = 0.3', 0.300_000_000_05, 0],
  ['total > 100000000', 100_000_000.000_000_01, 1],
])('%s compares to 10 decimals: %d', (text, total, value) => {
  expect(evaluate(text, { total })).toBe(value);
});

test.each(['=', '!=', '<', '<=', '>', '>='])('%s gives the same on a column, a sum and constants', (sign) => {
  for (const total of [1, 2, 3]) {
    const column = evaluate(`total ${sign} 2`, { total });
    expect(evaluate(`total + 0 ${sign} 2`, { total })).toBe(column);
    expect(evaluate(`${total} ${sign} 2`)).toBe(column);
  }
});

test.each([
  ['min(3, total, 5)', 2],
  ['max(3, total, 5)', 5],
  ['min(total)', 2],
  ['abs(-total)', 2],
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(1.005, 2)', 1.01],
  ['round(total / 3, 4)', 0.6667],
  ['coalesce(total, 9)', 2],
  ['floor(7 / 4)', 1],
  ['floor(-0.5)', -1],
  ['floor(0.3 / 0.1)', 3],
  ['floor(total * 1.5)', 3],
])('%s is %d', (text, value) => {
  expect(evaluate(text, { total: 2 })).toBe(value);
});

// Whole years: full on the same month and day.
test.each([
  ['2020-09-30', '2026-09-30', 6],
  ['2020-10-01', '2026-09-30', 5],
  ['2026-09-30', '2026-09-30', 0],
  ['2020-02-29', '2021-02-28', 0],
  ['2020-02-29', '2021-03-01', 1],
  ['2020-02-29', '2024-02-29', 4],
  ['2026-09-30', '2020-09-30', -6],
  ['2026-09-30', '2020-10-01', -5],
  ['1899-12-31', '2000-01-01', 100],
])('from %s to %s are %d whole years', (from, to, years) => {
  expect(evaluate(`years(${from}, ${to})`)).toBe(years);
});

test.each([
  ['2026-03-01 - 2026-02-28', 1],
  ['2024-03-01 - 2024-02-28', 2],
  ['2026-12-31 + 1', 20_819],
  ['1 + 2026-12-31', 20_819],
  ['2026-12-31 - 365 天', 20_453],
])('%s is %d', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test('texts are compared character by character', () => {
  expect(evaluate('first_result = "已授信 "', { first_result: '已授信' })).toBe(0);
  expect(evaluate('starts_with(industry, "C39")', { industry: 'C3921' })).toBe(1);
  expect(evaluate('starts_with(industry, "c39")', { industry: 'C3921' })).toBe(0);
});

test('a text may be chosen', () => {
  expect(evaluate('if authorised then first_result else "未授权"', { authorised: false })).toBe('未授权');
  expect(evaluate('if authorised then first_result else "未授权"', { authorised: true })).toBeNull();
});

test('a value that comes from a choice of texts is compared as a text', () => {
  expect(evaluate('(if authorised then "甲" else industry) = "甲"', { authorised: true })).toBe(1);
  expect(evaluate('coalesce(industry, "甲") in ("甲", "乙")')).toBe(1);
});

test('zero has no sign', () => {
  for (const text of [
    '-total',
    'total * -5',
    'total / -5',
    'abs(-total)',
    'round(-total)',
    'total - total',
  ]) {
    expect(Object.is(evaluate(text, { total: 0 }), 0)).toBe(true);
  }
});

test('a column is looked up once, not at each call', () => {
  let asked = 0;
  const frame = frameOf({ total: 7 });
  const read = bindNumber(compiled('total + total / 2'), {
    ...frame,
    number: (name) => {
      asked++;
      return frame.number(name);
    },
  });
  const before = asked;
  for (let call = 0; call < 5; call++) read(0);
  expect(asked).toBe(before);
});

test('each firm is read by its index', () => {
  const frame = {
    size: 3,
    number: () => Float64Array.of(500, 1500, Number.NaN),
    text: () => ['华新传感', null, '合肥量芯'],
  };
  const stage = bindNumber(compiled('revenue >= 1000 万元'), frame);
  expect([stage(0), stage(1), stage(2)]).toEqual([0, 1, Number.NaN]);
  const name = bindText(compiled('industry'), frame);
  expect([name(0), name(1), name(2)]).toEqual(['华新传感', null, '合肥量芯']);
});

test('a text cannot be bound as a number, nor a number as a text', () => {
  expect(() => bindNumber(compiled('industry'), frameOf({}))).toThrow('industry');
  expect(() => bindText(compiled('total'), frameOf({}))).toThrow('total');
});

// Growth over last year: a base that is 0, negative or missing gives none (DESIGN rule 6).
test.each([
  [115, 100, 0.15],
  [0, 100, -1],
  [-20, 100, -1.2],
  [100, 0, null],
  [100, -50, null],
  [100, null, null],
  [null, 100, null],
])('from %d to %d', (revenue, prior, grown) => {
  const value = evaluate('growth(revenue, rd_expense)', { revenue, rd_expense: prior });
  if (grown === null) expect(value).toBeNull();
  else expect(value).toBeCloseTo(grown, 12);
});

test('contains is asked letter by letter and is null where a side is', () => {
  expect(evaluate('contains(industry, "集成电路")', { industry: '集成电路设计' })).toBe(1);
  expect(evaluate('contains(industry, "IC")', { industry: 'ic设计' })).toBe(0);
  expect(evaluate('contains(industry, "IC")', { industry: null })).toBeNull();
});
