import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { root, type Workbench, workbench } from '../support/workbench.js';

// What each firm lacks is read on paper: what a whole input lacks is said once, not of every firm.
const schemes = ['techsme-2017', 'hnte-2016', 'littlegiant-2022'];
let bench: Workbench;
beforeAll(() => {
  bench = workbench();
  const input = join(root, 'samples/gaoxin-2026Q3.xlsx');
  for (const format of ['xlsx', 'csv']) {
    const run = bench.innopoints(
      `identify ${input} ${schemes.map((one) => `-p ${one}`).join(' ')} --period 2026Q3 --format ${format} -o ${format}`,
    );
    expect(run.code, run.stderr).toBe(0);
  }
});
const book = (): XLSX.WorkBook => XLSX.read(readFileSync(join(bench.folder, 'xlsx/matrix.xlsx')));
const rowsOf = (sheet: string): (string | number | undefined)[][] =>
  XLSX.utils.sheet_to_json(book().Sheets[sheet]!, { header: 1 });
const below = (sheet: string) => {
  const rows = rowsOf(sheet);
  return rows.slice(rows.findIndex(([first]) => first === '统一社会信用代码') + 1);
};

test('who lacks only columns that nobody has is counted above the table, with the scheme', () => {
  const notice = rowsOf('差什么')
    .flat()
    .find((text) => String(text).startsWith('只因申报表没有某些列'));
  const counted = [...String(notice).matchAll(/ (\d+) 家/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  const undecided = below('认定矩阵')
    .flat()
    .filter((text) => text === '缺数据').length;
  const told = below('差什么').filter((row) => row[3] === '缺数据').length;
  expect(counted).toBeGreaterThan(100);
  expect(counted + told).toBe(undecided);
});

test('who lacks a figure of its own, or misses a condition, has its line', () => {
  const verdicts = below('差什么').map((row) => row[3]);
  const failed = below('认定矩阵')
    .flat()
    .filter((text) => text === '不符合').length;
  expect(verdicts.filter((one) => one === '不符合')).toHaveLength(failed);
  for (const row of below('差什么')) expect(row[4]).toBeTruthy();
});

test('the CSV tells every firm whole', () => {
  expect(bench.read('csv/matrix.csv')).toContain('缺数据：资产总额');
});

test('a total that no firm has takes no column of the sheet, and stays in the CSV', () => {
  const headers = (rowsOf('认定矩阵').find(([first]) => first === '统一社会信用代码') ?? []).join();
  expect(headers).not.toContain('总分');
  expect(bench.read('csv/matrix.csv').split('\n')[0]).toContain('总分');
});

test('the list of a scheme repeats no profile on each line of a sheet', () => {
  const list = XLSX.read(readFileSync(join(bench.folder, 'xlsx/lists/techsme-2017.xlsx')));
  const rows: string[][] = XLSX.utils.sheet_to_json(list.Sheets[list.SheetNames[0]!]!, { header: 1 });
  expect(rows.flat()).not.toContain('方案状态');
  expect(bench.read('csv/lists/techsme-2017.csv')).toContain('方案状态');
});
