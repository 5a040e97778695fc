import { expect, test } from 'vitest';
import { reasonsOf } from '../../../src/decide/index.js';
import { planFromYaml } from '../../../src/profile/index.js';
import { type FirmRecord, type FirmsParts, firmsOf } from '../../support/firms-builder.js';
import { asOf, assess } from '../../support/score-of.js';
import { indicatorYaml, source } from '../profile/sample.js';

const plan = planFromYaml(
  indicatorYaml(
    'mark',
    '{ mark: { of: 100 } }',
    `causes:
  - { id: no-patents, when: not (patents > 0), text: 没有专利, department: 知识产权部门, remedy: 申请专利, source: ${source} }
  - { id: young, when: years < 3, text: 成立不满三年, department: 科技部门, remedy: 等待, unknown: ignore, source: ${source} }
  - { id: not-asked, when: revenue > 0, text: 有收入, department: 税务部门, remedy: 无, source: ${source} }
bypass:
  - { id: champion, when: certified and revenue >= 100000 万元, text: 单项冠军, source: ${source} }
vetoes:
  - { id: bad, bar: 'level = "乙"', text: 评级为乙, unknown: pass-with-warning, source: ${source} }
lists:
  - { id: bank, kind: whitelist, name: 白名单, when: total >= 60 and certified and revenue >= 500 万元, source: ${source} }
  - { id: diagnosis, kind: referral, name: 联合会诊, when: total >= 50 and total < 60, diagnose: [young, no-patents], source: ${source} }
offers:
  - { id: loan, kind: loan, name: 积分贷, when: total >= 55 and patents >= 1, limit: 100 万元, source: ${source} }
`,
  ),
  'sample.yaml',
);

const blank = { mark: null, certified: null, revenue: null, patents: null, years: null };

function reasoned(record: FirmRecord, parts: FirmsParts = {}) {
  const { firms, scores, decisions } = assess(plan, firmsOf([{ ...blank, ...record }], parts));
  return reasonsOf(firms, plan, scores, decisions, asOf);
}
const missed = (record: FirmRecord) =>
  reasoned(record)
    .missed(0, 0)
    .map(({ condition, verdict, sides }) => [condition.text.zh, verdict, sides]);

test('a firm that meets all conditions misses none', () => {
  expect(missed({ mark: 60, certified: true, revenue: 500 })).toEqual([]);
});

test('what is false tells by how much, what is blank that nobody knows', () => {
  expect(missed({ mark: 58.5, revenue: 320.5 })).toEqual([
    ['总分 ≥ 60', false, { sign: '>=', left: 58.5, right: 60 }],
    ['高新技术企业', null, null],
    ['营业收入 ≥ 500 万元', false, { sign: '>=', left: 320.5, right: 500 }],
  ]);
});

test('a condition tells what it read', () => {
  const [, certified] = reasoned({ mark: 60, certified: false, revenue: 1 }).list(0, 0);
  expect([certified!.verdict, certified!.read]).toEqual([false, [0]]);
});

test('an offer that is made holds in every condition', () => {
  const held = reasoned({ mark: 55, patents: 1 }).offer(0, 0);
  expect(held.map((one) => [one.condition.text.zh, one.verdict])).toEqual([
    ['总分 ≥ 55', true],
    ['发明专利 ≥ 1', true],
  ]);
});

const causes = (record: FirmRecord) =>
  reasoned(record)
    .causes(0)
    .map(({ cause, known }) => [plan.causes![cause]!.id, known]);

test('causes come in the order of the profile, only those that the list looks for', () => {
  expect(causes({ mark: 55, patents: 0, years: 1, revenue: 100 })).toEqual([
    ['no-patents', true],
    ['young', true],
  ]);
});

test('an unknown cause is told or passed over, as the profile says', () => {
  expect(causes({ mark: 55 })).toEqual([['no-patents', false]]);
});

test('a cause that is not there is not told', () => {
  expect(causes({ mark: 55, patents: 3, years: 9 })).toEqual([]);
});

test('a firm on no list that diagnoses has no causes', () => {
  expect(causes({ mark: 40, patents: 0 })).toEqual([]);
});

test('a rejected firm is asked for nothing', () => {
  expect(reasoned({ mark: 55, patents: 0 }, { rejected: [0] }).causes(0)).toEqual([]);
});

test('a veto and a bypass tell their conditions too', () => {
  const reasons = reasoned({ mark: 55, level: '乙', certified: true, revenue: 90_000 });
  expect(reasons.veto(0, 0).map((one) => [one.condition.text.zh, one.verdict])).toEqual([
    ['评级 = 「乙」', true],
  ]);
  expect(reasons.bypass(0, 0).map((one) => one.verdict)).toEqual([true, false]);
});

test('a veto over a blank is known to nobody', () => {
  const [held] = reasoned({ mark: 55, level: null }).veto(0, 0);
  expect([held!.verdict, held!.read]).toEqual([null, [null]]);
});
