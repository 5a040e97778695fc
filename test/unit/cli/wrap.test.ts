import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../../src/cli/layout.js';

// Lines on a narrow terminal: no bracket opens at the end of one, no comma begins one.
test('an opening bracket goes with its word', () => {
  const lines = wrap('第一处 「企业」 C141：「91340199OA2084903H」含有代码里不会有的字符', 26);
  expect(lines.some((line) => line.endsWith('「'))).toBe(false);
  expect(lines.join('')).toContain('「91340199OA2084903H」');
});

test('brackets alone on a line that is too narrow are kept', () => {
  expect(wrap('「（abcdefgh', 4).join('')).toBe('「（abcdefgh');
});

test('nothing is lost, and no line ends with an opening bracket, whatever the text and width', () => {
  const piece = fc.constantFrom('企业', '「', '」', '（', '）', '，', ' ', 'abc', '1200', '。');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 4, max: 60 }), (pieces, width) => {
      const text = pieces.join('');
      const lines = wrap(text, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[「《（]$/);
      for (const line of lines) expect(line).not.toBe('');
    }),
  );
});
