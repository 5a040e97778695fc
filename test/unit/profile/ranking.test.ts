import { expect, test } from 'vitest';
import { planFromYaml } from '../../../src/profile/index.js';
import { indicatorYaml, profileYaml, refusalOf, source } from './sample.js';

const whole = (more: string) => indicatorYaml('mark', '{ mark: { of: 100 } }', more);
const list = (part: string) =>
  `lists:\n  - { id: best, kind: ranking, name: 百强, when: total > 0, ${part}, source: ${source} }\n`;
const rankingOf = (part: string) => planFromYaml(whole(list(part)), 'sample.yaml').lists[0]!.ranking;

test('a whole number is a place, a percent a share', () => {
  expect(rankingOf('top: 100')).toEqual({ by: null, top: { kind: 'count', count: 100 }, bands: [] });
  expect(rankingOf('top: 5%')!.top).toEqual({ kind: 'share', share: 0.05 });
  expect(rankingOf('top: 0.05')!.top).toEqual({ kind: 'share', share: 0.05 });
});

test('places are taken within each word of a text', () => {
  const { by } = rankingOf('by: level')!;
  expect(by!.name).toEqual({ zh: '评级', en: '评级' });
  expect(by!.value.reads).toEqual(['level']);
});

test('the last band is the edge of a list that states none', () => {
  const ranking = rankingOf('bands: [{ top: 5%, name: 领跑榜 }, { top: 20%, name: 进取榜 }]')!;
  expect(ranking.top).toEqual({ kind: 'share', share: 0.2 });
  expect(ranking.bands.map((band) => band.name.zh)).toEqual(['领跑榜', '进取榜']);
});

test.each([
  ['top: 2.5', '「2.5」不是名次'],
  ['top: 0', '「0」不是名次'],
  ['top: 120%', '「120%」不是名次'],
  ['top: 百强', '「百强」不是数值'],
  ['bands: [{ top: 20%, name: 进取榜 }, { top: 5%, name: 领跑榜 }]', '前 5% 排在前 20% 之后'],
  ['bands: [{ top: 10, name: 领跑榜 }, { top: 20%, name: 进取榜 }]', '前 20% 排在前 10 之后'],
  ['by: patents', '此处应为文字'],
  ['by: levle', '没有叫「levle」的字段'],
])('%s is refused', (part, found) => {
  const messages = refusalOf(whole(list(part)));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(found);
});

test('a profile without a total ranks nobody', () => {
  const gates = `lists:\n  - { id: best, kind: ranking, name: 百强, when: patents > 0, top: 10, source: ${source} }\n`;
  expect(refusalOf(profileYaml(gates))[0]).toContain('名单「best」要排名次，而本方案不计总分');
});

test.each([
  ['{ warn: 8%, stop: 5% }', '预警线 8% 不低于熔断线 5%'],
  ['{ warn: 5%, stop: 5% }', '预警线 5% 不低于熔断线 5%'],
  ['{ warn: 5, stop: 8 }', '「5」不是比例'],
  ['{ warn: 5% }', 'stop'],
])('a pool of %s is refused', (pool, found) => {
  const offer = `offers:\n  - { id: loan, kind: loan, name: 积分贷, when: total > 0, pool: ${pool}, source: ${source} }\n`;
  expect(refusalOf(whole(offer)).join('\n')).toContain(found);
});
