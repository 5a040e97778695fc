import { expect, test } from 'vitest';
import { masked } from '../../../src/report/mask.js';

test.each([
  ['91340199MA1007919N', 'none', '91340199MA1007919N'],
  ['91340199MA1007919N', 'tail4', '**************919N'],
  ['91340199MA1007919N', 'middle', '9134**********919N'],
  ['华新传感有限公司', 'middle', '华新****公司'],
  ['华新', 'middle', '华新'],
  ['华新集', 'middle', '华*集'],
  ['𠮷野家食品公司', 'middle', '𠮷*****司'],
  ['', 'middle', ''],
  ['919N', 'tail4', '919N'],
] as const)('「%s」 under %s is 「%s」', (text, how, shown) => {
  expect(masked(text, how)).toBe(shown);
});
