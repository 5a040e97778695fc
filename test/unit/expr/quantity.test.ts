import { expect, test } from 'vitest';
import { parseQuantity } from '../../../src/expr/index.js';

test.each([
  ['60', 60, null, 'plain'],
  ['-5', -5, null, 'plain'],
  ['- 5', -5, null, 'plain'],
  ['+0.5', 0.5, null, 'plain'],
  ['10%', 0.1, null, 'percent'],
  ['7.35 %', 0.0735, null, 'percent'],
  ['-3%', -0.03, null, 'percent'],
  ['8‰', 0.008, null, 'percent'],
  ['500 万元', 500, 'CNY', 'money'],
  ['1,000 万元', 1000, 'CNY', 'money'],
  ['1.1亿元', 11_000, 'CNY', 'money'],
  ['2000 万美元', 2000, 'USD', 'money'],
  ['1.2亿', 120_000_000, null, 'plain'],
  ['500万', 5_000_000, null, 'plain'],
  ['3 件', 3, null, 'plain'],
  ['2万人', 20_000, null, 'plain'],
  ['５００万元', 500, 'CNY', 'money'],
  ['１０％', 0.1, null, 'percent'],
  ['  60 ', 60, null, 'plain'],
  ['1e3', 1000, null, 'plain'],
] as const)('%s', (text, value, money, kind) => {
  expect(parseQuantity(text)).toEqual({ value, money, kind });
});

test.each([
  '',
  ' ',
  '-',
  '%',
  '万元',
  'revenue',
  '5 万园',
  '1,00 万元',
  '1.2.3',
  '.5',
  '5.',
  '5 5',
  '500 万 元',
  '10%%',
  '--5',
  '0x10',
  'NaN',
  'Infinity',
  '1e999',
  `1${' '.repeat(100_000)}x`,
])('%j is no figure', (text) => {
  expect(parseQuantity(text)).toBeNull();
});
