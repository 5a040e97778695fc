import { expect, test } from 'vitest';
import { partsOf } from '../../../src/jobs/assess/parts/parts-of.js';
import type { Roster } from '../../../src/model/roster.js';
import type { Run } from '../../../src/model/run.js';
import type { Split } from '../../../src/model/split.js';
import { htmlReport } from '../../../src/report/html/html-report.js';
import { runOf } from '../report/run-of.js';
import { zoneOf } from '../report/zone.js';

const { parts, told } = zoneOf(90);
const run = runOf(parts, told);
const by = { zh: '所属区县', en: 'District' };
const splitBy = (words: readonly (string | null)[], code: (firm: number) => number): Split => ({
  by,
  words,
  codes: Int32Array.from(parts, (_, firm) => code(firm)),
});
const packed = (one: Run): string =>
  /id="firm-data">(.*?)<\/script>/s.exec([...htmlReport(one)].join(''))![1]!;

test('one part of all firms has the page of the whole', () => {
  const [only, ...rest] = partsOf(
    run,
    splitBy(['蜀山区'], () => 0),
  );
  expect(rest).toEqual([]);
  expect(packed(only!.run())).toBe(packed(run));
});

test('ranks, grades and how many are ranked are those of the whole run', () => {
  for (const { run: made } of partsOf(
    run,
    splitBy(['包河区', '蜀山区'], (firm) => firm % 2),
  )) {
    const part = made();
    expect(part.decisions.ranked).toBe(run.decisions.ranked);
    part.firms.ids.forEach((id, firm) => {
      const whole = run.firms.ids.indexOf(id);
      expect(part.decisions.rank[firm]).toBe(run.decisions.rank[whole]);
      expect(part.decisions.grade[firm]).toBe(run.decisions.grade[whole]);
      expect(part.scores.total[firm]).toBe(run.scores.total[whole]);
      expect(part.firms.rowOf(firm)).toEqual(run.firms.rowOf(whole));
    });
  }
});

test('each firm, row and finding of a firm is in one part', () => {
  const all = partsOf(
    run,
    splitBy(['包河区', '蜀山区', null], (firm) => firm % 3),
  ).map((one) => one.run());
  const sum = (of: (one: Run) => number) => all.reduce((total, one) => total + of(one), 0);
  expect(sum((one) => one.firms.count)).toBe(run.firms.count);
  expect(sum((one) => one.firms.rows.count)).toBe(run.firms.rows.count);
  expect(sum((one) => one.findings.length)).toBe(run.findings.length);
  for (const one of all)
    for (const { firm, at } of one.findings) {
      expect(firm).not.toBeNull();
      expect('row' in at && at.row).toBe(one.firms.rowOf(firm!).row);
    }
});

test('a finding of no firm stands with the blanks, or alone where none is blank', () => {
  const loose = { ...told.findings![0]!, firm: null };
  const one = { ...run, findings: [...run.findings, loose] };
  const [first, second, last] = partsOf(
    one,
    splitBy(['包河区', '蜀山区'], (firm) => firm % 2),
  );
  expect([first!.word, second!.word, last!.word, last!.firms]).toEqual(['包河区', '蜀山区', null, 0]);
  expect(last!.run().findings).toEqual([loose]);
});

const roster: Roster = {
  expected: 3,
  filed: 1,
  unfiled: [
    { id: null, name: '晨光智造', district: '包河区', at: { file: '名册.csv', sheet: '', row: 3 } },
    { id: null, name: '安和药业', district: '庐阳区', at: { file: '名册.csv', sheet: '', row: 4 } },
  ],
  districts: [
    { district: '包河区', expected: 2, filed: 1, unfiled: 1 },
    { district: '庐阳区', expected: 1, filed: 0, unfiled: 1 },
  ],
  unexpected: [],
};
const words = (split: Split) => partsOf({ ...run, roster }, split).map((one) => one.word);

test('a roster of the same column makes a part of those of whom nobody filed', () => {
  const split = splitBy(['包河区', '蜀山区'], (firm) => firm % 2);
  expect(words({ ...split, districts: true })).toEqual(['包河区', '庐阳区', '蜀山区']);
});

test('a roster that tells of another column is in no part', () => {
  const split = splitBy(['包河区', '蜀山区'], (firm) => firm % 2);
  expect(words(split)).toEqual(['包河区', '蜀山区']);
  for (const one of partsOf({ ...run, roster }, split)) expect(one.run().roster).toBeUndefined();
});
