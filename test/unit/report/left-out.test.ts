import { expect, test } from 'vitest';
import type { Run } from '../../../src/model/run.js';
import { htmlReport } from '../../../src/report/html/html-report.js';
import { gradedFirms, sayCounted } from '../../../src/report/left-out.js';
import { overviewSheet } from '../../../src/report/overview-sheet.js';
import { runOf } from './run-of.js';
import { zoneOf } from './zone.js';

// Tables of one page go over different firms: each says over which, and why the others are not there.
const { parts, told } = zoneOf(300);
const run = runOf(parts, told);
const english: Run = { ...run, lang: 'en' };
const count = (holds: (firm: number) => boolean): number =>
  Array.from({ length: run.firms.count }, (_, firm) => firm).filter(holds).length;
const isGraded = (firm: number): boolean => run.plan.grades[run.decisions.grade[firm]!] !== undefined;
const graded = count(isGraded);
const rejected = count((firm) => run.decisions.disposition[firm] === 'rejected');

test('the others are counted by what keeps them out, and add up', () => {
  const said = sayCounted(run, gradedFirms, isGraded);
  const [all, left, ...reasons] = (said.match(/\d+(?= 家)/g) ?? []).map(Number);
  expect(said).toMatch(new RegExp(`^有等级的 ${graded} 家；另 ${300 - graded} 家没有等级（`));
  expect(said).toContain(`退回改正 ${rejected} 家`);
  expect(all! + left!).toBe(300);
  expect(reasons.reduce((sum, one) => sum + one, 0)).toBe(left);
});

test('where nobody is left out it is all of them', () => {
  expect(sayCounted(run, gradedFirms, () => true)).toBe('全部 300 家');
  expect(sayCounted(english, gradedFirms, () => true)).toBe('all 300 firms');
});

test('a total that was withheld says why', () => {
  const held = runOf(
    [{ name: '华新传感', id: '91410100MA40237573', withheld: 'coverage', points: [1, 1, 1, 1, 1] }],
    told,
  );
  expect(sayCounted(held, gradedFirms, () => false)).toContain('可用数据太少，不计总分 1 家');
});

test.each([
  ['zh', run, '有等级的', '合计'],
  ['en', english, 'firms with a grade', 'Total'],
] as const)('each table of the page says over which firms it counts (%s)', (_, one, over, total) => {
  const page = [...htmlReport(one)].join('');
  const tables = page.match(/<table class="parts[\s\S]*?<\/table>/g) ?? [];
  expect(tables.length).toBeGreaterThan(1);
  for (const table of tables) {
    expect(table).toContain('<caption>');
    const numbers = [
      ...table.matchAll(/<tr class="(\w*)"><th scope="row">[^<]*<\/th><td class="number">(\d+)/g),
    ];
    const sum = numbers.filter(([, kind]) => kind !== 'sum').reduce((all, [, , n]) => all + Number(n), 0);
    expect(Number(numbers.find(([, kind]) => kind === 'sum')![2])).toBe(sum);
    expect(table).toContain(total);
  }
  expect(tables.at(-1)).toContain(over);
});

test('the overview sums the grades and says where the others are', () => {
  const rows = [...(overviewSheet(run, { lang: 'zh', headers: 'text' }).rows as Iterable<unknown[]>)];
  const sum = rows.find(
    ([name, number, , , , note]) => name === '合计' && number === graded && note !== null,
  );
  expect(sum?.[5]).toBe(sayCounted(run, gradedFirms, isGraded));
});
