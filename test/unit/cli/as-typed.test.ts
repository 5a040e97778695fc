import { expect, test } from 'vitest';
import { asTyped } from '../../../src/cli/as-typed.js';

const typed = (...words: string[]) => asTyped(['node', 'innopoints', ...words]).slice(2);

test.each([
  [
    ['assess', '帮助'],
    ['assess', '--help'],
  ],
  [
    ['assess', '企业.csv', 'help'],
    ['assess', '企业.csv', '--help'],
  ],
  [['帮助'], ['--help']],
  [['help'], ['help']],
])('%j asks for help', (words, meant) => {
  expect(typed(...words)).toEqual(meant);
});

test.each([
  ['-o', '帮助'],
  ['--out', 'help'],
  ['-p', 'help'],
])('the value of %s stays what it is: %s', (option, value) => {
  const words = ['assess', '企业.csv', option, value];
  expect(typed(...words)).toEqual(words);
});

test('a long dash within a word is the word’s own', () => {
  expect(typed('explain', 'runs', '华新—传感')).toEqual(['explain', 'runs', '华新—传感']);
});

test('a long dash before an option is refused', () => {
  expect(() => typed('assess', '企业.csv', '—period', '2025')).toThrow('usage.dash');
});
