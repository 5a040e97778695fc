import { expect, test } from 'vitest';
import { reasonsOf } from '../../../src/decide/index.js';
import { planFromYaml } from '../../../src/profile/index.js';
import { sayHeld } from '../../../src/report/say-held.js';
import { type FirmRecord, firmsOf } from '../../support/firms-builder.js';
import { asOf, assess } from '../../support/score-of.js';
import { indicatorYaml, source } from '../profile/sample.js';

const blank = { mark: null, certified: null, revenue: null, rd_expense: null, patents: null, years: null };

/** A condition held to one firm, in words. */
function said(when: string, record: FirmRecord, lang: 'zh' | 'en' = 'zh'): string {
  const list = `lists:\n  - { id: bank, kind: whitelist, name: 白名单, when: '${when}', source: ${source} }\n`;
  const plan = planFromYaml(indicatorYaml('mark', '{ mark: { of: 100 } }', list), 'sample.yaml');
  const texts = { level: '甲' };
  const { firms, scores, decisions } = assess(plan, firmsOf([{ ...blank, ...texts, ...record }]));
  const [held] = reasonsOf(firms, plan, scores, decisions, asOf).list(0, 0);
  return sayHeld(held!, lang);
}

test.each([
  ['total >= 60', { mark: 58.5 }, '总分 ≥ 60（58.5，差 1.5）'],
  ['total >= 60', { mark: 60 }, '总分 ≥ 60（60）'],
  ['total > 60', { mark: 60 }, '总分 > 60（60）'],
  ['60 <= total', { mark: 58.5 }, '60 ≤ 总分（58.5，差 1.5）'],
  ['revenue >= 1 亿元', { revenue: 3200.5 }, '营业收入 ≥ 1 亿元（0.32005 亿元，差 0.67995 亿元）'],
  [
    'rd_expense / revenue >= 3%',
    { rd_expense: 29, revenue: 1000 },
    '研发费用 / 营业收入 ≥ 3%（2.9%，差 0.1%）',
  ],
  ['certified', { certified: false }, '高新技术企业（否）'],
  ['level = "乙"', { level: '甲' }, '评级 = 「乙」（甲）'],
  [
    'certified or patents > 3',
    { certified: false, patents: 1 },
    '高新技术企业 或 发明专利 > 3（高新技术企业 否、发明专利 1 件）',
  ],
])('%s of %j', (when, record, text) => {
  expect(said(when, record)).toBe(text);
});

test.each([
  ['certified', {}, '高新技术企业（空白）'],
  ['total >= 60', {}, '总分 ≥ 60（0，差 60）'],
  ['rd_expense / revenue >= 3%', { revenue: 10 }, '研发费用 / 营业收入 ≥ 3%（研发费用空白）'],
  ['rd_expense / revenue >= 3%', { rd_expense: 1, revenue: 0 }, '研发费用 / 营业收入 ≥ 3%（无法计算）'],
])('%s of %j, where something is blank', (when, record, text) => {
  expect(said(when, record)).toBe(text);
});

test('English says it in English', () => {
  expect(said('total >= 60', { mark: 58.5 }, 'en')).toBe('total ≥ 60 (58.5, off by 1.5)');
  expect(said('revenue >= 500 万元', { revenue: 320.5 }, 'en')).toContain(
    '(3,205,000 CNY, off by 1,795,000 CNY)',
  );
  expect(said('revenue > 0', {}, 'en')).toBe('Revenue > 0 (blank)');
});
