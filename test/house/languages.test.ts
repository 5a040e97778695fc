import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { program } from '../../src/cli/program.js';
import { openShell } from '../../src/cli/shell.js';
import { catalogue, Findings, kindOf, sayFinding } from '../../src/finding/index.js';
import { quantityText } from '../../src/model/quantity-text.js';
import type { Lang } from '../../src/model/text.js';
import { languageTroubles, typed } from '../support/language-pairs.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// Everything is said in both languages: every pair of texts in the source, every finding as it is rendered, every help.
const han = /\p{Script=Han}/u;

/** Where the two are no pair on purpose; one that is no longer needed fails the test. */
const accepted: readonly (readonly [file: string, why: RegExp, because: string])[] = [
  ['expr/functions.ts', /^only zh$/, 'the English name of a function is its id'],
  ['expr/words.ts', /^not as many in both$/, 'spellings that the language accepts, not texts'],
  ['profile/load-fields.ts', /^only zh$/, 'a document that nobody reads'],
  [
    'profile/schema/descriptions.ts',
    /en is no English: "英文/,
    'one description for editors, in both languages',
  ],
  ['cli/show-diff.ts', /^keys differ/, 'the English word for a key of a profile is the key'],
  ['cli/show-profile.ts', /^one is empty/, '2025-01-01 起, in English by order of words'],
  ['cli/commands/finding.ts', /^en is no English/, 'Chinese marks that are replaced by English ones'],
  ['report/cards/card-html.ts', /"zh-CN"/, 'the lang attribute of a page'],
  ['report/html/html-report.ts', /"zh-CN"/, 'the lang attribute of a page'],
  ['finding/catalogue/doubt.ts', /a\.expectedEn/, 'a text that comes in both languages'],
  ['finding/catalogue/identify.ts', /a\.schemeEn/, 'a text that comes in both languages'],
  ['finding/catalogue/usage.ts', /a\.zh.*a\.en/, 'a text that comes in both languages'],
];

test('every pair of texts in the source is one', () => {
  const count = { pairs: 0 };
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const troubles = files.flatMap((file) =>
    languageTroubles(file, readFileSync(join(root, 'src', file), 'utf8'), count),
  );
  const used = new Set<string>();
  const left = troubles.filter(({ at, why }) => {
    const known = accepted.find(([file, told]) => at.startsWith(`${file}:`) && told.test(why));
    if (known !== undefined) used.add(known[0]);
    return known === undefined;
  });
  expect(left).toEqual([]);
  expect(accepted.filter(([file]) => !used.has(file))).toEqual([]);
  // As many as there were when this was written, nearly: the check sees them.
  expect(count.pairs).toBeGreaterThan(1500);
});

test.each([
  ['a text in one language only', "const a = { zh: '总分' };", /only zh/],
  ['an empty text', "const a = { zh: '总分', en: '' };", /one is empty/],
  ['English where Chinese should stand', "const a = { zh: 'Total score', en: 'Total' };", /zh is no Chinese/],
  ['Chinese where English should stand', "const a = { zh: '总分', en: '总分 total' };", /en is no English/],
  ['Chinese marks in English', "const a = { zh: '总分：', en: 'Total：' };", /en is no English/],
  ['a key of one language', "const a = { zh: { total: '总分' }, en: {} };", /only zh \[total\]/],
  ['a table that tells too much', "const a = { zh: {}, en: { x: 'rank' } };", /only en \[x\]/],
  ['a hole that is not filled', "const a = { zh: '第 {} 行', en: 'row' };", /holes/],
  [
    'an argument left out',
    "const a = { zh: (a) => say(a.row, '行'), en: (a) => say('row') };",
    /only zh \[a\.row\]/,
  ],
  ['a choice by language', "const a = zh ? 'Firms' : '企业';", /zh is no Chinese/],
  [
    'a title deep in a list',
    "const a = lang === 'zh' ? [['名单'], ['Kind']] : [['List'], ['Kind type']];",
    /Kind/,
  ],
  ['a title too few', "const a = zh ? ['企业', '总分'] : ['Firm'];", /not as many/],
])('the check sees %s', (_, planted, why) => {
  expect(languageTroubles('planted.ts', planted).map((one) => one.why)).toContainEqual(
    expect.stringMatching(why),
  );
});

test.each([
  ['a good pair', "const a = { zh: '总分', en: 'Total' };"],
  ['what nobody translates', "const a = { zh: 'SHA-256', en: 'SHA-256' };"],
  ['what a person types', "const a = { zh: '应为 500 万元', en: 'write 500 万元' };"],
  ['joints', "const a = all.join(zh ? '、' : ', ');"],
])('the check lets %s pass', (_, planted) => {
  expect(languageTroubles('planted.ts', planted)).toEqual([]);
});

test.each(Object.keys(catalogue))('%s is told to the same extent in both languages', (id) => {
  const kind = kindOf(id)!;
  const [zh, en] = [kind.zh(kind.sample), kind.en(kind.sample)];
  for (const part of ['found', 'expected', 'fix'] as const) {
    // A sentence may be part of another in one language: what is found never is.
    if (part === 'found') expect([zh.found === '', en.found === '']).toEqual([false, false]);
    else expect(zh[part] === '', `${part}: 「${zh[part]}」 / "${en[part]}"`).toBe(en[part] === '');
    if (zh[part] !== '') expect(zh[part]).toMatch(han);
    // Or nothing but what the profile calls things: 科技人员数 = 120 人.
    if (en[part] !== '') expect(en[part]).toMatch(/[a-z]{2,}| = /);
  }
});

const helpIn = (lang: Lang): Command => {
  const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const shell = openShell({ out: sink(), err: sink(), env: {}, cwd: root });
  shell.lang = lang;
  return program(shell);
};

/** A command and all below it: names, arguments, options with what they take; no word of a language. */
const shapeOf = (command: Command): unknown => ({
  name: command.name(),
  arguments: command.registeredArguments.map((one) => [
    one.name(),
    one.required,
    one.variadic,
    one.defaultValue,
  ]),
  options: command.options.map((one) => [one.flags, one.mandatory, one.argChoices, one.defaultValue]),
  commands: command.commands.map(shapeOf),
});

const commandsOf = (command: Command, above = ''): (readonly [string, Command])[] => {
  const name = `${above} ${command.name()}`.trim();
  return [[name, command] as const, ...command.commands.flatMap((one) => commandsOf(one, name))];
};

/** What a help says in words: of the command, each argument, each option. */
const wordsOf = (command: Command): (readonly [string, string])[] => [
  ['description', command.description()],
  ...command.registeredArguments.map((one) => [one.name(), one.description] as const),
  ...command.options.filter((one) => !one.hidden).map((one) => [one.flags, one.description] as const),
];

test('the two helps have the same commands, arguments and options', () => {
  expect(shapeOf(helpIn('en'))).toEqual(shapeOf(helpIn('zh')));
  expect(commandsOf(helpIn('zh')).length).toBeGreaterThan(20);
});

/** Words of a help that are missing or in the other language. */
const strangers = (all: readonly (readonly [string, string])[], lang: Lang): string[] =>
  all.filter(([, said]) => said === '' || han.test(said) !== (lang === 'zh')).map(([what]) => what);

for (const lang of ['zh', 'en'] as const)
  test.each(commandsOf(helpIn(lang)))(`the ${lang} help of %s is all in that language`, (_, command) => {
    expect(strangers(wordsOf(command), lang)).toEqual([]);
    const page = command.helpInformation();
    if (lang === 'zh') expect(page).not.toMatch(/^(?:Usage|Options|Commands|Arguments|Global Options):/m);
    else expect(page.replaceAll('创新积分制', '')).not.toMatch(han);
  });

test('the check of helps sees an option without words and one in the other language', () => {
  const command = helpIn('en');
  command.option('--silent').option('--loud', '大声');
  expect(strangers(wordsOf(command), 'en')).toEqual(['--silent', '--loud']);
  expect(shapeOf(command)).not.toEqual(shapeOf(helpIn('zh')));
});

describe('a run of the sample in English', () => {
  const sample = readFileSync(join(root, 'samples/gaoxin-2026Q3.csv'));
  const records = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });
  /** What the firms' rows hold, the longest first: quoting it is no word of ours. */
  const theirs = [...new Set(records(new TextDecoder('gb18030').decode(sample)).slice(4).flat())]
    .filter((one) => han.test(one))
    .sort((a, b) => b.length - a.length);
  const strangersIn = (texts: readonly string[]): string[] =>
    texts.filter((text) => {
      let ours = text;
      for (const one of theirs) ours = ours.replaceAll(one, '');
      return han.test(ours.replace(typed, ''));
    });
  /** Severity, what was found, expected and to be done, of every finding. */
  const wordsOfFindings = (text: string): string[] => {
    const [head = [], ...lines] = records(text);
    const columns = ['Severity', 'Found', 'Expected', 'What to do'].map((one) => head.indexOf(one));
    return [...head, ...lines.flatMap((line) => columns.map((column) => line[column] ?? 'no such column'))];
  };
  let bench: Workbench;
  let told = '';

  beforeAll(() => {
    bench = workbench().file('firms.csv', sample);
    const outcome = bench.innopoints(
      'assess firms.csv -p hefei-hightech-2025 --period 2026Q3 --lang en -o out --format csv',
    );
    expect(outcome.code, outcome.stderr).toBe(0);
    told = outcome.stderr;
  });

  test('findings.csv speaks English, the names of fields and indicators too', () => {
    const words = wordsOfFindings(bench.read('out/findings.csv'));
    expect(words).toContain('Technology contracts is blank');
    expect(words).not.toContain('no such column');
    expect(strangersIn(words)).toEqual([]);
  });

  test('the check sees a field that is named in Chinese', () => {
    const planted = bench.read('out/findings.csv').replaceAll('Technology contracts', '技术合同成交额');
    expect(strangersIn(wordsOfFindings(planted))).not.toEqual([]);
  });

  test('the summary speaks English', () => {
    expect(told).toContain('findings  errors');
    expect(strangersIn(told.split('\n'))).toEqual([]);
  });

  test.each(['whitelist', 'referrals', 'assessment'])('the headers of %s.csv are English', (name) => {
    const [head = []] = records(bench.read(`out/${name}.csv`));
    expect(head.length).toBeGreaterThan(5);
    expect(head.filter((one) => /[\p{Script=Han}（）]/u.test(one))).toEqual([]);
  });

  test('the headers of report.html are English, and its rules are in words', () => {
    const page = bench.read('out/report.html');
    const heads = [...page.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>|<h[123][^>]*>(.*?)<\/h[123]>/g)].map(
      ([, column, title]) => column ?? title ?? '',
    );
    expect(heads.length).toBeGreaterThan(20);
    expect(strangersIn(heads)).toEqual([]);
    expect(page).toContain('total ≥ 60');
    expect(page).not.toMatch(/total &gt;= ?\d|total >= ?\d/);
  });
});

test('a name that the profile gives in both languages is told in the one asked for', () => {
  const findings = new Findings();
  findings.add(
    'cell.blank',
    { file: '企业.xlsx', sheet: '企业', row: 5, column: 3 },
    {
      field: { zh: '研发费用', en: 'R&D expense' },
      indicators: [{ zh: '研发增速', en: 'Growth' }],
      effect: 'zero',
    },
  );
  const one = findings.all[0]!;
  expect(sayFinding(one, 'zh').found).toBe('「研发费用」没有填写');
  expect(sayFinding(one, 'zh').expected).toContain('「研发增速」');
  expect(sayFinding(one, 'en').found).toBe('R&D expense is blank');
  expect(sayFinding(one, 'en').expected).toContain('"Growth"');
});

test('a finding of an older run, which kept the Chinese name alone, is still told', () => {
  const args = { field: '研发费用', indicators: ['研发增速'], effect: 'zero' };
  const at = { file: '企业.xlsx', sheet: '企业', row: 5, column: 3 };
  const old = { id: 'cell.blank', severity: 'warning', at, args, notes: [], firm: 0 } as const;
  expect(sayFinding(old, 'zh').found).toBe('「研发费用」没有填写');
  expect(sayFinding(old, 'en').found).toBe('研发费用 is blank');
});

test.each([
  [1320, '万元', '1320 万元', '13,200,000 CNY'],
  [0.00001, '万元', '0.00001 万元', '0.1 CNY'],
  [1.5, '亿美元', '1.5 亿美元', '150,000,000 USD'],
  [-12.3, '千元', '-12.3 千元', '-12,300 CNY'],
  [12, '件', '12 件', '12'],
  [80, '人', '80 人', '80 people'],
  [3.4, '%', '3.4%', '3.4%'],
  [60, null, '60', '60'],
])('%d %s is written %s and %s', (value, unit, zh, en) => {
  expect(quantityText(value, unit)).toEqual({ zh, en });
});
