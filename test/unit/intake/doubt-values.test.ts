import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings, renderFinding } from '../../../src/finding/index.js';
import { doubtValues } from '../../../src/intake/doubt-values.js';
import type { Plan } from '../../../src/model/plan.js';
import { type FirmRecord, type FirmsParts, firmsOf } from '../../support/firms-builder.js';
import { planOf } from '../../support/plan-builder.js';

const base = planOf({});
const fields = new Map(base.fields);
fields.set('revenue', { ...base.fields.get('revenue')!, min: 0 });
fields.set('revenue_prior', { ...base.fields.get('revenue_prior')!, min: 0, priorOf: 'revenue' });
/** 营业收入 may not be negative here, 成本费用 may. */
const reading = (...reads: string[]): Plan => ({ ...base, fields, reads });
const both = reading('revenue', 'revenue_prior');

function doubts(plan: Plan, records: readonly FirmRecord[], parts: FirmsParts = {}): readonly string[] {
  const findings = new Findings();
  doubtValues(firmsOf(records, parts), plan, findings);
  expect(findings.all.filter((one) => one.severity === 'error')).toEqual([]);
  return findings.all.map((one) => renderFinding(one, 'zh'));
}

/** Revenues of a zone: no two alike, from 300 to 3000 万元. */
const usual = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round(30000 * 10 ** (i / count)) / 100);
const revenues = (values: readonly (number | null)[]): FirmRecord[] => values.map((revenue) => ({ revenue }));

describe('a table alone, against what firms can have', () => {
  const revenue = reading('revenue');

  test('元 read as 万元 is told once at the header, though all firms agree', () => {
    const told = doubts(revenue, revenues(usual(30).map((one) => one * 10_000)));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^企业\.xlsx 「企业」 C1：这张表「营业收入」（填了非零数的 30 家）的中位数为 \d+ 万元；半数企业超过 100 亿元，多半是把元当作了万元/,
    );
  });

  test('万元 read as 元 is told', () => {
    const told = doubts(revenue, revenues(usual(30).map((one) => one / 100_000)), { inYuan: ['revenue'] });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('半数企业不足 1000 元，多半是把万元当作了元');
  });

  test('micro firms under a column of 万元 are no slip, nor giants under one of 元', () => {
    expect(doubts(revenue, revenues([0.05, 0.06, 0.07, 0.08, 0.3]))).toEqual([]);
    const giants = revenues([1_500_000, 1_800_000, 2_000_000, 2_500_000, 3_000_000]);
    expect(doubts(revenue, giants, { inYuan: ['revenue'] })).toEqual([]);
  });

  test('half in 元 and half in 万元 is told, where the spread hides either', () => {
    const told = doubts(revenue, revenues(usual(31).map((one, i) => (i % 2 === 0 ? one * 10_000 : one))));
    expect(told.filter((one) => one.includes('半数企业超过'))).toHaveLength(1);
  });

  test('a quarter in 元 is told firm by firm, where the spread hides it; of seven firms, too', () => {
    const quarter = usual(20).map((one, i) => (i % 4 === 0 ? one * 10_000 : one));
    const told = doubts(revenue, revenues(quarter));
    expect(told).toHaveLength(5);
    expect(told[0]).toContain('C2：「营业收入」为 3000000 万元');
    expect(doubts(revenue, revenues([300, 400, 500, 600, 700, 800, 9_000_000]))).toHaveLength(1);
  });

  test('a firm of 100 亿元 among larger ones is no slip', () => {
    expect(doubts(revenue, revenues([20_000, 40_000, 50_000, 60_000, 1_500_000]))).toEqual([]);
  });

  test('a list of giants is not told, nor one of the smallest firms', () => {
    expect(doubts(revenue, revenues([900_000, 950_000, 1_000_000, 1_000_000, 1_200_000]))).toEqual([]);
    expect(doubts(revenue, revenues([0.1, 0.1, 0.1, 0.2, 0, 0, null]))).toEqual([]);
  });

  test('four firms are too few', () => {
    expect(doubts(revenue, revenues([3e7, 3e7, 3e7, 3e7]))).toEqual([]);
  });

  test('profits near zero are small by nature', () => {
    const costs = Array.from({ length: 6 }, (_, i) => ({ cost: 0.01 + i / 1000 }));
    expect(doubts(reading('cost'), costs)).toEqual([]);
  });
});

describe('against its own last year', () => {
  test('a figure in 元 is told with both years', () => {
    const told = doubts(both, [{ revenue: 15090500, revenue_prior: 1320 }]);
    expect(told).toEqual([
      '企业.xlsx 「企业」 C2：「营业收入」为 15090500 万元，「上年营业收入」为 1320 万元，差约 1.1 万倍；相邻两年一般不会差这么多，仍按所填计分。是否单位写错（如把元当作万元）？请核对；属实不必改',
    ]);
  });

  test('a figure in 亿元 is told, too', () => {
    expect(doubts(both, [{ revenue: 0.1509, revenue_prior: 1320 }])[0]).toContain('差约 8700 倍');
  });

  test('499 times is not told', () => {
    expect(doubts(both, [{ revenue: 499, revenue_prior: 1 }])).toEqual([]);
    expect(doubts(both, [{ revenue: 500, revenue_prior: 1 }])).toHaveLength(1);
  });

  test.each([
    ['last year is blank', { revenue: 1500, revenue_prior: null }],
    ['last year was nothing', { revenue: 1500, revenue_prior: 0 }],
    ['there was a loss', { revenue: 1500, revenue_prior: -1 }],
    ['this year is nothing', { revenue: 0, revenue_prior: 1500 }],
  ])('nothing is told where %s', (_, record) => {
    expect(doubts(both, [record])).toEqual([]);
  });

  test('is placed at the year that is farther from the other firms', () => {
    const records = usual(30).map((revenue) => ({ revenue, revenue_prior: revenue * 0.9 }));
    const told = doubts(both, [{ revenue: 1500, revenue_prior: 13200000 }, ...records]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(' D2：「上年营业收入」为 13200000 万元，「营业收入」为 1500 万元');
  });

  test('most firms of a table are told once, at the header', () => {
    const records = usual(12).map((revenue) => ({ revenue: revenue * 10000, revenue_prior: revenue }));
    const told = doubts(both, [...records, { revenue: 700, revenue_prior: 650 }]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(
      ' C1：这张表有两年数的 13 家中，12 家的「营业收入」、「上年营业收入」差约 1 万倍',
    );
  });

  test('names the cell of the other year where it stands in another file', () => {
    const firms = firmsOf([{ revenue: 15090500, revenue_prior: 1320 }]);
    const prior = { file: '上年.xlsx', sheet: '企业', row: 7, column: 3 };
    const findings = new Findings();
    const cellOf: typeof firms.cellOf = (firm, id) =>
      id === 'revenue_prior' ? prior : firms.cellOf(firm, id);
    doubtValues({ ...firms, cellOf }, both, findings);
    expect(renderFinding(findings.all[0]!, 'zh')).toContain('（另一处为 上年.xlsx 「企业」 D7）');
  });

  test('is asked where only one of the years is read', () => {
    const record = { revenue: 15090500, revenue_prior: 1320 };
    expect(doubts(reading('revenue_prior'), [record])).toHaveLength(1);
    expect(doubts(reading('revenue'), [record])).toHaveLength(1);
    expect(doubts(reading('cost'), [record])).toEqual([]);
  });
});

describe('against the other firms', () => {
  test('a figure far off is told with the median', () => {
    const told = doubts(reading('revenue'), revenues([...usual(30), 9_000_000]));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(
      ' C32：「营业收入」为 9000000 万元，与本批企业的中位数 948.68 万元 差约 9500 倍',
    );
  });

  test('a figure 10³ below is told, too', () => {
    expect(doubts(reading('revenue'), revenues([...usual(30), 0.5]))[0]).toContain('差约 1800 倍');
  });

  test('three powers of ten are the edge', () => {
    const alike = usual(29).map(() => 1.2);
    expect(doubts(reading('revenue'), revenues([...alike, 1200]))).toHaveLength(1);
    expect(doubts(reading('revenue'), revenues([...alike, 1199]))).toEqual([]);
  });

  test('firms that differ widely anyway are not told', () => {
    const wide = Array.from({ length: 40 }, (_, i) => Math.round(10 ** (i / 8) * 100) / 100);
    expect(doubts(reading('revenue'), revenues([...wide, 990_000]))).toEqual([]);
  });

  test('fewer than 20 firms say nothing of each other, up to what any firm may have', () => {
    expect(doubts(reading('revenue'), revenues([...usual(18), 990_000]))).toEqual([]);
    expect(doubts(reading('revenue'), revenues([...usual(19), 990_000]))).toHaveLength(1);
  });

  test('blanks and zeros are no figures', () => {
    expect(doubts(reading('revenue'), revenues([...usual(30), 0, null]))).toEqual([]);
  });

  test('a loss in 元 is told, a profit near nothing is not', () => {
    const costs = usual(30).map((cost, i) => ({ cost: i % 3 === 0 ? -cost : cost }));
    const told = doubts(reading('cost'), [...costs, { cost: -9_000_000 }, { cost: 0.01 }]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('为 -9000000 万元');
  });

  test('what last year told is not told again', () => {
    const records = usual(30).map((revenue) => ({ revenue, revenue_prior: revenue }));
    const told = doubts(both, [...records, { revenue: 9_000_000, revenue_prior: 900 }]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('「上年营业收入」为 900 万元');
  });

  test('money that the plan does not read is not told', () => {
    expect(doubts(reading('cost'), revenues([...usual(30), 9_000_000]))).toEqual([]);
  });

  test('counts are no money', () => {
    const records = usual(30).map((_, i) => ({ employees: i === 0 ? 90_000 : 20 + i }));
    expect(doubts(reading('employees'), records)).toEqual([]);
  });
});

describe('a whole table', () => {
  const sheets = (...counts: number[]) =>
    counts.flatMap((count, i) => Array<string>(count).fill(`第${i + 1}批`));

  test('in 元 is told once, at its header, beside another', () => {
    const told = doubts(
      reading('revenue'),
      revenues([...usual(30), ...usual(25).map((one) => one * 10_000)]),
      { sheets: sheets(30, 25) },
    );
    expect(told).toEqual([
      '企业.xlsx 「第2批」 C1：这张表「营业收入」（25 家）的中位数为 9059900 万元，其他表为 878.59 万元，差约 1 万倍（另一处为 企业.xlsx 「第1批」 C1）；各表的数量级一般相同，仍按所填计分。请核对这一列表头（或标题）写的单位是否与数字相符',
    ]);
  });

  test('is the one that fewer firms stand in', () => {
    const told = doubts(
      reading('revenue'),
      revenues([...usual(6).map((one) => one * 1000), ...usual(8), ...usual(9)]),
      { sheets: sheets(6, 8, 9) },
    );
    expect(told.map((one) => one.slice(0, 15))).toEqual(['企业.xlsx 「第1批」 C']);
  });

  test.each([
    ['100 times', 100],
    ['100,000 times', 100_000],
  ])('is not told for %s', (_, times) => {
    const values = [...usual(10), ...usual(8).map((one) => one * times)];
    const told = doubts(reading('revenue'), revenues(values), { sheets: sheets(10, 8) });
    expect(told.filter((one) => one.includes('其他表'))).toEqual([]);
  });

  test('of four firms says nothing', () => {
    const values = [...usual(10), ...usual(4).map((one) => one * 10_000)];
    const told = doubts(reading('revenue'), revenues(values), { sheets: sheets(10, 4) });
    expect(told.filter((one) => one.includes('这张表'))).toEqual([]);
  });

  test('that is told has no firm told of its last year', () => {
    const records = [
      ...usual(10).map((revenue) => ({ revenue, revenue_prior: revenue })),
      ...usual(6).map((revenue) => ({ revenue: revenue * 10_000, revenue_prior: revenue })),
    ];
    const told = doubts(both, records, { sheets: sheets(10, 6) });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('各表的数量级');
  });
});

describe('the same figure in many firms', () => {
  const alike = (value: number, count: number, others: number) =>
    revenues([...Array<number>(count).fill(value), ...usual(others)]);

  test('is told once, with five of the cells', () => {
    const told = doubts(reading('revenue'), alike(1234.5, 7, 10));
    expect(told).toEqual([
      '企业.xlsx 「企业」 C1：7 家企业的「营业收入」都是 1234.5 万元（见于 企业.xlsx 「企业」 C2；见于 企业.xlsx 「企业」 C3；见于 企业.xlsx 「企业」 C4；见于 企业.xlsx 「企业」 C5；见于 企业.xlsx 「企业」 C6）；不同企业的金额一般不会相同到这一位，仍按所填计分。请核对是否复制或下拉填充所致',
    ]);
  });

  test.each([500, 1000, 12.5, 1_230_000, 0.1 + 0.2])('is not told of the round %d', (value) => {
    expect(doubts(reading('revenue'), alike(value, 7, 10))).toEqual([]);
  });

  test('needs five firms', () => {
    expect(doubts(reading('revenue'), alike(1234, 5, 10))).toHaveLength(1);
    expect(doubts(reading('revenue'), alike(1234, 4, 10))).toEqual([]);
  });

  test('needs one firm in a hundred of a large list', () => {
    expect(doubts(reading('revenue'), alike(1234, 9, 991))).toEqual([]);
    expect(doubts(reading('revenue'), alike(1234, 10, 990))).toHaveLength(1);
  });

  test('a loss is not the same as a profit', () => {
    const costs = [1, 1, 1, -1, -1, -1].map((sign) => ({ cost: sign * 1234.5 }));
    expect(doubts(reading('cost'), costs)).toEqual([]);
  });
});

test('the order of rows does not matter', () => {
  const records = [
    ...usual(30).map((revenue) => ({ revenue, revenue_prior: revenue })),
    ...Array<FirmRecord>(6).fill({ revenue: 876.54, revenue_prior: 3 }),
    { revenue: 9_000_000, revenue_prior: 800 },
    { revenue: 0.4, revenue_prior: null },
  ];
  const ids = (order: readonly FirmRecord[]) =>
    doubts(both, order)
      .map((one) => one.replace(/^.*? [A-Z]+\d+：/, '').replace(/（见于.*?）/, ''))
      .sort();
  const expected = ids(records);
  expect(expected).toHaveLength(3);
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (order) => {
      expect(ids(order)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('no firms, and no columns, are no trouble', () => {
  expect(doubts(both, [])).toEqual([]);
  expect(doubts(both, [{ employees: 3 }])).toEqual([]);
});
