import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packList, packPhrases, packTexts, packValues } from '../../../src/report/html/pack-columns.js';
import { packNames, packSorted } from '../../../src/report/html/pack-names.js';
import {
  shownNumber,
  unpackNames,
  unpackNumbers,
  unpackPhrase,
  unpackSorted,
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
  expect(unpackTexts(packed, unpackNumbers)).toEqual(['成长期', '', '稳定期', '成长期', '']);
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
  const texts = unpackTexts(phrases, unpackNumbers);
  return {
    kept: phrases.texts.length,
    read: figures.split(',').map((own, firm) => unpackPhrase(texts[firm]!, own)),
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

test('a figure that all firms of a sentence share is kept with the sentence', () => {
  const packed = packPhrases(['总分 ≥ 60（58.5，差 1.5）', '总分 ≥ 60（42，差 18）']);
  expect(packed.phrases.texts).toEqual(['总分 ≥ 60（\u0001，差 \u0001）']);
  expect(packed.figures).toBe('58.5 1.5,42 18');
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 14 }),
  fc.constantFrom('合肥华新传感技术有限公司', '合肥中科智能装备有限公司', '', '\u202e合肥\n'),
);
const shownOf = (one: string): string => packTexts([one]).texts[0] ?? '';

test('any names come back as they are shown', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (values) => {
      const packed = JSON.parse(JSON.stringify(packNames(values)));
      expect(unpackNames(packed, (column) => unpackTexts(column, unpackNumbers))).toEqual(
        values.map(shownOf),
      );
    }),
  );
});

test('any ids come back, whether they stand in order or not', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (values) => {
      const packed = JSON.parse(JSON.stringify(packSorted(values)));
      expect(unpackSorted(packed, unpackNumbers)).toEqual(values.map(shownOf));
    }),
  );
});

test('how names of a zone begin and end is said once', () => {
  const names = Array.from({ length: 200 }, (_, index) => `合肥示例${index}号传感技术有限公司`);
  const { heads, tails, rest } = packNames(names);
  expect([heads.texts[0], tails.texts[0]]).toEqual(['合肥示例', '号传感技术有限公司']);
  expect(rest.length).toBeLessThan(names.join('\n').length / 4);
});
