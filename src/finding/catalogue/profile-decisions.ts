import { finding, say } from '../define.js';
import { meantEn, meantZh } from './meant.js';

/** Trouble with the lists, causes and offers of a profile. */
export const profileDecisionFindings = {
  'profile.unknown-cause': finding({
    severity: 'error',
    sample: { name: 'no-colateral', near: ['no-collateral'] as readonly string[] },
    zh: (a) => say(`causes 里没有「${a.name}」`, '', meantZh(a.near) || '请写 causes 中的编号'),
    en: (a) => say(`causes has no "${a.name}"`, '', meantEn(a.near) || 'write an id that stands in causes'),
  }),
  'profile.diagnose-kind': finding({
    severity: 'error',
    sample: { id: 'whitelist' },
    zh: (a) =>
      say(
        `名单「${a.id}」写了 diagnose`,
        '只有推荐名单（kind: referral）逐家查找原因',
        '请删去 diagnose，或改正 kind',
      ),
    en: (a) =>
      say(
        `the list ${a.id} has diagnose`,
        'only referral lists (kind: referral) look for causes',
        'take diagnose out, or correct the kind',
      ),
  }),
  'profile.ranking-without-total': finding({
    severity: 'error',
    sample: { id: 'top-100' },
    zh: (a) =>
      say(`名单「${a.id}」要排名次，而本方案不计总分`, '名次按总分排', '请删去 top、by、bands，或补上指标'),
    en: (a) =>
      say(
        `the list ${a.id} ranks firms, and the profile gives no total`,
        'places go by the total',
        'take top, by and bands out, or add indicators',
      ),
  }),
  'profile.place-edge': finding({
    severity: 'error',
    sample: { raw: '2.5' },
    zh: (a) => say(`「${a.raw}」不是名次`, '名次为整数（前 100 名写 100）或比例（前 5% 写 5%）', '请改写'),
    en: (a) =>
      say(
        `${a.raw} is no place`,
        'a place is a whole number (100 for the first hundred) or a share (5%)',
        'rewrite it',
      ),
  }),
  'profile.place-order': finding({
    severity: 'error',
    sample: { top: '5%', before: '10%' },
    zh: (a) =>
      say(
        `前 ${a.top} 排在前 ${a.before} 之后`,
        '各档从前往后写，全用名次或全用比例',
        '请调整次序，否则该档永远轮不到',
      ),
    en: (a) =>
      say(
        `the first ${a.top} stand behind the first ${a.before}`,
        'bands go from the best on, all by place or all by share',
        'reorder them, or that band can never apply',
      ),
  }),
  'profile.pool-order': finding({
    severity: 'error',
    sample: { warn: '8%', stop: '5%' },
    zh: (a) =>
      say(
        `预警线 ${a.warn} 不低于熔断线 ${a.stop}`,
        '不良率先到预警线，再到熔断线',
        '请改正 pool 的 warn 和 stop',
      ),
    en: (a) =>
      say(
        `the pool warns at ${a.warn} and stops at ${a.stop}`,
        'a pool warns before it stops',
        'correct warn and stop of the pool',
      ),
  }),
};
