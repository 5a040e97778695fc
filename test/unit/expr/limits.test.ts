import { expect, test } from 'vitest';
import { bindNumber, compileExpression, printExpression } from '../../../src/expr/index.js';
import { compiled, frameOf, mistakes, zone } from './zone.js';

test('a text of 10 000 characters is read, one more is not', () => {
  expect(mistakes(`total${' '.repeat(9995)}`)).toEqual([]);
  expect(mistakes(`total${' '.repeat(9996)}`)).toEqual(['too-long']);
});

test('64 brackets are read, one more is not', () => {
  expect(mistakes(`${'('.repeat(64)}total${')'.repeat(64)}`)).toEqual([]);
  expect(mistakes(`${'('.repeat(65)}total${')'.repeat(65)}`)).toEqual(['too-deep']);
});

test('a sum of 1000 terms is read, reckoned and printed', () => {
  const long = compiled(Array.from({ length: 1000 }, () => 'total').join(' + '));
  expect(bindNumber(long, frameOf({ total: 0.5 }))(0)).toBe(500);
  expect(printExpression(long, 'en', (id) => id)).toBe(long.text);
});

test('a sum of 1001 terms is not', () => {
  expect(mistakes(Array.from({ length: 1001 }, () => 'total').join('+'))).toEqual(['too-deep']);
});

test('a list may be as long as the text', () => {
  expect(mistakes(`total in (${Array.from({ length: 3000 }, () => '1').join(', ')})`)).toEqual([]);
});

test.each([
  ['10 000 brackets', '('.repeat(10_000), 'too-deep'],
  ['10 000 signs', '-'.repeat(10_000), 'too-deep'],
  ['2 500 times not', 'not '.repeat(2500), 'too-deep'],
  ['700 times if', 'if total then '.repeat(700), 'too-deep'],
  ['100 000 names', 'total '.repeat(100_000), 'too-long'],
  ['10 000 quotes', "'".repeat(9999), 'unclosed'],
  ['10 000 digits', '9'.repeat(10_000), 'number'],
  ['2 500 thousands', `1${',111'.repeat(2400)}`, 'thousands'],
])('%s make a finding within a second', (_, text, id) => {
  const start = performance.now();
  const result = compileExpression(text, zone);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(result.ok ? [] : result.errors.map((one) => one.id)).toContain(`profile.expression-${id}`);
});

test('2 000 unknown names against 500 known ones make findings within a second', () => {
  const names = Array.from({ length: 500 }, (_, index) => `指标_${index}_研发费用`);
  const text = Array.from({ length: 2000 }, (_, index) => `q${index}`).join('+');
  const start = performance.now();
  const result = compileExpression(text.slice(0, 10_000), { lookup: () => null, names });
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(result.ok).toBe(false);
});
