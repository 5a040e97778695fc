import { describe, expect, test } from 'vitest';
import { bindNumber } from '../../../src/expr/index.js';
import type { Frame } from '../../../src/model/expr.js';
import { planFromYaml } from '../../../src/profile/index.js';
import { indicatorOf, indicatorYaml, planOf, profileYaml, refusalOf, source } from './sample.js';

const stages = `stages:
  by: revenue
  cuts: [{ below: 500 万元, stage: 初创期 }, { below: 0.3 亿元, stage: 成长期 }, { stage: 稳定期 }]
  source: ${source}
`;
const group = `groups:
  - { id: innovation, name: 技术创新 }
`;
const weighed = (weight: string, more = '') =>
  profileYaml(`${stages}${group}indicators:
  - id: one
    group: innovation
    name: 示例指标
    value: patents
    score: { bands: { at_least: [[4, 24], [1, 6]], else: 0 } }
    ${weight}
    missing: zero
    source: ${source}
${more}`);

/** One firm, by field id. */
const firm = (values: Readonly<Record<string, number>>): Frame => ({
  size: 1,
  number: (name) => [values[name] ?? Number.NaN],
  text: () => [null],
});

describe('fields', () => {
  test('carry names, unit, currency and words', () => {
    const { fields } = planOf('');
    expect(fields.get('revenue')).toMatchObject({
      name: { zh: '营业收入', en: 'Revenue' },
      unit: '万元',
      currency: 'CNY',
    });
    expect(fields.get('rd_expense')?.name).toEqual({ zh: '研发费用', en: '研发费用' });
    expect(fields.get('level')?.words).toEqual([
      { value: '一级', spellings: ['甲'] },
      { value: '二级', spellings: ['乙'] },
    ]);
  });

  test('keep their bounds in canonical units', () => {
    const yaml = profileYaml('').replace(
      'name: 研发费用, unit: 万元',
      'name: 研发费用, unit: 万元, min: 0, max: 2 亿元',
    );
    expect(planFromYaml(yaml, 'sample.yaml').fields.get('rd_expense')).toMatchObject({
      min: 0,
      max: 20_000,
      outside: 'warning',
    });
  });

  test('of a mark are bounded by it, as an error', () => {
    const plan = planFromYaml(indicatorYaml('mark', '{ mark: { of: 10 } }'), 'sample.yaml');
    expect(plan.fields.get('mark')).toMatchObject({ min: 0, max: 10, outside: 'error' });
  });

  test('named like members of objects are fields like any other', () => {
    const yaml = profileYaml('').replace(
      'fields:',
      'fields:\n  constructor: { name: 建造 }\n  valueof: { name: 价值 }',
    );
    expect([...planFromYaml(yaml, 'sample.yaml').fields.keys()].slice(0, 2)).toEqual([
      'constructor',
      'valueof',
    ]);
  });
});

describe('expressions', () => {
  test('read a field by id, name or alias', () => {
    const yaml = indicatorYaml('研发投入 / 营业收入', '{ linear: { full: 10% } }').replace(
      'name: 研发费用',
      'name: 研发费用, aliases: [研发投入]',
    );
    expect(planFromYaml(yaml, 'sample.yaml').reads).toEqual(['revenue', 'rd_expense']);
  });

  test('read the as-of date', () => {
    const yaml = indicatorYaml('years', '{ linear: { full: 5 } }').replace(
      'value: years',
      'value: "if as_of > date(\'2025-06-30\') then years else 0"',
    );
    expect(refusalOf(yaml).join()).not.toContain('as_of');
  });

  test('of vetoes cannot read points', () => {
    const yaml = profileYaml(
      `vetoes:\n  - { id: low, bar: total < 60, text: 总分过低, unknown: veto, source: ${source} }\n`,
    );
    expect(refusalOf(yaml).join()).toContain('total');
  });

  test('of lists read totals, points and groups', () => {
    const list = (when: string) =>
      `lists:\n  - { id: pool, kind: pool, name: 培育库, when: '${when}', source: ${source} }\n`;
    const ok = indicatorYaml(
      'years',
      '{ linear: { full: 5 } }',
      list('total >= 60 and points_one > 0 and group_innovation > 0 and rank <= 100'),
    );
    expect(planFromYaml(ok, 'sample.yaml').lists[0]?.when.reads).toEqual([
      'total',
      'points_one',
      'group_innovation',
      'rank',
    ]);
    const bad = indicatorYaml('years', '{ linear: { full: 5 } }', list('grade = "A"'));
    expect(refusalOf(bad).join()).toContain('grade');
  });

  test('of money and of plain numbers are not compared', () => {
    const yaml = profileYaml(
      `vetoes:\n  - { id: large, bar: revenue > 20000, text: 规模过大, unknown: reject, source: ${source} }\n`,
    );
    expect(refusalOf(yaml).join()).toContain('20000 万元');
  });
});

describe('stages', () => {
  test('are asked in order, the rest last', () => {
    const { names, cuts } = planFromYaml(weighed('weight: 24'), 'sample.yaml').stages;
    expect(names).toEqual(['初创期', '成长期', '稳定期']);
    const holds = (revenue: number) =>
      cuts.map((cut) => (cut.when === null ? 'rest' : bindNumber(cut.when, firm({ revenue }))(0)));
    expect(holds(499.99)).toEqual([1, 1, 'rest']);
    expect(holds(500)).toEqual([0, 1, 'rest']);
    expect(holds(3000)).toEqual([0, 0, 'rest']);
    expect(holds(Number.NaN)[0]).toBeNaN();
  });

  test('may be told by conditions', () => {
    const yaml = weighed('weight: 24')
      .replace(/cuts: .*/, 'cuts: [{ when: "years < 3", stage: 初创期 }, { stage: 成长期 }]')
      .replace('  by: revenue\n', '');
    expect(planFromYaml(yaml, 'sample.yaml').stages.names).toEqual(['初创期', '成长期']);
  });

  test('a profile without stages has one without a name', () => {
    expect(planOf('').stages).toEqual({ names: [''], by: null, cuts: [] });
  });
});

describe('weights', () => {
  const weights = (line: string) => planFromYaml(weighed(line), 'sample.yaml').indicators[0]?.weight;

  test('stand for each stage', () => {
    expect(weights('weight: { 成长期: 7, 初创期: 8, 稳定期: 0 }')).toEqual([8, 7, 0]);
  });

  test('hold for all stages', () => {
    expect(weights('weight: 8')).toEqual([8, 8, 8]);
  });

  test("are the method's top where none is stated", () => {
    expect(weights('')).toEqual([24, 24, 24]);
  });

  test('make the scale up to the caps of their groups', () => {
    const capped = weighed('weight: 24')
      .replace('scale: sum', 'scale: 20')
      .replace('name: 技术创新 }', `name: 技术创新, cap: 20, source: ${source} }`);
    expect(planFromYaml(capped, 'sample.yaml').scale).toBe(20);
  });

  test('of a bonus stand beside the scale', () => {
    const bonus = `  - { id: two, group: extra, name: 加分, value: years, score: { linear: { full: 5 } }, weight: 30, missing: zero, source: ${source} }
bonus: { cap: 10, source: ${source} }
`;
    const yaml = weighed('weight: 24', bonus)
      .replace('scale: sum', 'scale: 24')
      .replace('name: 技术创新 }', 'name: 技术创新 }\n  - { id: extra, name: 加分, part: bonus }');
    expect(planFromYaml(yaml, 'sample.yaml')).toMatchObject({ scale: 24, bonusCap: 10 });
  });

  test('0.1 + 0.2 makes 0.3', () => {
    const three = ['0.1', '0.2'].map(
      (weight, n) =>
        `  - { id: w${n}, group: innovation, name: 项${n}, value: years, score: { linear: { full: 5 } }, weight: ${weight}, missing: zero, source: ${source} }\n`,
    );
    const yaml = profileYaml(`${group}indicators:\n${three.join('')}`).replace('scale: sum', 'scale: 0.3');
    expect(planFromYaml(yaml, 'sample.yaml').indicators).toHaveLength(2);
  });
});

describe('decisions', () => {
  test('grades by rank take the best share', () => {
    const plan = planOf(`grades:
  - { id: A, name: 领跑榜, top: 5%, source: ${source} }
  - { id: B, top: 0.1, source: ${source} }
`);
    expect(plan.gradeBy).toBe('rank-percent');
    expect(plan.grades.map((one) => [one.name.zh, one.from])).toEqual([
      ['领跑榜', 0.05],
      ['B', 0.1],
    ]);
  });

  test('an offer takes the smallest of its limits, in one currency', () => {
    const plan = planOf(`offers:
  - { id: loan, kind: loan, name: 积分贷, when: revenue > 0, limit: [0.1 亿元, rd_expense * 50%], risk_shares: { 银行: 50%, 担保机构: 30%, 政府: 20% }, source: ${source} }
`);
    const [offer] = plan.offers;
    expect(offer?.limits.map((limit) => bindNumber(limit, firm({ rd_expense: 600 }))(0))).toEqual([
      1000, 300,
    ]);
    expect(offer?.limitType).toEqual({ kind: 'number', money: 'CNY' });
    expect(offer?.riskShares.map((one) => one.share)).toEqual([0.5, 0.3, 0.2]);
  });

  test('a profile with gates only gives no total', () => {
    const plan = planOf(
      `lists:\n  - { id: pool, kind: pool, name: 培育库, when: revenue > 0, source: ${source} }\n`,
    );
    expect(plan.scored).toBe(false);
    expect(
      refusalOf(
        profileYaml(
          `lists:\n  - { id: pool, kind: pool, name: 培育库, when: total > 0, source: ${source} }\n`,
        ),
      ).join(),
    ).toContain('total');
  });

  test('blanks are trimmed and half width', () => {
    expect(planOf("blanks: ['－', ' 无 ', '-']\n").blanks).toEqual(['-', '无']);
  });

  test('floor: none lets a total fall below 0', () => {
    expect(planOf('floor: none\n').floor).toBeNull();
    expect(planOf('').floor).toBe(0);
  });
});

describe('units', () => {
  test('of an indicator are those of its field', () => {
    expect(indicatorOf('patents', '{ linear: { full: 5 } }').unit).toBe('件');
    expect(indicatorOf('revenue - rd_expense', '{ linear: { full: 5 万元 } }').unit).toBe('万元');
    expect(indicatorOf('rd_expense / revenue', '{ linear: { full: 5% } }').unit).toBeNull();
  });
});

describe('several mistakes', () => {
  test('of one pass are told together', () => {
    const told = refusalOf(
      indicatorYaml(
        'rd_expens / revenu',
        '{ linear: { full: 10% } }',
        `vetoes:\n  - { id: a, bar: revenue, text: 甲, unknown: veto, source: ${source} }\n`,
      ),
    );
    expect(told).toHaveLength(3);
  });

  test('in fields keep the rules from being looked at', () => {
    const told = refusalOf(
      indicatorYaml('rd_expens', '{ linear: { full: 10% } }').replace('unit: 件', 'unit: 支'),
    );
    expect(told).toHaveLength(1);
    expect(told.join()).toContain('单位「支」');
  });
});
