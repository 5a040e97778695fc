import { expect, test } from 'vitest';
import { Findings } from '../../../src/finding/index.js';
import { takeIn } from '../../../src/intake/index.js';
import { findTables, indexFields, indexList } from '../../../src/match/index.js';
import type { Cell } from '../../../src/model/cell.js';
import { loadFields } from '../../../src/profile/index.js';
import { codes, planReading } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';

// A bank's answers held to firms: which answer counts, where a value came from, and whose row it is.
const [a, b] = codes;
const plan = planReading('revenue', 'first_result');
const fields = loadFields('tables/feedback', ['profiles']);

const hold = async (firms: readonly Cell[][], ...files: readonly (readonly Cell[][])[]) => {
  const findings = new Findings();
  const intake = takeIn(plan, findings, 20250);
  const form = sheetOf(firms.map((row) => [...row]));
  for await (const piece of findTables(form, indexFields(plan, 2025), findings)) intake.take(piece);
  const taker = intake.feedback(fields);
  for (const [index, rows] of files.entries()) {
    const sheet = sheetOf(
      rows.map((row) => [...row]),
      { file: `银行${index + 1}.xlsx`, name: '反馈' },
    );
    for await (const piece of findTables(sheet, indexList(plan, fields), findings)) taker.take(piece);
    taker.endFile(sheet.file);
  }
  taker.settle();
  const done = intake.finish();
  return { firms: done, feedback: taker.feedback(done), findings: findings.all };
};
const header = ['统一社会信用代码', '结果', '授信金额（万元）', '日期'];
const form = [
  ['企业名称', '统一社会信用代码', '营业收入（万元）'],
  ['华新传感有限公司', a, 1200],
  ['瑞泽新材有限公司', b, 900],
] as Cell[][];

test('a value that a bank gave comes from the cell of its answer', async () => {
  const { firms } = await hold(form, [header, [b, '未授信', null, '2025-03-01']]);
  expect(firms.texts.get('first_result')).toEqual([null, '未授信']);
  expect(firms.cellOf(1, 'first_result')).toMatchObject({ file: '银行1.xlsx', row: 2, column: 1 });
});

test('the latest answer over several files counts, whatever the order of the files', async () => {
  const early = [header, [a, '已授信', 300, '2025-03-01']] as Cell[][];
  const late = [header, [a, '未授信', null, '2025-06-01']] as Cell[][];
  for (const files of [
    [early, late],
    [late, early],
  ]) {
    const { firms, feedback } = await hold(form, ...files);
    expect(firms.texts.get('first_result')?.[0]).toBe('未授信');
    expect(feedback.answers.map((one) => one.result)).toEqual(['declined']);
  }
});

test('an answer without a date comes before one that has one', async () => {
  const { feedback } = await hold(form, [
    header,
    [a, '已授信', 300, null],
    [a, '未授信', null, '2024-01-01'],
  ]);
  expect(feedback.answers.map((one) => one.result)).toEqual(['declined']);
});

test('a firm with rows of three years takes the answer in the year of the run', async () => {
  const years = [
    ['统一社会信用代码', '年度', '营业收入（万元）'],
    [a, '2023', 800],
    [a, '2025', 1200],
    [a, '2024', 1000],
  ] as Cell[][];
  const { firms, feedback } = await hold(years, [header, [a, '已授信', 300, '2025-03-01']]);
  expect([firms.count, firms.texts.get('first_result')]).toEqual([1, ['已授信']]);
  expect(feedback.answers).toMatchObject([{ firm: 0, credit: 300 }]);
});

test('amounts are in 万元, whatever the header says', async () => {
  const { feedback } = await hold(form, [
    ['统一社会信用代码', '结果', '金额（元）'],
    [a, '放款', 5000000],
  ]);
  expect(feedback.answers).toMatchObject([{ result: 'drawn', credit: null, drawn: 500 }]);
});

test('money in a foreign currency is told at its cell and counts as unknown', async () => {
  const { feedback, findings, firms } = await hold(form, [header, [a, '已授信', '100万美元', '2025-03-01']]);
  expect(feedback.answers).toMatchObject([{ result: 'credited', credit: null }]);
  expect(findings.find((one) => one.id === 'cell.unit-mismatch')).toMatchObject({
    severity: 'warning',
    at: { file: '银行1.xlsx', row: 2, column: 2 },
  });
  expect([...firms.rejected]).toEqual([0, 0]);
});

test('a code that is broken is held by name, and that is a doubt', async () => {
  const { feedback, findings } = await hold(form, [
    ['企业名称', '统一社会信用代码', '结果'],
    ['瑞泽新材有限公司', 9.1340199e17, '已授信'],
    ['他乡企业有限公司', 9.1340199e17, '已授信'],
  ]);
  expect(feedback.answers.map((one) => one.firm)).toEqual([1]);
  expect(findings.map((one) => one.id)).toContain('row.side-by-name');
  expect(findings.find((one) => one.id === 'file.side-held')?.args).toEqual({ found: 1, outside: 1 });
});
