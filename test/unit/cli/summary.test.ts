import { PassThrough } from 'node:stream';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { widthOf } from '../../../src/cli/layout.js';
import { openShell } from '../../../src/cli/shell.js';
import { showSummary } from '../../../src/cli/summary.js';
import { summarise } from '../../../src/jobs/assess/summarise.js';
import type { Run } from '../../../src/model/run.js';
import { runOf } from '../report/run-of.js';
import { zoneOf } from '../report/zone.js';

const { parts, told } = zoneOf(60);
const run = runOf(parts, told);
const published = {
  folder: 'runs/q3',
  reports: ['whitelist.xlsx', 'offers.xlsx'],
  outputs: [],
  splits: [{ file: 'by/包河区/offers.xlsx', sheet: '支持产品', sheets: 2 }],
};

function shown(one: Run, lang: 'zh' | 'en', splits = published.splits, columns = 80): string[] {
  const out = new PassThrough();
  const err = Object.assign(new PassThrough(), { isTTY: true, columns });
  const shell = openShell({
    out,
    err,
    env: { NO_COLOR: '1', LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' },
    cwd: '/',
  });
  showSummary(summarise(one, lang), { ...published, splits }, shell);
  return String(err.read()).trimEnd().split('\n');
}

test.each([
  ['zh', '「支持产品」超过一张工作表的行数上限，接着写在后面，共 2 张'],
  ['en', '"支持产品" has more rows than a sheet takes and goes on, 2 sheets'],
] as const)('a sheet that goes on in another is told: %s', (lang, said) => {
  const lines = shown(run, lang);
  // It may be wrapped anywhere.
  const bare = (text: string) => text.replace(/\s/g, '');
  expect(bare(lines.join(''))).toContain(bare(said));
  expect(bare(lines.join(''))).toContain('by/包河区/offers.xlsx');
  for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(80);
});

test('nothing is said of sheets that had room', () => {
  expect(shown(run, 'zh', []).join('\n')).not.toContain('工作表');
});

test.each([
  ['zh', /^ {2}重复，未计入 +1 .*\n {2}已由改正表取代 +2 /m],
  ['en', /^ {2}repeated, set aside +1 .*\n {2}replaced by a corrected row +2 /m],
] as const)('rows that were mended are no repeated rows: %s', (lang, said) => {
  const replacedBy = new Map([
    [1, 2],
    [3, 4],
  ]);
  const mended: Run = {
    ...run,
    rowLedger: { ...run.rowLedger, byFate: { ...run.rowLedger.byFate, superseded: 3 } },
    firms: { ...run.firms, rows: { ...run.firms.rows, replacedBy } },
  };
  expect(shown(mended, lang).join('\n')).toMatch(said);
  expect(shown(run, lang).join('\n')).not.toContain(lang === 'zh' ? '取代' : 'corrected row');
});

test('findings are told in the language of the terminal, whatever the reports speak', () => {
  const text = shown(run, 'en').join(' ').replace(/\s+/g, ' ');
  expect(run.lang).toBe('zh');
  expect(text).toContain('"1,2O0" is not a number');
  expect(text).not.toContain('不是数字');
});

test('a terminal in English names the profile and its lists in English, whatever the reports speak', () => {
  const [head = ''] = shown(run, 'en');
  expect(head).toContain(run.plan.name.en);
  for (const list of run.plan.lists) expect(shown(run, 'en').join('\n')).toContain(list.name.en);
});

test.each(['zh', 'en'] as const)('on a narrow terminal no bar runs over its line: %s', (lang) => {
  const bars = shown(run, lang, [], 42).filter((line) => line.includes('█') && /\d {2}█/.test(line));
  expect(bars.length).toBeGreaterThan(2);
  for (const line of bars) expect(stringWidth(line), line).toBeLessThanOrEqual(42);
});
