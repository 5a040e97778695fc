import { describe, expect, test } from 'vitest';
import type { Compared } from '../../../src/model/compared.js';
import type { Robust } from '../../../src/model/robust.js';
import type { Run } from '../../../src/model/run.js';
import type { Lang } from '../../../src/model/text.js';
import type { ReportTable } from '../../../src/report/column.js';
import { compareTable } from '../../../src/report/compare-table.js';
import { comparedWords, robustWords } from '../../../src/report/guide/analysis-guides.js';
import { outcomesGuide, unfiledGuide } from '../../../src/report/guide/beside-guides.js';
import { outcomesTable } from '../../../src/report/outcomes-table.js';
import { robustTable } from '../../../src/report/robust-table.js';
import { districtsTable, unfiledTable } from '../../../src/report/roster.js';
import { cellValue, type SheetCell, type SheetSpec } from '../../../src/report/xlsx/sheet.js';
import { runOf } from './run-of.js';
import { zoneOf } from './zone.js';

// The workbooks beside the lists: a stranger who opens one alone learns what it is, whose, and what each column counts.
const { parts, told } = zoneOf(20);
const run: Run = runOf(parts, told);
const voices = [
  { lang: 'zh', headers: 'text' },
  { lang: 'en', headers: 'text' },
] as const;

const linesOf = (spec: SheetSpec): (string | null)[][] =>
  [...(spec.rows as Iterable<readonly SheetCell[]>)].map((row) =>
    row.map((cell) => cellValue(cell) as string | null),
  );

/** Headers that say what they are. */
const plain: ReadonlySet<string> = new Set(['id', 'name', 'disposition_before', 'disposition_after']);

const compared: Compared = {
  before: {
    profile: 'zone-2025',
    name: '郑州高新区',
    period: '2025Q2',
    firms: 20,
    whitelisted: 5,
    nameless: 0,
    totals: 18,
    sum: 900,
  },
  after: {
    profile: 'zone-2025',
    name: '郑州高新区',
    period: '2025Q3',
    firms: 21,
    whitelisted: 6,
    nameless: 0,
    totals: 19,
    sum: 950,
  },
  decimals: 2,
  rulesChanged: true,
  lacking: [],
  counts: { entered: 0, kept: 0, left: 0, outside: 0, 'not-filed': 0, 'newly-filed': 0 },
  firms: [],
};
const robust: Robust = {
  profile: 'zone-2025',
  name: '郑州高新区',
  period: '2025Q3',
  decimals: 2,
  weights: 0.1,
  draws: 100,
  seed: 1,
  listed: 6,
  adjusted: 1,
  always: 5,
  never: 10,
  hanging: 3,
  firms: [],
};

function guidesOf(lang: Lang): readonly { name: string; guide: SheetSpec; tables: readonly ReportTable[] }[] {
  const voice = { lang, headers: 'text' } as const;
  const outcomes = outcomesTable(run, voice, false);
  const unfiled = [unfiledTable(run, voice, false), districtsTable(run)];
  const comparison = compareTable(compared, lang, false);
  const shaken = robustTable(robust, lang, false);
  return [
    { name: 'outcomes', guide: outcomesGuide(run, outcomes, voice), tables: [outcomes] },
    { name: 'unfiled', guide: unfiledGuide(run, unfiled, voice), tables: unfiled },
    {
      name: 'compare',
      guide: comparedWords(compared, [run.plan, run.plan], comparison, lang).guide,
      tables: [comparison],
    },
    { name: 'robust', guide: robustWords(robust, run.plan, shaken, '10%', lang).guide, tables: [shaken] },
  ];
}

describe.each(voices)('in $lang', ({ lang }) => {
  test.each(guidesOf(lang))('$name explains each of its columns', ({ guide, tables }) => {
    const names = new Set(linesOf(guide).map(([name]) => name));
    const columns = tables.flatMap((table) => table.columns).filter(({ id }) => !plain.has(id));
    expect(columns.map(({ header }) => header[lang]).filter((header) => !names.has(header))).toEqual([]);
  });

  test.each(guidesOf(lang))('$name tells the profile and that it is a sample', ({ guide }) => {
    const said = linesOf(guide).flat();
    expect(said.filter((one) => one?.includes(run.plan.id))).not.toEqual([]);
    expect(said).toContain(lang === 'zh' ? '请注意' : 'Mind');
  });

  test.each(guidesOf(lang))('$name leaves no line without a word', ({ guide }) => {
    const named = linesOf(guide).filter(([, text]) => text !== null);
    expect(named.length).toBeGreaterThan(8);
    expect(named.every(([name, text]) => name !== '' && text !== '')).toBe(true);
  });
});

test('a comparison names both runs above its table', () => {
  const { about } = comparedWords(compared, [run.plan, run.plan], compareTable(compared, 'zh', false), 'zh');
  expect(about).toEqual([
    '前一期：数据期 2025Q2；郑州高新区（编号 zone-2025）；企业 20 家，白名单 5 家',
    '后一期：数据期 2025Q3；郑州高新区（编号 zone-2025）；企业 21 家，白名单 6 家',
  ]);
});

test('under an official profile nothing warns of a sample', () => {
  const plan = { ...run.plan, status: 'official' as const };
  expect(robustWords(robust, plan, robustTable(robust, 'zh', false), '10%', 'zh').notices).toEqual([]);
});

test('people’s decisions are said to be left out only where there are some', () => {
  const words = (adjusted: number) =>
    linesOf(
      robustWords({ ...robust, adjusted }, run.plan, robustTable(robust, 'zh', false), '10%', 'zh').guide,
    ).flat();
  expect(words(1).some((one) => one?.includes('人工调入'))).toBe(true);
  expect(words(0).some((one) => one?.includes('人工调入'))).toBe(false);
});
