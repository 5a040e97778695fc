import { expect, test } from 'vitest';
import { renderFinding } from '../../../src/finding/index.js';
import type { Lang } from '../../../src/model/text.js';
import { mark, type PlanParts, percentile } from '../../support/plan-builder.js';
import { assessed } from '../../support/score-of.js';

const plan: PlanParts = {
  stages: {
    names: ['初创期', '成长期'],
    cuts: [
      ['revenue_prior < 500 万元', '初创期'],
      [null, '成长期'],
    ],
  },
  groups: [{ id: 'base' }, { id: 'extra', part: 'bonus' }],
  indicators: [
    { id: 'ratio', name: '研发强度', value: 'rd_expense / revenue', scorer: mark(1), missing: 'finding' },
    { id: 'place', name: '专利位次', value: 'patents', scorer: percentile('stage', 3) },
    { id: 'prize', name: '奖励加分', value: 'prizes', scorer: mark(5), group: 'extra' },
  ],
  vetoes: [{ id: '失信被执行人', bar: 'dishonest', unknown: 'pass-with-warning' }],
};
const full = { revenue_prior: 100, revenue: 900, rd_expense: 90, patents: 3, prizes: 1, dishonest: false };
const said = (lang: Lang, change: Readonly<Record<string, null | number>>) =>
  assessed(plan, [{ ...full, ...change }]).findings.map((one) => renderFinding(one, lang));
const small =
  '企业.xlsx 「企业」 第 2 行：指标「专利位次」按排名计分，初创期中可比企业只有 1 家；至少要 3 家，本次按 0 分计。请把其余企业的数据一并放入再跑';

test('a blank cell says where, which indicator and what it meant', () => {
  expect(said('zh', { rd_expense: null, patents: null })).toEqual([
    '企业.xlsx 「企业」 E2：「研发费用」没有填写；指标「研发强度」要用它，该企业本次未计分。请补填后重跑；确实为零请填 0',
    '企业.xlsx 「企业」 F2：「发明专利」没有填写；指标「专利位次」要用它，本次按 0 分计。请补填后重跑；确实为零请填 0',
  ]);
});

test('a value that cannot be reckoned quotes its figures', () => {
  expect(said('zh', { revenue: 0, patents: null })[0]).toBe(
    '企业.xlsx 「企业」 第 2 行：指标「研发强度」算不出来（研发费用 = 90 万元，营业收入 = 0 万元）；分母为 0、上年数为 0 或负数时没有值，该企业本次未计分。若数据有误，请改正后重跑',
  );
});

test('a small cohort says its size', () => {
  expect(said('zh', {})).toEqual([small]);
});

test('an unknown stage says what to fill in', () => {
  expect(said('zh', { revenue_prior: null })).toEqual([
    '企业.xlsx 「企业」 C2：无法判定所处阶段：「上年营业收入」没有填写；阶段决定各项权重，不能默认；该企业本次未计分。请补填后重跑；确实为零请填 0',
  ]);
});

test('an unknown veto says what became of the firm', () => {
  expect(said('zh', { dishonest: null, patents: null })[0]).toBe(
    '企业.xlsx 「企业」 H2：无法判断否决项「失信被执行人」：「是否失信」没有填写；按方案暂不否决，须人工核实。请核实后填写「是」或「否」（或相应数据）并重跑',
  );
});

test('blank bonuses say how many', () => {
  expect(said('zh', { prizes: null, patents: null })[1]).toBe(
    '企业.xlsx 「企业」：「科技奖励」有 1 家企业没有填写；加分项「奖励加分」对它们计 0 分。没有加分可不填',
  );
});

test('every message has its English', () => {
  expect(said('en', { rd_expense: null, dishonest: null, prizes: null })).toEqual([
    '企业.xlsx "企业" H2: the veto "失信被执行人" cannot be told: "是否失信" is blank; the profile lets the firm pass for now; a person has to check. Find out, enter yes or no (or the figure it asks for) and run again',
    '企业.xlsx "企业" row 2: 专利位次 ranks firms, and only 0 can be compared in 初创期; at least 3 are needed: counted as 0 points. Add the data of the other firms and run again',
    '企业.xlsx "企业" E2: 研发费用 is blank; "研发强度" needs it: the firm was not scored. Fill the cell in and run again; if it is zero, enter 0',
    '企业.xlsx "企业": 科技奖励 is blank for 1 firms; the bonus "奖励加分" is 0 for them. Leave it blank where there is no bonus to claim',
  ]);
});
