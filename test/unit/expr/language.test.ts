import { expect, test } from 'vitest';
import { compiled, evaluate, typeOf } from './zone.js';

test('names are read in either language and stand as their ids', () => {
  expect(compiled('研发费用 / 营业收入').reads).toEqual(['rd_expense', 'revenue']);
});

test('each name is told once, in order of appearance', () => {
  expect(compiled('revenue / revenue_prior - revenue / employees / 1 万元').reads).toEqual([
    'revenue',
    'revenue_prior',
    'employees',
  ]);
});

test('an odd name stands in backquotes', () => {
  expect(compiled('`营业收入（上年）` > 0').reads).toEqual(['revenue_prior']);
});

test('a Roman numeral begins a name', () => {
  expect(evaluate('Ⅰ类知识产权 >= 1 件', { patents: 2 })).toBe(1);
});

test.each([
  ['10%', 0.1],
  ['2.5‰', 0.0025],
  ['500万', 5_000_000],
  ['1.2亿', 120_000_000],
  ['3千', 3000],
  ['3 万件', 30_000],
  ['500 人', 500],
  ['2 年', 2],
  ['1.5e3', 1500],
  ['６０', 60],
])('the literal %s is the plain number %d', (text, value) => {
  expect(typeOf(text)).toEqual({ kind: 'number', money: null });
  expect(evaluate(text)).toBe(value);
});

test.each([
  ['500 万元', 500, 'CNY'],
  ['2亿元', 20_000, 'CNY'],
  ['1.1亿元', 11_000, 'CNY'],
  ['30000 元', 3, 'CNY'],
  ['2000 万美元', 2000, 'USD'],
  ['1 亿美元', 10_000, 'USD'],
])('the literal %s is %d ten thousands of %s', (text, value, money) => {
  expect(typeOf(text)).toEqual({ kind: 'number', money });
  expect(evaluate(text)).toBe(value);
});

test.each(['"未授信"', "'未授信'", '“未授信”', '‘未授信’', '「未授信」', '『未授信』', '＂未授信＂'])(
  'the text %s',
  (text) => {
    expect(evaluate(text)).toBe('未授信');
  },
);

test('a doubled mark stands for the mark', () => {
  expect(evaluate('"称""号"""')).toBe('称"号"');
});

test('full-width signs stay as they are inside a text', () => {
  expect(evaluate('"（含）１：２"')).toBe('（含）１：２');
});

test.each([
  ['2026-09-30', 20_726],
  ['date("2026-09-30")', 20_726],
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['２０２６－０９－３０', 20_726],
])('the date %s is day %d', (text, days) => {
  expect(typeOf(text)).toEqual({ kind: 'date' });
  expect(evaluate(text)).toBe(days);
});

test.each([
  ['2026-9', 2017],
  ['2026 - 09 - 30', 1987],
  ['2026-9-30', 1987],
  ['2026-09-301', 1716],
])('%s is a subtraction, not a date', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test.each([
  ['是', 1],
  ['否', 0],
  ['true', 1],
  ['FALSE', 0],
])('the truth value %s', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 4 - 3', 3],
  ['-2 * 3', -6],
  ['2 - -3', 5],
  ['6 × 2 ÷ 4', 3],
  ['1 － 2 ＋ 3', 2],
  ['true or false and false', 1],
  ['not false and false', 0],
  ['not 1 = 2', 1],
  ['1 = 2 or 3 > 2 and 2 > 1', 1],
  ['1 + if true then 2 else 3 + 4', 3],
  ['if false then 1 else if true then 2 else 3', 2],
])('%s is %d', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

const firm = { total: 60, revenue: 800, first_result: '未授信', authorised: true };

test.each([
  'total >= 60 and authorised',
  'total ≥ 60 且 企业授权',
  '（总分＞＝６０）AND 企业授权',
  'total between 60 and 80',
  '总分 介于 60 至 80',
  'total not between 61 and 80',
  'first_result == "未授信"',
  'first_result <> "已授信"',
  'first_result ≠ 「已授信」',
  'first_result in ("已授信"、"未授信")',
  '首次推荐结果 属于 （“已授信”，“未授信”）',
  'first_result not in ("已授信", "放弃")',
  '首次推荐结果 不属于 ("已授信", "放弃")',
  'industry is missing',
  'industry is null',
  '行业 为空',
  '行业 缺失',
  'total is not missing',
  '总分 不为空',
  'authorised = 是',
  '非 (总分 < 60) 或 总分 缺失',
  'revenue between 500 万元 and 0.1 亿元',
  'starts_with(first_result, "未")',
  '如果 企业授权 则 总分 ≥ 60 否则 否',
])('%s holds', (text) => {
  expect(evaluate(text, firm)).toBe(1);
});

test('a field named like a function or a unit is a name where no bracket follows', () => {
  expect(evaluate('constructor * 2', { constructor: 4 })).toBe(8);
});

test.each([
  ['revenue - rd_expense', { kind: 'number', money: 'CNY' }],
  ['revenue * 10%', { kind: 'number', money: 'CNY' }],
  ['revenue / employees', { kind: 'number', money: 'CNY' }],
  ['rd_expense / revenue', { kind: 'number', money: null }],
  ['revenue + 0', { kind: 'number', money: 'CNY' }],
  ['coalesce(revenue, 0)', { kind: 'number', money: 'CNY' }],
  ['0 / revenue', { kind: 'number', money: null }],
  ['if authorised then 0 else export_usd', { kind: 'number', money: 'USD' }],
  ['min(0, revenue, 1000 万元)', { kind: 'number', money: 'CNY' }],
  ['as_of - founded', { kind: 'number', money: null }],
  ['founded + 30 天', { kind: 'date' }],
  ['years(founded, as_of)', { kind: 'number', money: null }],
  ['max(founded, 2020-01-01)', { kind: 'date' }],
  ['coalesce(industry, "未填")', { kind: 'text' }],
  ['revenue > 0', { kind: 'boolean' }],
])('the type of %s', (text, type) => {
  expect(typeOf(text)).toEqual(type);
});
