import { expect, test } from 'vitest';
import { printExpression } from '../../../src/expr/index.js';
import { compiled, zhName } from './zone.js';

test.each([
  ['rd_expense/revenue', '研发费用 / 营业收入', 'rd_expense / revenue'],
  ['total>=60 and authorised', '总分 ≥ 60 且 企业授权', 'total ≥ 60 and authorised'],
  ['revenue<500万元', '营业收入 < 500 万元', 'revenue < 500 万元'],
  ['rd_expense*10%', '研发费用 × 10%', 'rd_expense × 10%'],
  ['revenue_prior > 0', '`营业收入（上年）` > 0', 'revenue_prior > 0'],
  ['first_result == "未授信"', '首次推荐结果 = 「未授信」', 'first_result = "未授信"'],
  ['industry in ("甲", "乙")', '行业 属于 (「甲」, 「乙」)', 'industry in ("甲", "乙")'],
  ['industry not in ("甲")', '行业 不属于 (「甲」)', 'industry not in ("甲")'],
  ['total between 3 and 5', '总分 介于 3 至 5', 'total between 3 and 5'],
  ['total is not missing', '总分 不为空', 'total is not missing'],
  ['not (total=1 or total=2)', '非 (总分 = 1 或 总分 = 2)', 'not (total = 1 or total = 2)'],
  ['if authorised then 1 else 0', '如果 企业授权 则 1 否则 0', 'if authorised then 1 else 0'],
  ['founded>=date("2020-01-01")', '成立日期 ≥ 2020-01-01', 'founded ≥ 2020-01-01'],
  ['years(founded, as_of)<3', '满年数(成立日期, as_of) < 3', 'years(founded, as_of) < 3'],
  ['authorised = true', '企业授权 = 是', 'authorised = true'],
])('%s in both languages', (text, zh, en) => {
  expect(printExpression(compiled(text), 'zh', zhName)).toBe(zh);
  expect(printExpression(compiled(text), 'en', (id) => id)).toBe(en);
});

test.each([
  ['(1 + 2) * 3', '(1 + 2) × 3'],
  ['1 + (2 * 3)', '1 + 2 × 3'],
  ['1 - (2 - 3)', '1 - (2 - 3)'],
  ['(1 - 2) - 3', '1 - 2 - 3'],
  ['8 / (4 / 2)', '8 / (4 / 2)'],
  ['-(1 + 2)', '-(1 + 2)'],
  ['(not authorised) = dishonest', '(not authorised) = dishonest'],
  ['1 + (if authorised then 1 else 2)', '1 + (if authorised then 1 else 2)'],
  ['(authorised or dishonest) and true', '(authorised or dishonest) and true'],
  ['(total > 1) = authorised', '(total > 1) = authorised'],
])('%s keeps the brackets that it needs, and no others', (text, printed) => {
  expect(printExpression(compiled(text), 'en', (id) => id)).toBe(printed);
});

test('a name that is a reserved word stands in backquotes', () => {
  expect(printExpression(compiled('total > 0'), 'zh', () => '或')).toBe('`或` > 0');
});

test('a part of an expression can be printed by itself', () => {
  const { node } = compiled('rd_expense / revenue > 5%');
  expect(node.op === '>' ? printExpression(node.left, 'zh', zhName) : '').toBe('研发费用 / 营业收入');
});
