import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber, plainFigure, shiftDecimal } from '../../../src/intake/parse-number.js';

/** text → value and the unit written behind it; null where it is no number. */
const cases: readonly [string, number | null, (string | null)?][] = [
  ['1200', 1200],
  ['-5.5', -5.5],
  ['+3', 3],
  ['.5', 0.5],
  ['1,234.50', 1234.5],
  ['1，234.5', 1234.5],
  ['１２３４．５', 1234.5],
  ['1 234.5', 1234.5],
  ['1\u00a0234.5', 1234.5],
  ["1'234", 1234],
  ['(350.20)', -350.2],
  ['（350.2）', -350.2],
  ['▲12.8', -12.8],
  ['△12', -12],
  ['−350.2', -350.2],
  ['–350.2', -350.2],
  ['- 350.2', -350.2],
  ['1.2E3', 1200],
  ['1.2e-2', 0.012],
  ['￥1,200', 1200],
  ['¥ 1200', 1200],
  ['-¥35', -35],
  ['RMB 500', 500],
  ["'1200", 1200],
  ['="1200"', 1200],
  ['1200.00 ', 1200],
  ['1.2亿元', 1.2, '亿元'],
  ['1200万', 1200, '万元'],
  ['158(万元人民币)', 158, '万元'],
  ['3,000(万元人民币)', 3000, '万元'],
  ['512.6万人民币', 512.6, '万元'],
  ['0(万元人民币)', 0, '万元'],
  ['7.33%', 7.33, '%'],
  ['７．２６％', 7.26, '%'],
  ['12人', 12, '人'],
  ['3 件', 3, '件'],
  ['10万美元', 10, '万美元'],
  ['约1200', null],
  ['1200-1500', null],
  ['12,34', null],
  ['1,23,456', null],
  ['1.234.567', null],
  ['百分之七', null],
  ['1,2O0', null],
  ['--5', null],
  ['(-5)', null],
  ['▲-5', null],
  ['12 34', null],
  ['1/2', null],
  ['0x10', null],
  ['Infinity', null],
  ['1e999', null],
  ['二十', null],
  ['5元5角', null],
  ['$100', null],
  ['100元/月', null],
];

test.each(cases)('「%s」', (text, value, unit = null) => {
  const read = parseNumber(text);
  expect(read).toEqual(
    value === null ? { kind: 'bad', reason: 'not-a-number' } : { kind: 'number', value, unit },
  );
});

test('a control character inside a number is named, and the number is not cut there', () => {
  expect(parseNumber('20\u000037.75')).toEqual({ kind: 'bad', reason: 'control' });
});

test.each([
  [1.1, 4, 11000],
  [1.2, 4, 12000],
  [0.1, -1, 0.01],
  [1.1, -1, 0.11],
  [12005, -1, 1200.5],
  [7.35, -2, 0.0735],
  [1e21, -4, 1e17],
  [0, 4, 0],
])('%d × 10^%d is exactly %d', (value, shift, expected) => {
  expect(shiftDecimal(value, shift)).toBe(expected);
});

test('a plain figure is the number that its text is, to the last bit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,9}(?:\.\d{1,6})?$/), (text) => {
      expect(plainFigure(text)).toBe(Number(text));
    }),
    { numRuns: 5000 },
  );
});

test.each(['', '-', '.', '5.', '.5', '1.2.3', '1e5', '+5', '1,200', '12%', '１２', '1234567890123456', ' 5'])(
  '「%s」 is left to the full reading',
  (text) => {
    expect(plainFigure(text)).toBeNaN();
  },
);
