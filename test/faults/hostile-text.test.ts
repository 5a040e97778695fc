import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserPage, chromium, openBrowser } from '../support/chromium.js';
import { hostileBench, type Spoken, spell, spelledName } from '../support/hostile-bench.js';
import { partsOf } from '../unit/report/unzip.js';

// One text that a spreadsheet, a browser and a terminal would each obey stands in every cell, header, file and sheet name, and in
// every line of the profile that takes any text; then every command that writes or says something is run on it (ECOSYSTEM §3,
// rows 17 to 19).

const { bench, run } = hostileBench();
const [csv, xlsx] = [`${spelledName}.csv`, `${spelledName}.xlsx`];
const beside = ['反馈', '调整', '名册'].flatMap((one, at) => [
  ['--feedback', '--adjust', '--roster'][at]!,
  `${spelledName}-${one}.csv`,
]);
const scored = ['-p', 'hostile-2026.yaml', '--period', '2026Q3'];
const firm = '91340199MA10000105';

/** In their order: later ones read what earlier ones wrote. The code that each ends with. */
const commands: readonly (readonly [number, ...string[]])[] = [
  [0, 'assess', csv, ...scored, ...beside, '--format', 'csv', '--by', '区县', '-o', 'csv'],
  [0, 'assess', xlsx, ...scored, ...beside, '-o', 'xlsx', '--verbose'],
  [0, 'assess', csv, ...scored, ...beside, '--one-workbook', '--previous', 'csv', '-o', `one${spelledName}`],
  [0, 'assess', csv, ...scored, '--fixes', 'csv/exceptions.csv', '-o', 'mended', '--lang', 'en'],
  [0, 'assess', csv, '-p', 'other-2026.yaml', '--period', '2026Q4', '--runs', `runs${spelledName}`],
  [0, 'assess', csv, ...scored, '-o', 'told', '--log-format', 'json'],
  [0, 'assess', csv, ...scored, '-o', '-', '--report', 'whitelist'],
  [0, 'assess', csv, ...scored, '-o', '-', '--report', 'findings', '--format', 'ndjson'],
  [0, 'clean', csv, '-p', 'hostile-2026.yaml', '--all', '--headers', 'text', '-o', 'clean.csv'],
  [0, 'identify', csv, '-p', 'hostile-2026.yaml', '--period', '2026Q3', '--format', 'csv', '-o', 'schemes'],
  [
    0,
    'identify',
    xlsx,
    '-p',
    'hostile-2026.yaml',
    '--period',
    '2026Q3',
    '--previous',
    'schemes',
    '-o',
    'again',
  ],
  [0, 'template', '-p', 'hostile-2026.yaml', '-o', 'form.xlsx'],
  [0, 'compare', 'csv', 'xlsx'],
  [0, 'compare', 'csv', `runs${spelledName}/latest`, '-o', 'changes.csv'],
  [0, 'compare', 'csv', 'mended', '-o', 'changes.xlsx'],
  [0, 'robust', 'csv', '--draws', '5', '-o', 'robust.csv'],
  [0, 'robust', 'csv', '--draws', '5', '-o', 'robust.xlsx'],
  [0, 'pack', 'csv', '--for', 'loan', '-o', 'bank'],
  [0, 'publicity', 'csv', '-o', 'notice.html', '--contact', spell],
  [0, 'publicity', 'csv', '-o', 'notice.xlsx'],
  [0, 'explain', 'csv', firm],
  [2, 'explain', 'csv', firm, '--set', `revenue=${spell}`],
  [0, 'explain', 'csv', '--all', '-o', 'cards'],
  [0, 'inspect', csv, '-p', 'hostile-2026.yaml', '--save-mapping', 'mapping.yaml'],
  [0, 'inspect', xlsx, '-p', 'hostile-2026.yaml'],
  [0, 'verify', 'csv'],
  [0, 'replay', `one${spelledName}`],
  [0, 'runs', 'list', `runs${spelledName}`],
  [0, 'runs', 'prune', `runs${spelledName}`, '--keep', '1'],
  [0, 'config', 'show', '--config', 'apart/innopoints.yaml'],
  [0, 'profile', 'show', 'hostile-2026.yaml'],
  [0, 'profile', 'list'],
  [0, 'profile', 'lint', 'hostile-2026.yaml'],
  [1, 'profile', 'test', 'hostile-2026.yaml'],
  [0, 'profile', 'diff', 'hostile-2026.yaml', 'other-2026.yaml'],
  [0, 'profile', 'diff', 'hostile-2026.yaml', 'other-2026.yaml', '--run', 'csv'],
  // Refused, each at another place, with what was given in the message.
  [2, 'profile', 'lint', 'bad.yaml'],
  [2, 'profile', 'new', spell],
  [2, 'assess', csv, '-p', `${spelledName}.yaml`, '--period', '2026Q3', '-o', 'x'],
  [3, 'assess', csv, ...scored, '--by', `${spell}没有`, '-o', 'x'],
  [2, 'assess', csv, ...scored, '--without', spell, '-o', 'x'],
  [2, 'assess', csv, '-p', 'hostile-2026.yaml', '--period', spell, '-o', 'x'],
  [3, 'assess', csv, ...scored, '--veto', `dishonest=${spelledName}`, '-o', 'x'],
  [2, 'assess', csv, ...scored, '--mapping', `${spelledName}.yaml`, '-o', 'x'],
  [2, 'explain', 'csv', spell],
  [0, 'pack', 'csv', '--for', spell, '-o', 'x'],
  [2, 'pack', 'csv', '--for', `${spell}没有`, '-o', 'x'],
  [2, 'finding', spell],
  [3, 'verify', spelledName],
];

let spoken: readonly Spoken[];
beforeAll(() => {
  spoken = commands.map(([, ...words]) => run(...words));
}, 240_000);

test('each command ends as it should', () => {
  const ended = spoken.map(({ words, code, stderr }, at) =>
    code === commands[at]![0] ? null : { words, code, stderr: stderr.slice(-600) },
  );
  expect(ended.filter((one) => one !== null)).toEqual([]);
});

/** All but line feed that a terminal may obey, and what turns the direction. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What is printed for a pipe is a CSV, byte for byte what a file would hold. */
const isData = ({ words }: Spoken) => words.includes('-');

test('nothing that is said can be obeyed', () => {
  const obeying = spoken.flatMap((one) => {
    const said = one.stderr + (isData(one) ? '' : one.stdout);
    const at = said.search(obeyed);
    return at < 0
      ? []
      : [{ words: one.words, said: JSON.stringify(said.slice(Math.max(0, at - 60), at + 10)) }];
  });
  expect(obeying).toEqual([]);
  // The text did come through.
  expect(spoken.filter(({ stdout, stderr }) => /\\u001b/.test(stdout + stderr)).length).toBeGreaterThan(25);
});

test('an escape that passed would be seen', () => {
  for (const one of ['\u001b[2J', '\r', '\u0007', '\u009b31m', '\u202e', '\u2066'])
    expect(`甲${one}`).toMatch(obeyed);
});

const written = (ending: string) =>
  bench.files('.').filter((name) => name.endsWith(ending) && !name.startsWith(spelledName));

/** Cells of a CSV that a spreadsheet would take for a formula, plain numbers apart: the rule, read once more. */
const running = (text: string): string[] =>
  (parse(text, { bom: true, relax_column_count: true }) as string[][])
    .flat()
    .filter((cell) => /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/.test(cell) && !/^[+-]?[\d,.]+(?:E\d+)?%?$/.test(cell));

test('no cell of any CSV runs in a spreadsheet', () => {
  const files = written('.csv');
  for (const one of [
    'clean.csv',
    'changes.csv',
    'robust.csv',
    'csv/outcomes.csv',
    'csv/adjustments.csv',
    'csv/unfiled.csv',
    'csv/offers.csv',
    'csv/data/firms.csv',
    'schemes/matrix.csv',
  ])
    expect(files).toContain(one);
  expect(files.filter((one) => one.startsWith('bank/'))).not.toEqual([]);
  expect(files.filter((one) => one.startsWith('csv/by/')).length).toBeGreaterThan(9);
  const all = files.map((name) => [name, bench.read(name)] as const);
  const piped = spoken.filter(isData).map(({ words, stdout }) => [words.join(' '), stdout] as const);
  for (const [name, text] of [...all, ...piped.filter(([words]) => !words.includes('ndjson'))])
    expect(running(text), name).toEqual([]);
  expect(all.filter(([, text]) => text.includes("'=cmd")).length).toBeGreaterThan(20);
});

test('a cell that would run is seen', () => {
  expect(running("企业名称,总分\n'=1+1,-5.5\n=1+1,60\n　＝1,+86138\n")).toEqual(['=1+1', '　＝1']);
});

/** What a workbook may run or fetch when it is opened. */
const active =
  /<f[\s>/]|<hyperlink|externalLink|ddeLink|oleObject|Target="https?:|TargetMode="External"|vbaProject|<definedName name="(?!_xlnm\.)/;
/** The one formula that we write: a list of words in a sheet of the same workbook. */
const harmless = /^(?:'[^=|]*'!\$[A-Z]+\$1:\$[A-Z]+\$\d+|-?[\d.]+)$/;

const activeIn = (file: string): string[] =>
  Object.entries(partsOf(readFileSync(join(bench.folder, file)))).flatMap(([name, xml]) => [
    ...(active.test(xml) ? [`${name}: ${active.exec(xml)?.[0]}`] : []),
    ...[...xml.matchAll(/<formula\d>(.*?)<\/formula\d>/gs)].flatMap(([, one = '']) =>
      harmless.test(one) ? [] : [`${name}: ${one}`],
    ),
    // What is not well formed, some program reads its own way.
    ...(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml) ? [`${name}: control`] : []),
  ]);

test('no workbook holds a formula, a link or anything else that runs', () => {
  const files = written('.xlsx');
  expect(files).toEqual(
    expect.arrayContaining([
      'form.xlsx',
      'changes.xlsx',
      'robust.xlsx',
      'notice.xlsx',
      'xlsx/exceptions.xlsx',
    ]),
  );
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) expect(activeIn(file), file).toEqual([]);
});

test('a link in a workbook is seen', () => {
  expect('<hyperlink ref="A1"/>').toMatch(active);
  expect('<c r="A1"><f>1+1</f></c>').toMatch(active);
  expect(`cmd|'/C calc'!A0`).not.toMatch(harmless);
});

/** What a page in a browser knows of itself. */
interface Page {
  readonly title: string;
  readonly policy: string | null;
  readonly foreign: number;
  readonly handlers: number;
}

const reason =
  chromium === null ? ' (skipped: no Chromium here; apt-get install chromium, or set CHROMIUM)' : '';

describe.skipIf(chromium === null)(`pages in Chromium${reason}`, () => {
  let page: BrowserPage;
  beforeAll(async () => {
    page = await openBrowser(chromium!);
  });
  afterAll(() => page.close());

  const look = async (path: string): Promise<Page> => {
    await page.open(pathToFileURL(path).href);
    return page.evaluate<Page>(`(() => ({
      title: document.title,
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? null,
      foreign: document.querySelectorAll('img,iframe,object,embed,base,form[action],link[href^="http"],a[href^="http"]').length,
      handlers: [...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
    }))()`);
  };

  test('no script of a cell runs, and nothing is asked for', async () => {
    const files = written('.html');
    expect(files).toEqual(expect.arrayContaining(['csv/report.html', 'notice.html']));
    expect(files.filter((one) => one.startsWith('cards/')).length).toBeGreaterThan(3);
    const asked: string[] = [];
    for (const file of files) {
      const path = join(bench.folder, file);
      asked.push(pathToFileURL(path).href);
      const { title, policy, foreign, handlers } = await look(path);
      expect([foreign, handlers], file).toEqual([0, 0]);
      expect(policy, file).toMatch(/^default-src 'none'/);
      expect(title, file).not.toBe('run');
      // Every card of the report, opened.
      await page.evaluate(
        `for (const one of [...document.querySelectorAll('.firms .link')].slice(0, 20)) one.click()`,
      );
      expect(await page.evaluate('document.title'), file).not.toBe('run');
      expect(await page.evaluate(`document.querySelectorAll('img').length`), file).toBe(0);
    }
    expect([...new Set(page.requests)].sort()).toEqual([...new Set(asked)].sort());
    expect(page.errors).toEqual([]);
  });

  test('a script that does run is seen', async () => {
    bench.file('planted.html', `<title>甲</title><p>${spell}</p>`);
    expect((await look(join(bench.folder, 'planted.html'))).title).toBe('run');
  });
});
