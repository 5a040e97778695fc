// Long because it is a list: one entry a way to be wrong in a profile's form, text in two languages, no logic.
import { finding, quoteAll, say } from '../define.js';
import { meantEn, meantZh } from './meant.js';

const kindsZh: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（- 开头的各行，或 [ ]）',
  tuple: '[界限, 分数] 一对',
  object: '“键: 值”各行',
  record: '“键: 值”各行',
  null: '空',
};
const kindsEn: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list (lines with -, or [ ])',
  tuple: 'a pair [edge, points]',
  object: 'lines of "key: value"',
  record: 'lines of "key: value"',
  null: 'nothing',
};
const anyOf = (kinds: readonly string[], names: Readonly<Record<string, string>>, or: string): string =>
  [...new Set(kinds.map((kind) => names[kind] ?? `“${kind}”`))].join(or);

const rulesZh: Readonly<Record<string, string>> = {
  'name-id': '以小写字母开头，只用小写字母、数字和下划线，最多 64 个（如 rd_ratio）',
  'safe-id': '以小写字母开头，只用小写字母、数字、_ 和 -，最多 64 个（如 loan-online）',
  'grade-id': '以字母开头，只用字母、数字、_ 和 -，最多 64 个（如 A 或 B-1）',
  'profile-id':
    '只用小写字母、数字、点、_ 和 -，最多 64 个，不以点结尾，不能是 con、nul 这样的设备名（如 hefei-hightech-2025）',
  date: '年-月-日，如 2025-01-01，且确有这一天',
};
const rulesEn: Readonly<Record<string, string>> = {
  'name-id': 'a small letter first, then small letters, digits and underscores, at most 64 (rd_ratio)',
  'safe-id': 'a small letter first, then small letters, digits, _ and -, at most 64 (loan-online)',
  'grade-id': 'a letter first, then letters, digits, _ and -, at most 64 (A or B-1)',
  'profile-id':
    'small letters, digits, dots, _ and -, at most 64, no dot at the end, no device name like con or nul (hefei-hightech-2025)',
  date: 'year-month-day, like 2025-01-01, and a day that exists',
};

/** What the YAML reader's codes mean to somebody who writes a profile: what was found, what to do. */
const syntaxZh: Readonly<Record<string, readonly [string, string]>> = {
  TAB_AS_INDENT: ['缩进用了制表符', '请全部改为空格'],
  BAD_INDENT: ['缩进不对', '同一层的各行请左对齐，下一层多缩进两个空格'],
  MISSING_CHAR: ['缺少标点', '请检查引号、方括号、花括号是否成对，冒号后是否有空格'],
  UNCLOSED: ['这里开始的引号或括号没有配对', '请补上另一半'],
  BAD_SCALAR_START: ['这样的开头不能直接写', '请给整个值加引号'],
  BLOCK_AS_IMPLICIT_KEY: ['一行里出现两个“键: 值”', '请分成两行，或给含冒号的值加引号'],
  WIDE_COLON: ['冒号是全角「：」', '请改为半角冒号加一个空格，如 missing: zero'],
  MULTILINE_IMPLICIT_KEY: ['这一行不完整', '请检查冒号，以及上一行的引号和括号是否写全'],
  BAD_ALIAS: ['* 引用的内容前面没有用 & 定义，或引用了自己', '请直接写出内容'],
  BAD_DQ_ESCAPE: ['双引号里的反斜杠写法不对', '请改用单引号'],
  TAG_RESOLVE_FAILED: ['! 开头的标记不能用', '请删去'],
  NON_STRING_KEY: ['键不是文字', '请检查冒号前的内容'],
  MULTIPLE_DOCS: ['一个文件里写了两份内容', '请删去多余的 --- 及其后内容'],
};
const syntaxEn: Readonly<Record<string, readonly [string, string]>> = {
  TAB_AS_INDENT: ['a tab is used to indent', 'use blanks'],
  BAD_INDENT: ['the indentation does not fit', 'align lines of one level, two blanks more for the next'],
  MISSING_CHAR: ['a mark is missing', 'check quotes and brackets, and the blank after a colon'],
  UNCLOSED: ['the quote or bracket that opens here is never closed', 'add the other half'],
  BAD_SCALAR_START: ['a value cannot start like this', 'put it in quotes'],
  BLOCK_AS_IMPLICIT_KEY: [
    'two "key: value" stand on one line',
    'use two lines, or quote a value that holds a colon',
  ],
  WIDE_COLON: [
    'the colon is a full-width one (：)',
    'write a half-width colon and a blank, like missing: zero',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'the line is not complete',
    'check its colon, and quotes and brackets of the line before',
  ],
  BAD_ALIAS: ['a * refers to nothing defined with & before it, or to itself', 'write the content out'],
  BAD_DQ_ESCAPE: ['a backslash within double quotes is not right', 'use single quotes'],
  TAG_RESOLVE_FAILED: ['tags that start with ! are not used', 'delete it'],
  NON_STRING_KEY: ['a key is not text', 'check what stands before the colon'],
  MULTIPLE_DOCS: ['the file holds two documents', 'delete the extra --- and what follows'],
};
const otherSyntaxZh = (code: string): readonly [string, string] => [
  `这里不符合 YAML 的写法（${code}）`,
  '请检查这一行和上一行的缩进、引号和括号',
];
const otherSyntaxEn = (code: string): readonly [string, string] => [
  `this is not YAML (${code})`,
  'check indentation, quotes and brackets of this line and the one before',
];

const whyZh: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EACCES: '没有读取权限',
  EISDIR: '这是文件夹',
  'not-a-file': '这不是普通文件',
  'too-large': '文件超过 5 MB',
};
const whyEn: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
  'not-a-file': 'it is no plain file',
  'too-large': 'it is larger than 5 MB',
};

/** Trouble in a profile: always with line and column of its YAML. */
export const profileFindings = {
  'profile.not-found': finding({
    severity: 'error',
    sample: { id: 'hefei', near: ['hefei-hightech-2025'] as readonly string[] },
    zh: (a) =>
      say(`没有名为「${a.id}」的评价方案`, '', `${meantZh(a.near)}用 innopoints profile list 查看全部`),
    en: (a) =>
      say(
        `no profile is called "${a.id}"`,
        '',
        `${meantEn(a.near)}${a.near.length > 0 ? ' ' : ''}innopoints profile list shows all`,
      ),
  }),
  'profile.unreadable': finding({
    severity: 'error',
    sample: { path: 'profiles/hefei.yaml', why: 'ENOENT' },
    zh: (a) => say(`读不了方案文件 ${a.path}`, whyZh[a.why] ?? a.why, '请核对路径、权限和文件'),
    en: (a) =>
      say(`${a.path} cannot be read`, whyEn[a.why] ?? a.why, 'check the path, its permissions and the file'),
  }),
  'profile.not-utf8': finding({
    severity: 'error',
    sample: {},
    zh: () => say('方案文件不是 UTF-8 编码', '', '请在编辑器里另存为 UTF-8'),
    en: () => say('the file is not in UTF-8', '', 'save it as UTF-8 in your editor'),
  }),
  'profile.yaml-syntax': finding({
    severity: 'error',
    sample: { code: 'BAD_INDENT' },
    zh: (a) => {
      const [found, fix] = syntaxZh[a.code] ?? otherSyntaxZh(a.code);
      return say(found, '', fix);
    },
    en: (a) => {
      const [found, fix] = syntaxEn[a.code] ?? otherSyntaxEn(a.code);
      return say(found, '', fix);
    },
  }),
  'profile.not-a-map': finding({
    severity: 'error',
    sample: {},
    zh: () => say('文件里没有方案内容', '方案由“键: 值”各行组成', '请以 profile: 方案编号 开头'),
    en: () =>
      say(
        'there is no profile in the file',
        'a profile is made of lines of "key: value"',
        'start with profile: its id',
      ),
  }),
  'profile.too-deep': finding({
    severity: 'error',
    sample: { limit: 64 },
    zh: (a) => say(`嵌套超过 ${a.limit} 层`, '', '方案用不到这么深；请检查括号和缩进'),
    en: (a) =>
      say(
        `nested deeper than ${a.limit} levels`,
        '',
        'no profile needs that; check brackets and indentation',
      ),
  }),
  'profile.too-many-values': finding({
    severity: 'error',
    sample: { limit: 20_000 },
    zh: (a) => say(`内容超过 ${a.limit} 项（* 引用按展开后计）`, '', '请拆分方案，或删去重复的引用'),
    en: (a) =>
      say(
        `more than ${a.limit} values (each * counts in full)`,
        '',
        'split the profile, or delete repeated references',
      ),
  }),
  'profile.expressions-too-long': finding({
    severity: 'error',
    sample: { limit: 1_000_000 },
    zh: (a) =>
      say(
        `到这里，全部表达式合计超过 ${a.limit} 个字符`,
        '',
        '请拆分方案，或把重复的长表达式改成一个指标再引用',
      ),
    en: (a) =>
      say(
        `up to here, all expressions together have more than ${a.limit} characters`,
        '',
        'split the profile, or write a long expression that repeats as one indicator and name that',
      ),
  }),
  'profile.duplicate-key': finding({
    severity: 'error',
    sample: { key: 'weight' },
    zh: (a) => say(`「${a.key}」写了两次`, '同一处一个键只能出现一次', '请删去一处'),
    en: (a) => say(`"${a.key}" stands here twice`, 'a key stands once', 'delete one'),
  }),
  'profile.unquoted-code': finding({
    severity: 'error',
    sample: { raw: '0123' },
    zh: (a) => say(`「${a.raw}」没有加引号，会被当作数字而改变`, '编号、代码是文字', `请加引号：'${a.raw}'`),
    en: (a) =>
      say(
        `${a.raw} without quotes is read as a number and changes`,
        'a code is text',
        `put it in quotes: '${a.raw}'`,
      ),
  }),
  'profile.unquoted': finding({
    severity: 'error',
    sample: { raw: '2025' },
    zh: (a) => say(`「${a.raw}」被 YAML 当作数字或真假值`, '这里应为文字', `请加引号：'${a.raw}'`),
    en: (a) =>
      say(
        `YAML takes ${a.raw} for a number or a truth value`,
        'text is expected here',
        `put it in quotes: '${a.raw}'`,
      ),
  }),
  'profile.unknown-key': finding({
    severity: 'error',
    sample: { key: 'wieght', near: ['weight'] as readonly string[] },
    zh: (a) => say(`这里没有「${a.key}」这个键`, '', meantZh(a.near, '请删去，或核对键名')),
    en: (a) => say(`there is no key "${a.key}" here`, '', meantEn(a.near, 'delete it, or check its name')),
  }),
  'profile.missing-key': finding({
    severity: 'error',
    sample: { key: 'name' },
    zh: (a) => say(`缺少「${a.key}」`, '', `请补上一行 ${a.key}: …`),
    en: (a) => say(`"${a.key}" is missing`, '', `add a line ${a.key}: …`),
  }),
  'profile.missing-source': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        '这里的数值没有出处',
        '每个数值都要能说明从哪里来',
        '请写 source: { document: 文件名和文号, clause: 条款 }；没有公开依据的写 source: { assumed: true, reason: 理由 }',
      ),
    en: () =>
      say(
        'the figures here have no source',
        'every figure says where it comes from',
        'write source: { document: …, clause: … }, or source: { assumed: true, reason: … } where no public text gives it',
      ),
  }),
  'profile.half-source': finding({
    severity: 'error',
    sample: { found: ['assumed'] as readonly string[] },
    zh: (a) =>
      say(
        `出处只写了${quoteAll(a.found, 'zh') || '空'}`,
        '出处要么是 document（可加 issuer、clause、date），要么是 assumed: true 加 reason，二者不能混用',
        '请补全或删去多余的',
      ),
    en: (a) =>
      say(
        `the source holds ${quoteAll(a.found, 'en') || 'nothing'}`,
        'a source is a document (with issuer, clause, date), or assumed: true with a reason, never both',
        'complete it, or delete what is too much',
      ),
  }),
  'profile.unknown-not-chosen': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        '没有写明查不到时怎么办',
        '否决项必须由方案作者选择 unknown，没有默认值',
        '请加上 unknown: pass-with-warning（放行并提示）、veto（否决）或 reject（退回补充）',
      ),
    en: () =>
      say(
        'it is not said what happens where this is not known',
        'the author of a veto chooses `unknown`; there is no default',
        'add unknown: pass-with-warning, veto or reject',
      ),
  }),
  'profile.missing-not-chosen': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        '没有写明数据缺失时怎么办',
        '缺失不等于 0，由方案作者选择 missing',
        '请加上 missing: zero（记 0 分并提示）、finding（退回补充）或 reweight（其余权重放大）',
      ),
    en: () =>
      say(
        'it is not said what happens where the value is missing',
        'missing is not zero; the author chooses',
        'add missing: zero (0 points and a warning), finding (an error) or reweight',
      ),
  }),
  'profile.wrong-type': finding({
    severity: 'error',
    sample: { found: '{…}', expected: ['number', 'string'] as readonly string[] },
    zh: (a) =>
      say(
        a.found === '' ? '这里是空的' : `「${a.found}」写在这里不合适`,
        a.expected.length > 0 ? `应为${anyOf(a.expected, kindsZh, '，或')}` : '',
        '请改写',
      ),
    en: (a) =>
      say(
        a.found === '' ? 'nothing stands here' : `"${a.found}" does not fit here`,
        a.expected.length > 0 ? `expected ${anyOf(a.expected, kindsEn, ', or ')}` : '',
        'rewrite it',
      ),
  }),
  'profile.unknown-word': finding({
    severity: 'error',
    sample: {
      word: 'zreo',
      near: ['zero'] as readonly string[],
      allowed: ['zero', 'finding', 'reweight'] as readonly string[],
    },
    zh: (a) =>
      say(
        a.word === '' ? '这里是空的' : `「${a.word}」不在可选范围内`,
        `可写${quoteAll(a.allowed.slice(0, 12), 'zh')}`,
        meantZh(a.near, '请改为其中之一'),
      ),
    en: (a) =>
      say(
        a.word === '' ? 'nothing stands here' : `"${a.word}" cannot stand here`,
        `one of ${quoteAll(a.allowed.slice(0, 12), 'en')}`,
        meantEn(a.near, 'choose one of them'),
      ),
  }),
  'profile.bad-id': finding({
    severity: 'error',
    sample: { id: 'RD ratio', rule: 'name-id' },
    zh: (a) => say(`「${a.id}」的写法不对`, rulesZh[a.rule] ?? a.rule, '请改写'),
    en: (a) => say(`"${a.id}" is not written right`, rulesEn[a.rule] ?? a.rule, 'rewrite it'),
  }),
  'profile.too-small': finding({
    severity: 'error',
    sample: { found: '[…]', least: 1, origin: 'array' },
    zh: (a) =>
      say(
        a.found === '' || a.found === '[…]' ? '这里的内容不够' : `「${a.found}」太小`,
        a.origin === 'array'
          ? `至少要有 ${a.least} 项`
          : a.origin === 'string'
            ? '不能是空的'
            : `应不小于 ${a.least}（比例和总分须大于 0）`,
        '请补上或改写',
      ),
    en: (a) =>
      say(
        a.found === '' || a.found === '[…]' ? 'not enough stands here' : `${a.found} is too small`,
        a.origin === 'array'
          ? `at least ${a.least} entries`
          : a.origin === 'string'
            ? 'it cannot be empty'
            : `${a.least} or more (a scale is above 0)`,
        'add or rewrite it',
      ),
  }),
  'profile.too-big': finding({
    severity: 'error',
    sample: { found: '12', most: 6, origin: 'number' },
    zh: (a) => say(`「${a.found}」太大`, `最大为 ${a.most}`, '请改写'),
    en: (a) => say(`${a.found} is too large`, `${a.most} at most`, 'rewrite it'),
  }),
  'profile.is-a-pack': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        '这是字段包，不能单独用于评价',
        '字段包只供方案引用',
        '请用一份写有 profile: 的方案，并在其中 extends 这个包',
      ),
    en: () =>
      say(
        'this is a pack, which cannot be run',
        'a pack only serves profiles',
        'use a profile that extends it',
      ),
  }),
  'profile.not-in-pack': finding({
    severity: 'error',
    sample: { key: 'indicators', allowed: ['fields', 'blanks'] as readonly string[] },
    zh: (a) => say(`字段包里不能写「${a.key}」`, `只可写${quoteAll(a.allowed, 'zh')}`, '请移到方案里'),
    en: (a) =>
      say(`a pack cannot hold "${a.key}"`, `only ${quoteAll(a.allowed, 'en')}`, 'move it to a profile'),
  }),
  'profile.id-differs': finding({
    severity: 'error',
    sample: { id: 'hefei-2025', file: 'hefei-hightech-2025.yaml' },
    zh: (a) =>
      say(`方案编号「${a.id}」与文件名 ${a.file} 不一致`, '文件名应为“编号.yaml”', '请改编号或文件名'),
    en: (a) =>
      say(
        `the id "${a.id}" differs from the file name ${a.file}`,
        'the file is named after the id',
        'change one of them',
      ),
  }),
  'profile.remove': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        'remove 用法不对',
        '只能写 remove: true，旁边除 id 外不能有别的键',
        '要去掉整项就只留 remove: true；要修改就删去 remove',
      ),
    en: () =>
      say(
        '`remove` is not used right',
        'it is `remove: true` alone beside the id',
        'keep only that to take the entry out, or delete `remove` to change it',
      ),
  }),
  'profile.remove-unknown': finding({
    severity: 'error',
    sample: { id: 'rd_ratoi', near: ['rd_ratio'] as readonly string[] },
    zh: (a) => say(`所继承的方案里没有「${a.id}」，无从去掉`, '', meantZh(a.near, '请删去这一项')),
    en: (a) => say(`what is extended has no "${a.id}" to take out`, '', meantEn(a.near, 'delete this entry')),
  }),
  'profile.extends-outside': finding({
    severity: 'error',
    sample: { id: '../secret' },
    zh: (a) =>
      say(
        `「${a.id}」不是方案编号`,
        '只能引用方案文件夹里的方案，写编号（如 national-1.0-2022 或 packs/core-fields），不写路径',
        '请改为编号',
      ),
    en: (a) =>
      say(
        `"${a.id}" is not a profile id`,
        'only profiles of the profile folders can be extended, by id (national-1.0-2022, packs/core-fields), never by path',
        'write an id',
      ),
  }),
  'profile.extends-not-found': finding({
    severity: 'error',
    sample: { id: 'national-2022', near: ['national-1.0-2022'] as readonly string[] },
    zh: (a) => say(`找不到所继承的「${a.id}」`, '', meantZh(a.near, '请核对编号，或把文件放进方案文件夹')),
    en: (a) =>
      say(
        `"${a.id}", which this extends, is not found`,
        '',
        meantEn(a.near, 'check the id, or put the file into the profile folder'),
      ),
  }),
  'profile.extends-cycle': finding({
    severity: 'error',
    sample: { chain: ['a.yaml', 'b.yaml', 'a.yaml'] as readonly string[] },
    zh: (a) => say(`继承成环：${a.chain.join(' → ')}`, '', '请删去其中一处 extends'),
    en: (a) =>
      say(`profiles extend each other in a circle: ${a.chain.join(' → ')}`, '', 'delete one `extends`'),
  }),
  'profile.extends-too-deep': finding({
    severity: 'error',
    sample: { limit: 8 },
    zh: (a) => say(`继承超过 ${a.limit} 层`, '', '请直接继承更上一层的方案'),
    en: (a) => say(`more than ${a.limit} profiles extend each other`, '', 'extend one higher up'),
  }),
  'profile.duplicate-id': finding({
    severity: 'error',
    sample: { id: 'rd_ratio' },
    zh: (a) => say(`编号「${a.id}」用了两次`, '编号不能重复', '请改其中一个'),
    en: (a) => say(`the id "${a.id}" is used twice`, 'ids are unique', 'change one of them'),
  }),
};
