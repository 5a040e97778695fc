import { expect, test } from 'vitest';
import { planFromYaml } from '../../../src/profile/index.js';
import { indicatorYaml, refusalOf, source } from './sample.js';

const whole = (lists: string) => indicatorYaml('mark', '{ mark: { of: 100 } }', `lists:\n${lists}`);
const planWith = (lists: string) => planFromYaml(whole(lists), 'sample.yaml');
const list = (when: string) =>
  `  - { id: bank, kind: whitelist, name: 白名单, when: ${when}, source: ${source} }\n`;
const conditionsIn = (when: string) => planWith(list(when)).lists[0]!.conditions!;

test('a rule falls into the conditions of its outermost and, said with the names of the plan', () => {
  const said = conditionsIn('total >= 60 and certified and (patents > 0 or years < 3)');
  expect(said.map((one) => one.text.zh)).toEqual([
    '总分 ≥ 60',
    '高新技术企业',
    '发明专利 > 0 或 成立年限 < 3',
  ]);
  expect(said[0]!.text.en).toBe('total ≥ 60');
});

test('several rules are one rule, each with words of its own where it has some', () => {
  const plan = planWith(
    list('[total >= 60, { hold: certified and patents > 0, text: { zh: 高企且有专利, en: patents } }]'),
  );
  const [{ when, conditions }] = plan.lists as [(typeof plan.lists)[number]];
  expect(when.reads).toEqual(['total', 'certified', 'patents']);
  expect(conditions!.map((one) => one.text.zh)).toEqual(['总分 ≥ 60', '高企且有专利']);
  expect(conditions![1]!.text.en).toBe('patents');
});

test('an ordering knows the side of the firm and the unit of both', () => {
  const order = (when: string) => conditionsIn(when)[0]!.order;
  expect(order('revenue >= 500 万元')).toEqual({ side: 'left', unit: '万元' });
  expect(order('3% <= rd_expense / revenue')).toEqual({ side: 'right', unit: '%' });
  expect(order('rd_expense > revenue')).toEqual({ side: 'left', unit: '万元' });
  expect(order('total >= 60')).toEqual({ side: 'left', unit: null });
  expect(order('certified')).toBeNull();
});

test('what a condition reads has name, kind and unit', () => {
  const [one] = conditionsIn('revenue >= 500 万元 or total >= 90');
  expect(one!.reads).toEqual([
    { id: 'revenue', name: { zh: '营业收入', en: 'Revenue' }, kind: 'number', unit: '万元', field: true },
    { id: 'total', name: { zh: '总分', en: 'total' }, kind: 'number', unit: null, field: false },
  ]);
});

test.each([
  ['[total >= 60, certifed]', '没有叫「certifed」的字段'],
  ['[total >= 60, { hold: certifed, text: 高企 }]', '没有叫「certifed」的字段'],
  ['[total >= 60, { hold: certified }]', '缺少「text」'],
  ['[total >= 60, patents]', '此处应为真假值'],
  ['[]', '至少要有 1 项'],
])('of %s the wrong entry is told', (when, told) => {
  const messages = refusalOf(whole(list(when)));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^sample\.yaml:\d+:\d+：/);
  expect(messages[0]).toContain(told);
});
