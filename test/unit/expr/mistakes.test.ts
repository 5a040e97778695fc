import { expect, test } from 'vitest';
import { compileExpression, reportError } from '../../../src/expr/index.js';
import { expressionFindings } from '../../../src/finding/catalogue/expression.js';
import { Findings, renderFinding } from '../../../src/finding/index.js';
import { mistake, mistakes, zone } from './zone.js';

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['total >=', 'syntax'],
  ['total total', 'syntax'],
  ['(total', 'syntax'],
  ['total)', 'syntax'],
  ['total in ()', 'syntax'],
  ['total in 5', 'syntax'],
  ['total is 5', 'syntax'],
  ['total not 5', 'syntax'],
  ['total between 5', 'syntax'],
  ['if authorised then 1', 'syntax'],
  ['if authorised 1', 'syntax'],
  ['max(1, )', 'syntax'],
  ['and', 'syntax'],
  ['3 <= total <= 5', 'chained'],
  ['total in (1, 2) = true', 'chained'],
  ['1.2.3', 'number'],
  ['5.', 'number'],
  ['.5', 'number'],
  [`1${'0'.repeat(400)}`, 'number'],
  ['max(1,000)', 'thousands'],
  ['2026-02-30 < as_of', 'date'],
  ['date("去年") < as_of', 'date'],
  ['date(as_of) < as_of', 'date'],
  ['founded < 2026-13-01', 'date'],
  ['first_result = "未授信', 'unclosed'],
  ['first_result = “未授信"', 'unclosed'],
  ['total # 3', 'character'],
  ['total ** 2', 'character'],
  ['years(founded)', 'arguments'],
  ['coalesce()', 'arguments'],
  ['growth(revenue)', 'arguments'],
  ['growth(industry, revenue)', 'types'],
  ['contains(total, "6")', 'operand'],
  ['floor(industry)', 'operand'],
  ['round(total, total)', 'digits'],
  ['round(total, 1.5)', 'digits'],
  ['round(total, 11)', 'digits'],
  ['total and authorised', 'operand'],
  ['not total', 'operand'],
  ['if total then 1 else 2', 'operand'],
  ['-first_result', 'operand'],
  ['authorised + 1', 'operand'],
  ['first_result < "乙"', 'operand'],
  ['authorised > false', 'operand'],
  ['min(first_result, industry)', 'operand'],
  ['abs(founded)', 'operand'],
  ['years(2020, as_of)', 'operand'],
  ['starts_with(total, "6")', 'operand'],
  ['first_result = 1', 'types'],
  ['authorised = "是"', 'types'],
  ['founded > 2020', 'types'],
  ['first_result in ("未授信", 1)', 'types'],
  ['if authorised then 1 else "无"', 'types'],
  ['coalesce(industry, 0)', 'types'],
  ['revenue > employees', 'types'],
  ['revenue > 10%', 'types'],
  ['revenue > 500 人', 'types'],
  ['founded + as_of', 'types'],
  ['founded + revenue', 'types'],
  ['30 - founded', 'types'],
  ['revenue >= 2000 万美元', 'currency'],
  ['revenue / export_usd', 'currency'],
  ['max(revenue, export_usd)', 'currency'],
  ['revenue * rd_expense', 'money'],
  ['employees / revenue', 'money'],
  ['founded + 3 年 > as_of', 'time'],
  ['as_of - founded <= 3 年', 'time'],
  ['years(founded, as_of) > 365 天', 'time'],
])('%s: %s', (text, id) => {
  expect(mistakes(text)).toEqual([id]);
});

test.each([
  ['revenue < 500', '500', '500 万元'],
  ['revenue < 500万', '500万', '500 万元'],
  ['2亿 >= revenue', '2亿', '2 亿元'],
  ['export_usd > 2000', '2000', '2000 万美元'],
  ['revenue > -20', '-20', '-20 万元'],
  ['revenue between 500 and 2000 万元', '500', '500 万元'],
  ['revenue in (1 万元, 3)', '3', '3 万元'],
  ['coalesce(revenue, 5)', '5', '5 万元'],
  ['revenue + 1 > 0', '1', '1 万元'],
])('%s asks for the unit of %s: %s', (text, figure, suggestion) => {
  const { id, args, marked } = mistake(text);
  expect(id).toBe('profile.expression-unit-needed');
  expect(args).toMatchObject({ figure, suggestion });
  expect(marked).toBe(figure);
});

test.each([
  ['revenu > 0', ['revenue', 'revenue_prior']],
  ['研发费 > 0', ['研发费用']],
  ['REVENUE > 0', ['revenue', 'revenue_prior']],
  ['上年营业收入 > 0', ['营业收入', '`营业收入（上年）`']],
  ['未授信 = first_result', []],
])('%s: did you mean %j', (text, near) => {
  const { id, args } = mistake(text);
  expect(id).toBe('profile.expression-name');
  expect(args).toMatchObject({ near });
});

test.each([
  ['first_result = 未授信', 'text', '请加引号："未授信"'],
  ['未授信 != first_result', 'text', '请加引号："未授信"'],
  ['first_result in (未授信, "已授信")', 'text', '请加引号："未授信"'],
  ['coalesce(first_result, "无") = 未授信', 'text', '请加引号："未授信"'],
  ['contains(industry, 软件)', 'text', '请加引号："软件"'],
  ['first_result = 首次推荐', 'text', '请加引号："首次推荐"；若指字段，是否为「首次推荐结果」？'],
  ['授信等级 = "A"', 'name', '请核对名称，或先在 fields 里定义'],
  ['total > 研发费', 'name', '是否为「研发费用」？'],
  ['revenu > 0', 'name', '是否为「revenue」、「revenue_prior」？'],
])('%s: a name that is none was meant for a %s', (text, meant, advice) => {
  const { args, said } = mistake(text);
  expect(args).toMatchObject({ meant });
  expect(said).toContain(advice);
  expect(said.includes('请加引号')).toBe(meant === 'text');
});

test('beside a name that is unknown itself, quotes are only a guess', () => {
  const result = compileExpression('授信等级 = AAA', zone);
  const meant = result.ok ? [] : result.errors.map(({ args }) => args);
  expect(meant).toMatchObject([
    { name: '授信等级', meant: 'name' },
    { name: 'AAA', meant: 'either' },
  ]);
});

test('at most three names are offered', () => {
  const names = ['研发费用', '研发费率', '研发费额', '研发费数'];
  const result = compileExpression('研发费', { lookup: () => null, names });
  expect(result.ok ? [] : result.errors[0]?.args).toMatchObject({ near: names.slice(0, 3) });
});

test('an unknown function is told with its neighbours', () => {
  expect(mistake('maximum(total, 1)').args).toMatchObject({ name: 'maximum', near: ['max'] });
});

test('an unknown unit is told with its neighbours', () => {
  expect(mistake('revenue > 500万园').args).toMatchObject({ unit: '万园', near: ['万元', '万', '万人'] });
});

test('a sign of another language is told with ours, and the rest is read', () => {
  expect(mistakes('totl >= 60 && authorised || authorised')).toEqual(['name', 'character', 'character']);
});

test('all mistakes are told at once, in order of place', () => {
  expect(mistakes('revenue < 500 and totl > 1 or first_result = 1 and 3件套 > 2')).toEqual([
    'unit-needed',
    'name',
    'types',
    'unit',
  ]);
});

test('an unknown name is told once, and beside a mistake of syntax too', () => {
  expect(mistakes('totl > 1 and totl < (2')).toEqual(['name', 'syntax']);
});

test('a piece that is wrong already makes no second finding', () => {
  expect(mistakes('unknown_field + revenue > 500 万元')).toEqual(['name']);
});

test('the span marks the piece in the text', () => {
  expect(mistake('总分 > 1 且 (首次推荐结果 = 1)').marked).toBe('首次推荐结果 = 1');
});

test.each([
  ['total', 'boolean'],
  ['total >= 60', 'number'],
  ['first_result', 'number'],
  ['founded', 'text'],
  ['total', 'date'],
] as const)('%s where a %s is wanted', (text, want) => {
  expect(mistakes(text, want)).toEqual(['wanted']);
});

test('money is a number where a number is wanted', () => {
  expect(mistakes('revenue', 'number')).toEqual([]);
});

test.each(['__proto__', 'constructor()', 'toString', 'hasOwnProperty', 'valueOf(1)'])(
  '%s is only an unknown name',
  (text) => {
    const ids = mistakes(text);
    expect(ids).toEqual([text.includes('(') ? 'function' : 'name']);
  },
);

test('a finding stands in the profile with its caret', () => {
  const text = '营业收入 < 500';
  const result = compileExpression(text, zone);
  const findings = new Findings();
  for (const error of result.ok ? [] : result.errors) {
    const at = { file: 'hefei.yaml', line: 12, column: 10 + error.span.start };
    reportError(findings, error, at);
  }
  expect(findings.all.map((one) => renderFinding(one, 'zh'))).toEqual([
    'hefei.yaml:12:17：「500」没有写单位；「营业收入」是金额，只能与金额相比或加减。请写成「500 万元」',
  ]);
});

test.each(Object.keys(expressionFindings))('%s speaks both languages', (id) => {
  const kind = new Map(Object.entries(expressionFindings)).get(id);
  const said = [kind?.zh(kind.sample as never), kind?.en(kind.sample as never)];
  for (const one of said) {
    expect(one?.found).not.toMatch(/^$|undefined|null/);
    expect(one?.fix).not.toMatch(/^$|undefined|null/);
  }
  expect(said[0]?.found).toMatch(/\p{Script=Han}/u);
});
