import { expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import { tableOf } from '../../../src/report/index.js';
import { runOf } from './run-of.js';

const rows = (findings: readonly Finding[], headers: 'id' | 'text' = 'id') => {
  const table = tableOf(runOf([{ id: '91410100MA2N00001X', name: '华新传感' }], { findings }), 'findings', {
    lang: 'zh',
    headers,
  });
  return [...table.rows()].map((row) =>
    Object.fromEntries(table.columns.map(({ id }, index) => [id, row[index]])),
  );
};

const cell: Finding = {
  id: 'cell.error-value',
  severity: 'error',
  at: { file: '2025Q3.csv', sheet: '', row: 7, line: 9, column: 27 },
  args: { code: '#N/A', field: '研发费用' },
  notes: [],
  firm: 0,
};

test('a cell is told with its address, row and line', () => {
  expect(rows([cell])[0]).toMatchObject({
    severity: 'error',
    finding: 'cell.error-value',
    cell: 'AB7',
    row: 7,
    line: 9,
  });
});

test('what was found, expected and to do stand apart', () => {
  const { found, expected, fix } = rows([cell])[0]!;
  expect([found, expected, fix]).toEqual([
    '单元格是错误值 #N/A',
    '「研发费用」应有一个值',
    '请修正公式，或填入数值；没有数据请留空',
  ]);
});

test('the firm is named by id and name', () => {
  expect(rows([cell])[0]).toMatchObject({ firm_id: '91410100MA2N00001X', firm_name: '华新传感' });
});

test('a finding of a file has no row, cell or firm', () => {
  const file: Finding = {
    ...cell,
    id: 'sheet.hidden',
    at: { file: '2025Q3.xlsx', sheet: '2022年' },
    args: { sheet: '2022年' },
    firm: null,
  };
  expect(rows([file])[0]).toMatchObject({
    sheet: '2022年',
    cell: null,
    row: null,
    line: null,
    firm_id: null,
  });
});

test('none is left out', () => {
  expect(rows(Array.from({ length: 1500 }, () => cell))).toHaveLength(1500);
});

test('an id that this version does not know is shown as it is', () => {
  expect(rows([{ ...cell, id: 'cell.of-the-future' }])[0]).toMatchObject({ found: 'cell.of-the-future' });
});
