import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Run } from '../../../src/model/run.js';
import { htmlReport } from '../../../src/report/html/html-report.js';
import type { PackedFirms, PackedTexts } from '../../../src/report/html/page/packed.js';
import {
  unpackTexts as textsOf,
  unpackNames,
  unpackNumbers,
  unpackPhrase,
  unpackSorted,
} from '../../../src/report/html/page/unpack.js';
import { runOf } from './run-of.js';
import { zoneOf } from './zone.js';

const { parts, told } = zoneOf(300);
const run = runOf(parts, told);
const pageOf = (one: Run): string => [...htmlReport(one)].join('');
const page = pageOf(run);
const between = (text: string, from: string, to: string): string => text.split(from)[1]!.split(to)[0]!;
const dataOf = (text: string): PackedFirms =>
  JSON.parse(between(text, '<script type="application/json" id="firm-data">', '</script>'));
const idsOf = ({ ids }: PackedFirms) => unpackSorted(ids, unpackNumbers);
const unpackTexts = (column: PackedTexts) => textsOf(column, unpackNumbers);
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the policy lets run the one script and the one style that are there, and nothing else', () => {
  const policy = between(page, 'http-equiv="Content-Security-Policy" content="', '">');
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `style-src ${hashOf(between(page, '<style>', '</style>'))}`,
    `script-src ${hashOf(between(page, '<script>', '</script>'))}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ]);
});

test('no address is named, no style or handler stands in an attribute', () => {
  const bare = page
    .replace(between(page, '<script>', '</script>'), '')
    .replace(between(page, '<style>', '</style>'), '');
  expect(
    [...bare.matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, to]) => to!)
      .filter((to) => !/^(?:#|data:,)/.test(to)),
  ).toEqual([]);
  expect(page).not.toMatch(/https?:\/\/|url\(|@import/);
  expect(bare).not.toMatch(/<[^>]* (?:style|on[a-z]+)=/);
});

test('300 firms stay below 500 KB', () => {
  expect(Buffer.byteLength(page)).toBeLessThan(500_000);
});

test('more firms than a page can carry are not listed one by one, and it says where they stand', () => {
  const short = [...htmlReport(run, 299)].join('');
  expect(short).toContain('超过 299 家');
  expect(short).toContain('assessment.csv');
  expect(short).not.toContain('<script');
  expect(short.length).toBeLessThan(page.length / 2);
});

test('the same run gives the same bytes', () => {
  expect(pageOf(run)).toBe(page);
});

test('the figures of every firm stand in the data', () => {
  const data = dataOf(page);
  const totals = unpackNumbers(data.total);
  const results = unpackTexts(data.disposition);
  expect(data.count).toBe(300);
  for (const [place, id] of idsOf(data).entries()) {
    const firm = run.firms.ids.indexOf(id);
    const total = run.scores.total[firm]!;
    expect([id, totals[place]]).toEqual([id, Number.isNaN(total) ? null : total]);
    const code = data.dispositionCodes[data.disposition.texts.indexOf(results[place]!)];
    expect([id, code]).toEqual([id, run.decisions.disposition[firm]]);
    for (const [index, indicator] of data.indicators.entries()) {
      const points = run.scores.points[index]![firm]!;
      expect([id, index, unpackNumbers(indicator.points)[place]]).toEqual([
        id,
        index,
        Number.isNaN(points) ? null : points,
      ]);
    }
  }
});

test('the findings of a firm stand with it, the errors first', () => {
  const data = dataOf(page);
  const { findings } = data;
  const firms = unpackNumbers(findings.firm);
  const kinds = unpackNumbers(findings.kind);
  expect(firms).toHaveLength(run.findings.length);
  const rejected = run.decisions.disposition.indexOf('rejected');
  const first = firms.indexOf(idsOf(data).indexOf(run.firms.ids[rejected]!));
  expect(kinds.slice(first, first + 2).map((kind) => findings.kinds[kind!]!.severity)).toEqual([
    'error',
    'warning',
  ]);
  const places = unpackTexts(findings.at.phrases);
  const figures = findings.at.figures.split(',');
  const at = [first, first + 1].map((index) => unpackPhrase(places[index]!, figures[index]!));
  expect(at).toEqual(['D8', 'E8']);
});

test('a firm with very many findings names some and counts the rest', () => {
  const [one] = run.findings;
  const many = { ...run, findings: Array.from({ length: 40 }, () => one!) };
  const { findings } = dataOf(pageOf(many));
  expect(findings.at.figures.split(',')).toHaveLength(13);
  // The rest is the only one of its sentence: its figure stays in it.
  expect(unpackTexts(findings.found.phrases).at(-1)).toBe('28');
});

test('a sample profile is said to be one, an official one is not', () => {
  expect(page).toContain('class="notice">示例方案');
  expect(pageOf({ ...run, plan: { ...run.plan, status: 'official' } })).not.toContain('class="notice"');
});

test('every chart says in words what it shows', () => {
  for (const [chart] of page.matchAll(/<svg .*?<\/svg>/gs))
    expect(chart).toMatch(
      /role="img" aria-label|<title[^>]*>[^<]+<\/title><desc[^>]*>[^<]+<|aria-hidden="true"/,
    );
});

test('the page speaks English where the run does', () => {
  const english = pageOf({ ...run, lang: 'en' });
  expect(english).toContain('<html lang="en">');
  const words = english.replace(/<script.*?<\/script>/gs, '').match(/<h[123]>[^<]*/g)!;
  expect(words.join()).not.toMatch(/\p{Script=Han}/u);
});

test('a profile without totals has no distribution, no line and no near misses', () => {
  const gates = runOf(
    parts.map((part) => ({ ...part, withheld: 'gates-only' as const })),
    { ...told, plan: { scored: false } },
  );
  const text = pageOf(gates);
  expect(text).not.toContain('id="points"');
  expect(text).not.toContain('id="near"');
  expect(dataOf(text).ranked).toBe(0);
});

test('stages cut by conditions of their own are told', () => {
  const stages = { names: ['初创期', '成长期', '稳定期'], by: null, cuts: [] };
  const text = pageOf({ ...run, plan: { ...run.plan, stages } });
  expect(dataOf(text).stage?.texts).toContain('成长期');
  expect(text).toContain('<th scope="row">成长期</th>');
});

test('a profile without stages names none', () => {
  const stages = { names: [''], by: null, cuts: [] };
  const text = pageOf({ ...run, plan: { ...run.plan, stages } });
  expect(dataOf(text).stage).toBeNull();
  expect(text).not.toContain('<th scope="col">阶段</th>');
});

test('a run without a firm is a page too', () => {
  expect(idsOf(dataOf(pageOf(runOf([]))))).toEqual([]);
});

const evil = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "华新'传感&amp;<!--",
  '\u202e司公限有\u2066\u0000',
  '`华新${',
];

test.each(evil)('%j stays text wherever it comes from', (text) => {
  const one = runOf([{ id: text, name: text, disposition: 'rejected' }, ...parts.slice(0, 20)], {
    file: `${text}.xlsx`,
    sheet: text,
    unreadable: [text],
    plan: { name: { zh: text, en: text }, about: { zh: text, en: text } },
    findings: [
      {
        id: 'cell.not-a-number',
        severity: 'error',
        at: { file: `${text}.xlsx`, sheet: text, row: 5, column: 3 },
        args: { raw: text, field: text, unit: '万元', letterAt: 0, letter: '', suggestion: '' },
        notes: [],
        firm: 0,
      },
    ],
  });
  const hostile = pageOf(one);
  expect(hostile.match(/<\/?script/gi)).toHaveLength(4);
  expect(hostile).not.toMatch(/<img|<svg\/|<!--/);
  expect(hostile).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
});

test('a name is searched and shown as it was written', () => {
  const name = '华新 "传感" & <中科>';
  const { names } = dataOf(pageOf(runOf([{ id: '91410100MA', name, points: [1] }])));
  expect(unpackNames(names, unpackTexts)).toEqual([name]);
});

const mended = (lang: Run['lang']): Run => ({
  ...run,
  lang,
  rowLedger: { ...run.rowLedger, byFate: { ...run.rowLedger.byFate, superseded: 3 } },
  firms: { ...run.firms, rows: { ...run.firms.rows, replacedBy: new Map([[1, 2]]) } },
});

test.each([
  ['zh', '重复，未计入', '已由改正表取代'],
  ['en', 'repeated, set aside', 'replaced by a corrected row'],
] as const)(
  'rows that a corrected one took the place of have their own words: %s',
  (lang, repeated, replaced) => {
    const text = pageOf(mended(lang));
    expect(text).toContain(`${repeated}</th><td class="number">2</td>`);
    expect(text).toContain(`${replaced}</th><td class="number">1</td>`);
    expect(pageOf({ ...run, lang })).not.toContain(replaced);
  },
);
