import { describe, expect, test } from 'vitest';
import { indicatorOf, indicatorYaml, refusalOf, scorerOf } from './sample.js';

const cohort = (...values: number[]) => ({ values: Float64Array.from(values) });

describe('linear', () => {
  test('gives the share of the full mark', () => {
    const scorer = scorerOf('rd_expense / revenue', '{ linear: { full: 10% } }');
    expect([0, 0.05, 0.1].map((value) => scorer.points(value, null))).toEqual([0, 0.5, 1]);
  });

  test('never leaves 0 to 1', () => {
    const scorer = scorerOf('rd_expense / revenue', '{ linear: { full: 10% } }');
    expect([-0.5, 3].map((value) => scorer.points(value, null))).toEqual([0, 1]);
  });

  test('starts at its floor', () => {
    const scorer = scorerOf('revenue', '{ linear: { floor: 500 万元, full: 0.1 亿元 } }');
    expect([400, 500, 750, 1000].map((value) => scorer.points(value, null))).toEqual([0, 0, 0.5, 1]);
  });

  test('counts downwards where full is below floor', () => {
    const scorer = scorerOf('rd_expense / revenue', '{ linear: { floor: 75%, full: 55% } }');
    expect([0.8, 0.75, 0.55, 0.1].map((value) => scorer.points(value, null))).toEqual([0, 0, 1, 1]);
  });

  test('says its full mark in the unit of the value', () => {
    const scorer = scorerOf('revenue', '{ linear: { full: 0.15 亿元 } }');
    expect(scorer.text).toEqual({
      zh: '按比例计分，1500 万元 得满分',
      en: 'in proportion, full marks at 15,000,000 CNY',
    });
    expect(scorer.explain(750, null, 'zh')).toBe('满分值 1500 万元，实际 750 万元');
  });

  test('needs a floor to count downwards', () => {
    expect(refusalOf(indicatorYaml('years', '{ linear: { full: -5 } }')).join()).toContain('full 与 floor');
  });
});

describe('bands', () => {
  const points = (score: string, ...values: number[]) => {
    const scorer = scorerOf('patents', score);
    return values.map((value) => scorer.points(value, null));
  };

  test('at_least holds its edge', () => {
    expect(points('{ bands: { at_least: [[4, 24], [3, 18]], else: 0 } }', 5, 4, 3, 2)).toEqual([
      24, 24, 18, 0,
    ]);
  });

  test('above does not hold its edge', () => {
    expect(points('{ bands: { above: [[4, 24], [3, 18]], else: 0 } }', 5, 4, 3, 2)).toEqual([24, 18, 0, 0]);
  });

  test('at_most holds its edge', () => {
    expect(points('{ bands: { at_most: [[3, 10], [4, 5]], else: 1 } }', 2, 3, 4, 5)).toEqual([10, 10, 5, 1]);
  });

  test('below does not hold its edge', () => {
    expect(points('{ bands: { below: [[3, 10], [4, 5]], else: 1 } }', 2, 3, 4, 5)).toEqual([10, 5, 1, 1]);
  });

  test('asks an edge of the value rounded to 10 decimals', () => {
    const scorer = scorerOf('rd_expense / revenue', '{ bands: { at_least: [[15%, 10]], else: 0 } }');
    expect(115 / 100 - 1).toBeLessThan(0.15);
    expect(scorer.points(115 / 100 - 1, null)).toBe(10);
  });

  test('names the band that applied', () => {
    const scorer = scorerOf(
      'rd_expense / revenue',
      '{ bands: { at_least: [[15%, 10]], else: 2 } }',
      '    unit: "%"',
    );
    expect(scorer.explain(0.2, null, 'zh')).toBe('20% 属“≥15%”档：10 分');
    expect(scorer.explain(0.1, null, 'en')).toBe('10% is in otherwise: 2');
  });

  test('takes its top from the highest points, else included', () => {
    expect(scorerOf('patents', '{ bands: { at_least: [[4, 5]], else: 8 } }').top).toBe(8);
  });

  test('refuses an edge that stands twice', () => {
    const told = refusalOf(indicatorYaml('patents', '{ bands: { at_least: [[4, 5], [4, 3]], else: 0 } }'));
    expect(told.join()).toContain('界限 4 件 排在 4 件 之后');
  });
});

describe('steps', () => {
  const scorer = () => scorerOf('years', '{ steps: { per: 2, points: 1, cap: 5 } }');

  test('counts full units only', () => {
    expect([0, 1.9, 2, 3, 4].map((value) => scorer().points(value, null))).toEqual([0, 0, 1, 1, 2]);
  });

  test('stops at its cap', () => {
    expect(scorer().points(40, null)).toBe(5);
  });

  test('gives nothing for a negative value', () => {
    expect(scorer().points(-3, null)).toBe(0);
  });

  test('counts 0.3 as three units of 0.1', () => {
    const tenths = scorerOf('rd_expense / revenue', '{ steps: { per: 10%, points: 1, cap: 5 } }');
    expect(tenths.points(0.1 + 0.2, null)).toBe(3);
    expect(tenths.points(0.3, null)).toBe(3);
  });

  test('refuses a unit of 0', () => {
    expect(refusalOf(indicatorYaml('years', '{ steps: { per: 0, points: 1, cap: 5 } }')).join()).toContain(
      '应大于 0',
    );
  });
});

describe('lookup', () => {
  test('gives the points of a word', () => {
    const scorer = scorerOf('level', '{ lookup: { words: { 一级: 10, 二级: 5 }, else: 1 } }');
    expect(['一级', '二级', '三级'].map((word) => scorer.points(word, null))).toEqual([10, 5, 1]);
  });

  test('has no points for a word that is not listed, without else', () => {
    expect(scorerOf('level', '{ lookup: { words: { 一级: 10 } } }').points('二级', null)).toBeNaN();
  });

  test('takes yes and no in either language', () => {
    const zh = scorerOf('certified', '{ lookup: { words: { 是: 10, 否: 2 } } }');
    const en = scorerOf('certified', '{ lookup: { words: { true: 10, false: 2 } } }');
    expect([1, 0].map((value) => zh.points(value, null))).toEqual([10, 2]);
    expect([1, 0].map((value) => en.points(value, null))).toEqual([10, 2]);
    expect(zh.input).toBe('boolean');
  });

  test('refuses a word that the field cannot hold', () => {
    const told = refusalOf(indicatorYaml('level', '{ lookup: { words: { 一级: 10, 三级: 5 } } }'));
    expect(told.join()).toContain('「三级」不在可选范围内');
  });

  test('refuses a number', () => {
    const told = refusalOf(indicatorYaml('revenue', '{ lookup: { words: { 多: 10 } } }'));
    expect(told.join()).toContain('lookup 用于文字或是否');
  });
});

describe('rank', () => {
  const scorer = (more = '') => scorerOf('revenue', `{ rank: { within: all, min_cohort: 2${more} } }`);

  test('is the share of the cohort that is worse', () => {
    const values = cohort(10, 20, 30, 40, 50);
    expect([10, 20, 50].map((value) => scorer().points(value, values))).toEqual([0, 0.25, 1]);
  });

  test('ties share', () => {
    expect(scorer().points(20, cohort(10, 20, 20, 40, 50))).toBe(0.25);
  });

  test('ties are found at 10 decimals', () => {
    expect(scorer().points(0.3, cohort(0.1, 0.1 + 0.2, 0.5))).toBe(0.5);
  });

  test('turns round where lower is better', () => {
    const low = scorer(', higher_is_better: false');
    expect([10, 20, 50].map((value) => low.points(value, cohort(10, 20, 30, 40, 50)))).toEqual([1, 0.75, 0]);
  });

  test('gives nothing in a cohort that is too small', () => {
    expect(scorer().points(10, cohort(10))).toBeNaN();
    expect(scorer().points(10, null)).toBeNaN();
    expect(scorer().explain(10, cohort(10), 'zh')).toContain('少于 2 家');
  });

  test('is within 0 to 1 for a value from outside the cohort', () => {
    expect([5, 99].map((value) => scorer().points(value, cohort(10, 20, 30)))).toEqual([0, 1]);
  });

  test('tells the scorer who is compared', () => {
    const { cohort: compared } = scorerOf('revenue', '{ rank: { within: stage, min_cohort: 5 } }');
    expect(compared).toEqual({ within: 'stage', least: 5, higher: true });
  });
});

describe('mark', () => {
  test('is the mark itself', () => {
    const scorer = scorerOf('mark', '{ mark: { of: 10 } }');
    expect([0, 7.5, 10].map((value) => scorer.points(value, null))).toEqual([0, 7.5, 10]);
    expect(scorer.top).toBe(10);
  });

  test('outside its range earns nothing', () => {
    const scorer = scorerOf('mark', '{ mark: { of: 10 } }');
    expect([-1, 11].map((value) => scorer.points(value, null))).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('best_of', () => {
  const score = `
      best_of:
        - { id: class1, value: patents, score: { bands: { at_least: [[1, 30]], else: 0 } } }
        - { id: class2, value: years, score: { bands: { at_least: [[4, 24], [1, 6]], else: 0 } } }`;

  test('measures every option by the best of all', () => {
    const { rule, weight } = indicatorOf('', score);
    expect(rule.kind === 'best-of' && rule.options.map((option) => option.scorer.top)).toEqual([30, 30]);
    expect(weight).toEqual([30]);
  });

  test('refuses a value of its own', () => {
    expect(refusalOf(indicatorYaml('patents', score)).join()).toContain('best_of 的各项自带取值或条件');
  });

  test('refuses an option twice', () => {
    expect(refusalOf(indicatorYaml('', score.replace('class2', 'class1'))).join()).toContain(
      '编号「class1」用了两次',
    );
  });

  test('refuses a single option', () => {
    const one = score.split('\n').slice(0, 3).join('\n');
    expect(refusalOf(indicatorYaml('', one)).join()).toContain('至少要有 2 项');
  });
});

describe('cases', () => {
  const score =
    '{ cases: [{ when: patents >= 4, name: { zh: 四件以上, en: four or more }, points: 10 }, { when: certified, points: 6 }, { points: 1 }] }';

  test('scores the name of the case, and says which one held', () => {
    const scorer = scorerOf('', score);
    expect(scorer.points('四件以上', null)).toBe(10);
    expect(scorer.explain('四件以上', null, 'zh')).toBe('属“四件以上”：10 分');
    expect(scorer.explain('四件以上', null, 'en')).toBe('"four or more": 10');
    expect(scorer.text).toEqual({
      zh: '四件以上：10 分；certified：6 分；其余：1 分',
      en: 'four or more: 10; certified: 6; otherwise: 1',
    });
    expect(scorer.top).toBe(10);
  });

  test('a word that is no case earns nothing', () => {
    expect(scorerOf('', score).points('五件', null)).toBeNaN();
  });

  test('reads what its conditions read', () => {
    const { rule } = indicatorOf('', score);
    expect(rule.kind === 'single' && rule.value.reads).toEqual(['patents', 'certified']);
  });

  test('needs two cases', () => {
    expect(refusalOf(indicatorYaml('', '{ cases: [{ points: 0 }] }'))).toHaveLength(1);
  });
});

describe('by', () => {
  const score =
    '{ by: [{ when: years < 3, name: { zh: 新设企业, en: young firms }, linear: { full: 5% } }, { linear: { full: 10% } }] }';
  const options = () => {
    const { rule } = indicatorOf('rd_expense / revenue', score, '    weight: 10');
    if (rule.kind !== 'best-of') throw new Error('each entry is an option');
    return rule.options;
  };

  test('has a rule for each kind of firm, named in its text', () => {
    expect(options().map((one) => one.scorer.text.zh)).toEqual([
      '（新设企业）按比例计分，0.05 得满分',
      '（其余）按比例计分，0.1 得满分',
    ]);
    expect(options()[0]?.scorer.explain(0.05, null, 'en')).toBe(
      '(young firms) full marks at 0.05; here 0.05',
    );
  });

  test('reads the value first, then the condition', () => {
    expect(options().map((one) => one.value.reads)).toEqual([
      ['rd_expense', 'revenue', 'years'],
      ['rd_expense', 'revenue', 'years'],
    ]);
  });

  test('tells a mistake in the value once', () => {
    expect(refusalOf(indicatorYaml('rd_expence / revenue', score))).toHaveLength(1);
  });
});

describe('top', () => {
  const score = '{ top: { within: all, min_cohort: 5, bands: [[20%, 10], [40%, 6]], else: 1 } }';

  test('gives the points of the band that rank/n falls in, ties together', () => {
    const scorer = scorerOf('patents', score);
    const all = cohort(1, 2, 3, 5, 5);
    expect([5, 3, 2].map((value) => scorer.points(value, all))).toEqual([10, 1, 1]);
    expect([9, 4].map((value) => scorer.points(value, cohort(1, 2, 3, 4, 9)))).toEqual([10, 6]);
  });

  test('gives nothing below the smallest cohort', () => {
    expect(scorerOf('patents', score).points(9, cohort(1, 2, 3, 9))).toBeNaN();
  });

  test('can prefer lower values', () => {
    const lower = scorerOf(
      'patents',
      score.replace('min_cohort: 5', 'min_cohort: 5, higher_is_better: false'),
    );
    expect(lower.points(1, cohort(1, 2, 3, 4, 5))).toBe(10);
  });

  test('says the rank', () => {
    const scorer = scorerOf('patents', score);
    expect(scorer.explain(4, cohort(1, 2, 3, 4, 9), 'zh')).toBe('4 件，全部企业 5 家中第 2 名：6 分');
    expect(scorer.explain(4, cohort(4, 9), 'en')).toBe('2 comparable firms, fewer than 5: no points');
  });

  test.each(['0', '0%', '120%', '五成'])('refuses the share %s', (share) => {
    const bad = score.replace('20%', share === '五成' ? share : `'${share}'`);
    expect(refusalOf(indicatorYaml('patents', bad)).length).toBeGreaterThan(0);
  });
});
