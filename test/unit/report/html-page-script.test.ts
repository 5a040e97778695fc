import { expect, test } from 'vitest';
import { pageScript } from '../../../src/report/html/page/page-script.js';
import { pageWords } from '../../../src/report/html/page/page-words.js';

test('the script is whole: it parses, and names nothing of the modules that it came from', () => {
  expect(() => new Function(pageScript)).not.toThrow();
  expect(pageScript).not.toMatch(/__vite|__name|\bimport\b|\brequire\(/);
});

test('nothing in it could close its element or make elements out of text', () => {
  expect(pageScript).not.toMatch(/<\/script|<!--/i);
  expect(pageScript).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(/,
  );
});

test('nothing in it reaches out, waits or depends on where it is read', () => {
  expect(pageScript).not.toMatch(/fetch|XMLHttp|WebSocket|https?:|Intl|toLocale|Date|random|setTimeout/);
});

test('the English words hold no Chinese, the Chinese ones no missing figure', () => {
  const { severity: english, ...en } = pageWords.en;
  const { severity: chinese, ...zh } = pageWords.zh;
  expect([...Object.values(en), ...Object.values(english)].join()).not.toMatch(/\p{Script=Han}/u);
  expect(Object.values(chinese).join()).not.toMatch(/[a-z]/);
  const holes = (text: string): number => text.split('{}').length;
  for (const [key, text] of Object.entries(zh))
    expect([key, holes(text)]).toEqual([key, holes(en[key as keyof typeof en])]);
});
