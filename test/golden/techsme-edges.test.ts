import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { checkCharacter } from '../../src/intake/uscc.js';
import { workbench } from '../support/workbench.js';

// Ten invented firms at the band edges of 国科发政〔2017〕115号 (every lower bound is inclusive, “含”), worked out by hand:
// staff = 科技人员/职工总数, input = the better of 研发/销售收入 and 研发/成本费用, results = Ⅰ类 or Ⅱ类 知识产权.
const firms: readonly {
  readonly why: string;
  readonly row: readonly [
    staff: number,
    employees: number,
    rd: number,
    revenue: number,
    cost: number,
    assets: number,
    one: number,
    two: number,
  ];
  readonly points: readonly [number, number, number];
  readonly disposition: string;
}[] = [
  // 30/100 = 30 %: 20. 60/1000 = 6 %: 50. one Ⅰ类: 30. total 100.
  {
    why: 'full marks at each edge',
    row: [30, 100, 60, 1000, 900, 800, 1, 0],
    points: [20, 50, 30],
    disposition: 'whitelisted',
  },
  // 2999/10000 staff would be 29.99 %; 149/500 = 29.8 %: 16. 59.99/1000 = 5.999 %: 40; 59.99/900 = 6.67 %: 0 there. 4 Ⅱ类: 24. total 80.
  {
    why: 'just below the first edges',
    row: [149, 500, 59.99, 1000, 900, 800, 0, 4],
    points: [16, 40, 24],
    disposition: 'whitelisted',
  },
  // 25/100: 16. 50/1000 = 5 %: 40. 3 Ⅱ类: 18. total 74.
  {
    why: 'at 25 % and 5 %',
    row: [25, 100, 50, 1000, 900, 800, 0, 3],
    points: [16, 40, 18],
    disposition: 'whitelisted',
  },
  // 20/100: 12. sales 1 %: 0; cost 270/900 = 30 %: 50. 2 Ⅱ类: 12. total 74.
  {
    why: 'the cost ratio is the better one',
    row: [20, 100, 270, 27000 / 2, 900, 800, 0, 2],
    points: [12, 50, 12],
    disposition: 'whitelisted',
  },
  // 15/100: 8. 40/1000 = 4 %: 30. Ⅰ类: 30. total 68.
  {
    why: 'at 15 % and 4 %',
    row: [15, 100, 40, 1000, 900, 800, 2, 0],
    points: [8, 30, 30],
    disposition: 'whitelisted',
  },
  // 10/100: 4. 30/1000 = 3 %: 20; 1 Ⅱ类: 6. total 30: below 60.
  {
    why: 'at 10 % and 3 %, below the line',
    row: [10, 100, 30, 1000, 900, 800, 0, 1],
    points: [4, 20, 6],
    disposition: 'below-line',
  },
  // 30/100: 20. 20/1000 = 2 %: 10; 20/900 = 2.2 %: 0. Ⅰ类: 30. total 60: at the line.
  {
    why: 'exactly 60',
    row: [30, 100, 20, 1000, 900, 800, 1, 0],
    points: [20, 10, 30],
    disposition: 'whitelisted',
  },
  // 9/100: 0 points for staff. 60/1000: 50. Ⅰ类: 30. total 80, but 科技人员指标得分不得为0.
  {
    why: '80 points with none for staff',
    row: [9, 100, 60, 1000, 900, 800, 1, 0],
    points: [0, 50, 30],
    disposition: 'below-line',
  },
  // 500 employees and 20000 万元 are still within 不超过. 150/500 = 30 %: 20. 1200/20000 = 6 %: 50. Ⅰ类: 30.
  {
    why: 'at the upper edges of size',
    row: [150, 500, 1200, 20000, 19000, 20000, 1, 0],
    points: [20, 50, 30],
    disposition: 'whitelisted',
  },
  // 501 employees: 超过500人. 151/501 = 30.1 %: 20. 60/1000: 50. Ⅰ类: 30.
  {
    why: 'one employee too many',
    row: [151, 501, 60, 1000, 900, 800, 1, 0],
    points: [20, 50, 30],
    disposition: 'vetoed',
  },
];

const header = [
  '企业名称',
  '统一社会信用代码',
  '科技人员数',
  '职工总数',
  '研发费用总额（万元）',
  '销售收入（万元）',
  '成本费用支出总额（万元）',
  '资产总额（万元）',
  'Ⅰ类知识产权数',
  'Ⅱ类知识产权数',
  '境内注册居民企业',
  '属于禁止限制淘汰类',
];
const code = (i: number) => {
  const body = `91340199MA${String(7000000 + i)}`;
  return body + checkCharacter(body);
};

test('ten firms at the band edges get the points of the official table', () => {
  const rows = firms.map(({ why, row }, i) => [`示例${why}`, code(i), ...row, '是', '否']);
  const bench = workbench().csv('firms.csv', [header, ...rows]);
  const outcome = bench.innopoints(
    'assess firms.csv -p techsme-2017 --period 2025 -o out --headers id --format csv --quiet',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  const assessment = parse(bench.read('out/assessment.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const got = firms.map(({ why }, i) => {
    const row = assessment.find((one) => one.id === code(i))!;
    return {
      why,
      points: [row.points_st_staff_ratio, row.points_rd_input, row.points_ip].map(Number),
      disposition: row.disposition,
    };
  });
  expect(got).toEqual(
    firms.map(({ why, points, disposition }) => ({ why, points: [...points], disposition })),
  );
});
