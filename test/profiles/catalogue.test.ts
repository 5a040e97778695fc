import { expect, test } from 'vitest';

import { planFromYaml } from '../../src/profile/index.js';
import { type FirmRecord, firmsOf } from '../support/firms-builder.js';
import { assess } from '../support/score-of.js';

// The catalogue of scoring methods that public rules use (domain README §3.9, 24 entries): each said in a profile, and
// what a few firms get. Several entries are one idea, and then share a method.
const head = `profile: catalogue-2025
name: { zh: 方法目录, en: Catalogue }
in_force: { from: 2025-01-01 }
status: sample
scale: sum
decimals: 2
fields:
  credit_code: { name: 统一社会信用代码, type: text, role: id }
  revenue: { name: 营业收入, unit: 万元 }
  revenue_prior: { name: 上年营业收入, unit: 万元, prior_of: revenue }
  rd: { name: 研发费用, unit: 万元 }
  assets: { name: 资产总额, unit: 万元 }
  debt: { name: 负债总额, unit: 万元 }
  equity: { name: 股权融资, unit: 万元 }
  employees: { name: 职工总数, unit: 人 }
  st_staff: { name: 科技人员数, unit: 人 }
  inventions: { name: 发明专利, unit: 件 }
  utility: { name: 实用新型, unit: 件 }
  years: { name: 年限, unit: 年 }
  mark: { name: 专家评分, unit: 分 }
  level: { name: 研发机构级别, type: text, words: { 国家级: [], 省级: [], 未建立: [] } }
  industry: { name: 行业, type: text }
  honoured: { name: 科技奖励, type: boolean }
  accident: { name: 重大事故, type: boolean }
  loss: { name: 上年亏损, type: boolean }
  loss_2y: { name: 连续两年亏损, type: boolean }
`;
const source = 'source: { assumed: true, reason: 示例 }';
const base = `groups: [{ id: g, name: 甲组 }]`;
/** One indicator: its method, the value where it has one, anything more. */
const one = (score: string, value = '', more = ''): string =>
  `{ id: x, group: g, name: 某项, ${value === '' ? '' : `value: '${value}', `}score: ${score}, missing: zero, ${more} ${source} }`;
const scored = (score: string, value = '', more = ''): string =>
  `${base}\nindicators:\n  - ${one(score, value, more)}\n`;
const plenty = (more: string): string => `${scored('{ mark: { of: 100 } }', 'mark')}${more}`;

type Got = (outcome: ReturnType<typeof assess>) => unknown;
const points: Got = ({ scores }) => [...scores.points[0]!];
const totals: Got = ({ scores }) => Array.from(scores.total, (one) => (Number.isNaN(one) ? null : one));
const dispositions: Got = ({ decisions }) => decisions.disposition;
const limits: Got = ({ decisions }) => decisions.offers.map((made) => made.map((offer) => offer.limit));

const offer = (limit: string): string =>
  `offers:\n  - { id: loan, kind: loan, name: 贷款, when: total >= 60, limit: ${limit}, ${source} }\n`;
const grades = `grades:\n${[
  ['A', 85],
  ['B', 60],
  ['C', 0],
]
  .map(([id, least]) => `  - { id: ${id}, at_least: ${least}, ${source} }`)
  .join('\n')}\n`;
const list = (when: string): string =>
  `lists:\n  - { id: white, kind: whitelist, name: 白名单, when: '${when}', ${source} }\n`;
const tenfold = (firms: number): FirmRecord[] =>
  Array.from({ length: firms }, (_, i) => ({ inventions: firms - i }));

const catalogue: readonly (readonly [
  entry: string,
  yaml: string,
  firms: readonly FirmRecord[],
  got: Got,
  expected: unknown,
])[] = [
  [
    '1 step bands with stated edges',
    scored('{ bands: { at_least: [[5%, 20], [3%, 15]], else: 0 } }', 'rd / revenue'),
    [
      { rd: 5, revenue: 100 },
      { rd: 4.99, revenue: 100 },
      { rd: 3, revenue: 100 },
      { rd: 2.99, revenue: 100 },
    ],
    points,
    [20, 15, 15, 0],
  ],
  [
    '2 value to full mark, linear',
    scored('{ linear: { full: 10% } }', 'rd / revenue', 'weight: 8,'),
    [
      { rd: 5, revenue: 100 },
      { rd: 20, revenue: 100 },
    ],
    points,
    [4, 8],
  ],
  [
    '3 floor to full, by industry',
    scored(
      '{ by: [{ when: \'starts_with(industry, "C")\', linear: { floor: 2%, full: 10% } }, { when: \'starts_with(industry, "I") or starts_with(industry, "M")\', linear: { floor: 30%, full: 60% } }, { linear: { floor: 1%, full: 5% } }] }',
      'st_staff / employees',
      'weight: 10,',
    ),
    [
      { industry: 'C3511', st_staff: 6, employees: 100 },
      { industry: 'I6510', st_staff: 45, employees: 100 },
      { industry: 'E4700', st_staff: 3, employees: 100 },
      { industry: null, st_staff: 45, employees: 100 },
    ],
    points,
    [5, 5, 5, 0],
  ],
  [
    '4 per unit with a cap',
    scored('{ steps: { per: 2, points: 1, cap: 5 } }', 'years'),
    [{ years: 1.9 }, { years: 4 }, { years: 30 }],
    points,
    [0, 2, 5],
  ],
  [
    '5 best of several options',
    scored(
      '{ best_of: [{ id: amount, value: rd, score: { bands: { at_least: [[500 万元, 10], [100 万元, 2]], else: 0 } } }, { id: ratio, value: rd / revenue, score: { bands: { at_least: [[10%, 10], [3%, 2]], else: 0 } } }] }',
    ),
    [
      { rd: 100, revenue: 1000 },
      { rd: 500, revenue: 1e6 },
      { rd: 30, revenue: 1000 },
    ],
    points,
    [10, 10, 2],
  ],
  [
    '6 word or grade',
    scored('{ lookup: { words: { 国家级: 10, 省级: 8, 未建立: 0 } } }', 'level'),
    [{ level: '省级' }, { level: '未建立' }],
    points,
    [8, 0],
  ],
  [
    '7 first condition that holds',
    scored(
      '{ cases: [{ when: inventions >= 1, points: 20 }, { when: utility >= 1, points: 5 }, { points: 0 }] }',
    ),
    [
      { inventions: 1, utility: 9 },
      { inventions: 0, utility: 1 },
      { inventions: 0, utility: 0 },
      { inventions: null, utility: 1 },
    ],
    points,
    [20, 5, 0, 0],
  ],
  [
    '8 rank percent',
    scored('{ rank: { within: all, min_cohort: 3 } }', 'inventions', 'weight: 10,'),
    [{ inventions: 3 }, { inventions: 2 }, { inventions: 1 }],
    points,
    [10, 5, 0],
  ],
  [
    '8 the best p percent, ties together',
    scored('{ top: { within: stage, min_cohort: 5, bands: [[10%, 10], [30%, 6]], else: 1 } }', 'inventions'),
    [...tenfold(8), { inventions: 8 }, { inventions: 7 }],
    points,
    [10, 6, 1, 1, 1, 1, 1, 1, 10, 6],
  ],
  [
    '9 lower is better',
    scored('{ linear: { floor: 75%, full: 55% } }', 'debt / assets', 'weight: 10,'),
    [
      { debt: 55, assets: 100 },
      { debt: 65, assets: 100 },
      { debt: 75, assets: 100 },
    ],
    points,
    [10, 5, 0],
  ],
  ['10 a mark that an expert gave', scored('{ mark: { of: 8 } }', 'mark'), [{ mark: 6.5 }], points, [6.5]],
  [
    '11 a capped bonus',
    `groups: [{ id: g, name: 甲组 }, { id: plus, name: 加分, part: bonus }]\nbonus: { cap: 3, ${source} }\nindicators:\n  - ${one('{ mark: { of: 100 } }', 'mark')}\n  - { id: y, group: plus, name: 奖励, value: honoured, score: { lookup: { words: { 是: 5, 否: 0 } } }, missing: zero, ${source} }\n`,
    [
      { mark: 90, honoured: true },
      { mark: 90, honoured: false },
    ],
    totals,
    [93, 90],
  ],
  [
    '12 a deduction, which is no veto',
    `groups: [{ id: g, name: 甲组 }, { id: minus, name: 约束, part: deduction }]\nindicators:\n  - ${one('{ mark: { of: 100 } }', 'mark')}\n  - { id: y, group: minus, name: 事故, value: accident, score: { lookup: { words: { 是: 20, 否: 0 } } }, missing: zero, ${source} }\n${list('total >= 60')}`,
    [
      { mark: 90, accident: true },
      { mark: 90, accident: false },
      { mark: 70, accident: true },
    ],
    (o) => [totals(o), dispositions(o)],
    [
      [70, 90, 50],
      ['whitelisted', 'whitelisted', 'below-line'],
    ],
  ],
  [
    '13 a group minimum',
    `groups: [{ id: g, name: 甲组, min: 20, ${source} }, { id: h, name: 乙组 }]\nindicators:\n  - ${one('{ mark: { of: 50 } }', 'mark')}\n  - { id: y, group: h, name: 年限, value: years, score: { steps: { per: 1, points: 10, cap: 50 } }, missing: zero, ${source} }\n${list('total >= 60')}`,
    [
      { mark: 19, years: 5 },
      { mark: 20, years: 5 },
    ],
    dispositions,
    ['below-line', 'whitelisted'],
  ],
  [
    '14 gates with and, or, before any scoring',
    `vetoes:\n  - { id: gate, bar: 'not (years >= 2 and (revenue >= 1000 万元 or equity >= 2000 万元))', text: 未过门槛, unknown: reject, ${source} }\n${list('years >= 2')}`,
    [
      { years: 2, revenue: 1000, equity: 0 },
      { years: 2, revenue: 900, equity: 1999 },
      { years: 2, revenue: null, equity: 2000 },
      { years: 2, revenue: null, equity: 0 },
    ],
    (o) => [dispositions(o), totals(o)],
    [
      ['whitelisted', 'vetoed', 'whitelisted', 'rejected'],
      [null, null, null, null],
    ],
  ],
  [
    '15 a bypass that replaces the score',
    plenty(
      `bypass:\n  - { id: award, when: honoured, text: 获科技奖励, ${source} }\n${list('total >= 60 or bypassed')}`,
    ),
    [
      { mark: 10, honoured: true },
      { mark: 10, honoured: null },
      { mark: 60, honoured: false },
    ],
    (o) => [totals(o), dispositions(o), o.scores.withheld[0]],
    [[null, 10, 60], ['whitelisted', 'below-line', 'whitelisted'], 'bypass'],
  ],
  [
    '16 a requirement by tier',
    `vetoes:\n  - { id: tier, bar: 'rd / revenue < (if revenue > 2 亿元 then 3% else if revenue > 5000 万元 then 4% else 5%)', text: 研发不足, unknown: reject, ${source} }\n${list('true')}`,
    [
      { rd: 250, revenue: 5000 },
      { rd: 249, revenue: 5000 },
      { rd: 201, revenue: 5001 },
      { rd: 601, revenue: 20001 },
    ],
    dispositions,
    ['whitelisted', 'vetoed', 'whitelisted', 'whitelisted'],
  ],
  [
    '17 growth without a base',
    scored('{ bands: { at_least: [[15%, 10], [0%, 5]], else: 1 } }', 'growth(revenue, revenue_prior)'),
    [
      { revenue: 115, revenue_prior: 100 },
      { revenue: 99, revenue_prior: 100 },
      { revenue: 99, revenue_prior: 0 },
      { revenue: 99, revenue_prior: -5 },
      { revenue: 99, revenue_prior: null },
    ],
    points,
    [10, 1, 0, 0, 0],
  ],
  [
    '18 grade to amount',
    plenty(
      `${grades}${offer('if grade = "A" then 1000 万元 else if grade = "B" then 500 万元 else 100 万元')}`,
    ),
    [{ mark: 85 }, { mark: 84.99 }, { mark: 50 }],
    limits,
    [[1000], [500], []],
  ],
  [
    '18 score to a limit online and at the branch',
    plenty(
      `offers:\n  - { id: online, kind: loan, name: 线上, when: total >= 60, limit: 1000 万元, ${source} }\n  - { id: branch, kind: loan, name: 线下, when: total >= 60, limit: 2000 万元, ${source} }\n`,
    ),
    [{ mark: 60 }, { mark: 59.99 }],
    limits,
    [[1000, 2000], []],
  ],
  [
    '18 rank to an uplift',
    plenty(offer("'300 万元 * (if rank_percent <= 10% then 1.15 else 1)'")),
    [{ mark: 99 }, ...Array.from({ length: 9 }, (_, i) => ({ mark: 70 - i }))],
    (o) => (limits(o) as number[][]).slice(0, 2),
    [[345], [300]],
  ],
  [
    '19 item maximum × grade coefficient',
    scored('{ lookup: { words: { 国家级: 1, 省级: 0.6, 未建立: 0 } } }', 'level', 'weight: 8,'),
    [{ level: '国家级' }, { level: '省级' }],
    points,
    [8, 4.8],
  ],
  [
    '19 a coefficient that an expert gave',
    scored('{ mark: { of: 1 } }', 'mark', 'weight: 8,'),
    [{ mark: 0.79 }],
    points,
    [6.32],
  ],
  [
    '20 a table chosen by another field',
    scored(
      '{ by: [{ when: revenue < 1 亿元, bands: { at_least: [[50%, 10], [25%, 5], [10%, 3]], else: 0 } }, { bands: { at_least: [[20%, 10], [10%, 5], [5%, 3]], else: 0 } }] }',
      'growth(revenue, revenue_prior)',
    ),
    [
      { revenue: 9999, revenue_prior: 8000 },
      { revenue: 10000, revenue_prior: 8000 },
      { revenue: null, revenue_prior: 8000 },
    ],
    points,
    [3, 10, 0],
  ],
  [
    '21 conversion before counting',
    scored('{ bands: { at_least: [[3, 15], [2, 10], [1, 5]], else: 0 } }', 'inventions + floor(utility / 4)'),
    [
      { inventions: 1, utility: 7 },
      { inventions: 1, utility: 8 },
      { inventions: 0, utility: 3 },
    ],
    points,
    [10, 15, 0],
  ],
  [
    '22 limit as a rate of a column, capped by class',
    plenty(offer('[50% * rd, if honoured then 1 亿元 else 5000 万元]')),
    [
      { mark: 60, rd: 4000, honoured: false },
      { mark: 60, rd: 12000, honoured: false },
      { mark: 60, rd: 30000, honoured: true },
      { mark: 60, rd: null, honoured: false },
    ],
    limits,
    [[2000], [5000], [10000], [5000]],
  ],
  [
    '23 graded negative points',
    `groups: [{ id: g, name: 甲组 }, { id: minus, name: 扣分, part: deduction }]\nindicators:\n  - ${one('{ mark: { of: 100 } }', 'mark')}\n  - { id: y, group: minus, name: 亏损, score: { cases: [{ when: loss_2y, points: 20 }, { when: loss, points: 5 }, { points: 0 }] }, missing: zero, ${source} }\n`,
    [
      { mark: 90, loss: true, loss_2y: true },
      { mark: 90, loss: true, loss_2y: false },
      { mark: 90, loss: false, loss_2y: false },
    ],
    totals,
    [70, 85, 90],
  ],
  [
    '24 no total below a share of the data',
    `${base}\ncoverage: { at_least: 50%, ${source} }\nindicators:\n${['inventions', 'utility', 'years'].map((id) => `  - { id: ${id}_points, group: g, name: ${id}, value: ${id}, score: { linear: { full: 10 } }, weight: 10, missing: reweight, ${source} }`).join('\n')}\n`,
    [
      { inventions: 10, utility: 10, years: null },
      { inventions: 10, utility: null, years: null },
    ],
    (o) => [totals(o), o.scores.withheld[1]],
    [[30, null], 'coverage'],
  ],
];

test.each(catalogue)('%s', (_, yaml, firms, got, expected) => {
  expect(got(assess(planFromYaml(`${head}${yaml}`, 'catalogue.yaml'), firmsOf(firms)))).toEqual(expected);
});

test('all 24 entries are there', () => {
  const entries = new Set(catalogue.map(([entry]) => Number.parseInt(entry, 10)));
  expect([...entries].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
});
