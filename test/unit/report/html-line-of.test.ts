import { expect, test } from 'vitest';
import { lineOf, linesOf } from '../../../src/report/html/line-of.js';
import { expr, planOf } from '../../support/plan-builder.js';

test.each([
  ['total >= 60', 60],
  ['total > 60', 60],
  ['60 <= total', 60],
  ['round(total, 1) >= 60', 60],
  ['total >= 60 and authorised', 60],
  ['authorised and (total >= 60 and patents > 3)', 60],
  ['total >= 50 and total >= 62.5', 62.5],
  ['total >= 60 or total >= 50 and authorised', 50],
  ['total between 55 and 60', 55],
])('%s has its line at %d', (rule, at) => {
  expect(lineOf(expr(rule).node)).toBe(at);
});

test.each([
  ['total < 60'],
  ['total <= 60'],
  ['60 > total and authorised and 60 < patents'],
  ['not total >= 60'],
  ['total not between 55 and 60'],
  ['total >= 60 or authorised'],
  ['rank_percent <= 30%'],
  ['grade = "A"'],
  ['patents >= 60'],
  ['round(patents) >= 60'],
  ['total >= patents'],
  ['authorised'],
])('%s draws no line', (rule) => {
  expect(lineOf(expr(rule).node)).toBeNull();
});

test('only whitelists draw a line, the lowest first', () => {
  const plan = planOf({
    lists: [
      { id: '信贷白名单', kind: 'whitelist', when: 'total >= 75' },
      { id: '二次推荐', kind: 'referral', when: 'total >= 50' },
      { id: '普惠白名单', kind: 'whitelist', when: 'total >= 60' },
      { id: '授权名单', kind: 'whitelist', when: 'authorised' },
    ],
  });
  expect(linesOf(plan).map(({ at, list }) => [at, list.id])).toEqual([
    [60, '普惠白名单'],
    [75, '信贷白名单'],
  ]);
});
