import { expect, test } from 'vitest';
import type { Condition, NameRead } from '../../../src/model/plan.js';
import type { Run } from '../../../src/model/run.js';
import { guideSheet } from '../../../src/report/guide/guide-sheet.js';
import { listGuide, openScope, packScope, publicScope } from '../../../src/report/guide/guides.js';
import { conditionsText } from '../../../src/report/guide/rule-rows.js';
import { listTable } from '../../../src/report/list-table.js';
import { cellValue, type SheetSpec } from '../../../src/report/xlsx/sheet.js';
import { runOf } from './run-of.js';
import { zoneOf } from './zone.js';

// The last sheet of a workbook: a stranger reads the list from it, and learns no more of a firm than its list shows.
const { parts, told } = zoneOf(20);
const run = runOf(parts, told);
const voice = { lang: 'zh', headers: 'text' } as const;

const linesOf = (spec: SheetSpec): (string | null)[][] =>
  [...(spec.rows as Iterable<readonly Parameters<typeof cellValue>[0][]>)].map((row) =>
    row.map((cell) => cellValue(cell) as string | null),
  );
const textOf = (spec: SheetSpec): string => linesOf(spec).flat().join('\n');
const guideOf = (one: Run = run) =>
  listGuide(one, 'whitelist', listTable(one, 'whitelist', voice, false), voice);
const line = (spec: SheetSpec, name: string) => linesOf(spec).find(([first]) => first === name);

const read = (id: string, part: Partial<NameRead> = {}): NameRead => ({
  id,
  name: { zh: id, en: id },
  kind: 'number',
  unit: null,
  field: false,
  ...part,
});
const condition = (zh: string, ...reads: NameRead[]): Condition => ({
  rule: run.plan.lists[0]!.when,
  text: { zh, en: zh },
  reads,
  order: null,
});
const lineOf60 = condition('总分 ≥ 60', read('total'));
const authorised = condition(
  '企业授权',
  read('authorised', { name: { zh: '企业授权', en: '企业授权' }, kind: 'boolean', field: true }),
);
const revenue = condition('营业收入 ≥ 500 万元', read('revenue', { field: true, unit: '万元' }));

test('it says the period, the day and the standing of the profile', () => {
  const guide = guideOf();
  expect(line(guide, '数据期')?.[1]).toBe('2025Q3（2025-07-01 至 2025-09-30）');
  expect(line(guide, '截至')?.[1]).toContain('2025-09-30');
  expect(line(guide, '方案状态')?.[1]).toBe('示例方案');
});

test('an official profile is called one, and carries no notice', () => {
  const guide = guideOf({ ...run, plan: { ...run.plan, status: 'official' } });
  expect(line(guide, '方案状态')?.[1]).toBe('正式方案');
  expect(line(guide, '请注意')).toBeUndefined();
});

test('each indicator has its weight, its method and its source', () => {
  const guide = guideOf();
  for (const indicator of run.plan.indicators) {
    const row = linesOf(guide).find(([name]) => name?.startsWith(indicator.name.zh));
    expect(row?.[1], indicator.id).toMatch(/^分值 /);
    expect(row?.[2], indicator.id).toBe('假定：测试');
  }
});

test('a public text is cited with its issuer and clause', () => {
  const source = {
    document: '郑科规〔2025〕1号',
    issuer: '郑州市科技局',
    clause: '第五条',
    date: '2025-03-01',
  };
  const lists = [{ ...run.plan.lists[0]!, source }, ...run.plan.lists.slice(1)];
  expect(textOf(guideOf({ ...run, plan: { ...run.plan, lists } }))).toContain(
    '郑州市科技局 郑科规〔2025〕1号 2025-03-01：第五条',
  );
});

test('grades stand with their edges, best first, each in its colour', () => {
  const rows = [...(guideOf().rows as Iterable<readonly unknown[]>)];
  for (const grade of run.plan.grades)
    expect(rows).toContainEqual([
      expect.objectContaining({ value: grade.name.zh, fill: expect.stringMatching(/^grade-[1-5]$/) }),
      expect.stringContaining(`≥ ${grade.from}`),
      null,
    ]);
});

test('it costs the same for any number of firms', () => {
  const more = zoneOf(200);
  expect(textOf(guideOf(runOf(more.parts, more.told)))).toBe(textOf(guideOf()));
});

test('in English no Chinese is left', () => {
  const english = { ...voice, lang: 'en' } as const;
  const one = { ...run, lang: 'en' as const };
  const guide = guideSheet(one, [], { ...openScope(one, [], []), indicators: false }, english);
  expect(textOf(guide)).not.toMatch(/[\u4e00-\u9fff]/);
});

test('conditions are joined, and a yes/no one asks for a yes', () => {
  expect(conditionsText([lineOf60, authorised], () => true, 'zh')).toBe(
    '同时满足：总分 ≥ 60；企业授权为“是”',
  );
});

test('conditions that may not be told are counted', () => {
  const tells = ({ reads }: Condition) => reads.every((one) => !one.field);
  expect(conditionsText([lineOf60, authorised, revenue], tells, 'zh')).toBe(
    '同时满足：总分 ≥ 60；及方案规定的另外 2 项条件',
  );
  expect(conditionsText([revenue], tells, 'en')).toBe('1 condition of the profile');
});

const columnsOf = (...ids: string[]) => ({
  ...listTable(run, 'whitelist', voice, false),
  columns: ids.map((id) => ({ id, header: { zh: id, en: id }, format: 'text' as const })),
});

test('a bank that sees no points is told no line of points, no grade and no indicator', () => {
  const scope = packScope(run, 0, columnsOf('id', 'name', 'offer_loan'), 'authorised');
  expect(scope).toMatchObject({ grades: false, indicators: false, offers: [0] });
  expect([lineOf60, authorised, revenue].map(scope.tells)).toEqual([false, true, false]);
});

test('a bank is told of a figure that it sees', () => {
  const scope = packScope(run, 0, columnsOf('id', 'name', 'total', 'grade', 'revenue'), null);
  expect(scope).toMatchObject({ grades: true, indicators: true });
  expect([lineOf60, authorised, revenue].map(scope.tells)).toEqual([true, false, true]);
});

test('the public is told of no field of a firm', () => {
  const scope = publicScope(run, 'whitelist');
  expect(scope).toMatchObject({ offers: [], grades: false, indicators: false });
  expect([lineOf60, authorised, revenue].map(scope.tells)).toEqual([true, false, false]);
});
