import { expect, test } from 'vitest';
import { planFromYaml } from '../../../src/profile/index.js';
import { indicatorYaml, refusalOf, source } from './sample.js';

const whole = (more: string) => indicatorYaml('mark', '{ mark: { of: 100 } }', more);
const planWith = (more: string) => planFromYaml(whole(more), 'sample.yaml');

const cause = (part = '') => `causes:
  - id: no-patents
    when: not (patents > 0)
    text: { zh: 没有专利, en: No patents }
    department: 知识产权部门
    remedy: 申请专利
    ${part}
    source: ${source}
`;
const list = (kind: string, diagnose: string) =>
  `lists:
  - { id: diagnosis, kind: ${kind}, name: 会诊, when: total < 60, diagnose: ${diagnose}, source: ${source} }
`;

test('a list looks for causes of the table', () => {
  const plan = planWith(cause() + list('referral', '[no-patents]'));
  expect(plan.lists[0]!.diagnose).toEqual([0]);
  expect(plan.causes![0]).toMatchObject({
    id: 'no-patents',
    unknown: 'tell',
    department: { zh: '知识产权部门' },
  });
  expect(plan.causes![0]!.condition.text).toEqual({ zh: '没有专利', en: 'No patents' });
});

test('a field that only a cause reads is read by the plan', () => {
  expect(planWith(cause() + list('referral', '[no-patents]')).reads).toContain('patents');
});

test('a profile without causes says nothing of them when it is printed', () => {
  expect(planWith('').causes).toBeUndefined();
});

test.each([
  [cause() + list('referral', '[no-patent]'), 'causes 里没有「no-patent」', '是否为「no-patents」？'],
  [cause() + list('whitelist', '[no-patents]'), '名单「diagnosis」写了 diagnose', '只有推荐名单'],
  [cause('unknown: guess'), '「guess」', 'tell'],
  [cause().replace('    department: 知识产权部门\n', ''), 'department', ''],
  [cause().replace('not (patents > 0)', 'patents'), '此处应为真假值', ''],
  [cause().replace(source, '{ assumed: true }'), '出处只写了「assumed」', ''],
])('%#: what is wrong with a cause is told at its place', (more, found, instead) => {
  const messages = refusalOf(whole(more));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^sample\.yaml:\d+:\d+：/);
  expect(messages[0]).toContain(found);
  expect(messages[0]).toContain(instead);
});
