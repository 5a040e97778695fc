import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packList, packPhrases, packTexts, packValues } from '../../../src/report/html/pack-columns.js';
import {
  shownNumber,
  unpackNumbers,
  unpackPhrase,
  unpackTexts,
} from '../../../src/report/html/page/unpack.js';

test('any figures come back as they were rounded', () => {
  const figures = fc.option(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((one) => one / 100));
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 40 }), (values) => {
      expect(unpackNumbers(packList(values, 2))).toEqual(
        values.map((one) => (one === null ? null : one || 0)),
      );
    }),
  );
});

test('what is no figure comes back as nothing', () => {
  expect(unpackNumbers(packList([Number.NaN, null, Number.POSITIVE_INFINITY, 7], 0))).toEqual([
    null,
    null,
    null,
    7,
  ]);
});

test('a text that comes again is kept once', () => {
  const packed = packTexts(['成长期', null, '稳定期', '成长期', '']);
  expect(packed.texts).toEqual(['成长期', '稳定期']);
  expect(unpackTexts(packed)).toEqual(['成长期', '', '稳定期', '成长期', '']);
});

test('marks that turn the direction of writing are shown', () => {
  expect(packTexts(['\u202e华新传感\u0000']).texts).toEqual(['\\u202e华新传感\\u0000']);
});

test.each([
  [[1, 2, 300], 0],
  [[0.5, 2], 1],
  [[12.345, 2], 2],
  [[0.1 + 0.2, 3], 1],
])('%j are kept with %d digits', (values, digits) => {
  expect(packValues(values, 2)).toMatchObject({ digits });
});

test('figures among words are kept as words', () => {
  expect(packValues(['省级', 3, null], 2)).toMatchObject({ texts: ['省级', '3'] });
});

test.each([
  [2385.47, 2, '2,385.47'],
  [-1234567.5, 1, '-1,234,567.5'],
  [999, 0, '999'],
  [0, 2, '0.00'],
])('%d is shown as %3$s', (value, digits, shown) => {
  expect(shownNumber(value, digits)).toBe(shown);
});

const phrasesOf = (values: readonly string[]) => {
  const { phrases, figures } = packPhrases(values);
  const texts = unpackTexts(phrases);
  return {
    kept: phrases.texts.length,
    read: figures.map((own, firm) => unpackPhrase(texts[firm]!, own)),
  };
};

test('a sentence of many firms is kept once, each with its own figures', () => {
  const said = ['总分 ≥ 60（58.5，差 1.5）', '', '总分 ≥ 60（42，差 18）', '第 105 名，只取前 100 名'];
  expect(phrasesOf(said)).toEqual({ kept: 2, read: said });
});

test('a sentence that holds what stands for a figure comes back as a reader sees it', () => {
  expect(phrasesOf(['「\u00011」不是数字']).read).toEqual(['「\\u00011」不是数字']);
  expect(phrasesOf(['「{}」第 3 条']).read).toEqual(['「{}」第 3 条']);
});
