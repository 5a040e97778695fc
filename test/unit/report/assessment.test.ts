import { expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import type { Run } from '../../../src/model/run.js';
import type { Voice } from '../../../src/report/index.js';
import { tableOf } from '../../../src/report/index.js';
import { type FirmPart, planOf, type RunParts, runOf } from './run-of.js';

const zh: Voice = { lang: 'zh', headers: 'text' };
const codes: Voice = { lang: 'zh', headers: 'id' };

const records = (run: Run, voice: Voice = codes): Record<string, unknown>[] => {
  const table = tableOf(run, 'assessment', voice);
  return [...table.rows()].map((row) =>
    Object.fromEntries(table.columns.map(({ id }, index) => [id, row[index]])),
  );
};
const only = (part: FirmPart, told: RunParts = {}, voice?: Voice) => records(runOf([part], told), voice)[0]!;

const huaxin: FirmPart = { id: '91410100MA2N00001X', name: '华新传感', points: [32.5, 20, 16, 6, 3] };
const noNumber: Finding = {
  id: 'cell.not-a-number',
  severity: 'error',
  at: { file: '2025Q3.xlsx', sheet: '企业', row: 5, column: 3 },
  args: { raw: '1,2O0', field: '营业收入', unit: '万元', letterAt: 4, letter: 'O', suggestion: '1,200' },
  notes: [{ id: 'first-seen', at: { file: '2025Q3.xlsx', sheet: '企业', row: 9 } }],
  firm: 0,
};

test('a firm stands with each value, its points and their sums', () => {
  expect(only(huaxin)).toMatchObject({
    id: '91410100MA2N00001X',
    value_rd_ratio: 0.8125,
    points_rd_ratio: 32.5,
    value_lab: '省级',
    group_innovation: 54.5,
    group_growth: 20,
    group_extra: 3,
    total: 77.5,
    rank: 1,
    grade: 'B',
    disposition: 'whitelisted',
    lists: 'bank',
    offers: 'loan_online 1000;insurance',
  });
});

test('noise of float64 is not told as a figure', () => {
  expect(only({ ...huaxin, points: [0, 0, 0, 0, 0] }).value_equity).toBe(0.3);
});

test('people read words, programs read codes', () => {
  const told = only(huaxin, {}, zh);
  expect([told.disposition, told.grade, told.offers]).toEqual([
    '入选白名单',
    'B 级',
    '积分贷（线上） 1000 万元；科技保险',
  ]);
});

test('a rejected firm has its errors as reasons, no points and no rank', () => {
  const told = only({ ...huaxin, disposition: 'rejected' }, { findings: [noNumber] }, zh);
  expect(told).toMatchObject({ total: null, rank: null, points_rd_ratio: null, losses: '' });
  expect(told.reasons).toBe('「1,2O0」不是数字，「营业收入」应为数字（万元）');
});

test('a reason names no place, since places change when rows are shuffled', () => {
  expect(
    String(only({ ...huaxin, disposition: 'rejected' }, { findings: [noNumber] }).reasons),
  ).not.toContain('9');
});

test('a vetoed firm has the veto as its reason', () => {
  expect(only({ ...huaxin, disposition: 'vetoed' }).reasons).toBe('否决：失信被执行人');
});

test('a firm without a total is told why', () => {
  expect(only({ ...huaxin, withheld: 'coverage', disposition: 'below-line' })).toMatchObject({
    total: null,
    reasons: '可用数据太少，不计总分',
  });
});

test('a group below its minimum is a reason', () => {
  const told = only({ ...huaxin, points: [32.5, 4, 16, 6, 3], disposition: 'below-line' });
  expect(told.reasons).toBe('「成长经营」4 分，低于下限 5 分');
});

test('a firm below the line is told its three largest losses', () => {
  const told = only({ ...huaxin, points: [20, 5, 18, 1, 0], disposition: 'below-line' });
  expect(told.losses).toBe('revenue_growth 5/30;rd_ratio 20/40;lab 1/10');
});

test('a listed firm is told no losses', () => {
  expect(only(huaxin).losses).toBe('');
});

test('each line says that the profile is a sample', () => {
  expect(only(huaxin, {}, zh)).toMatchObject({
    profile: 'zhengzhou-hightech-2025',
    profile_status: '示例方案',
  });
});

test('each line says which fields and files were left out', () => {
  const told = only(huaxin, { without: ['lab_level'], unreadable: ['高新园.xls'] }, zh);
  expect(told.notice).toMatch(/研发机构级别.*高新园\.xls/);
});

test('a profile without stages or grades has no such columns', () => {
  const plan = { stages: { names: [''], by: null, cuts: [] }, gradeBy: null };
  const { columns } = tableOf(runOf([huaxin], { plan }), 'assessment', codes);
  expect(columns.map(({ id }) => id)).not.toContain('stage');
  expect(columns.map(({ id }) => id)).not.toContain('grade');
});

test('positions are the last columns', () => {
  const { columns } = tableOf(runOf([huaxin]), 'assessment', codes);
  expect(columns.slice(-3).map(({ id }) => id)).toEqual(['file', 'sheet', 'row']);
});

test('shuffled rows give the same lines but for the row', () => {
  const parts: FirmPart[] = [
    huaxin,
    { id: null, name: '云杉新材', revenue: 500, disposition: 'rejected' },
    { id: null, name: '云杉新材', revenue: 300, disposition: 'rejected' },
    { id: null, name: null, revenue: 300, disposition: 'rejected' },
    { id: '91410100MA2N00002X', name: '中科智造', points: [10, 10, 10, 5, 0], disposition: 'below-line' },
  ];
  const shown = (firms: readonly FirmPart[], order: readonly number[]) => {
    const findings = order.flatMap((from, firm) => (from === 1 ? [{ ...noNumber, firm }] : []));
    return records(runOf(firms, { findings })).map(({ row, ...rest }) => rest);
  };
  const order = [3, 2, 4, 0, 1];
  expect(
    shown(
      order.map((from) => parts[from]!),
      order,
    ),
  ).toEqual(shown(parts, [0, 1, 2, 3, 4]));
});

test('firms without an id come last', () => {
  const parts: FirmPart[] = [{ id: null, name: '云杉新材', disposition: 'rejected' }, huaxin];
  expect(records(runOf(parts)).map(({ name }) => name)).toEqual(['华新传感', '云杉新材']);
});

test('money is shown in the unit of its indicator', () => {
  const base = planOf();
  const indicators = base.indicators.map((one) => (one.id === 'equity' ? { ...one, unit: '亿元' } : one));
  const { columns } = tableOf(runOf([huaxin], { plan: { indicators } }), 'assessment', zh);
  expect(columns.find(({ id }) => id === 'value_equity')!.header.zh).toBe('股权融资额（亿元）');
  expect(only({ ...huaxin, points: [0, 0, 0, 0, 5] }, { plan: { indicators } }).value_equity).toBe(0.50003);
});
