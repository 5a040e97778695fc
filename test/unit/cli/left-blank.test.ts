import { expect, test } from 'vitest';
import { leftBlank } from '../../../src/cli/left-blank.js';

// Fields that no input had are told by the names that people know them by.
const words = { without: '留空', absent: '没有列', unreadable: '未读取' };
const names = new Map([['good_credit', { zh: '信用良好', en: 'Good credit' }]]);
const said = (absent: readonly string[], lang: 'zh' | 'en', unreadable: readonly string[] = []) =>
  leftBlank({ without: [], absent, unreadable }, (id) => names.get(id), words, lang);

test('a field is told by its name in the terminal’s language', () => {
  expect(said(['good_credit'], 'zh')).toEqual(['没有列：信用良好']);
  expect(said(['good_credit'], 'en')).toEqual(['没有列: Good credit']);
});

test('one that the profile does not know keeps its id', () => {
  expect(said(['good_credit', 'lawful_use'], 'zh')).toEqual(['没有列：信用良好、lawful_use']);
});

test('a file’s name cannot colour the terminal', () => {
  expect(said([], 'zh', ['三季度\u001b[31m.xlsx']).join()).not.toContain('\u001b');
});

test('nothing is said of nothing', () => {
  expect(said([], 'zh')).toEqual([]);
});
