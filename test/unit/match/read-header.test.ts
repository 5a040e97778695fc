import { expect, test } from 'vitest';
import { fold, readHeader, titleUnit, unitOf } from '../../../src/match/read-header.js';

test.each([
  ['研发费用', '研发费用', null],
  ['研发费用（万元）', '研发费用', '万元'],
  ['研发费用(万元)', '研发费用', '万元'],
  ['研 发 费 用', '研发费用', null],
  ['研发费用\n（万元）', '研发费用', '万元'],
  ['其中：研发费用', '研发费用', null],
  ['1.研发费用', '研发费用', null],
  ['①研发费用', '研发费用', null],
  ['一、研发费用', '研发费用', null],
  ['（三）研发费用', '研发费用', null],
  ['*研发费用', '研发费用', null],
  ['研发费用（必填）', '研发费用', null],
  ['研发费用（必填）（元）', '研发费用', '元'],
  ['研发费用（单位：万元）', '研发费用', '万元'],
  ['研发费用,单位:千元', '研发费用', '千元'],
  ['研发费用/万元', '研发费用', '万元'],
  ['研发费用_万元', '研发费用', '万元'],
  ['研发费用万元', '研发费用', '万元'],
  ['研发费用（人民币万元）', '研发费用', '万元'],
  ['研发费用（万美元）', '研发费用', '万美元'],
  ['研发费用占比（%）', '研发费用占比', '%'],
  ['研发费用占比％', '研发费用占比', '%'],
  ['本年研发费用', '研发费用', null],
  ['上年度研发费用（万元）', '上年研发费用', '万元'],
  ['去年研发费用', '上年研发费用', null],
  ['2026年研发费用', '研发费用', null],
  ['2025年度研发费用（万元）', '上年研发费用', '万元'],
  ['2024年研发费用', '2024年研发费用', null],
  ['研发费用，如无请填0', '研发费用', null],
  ['ＱＣ０５＿０', 'qc05_0', null],
  ['Ⅰ类知识产权数（件）', 'i类知识产权数', '件'],
])('「%s」 is looked up as %s, unit %s', (header, key, unit) => {
  const read = readHeader(header, 2026);
  expect(read.keys).toContain(key);
  expect(read.unit).toBe(unit);
});

test('a firm may be called 12个月科技: only numbering with a mark is taken off', () => {
  expect(fold('12个月内收入')).toBe('12个月内收入');
  expect(fold('1. 收入')).toBe('收入');
  expect(fold('3.5级以上')).toBe('3.5级以上');
});

test.each([
  ['单位：万元', '万元'],
  ['金额单位：人民币元', '元'],
  ['（单位：亿元）', '亿元'],
  ['2025年企业汇总表（单位：千元）', '千元'],
  ['指标:地区生产总值(当年价格)(亿元)', '亿元'],
  ['填报单位：华新高新区', null],
  ['2025年企业汇总表', null],
  ['计量单位: 万元', '万元'],
])('the title 「%s」 states %s', (title, unit) => {
  expect(titleUnit(title)).toBe(unit);
});

test.each([
  ['万', '万元'],
  ['RMB', '元'],
  ['没有单位', null],
  ['必填', null],
  ['toString', null],
])('the word 「%s」 means the unit %s', (word, unit) => {
  expect(unitOf(word)).toBe(unit);
});
