// Over 250 lines: one entry a kind of mistake in an expression, each in two languages; nothing else stands here.
import type { Lang, Text } from '../../model/text.js';
import { finding, quoteAll, say } from '../define.js';

/** Types as people call them, by the code that findings carry. */
const typeNames: ReadonlyMap<string, Text> = new Map([
  ['number', { zh: '不带货币单位的数', en: 'a plain number' }],
  ['money', { zh: '金额', en: 'money' }],
  ['CNY', { zh: '人民币金额', en: 'money in yuan' }],
  ['USD', { zh: '美元金额', en: 'money in US dollars' }],
  ['text', { zh: '文字', en: 'text' }],
  ['boolean', { zh: '真假值', en: 'true or false' }],
  ['date', { zh: '日期', en: 'a date' }],
  ['ordered', { zh: '数或日期', en: 'a number or a date' }],
]);

/** What may stand at a place of an expression, by the code that findings carry. */
const expectedNames: ReadonlyMap<string, Text> = new Map([
  [
    'operand',
    {
      zh: '一个值：字段名、数字、加引号的文字，或括号',
      en: 'a value: a field, a number, a quoted text, or a bracket',
    },
  ],
  ['operator', { zh: '运算符（如 + - * / >= = 且 或）', en: 'an operator (such as + - * / >= = and or)' }],
  ['missing', { zh: '「is missing」或「is not missing」', en: '"is missing" or "is not missing"' }],
  [
    'negatable',
    { zh: '「not in (…)」或「not between … and …」', en: '"not in (…)" or "not between … and …"' },
  ],
  [
    'and',
    { zh: '「and」和上限（between 下限 and 上限）', en: '"and" and the upper bound (between low and high)' },
  ],
  ['then', { zh: '「then」（if 条件 then 值 else 值）', en: '"then" (if condition then value else value)' }],
  ['else', { zh: '「else」（if 条件 then 值 else 值）', en: '"else" (if condition then value else value)' }],
  ['(', { zh: '左括号「(」', en: 'an opening bracket "("' }],
  [')', { zh: '右括号「)」', en: 'a closing bracket ")"' }],
  ['list', { zh: '逗号或右括号「)」', en: 'a comma or a closing bracket ")"' }],
]);

const word = (names: ReadonlyMap<string, Text>, code: string, lang: Lang): string =>
  names.get(code)?.[lang] ?? code;
const type = (code: string, lang: Lang): string => word(typeNames, code, lang);
const didYouMean = (near: readonly string[], lang: Lang): string => {
  if (near.length === 0) return '';
  return lang === 'zh' ? `是否为${quoteAll(near, 'zh')}？` : `did you mean ${quoteAll(near, 'en')}? `;
};

/** Mistakes in an expression of a profile: found at load, all at once, each under its own place. */
export const expressionFindings = {
  'profile.expression-empty': finding({
    severity: 'error',
    sample: {},
    zh: () => say('表达式是空的', '应为一个式子，如 rd_expense / revenue', '请写上式子，或删去这一项'),
    en: () =>
      say(
        'the expression is empty',
        'expected a formula such as rd_expense / revenue',
        'write one, or delete the key',
      ),
  }),
  'profile.expression-too-long': finding({
    severity: 'error',
    sample: { length: 123_456, limit: 10_000 },
    zh: (a) =>
      say(`表达式有 ${a.length} 个字符`, `最多 ${a.limit} 个`, '请拆成几项，或用 in (…) 代替成串的 or'),
    en: (a) =>
      say(
        `the expression has ${a.length} characters`,
        `at most ${a.limit} are taken`,
        'split it, or use in (…) for a long chain of or',
      ),
  }),
  'profile.expression-too-deep': finding({
    severity: 'error',
    sample: { limit: 64 },
    zh: (a) =>
      say(
        '表达式层次太深',
        `括号最多套 ${a.limit} 层，成串的运算最多 1000 项`,
        '请去掉多余的括号，或拆成几项',
      ),
    en: (a) =>
      say(
        'the expression is nested too deeply',
        `brackets go at most ${a.limit} deep, a chain has at most 1000 terms`,
        'remove needless brackets, or split it',
      ),
  }),
  'profile.expression-character': finding({
    severity: 'error',
    sample: { character: '&&', instead: 'and' },
    zh: (a) =>
      say(
        `「${a.character}」不是表达式里能用的符号`,
        '',
        a.instead === '' ? '请删去；若它属于名称，请用反引号把名称括起来' : `请写成「${a.instead}」`,
      ),
    en: (a) =>
      say(
        `"${a.character}" has no meaning in an expression`,
        '',
        a.instead === ''
          ? 'delete it; if it belongs to a name, put the name in backquotes'
          : `write "${a.instead}"`,
      ),
  }),
  'profile.expression-unclosed': finding({
    severity: 'error',
    sample: { opened: '未授信', mark: '”' },
    zh: (a) =>
      say(
        `「${a.opened}」前有引号，后面没有收尾`,
        `应以 ${a.mark} 结束`,
        `请补上 ${a.mark}（左右引号须成对）`,
      ),
    en: (a) =>
      say(
        `the mark before "${a.opened}" is not closed`,
        `it must end with ${a.mark}`,
        `add ${a.mark} (the marks come in pairs)`,
      ),
  }),
  'profile.expression-number': finding({
    severity: 'error',
    sample: { raw: '1.2.3' },
    zh: (a) => say(`「${a.raw}」不是数`, '', '请写成如 500、0.5、10%、1.2亿、500 万元'),
    en: (a) => say(`"${a.raw}" is not a number`, '', 'write it like 500, 0.5, 10%, 1.2亿 or 500 万元'),
  }),
  'profile.expression-thousands': finding({
    severity: 'error',
    sample: { raw: '1,000', joined: '1000', apart: '1, 000' },
    zh: (a) =>
      say(
        `「${a.raw}」是一个数还是两个数，看不出来`,
        '表达式里的数不写千分号',
        `一个数请写 ${a.joined}；两个数请在逗号后空一格：${a.apart}`,
      ),
    en: (a) =>
      say(
        `"${a.raw}" may be one number or two`,
        'numbers in expressions have no thousands mark',
        `for one number write ${a.joined}; for two put a blank behind the comma: ${a.apart}`,
      ),
  }),
  'profile.expression-unit': finding({
    severity: 'error',
    sample: { raw: '500万园', unit: '万园', near: ['万元'] as readonly string[] },
    zh: (a) =>
      say(
        `「${a.raw}」里的「${a.unit}」不是认得的单位`,
        '单位可用 元、千元、万元、亿元、万美元、%、人、件、项、年等',
        `${didYouMean(a.near, 'zh')}若「${a.unit}」不是单位，请与数字之间空一格`,
      ),
    en: (a) =>
      say(
        `"${a.unit}" in "${a.raw}" is no known unit`,
        'units are 元, 千元, 万元, 亿元, 万美元, %, 人, 件, 项, 年 and the like',
        `${didYouMean(a.near, 'en')}if "${a.unit}" is no unit, put a blank between it and the number`,
      ),
  }),
  'profile.expression-date': finding({
    severity: 'error',
    sample: { raw: '2026-02-30' },
    zh: (a) => say(`「${a.raw}」不是日期`, '日期写成 年-月-日，如 2026-09-30', '请改成日历上有的日子'),
    en: (a) =>
      say(
        `"${a.raw}" is not a date`,
        'dates are written like 2026-09-30',
        'write a day that the calendar has',
      ),
  }),
  'profile.expression-syntax': finding({
    severity: 'error',
    sample: { found: 'then', expected: 'operand' },
    zh: (a) =>
      say(
        a.found === '' ? '表达式到此就完了' : `「${a.found}」不该在这里`,
        `此处应为${word(expectedNames, a.expected, 'zh')}`,
        a.found === '' ? '请补全' : '请在此处补上，或删去多余的部分',
      ),
    en: (a) =>
      say(
        a.found === '' ? 'the expression ends too early' : `"${a.found}" cannot stand here`,
        `expected ${word(expectedNames, a.expected, 'en')}`,
        a.found === '' ? 'complete it' : 'add what is missing, or delete what is too much',
      ),
  }),
  'profile.expression-chained': finding({
    severity: 'error',
    sample: { operator: '<=' },
    zh: (a) =>
      say(
        `「${a.operator}」接在另一个比较后面`,
        '一次只能比较两个值',
        '请写成 x between 3 and 5，或用 and 连接两个比较',
      ),
    en: (a) =>
      say(
        `"${a.operator}" follows another comparison`,
        'a comparison takes two values',
        'write x between 3 and 5, or join two comparisons with and',
      ),
  }),
  'profile.expression-name': finding({
    severity: 'error',
    sample: {
      name: '研发费',
      near: ['研发费用', '研发费用（上年）'] as readonly string[],
      meant: 'either' as 'text' | 'name' | 'either',
    },
    zh: (a) => {
      const near = didYouMean(a.near, 'zh');
      if (a.meant === 'text')
        return say(
          `「${a.name}」没有加引号，会当作字段名，而没有叫这个名的字段`,
          '这里应为文字',
          `请加引号："${a.name}"${near === '' ? '' : `；若指字段，${near}`}`,
        );
      const quote = a.meant === 'either' ? `若它是文字，请加引号："${a.name}"` : '';
      return say(
        `没有叫「${a.name}」的字段`,
        '',
        `${near}${quote}` || '请核对名称，或先在 fields 里定义这个字段',
      );
    },
    en: (a) => {
      const near = didYouMean(a.near, 'en');
      if (a.meant === 'text')
        return say(
          `"${a.name}" without quotes is read as a field, and no field is called so`,
          'text is expected here',
          `quote it: "${a.name}"${near === '' ? '' : `; if it is a field, ${near.trim()}`}`,
        );
      const quote = a.meant === 'either' ? `if it is a text, quote it: "${a.name}"` : '';
      return say(
        `no field is called "${a.name}"`,
        '',
        `${near}${quote}`.trim() || 'check the name, or define the field under fields first',
      );
    },
  }),
  'profile.expression-later': finding({
    severity: 'error',
    sample: { name: 'total' },
    zh: (a) =>
      say(
        `「${a.name}」要计分之后才有，这里在计分之前`,
        '这里只能读字段',
        '请改用字段，或把这个条件写到 lists 或 offers 的 when 里',
      ),
    en: (a) =>
      say(
        `"${a.name}" is known only after scoring, and this is reckoned before`,
        'only fields can be read here',
        'use fields, or put the condition into the when of a list or an offer',
      ),
  }),
  'profile.expression-function': finding({
    severity: 'error',
    sample: {
      name: 'maximum',
      near: ['max'] as readonly string[],
      known: ['coalesce', 'min', 'max'] as readonly string[],
    },
    zh: (a) =>
      say(
        `没有叫「${a.name}」的函数`,
        `可用的函数：${a.known.join('、')}`,
        `${didYouMean(a.near, 'zh')}若它是字段，后面不加括号`,
      ),
    en: (a) =>
      say(
        `no function is called "${a.name}"`,
        `functions are ${a.known.join(', ')}`,
        `${didYouMean(a.near, 'en')}a field takes no brackets behind it`,
      ),
  }),
  'profile.expression-arguments': finding({
    severity: 'error',
    sample: { name: 'years', form: 'years(from, to)', found: 1 },
    zh: (a) => say(`「${a.name}」得到 ${a.found} 个参数`, `应写成 ${a.form}`, '请补上或删去参数'),
    en: (a) =>
      say(`"${a.name}" was given ${a.found} arguments`, `it is written ${a.form}`, 'add or delete arguments'),
  }),
  'profile.expression-digits': finding({
    severity: 'error',
    sample: { found: 'x', most: 10 },
    zh: (a) =>
      say(`round 的位数是「${a.found}」`, `位数应为 0 到 ${a.most} 的整数`, '请直接写上数字，如 round(x, 2)'),
    en: (a) =>
      say(
        `round was given "${a.found}" digits`,
        `digits are a whole number from 0 to ${a.most}`,
        'write the number itself, as in round(x, 2)',
      ),
  }),
  'profile.expression-operand': finding({
    severity: 'error',
    sample: { of: 'and', text: 'revenue', type: 'CNY', wanted: 'boolean' },
    zh: (a) =>
      say(
        `「${a.text}」是${type(a.type, 'zh')}`,
        `「${a.of}」要的是${type(a.wanted, 'zh')}`,
        a.wanted === 'boolean' ? '请写成比较，如 x > 0 或 x is not missing' : '请换成合适的字段或值',
      ),
    en: (a) =>
      say(
        `"${a.text}" is ${type(a.type, 'en')}`,
        `"${a.of}" takes ${type(a.wanted, 'en')}`,
        a.wanted === 'boolean'
          ? 'make it a comparison, like x > 0 or x is not missing'
          : 'use a field or value of that type',
      ),
  }),
  'profile.expression-types': finding({
    severity: 'error',
    sample: { of: '=', left: '首次推荐结果', leftType: 'text', right: '1', rightType: 'number' },
    zh: (a) =>
      say(
        `「${a.of}」两边不是一类：「${a.left}」是${type(a.leftType, 'zh')}，「${a.right}」是${type(a.rightType, 'zh')}`,
        '两边应同类',
        mismatchFix(a.leftType, a.rightType, 'zh'),
      ),
    en: (a) =>
      say(
        `"${a.of}" is given two kinds: "${a.left}" is ${type(a.leftType, 'en')}, "${a.right}" is ${type(a.rightType, 'en')}`,
        'both must be of one kind',
        mismatchFix(a.leftType, a.rightType, 'en'),
      ),
  }),
  'profile.expression-unit-needed': finding({
    severity: 'error',
    sample: { figure: '500', money: 'revenue', suggestion: '500 万元' },
    zh: (a) =>
      say(
        `「${a.figure}」没有写单位`,
        `「${a.money}」是金额，只能与金额相比或加减`,
        `请写成「${a.suggestion}」`,
      ),
    en: (a) =>
      say(
        `"${a.figure}" has no unit`,
        `"${a.money}" is money and goes only with money`,
        `write "${a.suggestion}"`,
      ),
  }),
  'profile.expression-currency': finding({
    severity: 'error',
    sample: { of: '>=', left: 'revenue', leftType: 'CNY', right: '2000 万美元', rightType: 'USD' },
    zh: (a) =>
      say(
        `「${a.left}」是${type(a.leftType, 'zh')}，「${a.right}」是${type(a.rightType, 'zh')}`,
        `「${a.of}」两边应为同一种货币`,
        '请换用同一货币的字段或数额',
      ),
    en: (a) =>
      say(
        `"${a.left}" is ${type(a.leftType, 'en')}, "${a.right}" is ${type(a.rightType, 'en')}`,
        `both sides of "${a.of}" must be in one currency`,
        'use a field or an amount in the same currency',
      ),
  }),
  'profile.expression-money': finding({
    severity: 'error',
    sample: { of: '*', left: 'revenue', right: 'rd_expense' },
    zh: (a) =>
      say(
        `「${a.left}」${a.of}「${a.right}」算不出有意义的单位`,
        '金额可以乘以或除以普通的数，金额之间可以相除',
        a.of === '/' ? '是否写反了分子和分母？' : '请核对式子',
      ),
    en: (a) =>
      say(
        `"${a.left}" ${a.of} "${a.right}" has no meaningful unit`,
        'money may be multiplied or divided by a plain number, and divided by money',
        a.of === '/' ? 'are the two swapped?' : 'check the formula',
      ),
  }),
  'profile.expression-time': finding({
    severity: 'error',
    sample: { left: 'as_of - founded', right: '3 年' },
    zh: (a) =>
      say(
        `「${a.left}」与「${a.right}」：一边按天、一边按年`,
        '日期相减得到天数，日期加减的也是天数',
        '按整年比较请用 years(起, 止)，如 years(founded, as_of) <= 3',
      ),
    en: (a) =>
      say(
        `"${a.left}" and "${a.right}": one counts days, the other years`,
        'the difference of two dates is in days, and so is what is added to a date',
        'for whole years use years(from, to), as in years(founded, as_of) <= 3',
      ),
  }),
  'profile.expression-wanted': finding({
    severity: 'error',
    sample: { type: 'CNY', wanted: 'boolean' },
    zh: (a) =>
      say(
        `表达式的结果是${type(a.type, 'zh')}`,
        `此处应为${a.wanted === 'number' ? '数' : type(a.wanted, 'zh')}`,
        a.wanted === 'boolean' ? '请写成条件，如 total >= 60' : '请核对式子',
      ),
    en: (a) =>
      say(
        `the expression gives ${type(a.type, 'en')}`,
        `expected ${a.wanted === 'number' ? 'a number' : type(a.wanted, 'en')}`,
        a.wanted === 'boolean' ? 'write a condition such as total >= 60' : 'check the formula',
      ),
  }),
};

function mismatchFix(left: string, right: string, lang: Lang): string {
  const pair = new Set([left, right]);
  if (pair.has('boolean')) {
    return lang === 'zh'
      ? '真假字段直接写名称，或与 是、否（true、false）比较，不加引号'
      : 'write a yes/no field by itself, or compare it with true or false, unquoted';
  }
  if (pair.has('text')) {
    return lang === 'zh'
      ? '文字加引号、数不加引号；请核对字段'
      : 'texts are quoted, numbers are not; check the field';
  }
  if (pair.has('date')) {
    return lang === 'zh'
      ? '日期写成 2026-09-30；整年数请用 years(起, 止)'
      : 'write a date like 2026-09-30; for whole years use years(from, to)';
  }
  return lang === 'zh' ? '请核对字段的单位' : 'check the units of the fields';
}
