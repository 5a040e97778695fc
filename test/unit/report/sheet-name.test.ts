import { expect, test } from 'vitest';
import { safeSheetName } from '../../../src/report/xlsx/sheet-name.js';

test.each([
  ['2025/第3季度:企业[合并]*?', '2025_第3季度_企业_合并___'],
  ["'企业'", '企业'],
  ['', 'Sheet'],
  ['History', 'History_'],
  ['\u0000企业', '_企业'],
])('%j becomes %j', (wanted, name) => {
  expect(safeSheetName(wanted, new Set())).toBe(name);
});

test('names of two sheets never differ in case only', () => {
  const taken = new Set<string>();
  expect(['Firms', 'FIRMS', 'firms'].map((name) => safeSheetName(name, taken))).toEqual([
    'Firms',
    'FIRMS (2)',
    'firms (3)',
  ]);
});

test('a long name keeps within 31 characters, its number included', () => {
  const taken = new Set<string>();
  const long = '郑州高新技术产业开发区二〇二五年第三季度企业创新积分申报汇总表';
  const names = [safeSheetName(long, taken), safeSheetName(long, taken)];
  expect(names.map((name) => name.length <= 31)).toEqual([true, true]);
  expect(names[1]).toMatch(/ \(2\)$/);
});

test('a pair of surrogates is not torn at the end', () => {
  expect(safeSheetName(`${'企'.repeat(30)}😀`, new Set())).toBe('企'.repeat(30));
});
