import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { program } from '../../src/cli/program.js';
import { openShell } from '../../src/cli/shell.js';
import { catalogue, kindOf } from '../../src/finding/index.js';
import type { Lang } from '../../src/model/text.js';
import { languageTroubles } from '../support/language-pairs.js';
import { root } from '../support/workbench.js';

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
