import { expect, test } from 'vitest';
import { explainFirm } from '../../../src/analyse/explain-firm.js';
import { explainedPage } from '../../../src/analyse/explained-page.js';
import { reassess } from '../../../src/analyse/reassess.js';
import { planFromYaml } from '../../../src/profile/index.js';
import { type FirmRecord, type FirmsParts, firmsOf } from '../../support/firms-builder.js';
import { asOf } from '../../support/score-of.js';
import { indicatorYaml, source } from '../profile/sample.js';

const plan = planFromYaml(
  indicatorYaml(
    'mark',
    '{ mark: { of: 100 } }',
    `causes:
  - { id: no-patents, when: not (patents > 0), text: 没有专利, department: 知识产权部门, remedy: 申请专利, source: ${source} }
vetoes:
  - { id: bad, bar: 'level = "乙"', text: 评级为乙, unknown: pass-with-warning, source: ${source} }
lists:
  - { id: bank, kind: whitelist, name: 白名单, when: [{ hold: total >= 60, text: 综合评分六十分以上 }, certified], source: ${source} }
  - { id: diagnosis, kind: referral, name: 联合会诊, when: total >= 50 and total < 60, diagnose: [no-patents], source: ${source} }
  - { id: best, kind: ranking, name: 创新榜, when: total > 10, by: level, top: 2, bands: [{ top: 1, name: 领跑榜 }], source: ${source} }
`,
  ),
  'sample.yaml',
);
const rules = { plan, asOf, cohorts: null };
const blank = { mark: null, certified: null, revenue: null, patents: null, years: null, level: null };
const context = { period: '2025', lang: 'zh', adjustments: [], findings: [], distance: null } as const;

function explained(records: readonly FirmRecord[], parts: FirmsParts = {}) {
  const firms = firmsOf(
    records.map((one) => ({ ...blank, ...one })),
    parts,
  );
  const done = reassess(firms, rules);
  return records.map((_, firm) => explainFirm(done, firm, rules, context));
}
const linesOf = (one: ReturnType<typeof explained>[number], section: string) =>
  explainedPage(one, null, 'zh').sections.find(({ title }) => title === section)?.entries ?? [];

test("a list speaks the profile's own words, and says by how much it is missed", () => {
  const [firm] = explained([{ mark: 58.5, certified: true }]);
  expect(linesOf(firm!, '名单')[0]).toMatchObject({
    mark: 'no',
    notes: [
      '[否] 综合评分六十分以上（总分 = 58.5；差 1.5）',
      '[是] 高新技术企业（高新技术企业 = 是）',
      '假定，见 [1]',
    ],
  });
});

test('a blank condition is neither held nor missed by anything', () => {
  const [firm] = explained([{ mark: 70 }]);
  expect(firm!.lists[0]!.conditions[1]).toMatchObject({ verdict: null, short: null });
});

test('a cause tells who sees to it and how; over a blank it is to be verified', () => {
  const [known, open] = explained([{ mark: 55, patents: 0 }, { mark: 55 }]);
  expect(known!.causes).toMatchObject([
    { id: 'no-patents', text: '没有专利', known: true, department: '知识产权部门', remedy: '申请专利' },
  ]);
  expect(linesOf(open!, '可修复原因')[0]).toMatchObject({
    title: '没有专利',
    figure: '待核实',
    notes: ['责任部门：知识产权部门', '办法：申请专利', '假定，见 [1]'],
  });
});

const ranked = explained([
  { mark: 90, level: '甲' },
  { mark: 80, level: '甲' },
  { mark: 70, level: '甲' },
  { mark: 20 },
  { mark: 5, level: '甲' },
  { mark: 95, level: '乙' },
]);
const best = (firm: number) => ranked[firm]!.lists[2]!;

test('a ranked list tells the place in its group, and the band', () => {
  expect(best(0)).toMatchObject({
    holds: true,
    place: { place: 1, of: 3, group: '甲', edge: 2, band: '领跑榜' },
  });
  expect(best(1)).toMatchObject({ holds: true, place: { place: 2, band: null } });
});

test('behind the edge every condition holds, and the edge is told first', () => {
  expect(best(2)).toMatchObject({ holds: false, conditions: [{ verdict: true }] });
  expect(linesOf(ranked[2]!, '名单')[2]).toMatchObject({ mark: 'no', figure: '第 3 / 3 名' });
  expect(linesOf(ranked[2]!, '名单')[2]!.notes[0]).toBe('甲；前 2 名列入');
});

test('a blank word is a group of its own', () => {
  expect(best(3).place).toMatchObject({ place: 1, of: 1, group: '' });
  expect(linesOf(ranked[3]!, '名单')[2]!.notes[0]).toBe('（未填）；领跑榜');
});

test('who misses the rule, or is barred, has no place', () => {
  expect([best(4).place, best(5).place]).toEqual([null, null]);
  expect(ranked[5]!.vetoes[0]).toMatchObject({ holds: true, conditions: [{ text: '评级 = 「乙」' }] });
});

test('a rejected firm stands nowhere and has no causes', () => {
  const [firm] = explained([{ mark: 55, patents: 0 }], { rejected: [0] });
  expect(firm).toMatchObject({ disposition: 'rejected', total: null, causes: [] });
  expect(firm!.lists.map((list) => list.place)).toEqual([null, null, null]);
});
