import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { EdgeError, Findings } from '../../src/finding/index.js';
import { planFromYaml } from '../../src/profile/index.js';
import { type Marks, placeAt, positionOf, valueAt } from '../../src/profile/yaml/places.js';
import { readYaml } from '../../src/profile/yaml/read-yaml.js';
import { indicatorYaml, scorerOf } from '../unit/profile/sample.js';

const letters = fc.constantFrom(...'研发费用营业收入ab \'"\\/+-#:,');
const words = fc.array(letters, { minLength: 1, maxLength: 60 }).map((all) => all.join(''));
const styles = fc.constantFrom(
  'PLAIN',
  'QUOTE_SINGLE',
  'QUOTE_DOUBLE',
  'BLOCK_FOLDED',
  'BLOCK_LITERAL',
) as fc.Arbitrary<'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL'>;

test('a letter of a value is found where it stands in the file, however it is quoted or folded', () => {
  fc.assert(
    fc.property(words, styles, fc.nat(), (text, defaultStringType, nth) => {
      const yaml = stringify(
        { outer: { value: text } },
        { defaultStringType, defaultKeyType: 'PLAIN', lineWidth: 24 },
      );
      const marks: Marks = new WeakMap();
      const found = readYaml(yaml, 'zone.yaml', marks, new Findings());
      if (found === null) throw new Error(`unreadable: ${yaml}`);
      const value = String(valueAt(found.value, ['outer', 'value']));
      const index = nth % value.length;
      fc.pre(/[研发费用营业收入ab]/.test(value[index] ?? ''));
      const place = placeAt(found.value, marks, found.top, ['outer', 'value'], 'value');
      const { line, column } = positionOf(place, [], { start: index, end: index + 1 });
      expect(yaml.split('\n')[line - 1]?.[column - 1]).toBe(value[index]);
    }),
    { numRuns: 500 },
  );
});

test('whatever stands in a profile, it loads or is refused with a place', () => {
  const base = indicatorYaml('rd_expense / revenue', '{ linear: { full: 10% } }');
  const scraps = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    '- ',
    '&a ',
    '*a',
    '!t ',
    '"',
    "'",
    '\t',
    '\n',
    '#',
    '%',
    '0123',
    '__proto__',
    '？',
    '|',
    '>',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(20), scraps), { maxLength: 4 }), (cuts) => {
      const yaml = cuts.reduce((text, [at, drop, put]) => {
        const from = at % text.length;
        return text.slice(0, from) + put + text.slice(from + drop);
      }, base);
      try {
        expect(planFromYaml(yaml, 'zone.yaml').id).toBeTypeOf('string');
      } catch (error) {
        if (!(error instanceof EdgeError)) throw error;
        expect(error.findings.length).toBeGreaterThan(0);
        for (const one of error.findings)
          expect(one.at).toMatchObject({
            file: 'zone.yaml',
            line: expect.any(Number),
            column: expect.any(Number),
          });
      }
    }),
    { numRuns: 500 },
  );
});

test('more of a good thing never earns less', () => {
  const scorers = [
    scorerOf('revenue', '{ linear: { floor: 100 万元, full: 500 万元 } }'),
    scorerOf('revenue', '{ bands: { at_least: [[300 万元, 9], [200 万元, 5], [100 万元, 1]], else: 0 } }'),
    scorerOf('patents', '{ steps: { per: 3, points: 2, cap: 9 } }'),
    scorerOf('patents', '{ rank: { within: all, min_cohort: 2 } }'),
  ];
  const number = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.array(number, { minLength: 2, maxLength: 20 }), (a, b, others) => {
      const cohort = { values: Float64Array.from(others).sort() };
      for (const scorer of scorers) {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => scorer.points(value, cohort));
        expect(low).toBeLessThanOrEqual(high!);
        expect(high).toBeLessThanOrEqual(scorer.top);
        expect(low).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
