import { expect, test } from 'vitest';
import { maskResidentId } from '../../../src/report/index.js';

test.each([
  ['110101199003071234', '110101***********4'],
  ['11010119900307123X', '110101***********X'],
  ['身份证 110101199003071234。', '身份证 110101***********4。'],
])('%s is shown as %s', (text, shown) => {
  expect(maskResidentId(text)).toBe(shown);
});

test.each(['91410100MA2N00001X', '1101011990030712345', '华新传感'])('%s stays', (text) => {
  expect(maskResidentId(text)).toBe(text);
});
