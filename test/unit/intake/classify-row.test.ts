import { expect, test } from 'vitest';
import { classifyRow } from '../../../src/intake/classify-row.js';
import type { Cell } from '../../../src/model/cell.js';

// 序号 | 企业名称 | 统一社会信用代码 | 营业收入 | 研发费用: the id cell holds no id in any of these rows.
const blanks = new Set(['-', '—', '/', '无']);
const reasonOf = (cells: readonly Cell[], broken = false): string | null =>
  classifyRow({ number: 9, line: 0, cells }, 1, blanks, broken)?.reason ?? null;

test.each<[Cell[]]>([
  [['合计', null, null, 900, 90]],
  [['合  计', null, null, 900]],
  [['（合计）', null, null, 900]],
  [[null, '总计：3家', null, 900]],
  [[null, null, '合计', 900]],
  [[4, '高新区', '小计（3家）', 900]],
  [[null, '蜀山区小计', null, 900]],
  [[null, '蜀山区', null, 900]],
  [[null, '蜀山区', null, 1234567890, '88000000']],
  [[null, '全市', '共 12 家', 900]],
  [['其中：规上', null, null, 900]],
  [['本页小计', null, null, 900]],
  [['平均值', null, null, 300]],
  [['Grand Total', null, null, 900]],
  [['SUM', null, null, { kind: 'formula' }]],
])('%j is a total', (cells) => {
  expect(reasonOf(cells)).toBe('total');
});

test.each<[Cell[], string]>([
  [['一、电子信息'], 'section'],
  [['（二）生物医药（3家）', null, null, 900], 'section'],
  [['三', '新材料'], 'section'],
  [['电子信息', '电子信息', '电子信息'], 'section'],
  [['附：行业汇总'], 'section'],
  [['注：1.数据来源于年报'], 'note'],
  [['2.研发费用为加计扣除口径'], 'note'],
  [['填表人：张三', null, null, '电话', 13800001111], 'note'],
  [['单位负责人', '李四', null, '报出日期', '2025-03-01'], 'note'],
  [['联系电话', 13800001111], 'note'],
  [['2025年3月1日'], 'note'],
  [['（以下空白）'], 'note'],
  [[6], 'numbered'],
  [['6', '', '', '—', '/'], 'numbered'],
  [[6, null, null, 0, '0.00'], 'numbered'],
  [[6, null, null, null, { kind: 'error', code: '#DIV/0!' }], 'numbered'],
])('%j is a %s', (cells, reason) => {
  expect(reasonOf(cells)).toBe(reason);
});

test.each<[Cell[]]>([
  [[1, '华新传感', null, 900, 90]],
  [[1, '合计科技有限公司', null, 900, 90]],
  [[1, '上海总计软件有限公司', '无', 900, 90]],
  [[1, '示例小计', '91340199MA10', 900, 90]],
  [[1, '注释信息技术有限公司', null, null, null]],
  [[1, '来源科技', null, 900, 90]],
  [[1, '滨湖新区', '91340199MA100791', 900, 90]],
  [[1, '滨湖新区', '9.13401E+17', 900, 90]],
  [['一', '华新传感', null, 900, 90]],
  [[null, null, null, 900, 90]],
  [[1, '华新传感']],
])('%j is a firm without a usable code', (cells) => {
  expect(reasonOf(cells)).toBeNull();
});

test('a row whose id is a formula without a value is a firm, unless it calls itself a total', () => {
  const formula: Cell = { kind: 'formula' };
  expect(reasonOf([1, formula, formula, formula], true)).toBeNull();
  expect(reasonOf(['合计', null, formula, formula], true)).toBe('total');
});
