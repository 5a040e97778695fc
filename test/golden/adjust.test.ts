import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { loopProfile } from '../support/loop-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';

// People decide too: lists change and everyone can see it; points, grades and ranks never do.
const [a, b, c, d, outside] = [
  '91340199MA1007919N',
  '91340199MA10158389',
  '91340199MA1023757U',
  '91340199MA1031676E',
  '91340199MA10395960',
];
const header = ['统一社会信用代码', '名单', '调整', '原因', '批准人', '日期'];
let bench: Workbench;
beforeAll(() => {
  bench = workbench()
    .file('loop-2025.yaml', loopProfile)
    .xlsx('firms.xlsx', [
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '所属区县', '失信被执行人'],
      ['华新传感有限公司', a, 1000, 100, '蜀山区', '否'],
      ['瑞泽新材有限公司', b, 1000, 85, '蜀山区', '否'],
      ['金桥生物有限公司', c, 1000, 95, '包河区', '是'],
      ['明远软件有限公司', d, 1000, '九十', '包河区', '否'],
    ]);
});
const assess = (more: string, form = '--headers id --json') =>
  bench.innopoints(
    `assess firms.xlsx -p loop-2025.yaml --period 2026Q3 --format csv --force ${form} ${more}`,
  );
const table = (name: string) =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
const adjust = (rows: readonly (readonly (string | null)[])[], out: string, more = '') => {
  bench.csv(`${out}.csv`, [header, ...rows]);
  return assess(`--adjust ${out}.csv -o ${out} ${more}`);
};

test('a firm put on a list and one taken off it, with reason and approver in every report', () => {
  const outcome = adjust(
    [
      [b, '白名单', '调入', '会议复核', '张三', '2026-10-08'],
      [a, 'whitelist', '移出', '公示异议成立', '李四', '2026-10-12'],
    ],
    'moved',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  const rows = table('moved/assessment.csv');
  expect(
    rows
      .slice(0, 2)
      .map(({ id, total, rank, grade, disposition, lists, adjusted }) => [
        id,
        total,
        rank,
        grade,
        disposition,
        lists,
        adjusted,
      ]),
  ).toEqual([
    [a, '100', '1', 'A', 'below-line', '', 'out whitelist: 公示异议成立 (李四, 2026-10-12)'],
    [b, '85', '2', 'A', 'whitelisted', 'whitelist', 'in whitelist: 会议复核 (张三, 2026-10-08)'],
  ]);
  expect(table('moved/whitelist.csv').map((one) => [one.id, one.adjusted])).toEqual([
    [b, 'in whitelist: 会议复核 (张三, 2026-10-08)'],
  ]);
  expect(
    table('moved/adjustments.csv').map((one) => [one.id, one.list, one.direction, one.effect, one.row]),
  ).toEqual([
    [b, 'whitelist', 'in', 'done', '2'],
    [a, 'whitelist', 'out', 'done', '3'],
  ]);
});

test('the manifest names the file by hash and counts, and no firm', () => {
  adjust([[b, '白名单', '调入', '会议复核', '张三', '2026-10-08']], 'told');
  const text = bench.read('told/manifest.json');
  const manifest = JSON.parse(text) as {
    adjustments: unknown;
    inputs: { file: string; sha256: string }[];
    options: { adjust: string[] };
  };
  expect(manifest.adjustments).toEqual({ done: 1 });
  expect(manifest.options.adjust).toEqual(['told.csv']);
  expect(manifest.inputs.find((one) => one.file === 'told.csv')?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(text).not.toMatch(/瑞泽|张三|会议/);
});

test.each([
  [
    'a vetoed firm',
    [c, '白名单', '调入', '复核', '张三', null],
    'vetoed',
    '企业被一票否决，不能调入「白名单」',
  ],
  ['a rejected firm', [d, '白名单', '调入', '复核', '张三', null], 'rejected', '企业数据有误被退回'],
  ['an unknown list', [a, '红名单', '调入', '复核', '张三', null], 'unknown-list', '没有名单「红名单」'],
  [
    'an unknown firm',
    [outside, '白名单', '调入', '复核', '张三', null],
    'not-in-input',
    `${outside} 不在申报表中`,
  ],
  ['no reason', [b, '白名单', '调入', null, '张三', null], 'no-reason', '没有写明原因'],
  ['no approver', [b, '白名单', '调入', '复核', null, null], 'no-approver', '没有写明批准人'],
  ['no direction', [b, '白名单', null, '复核', '张三', null], 'no-direction', '没有写明调入还是调出'],
] as const)('%s is refused and told, and the run goes on', (_, row, effect, says) => {
  const outcome = adjust([row], 'refused');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(table('refused/adjustments.csv')[0]?.effect).toBe(effect);
  const found = table('refused/findings.csv').filter((one) => one.file === 'refused.csv');
  expect(found.map((one) => one.found).join()).toContain(says);
  expect(table('refused/whitelist.csv').map((one) => one.id)).toEqual([a]);
});

test('--strict is not held where an adjustment was refused, and held where all were done', () => {
  bench.xlsx('whole.xlsx', [
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '失信被执行人'],
    ['瑞泽新材有限公司', b, 1000, 85, '否'],
  ]);
  const strictly = (list: string) => {
    bench.csv('strict.csv', [header, [b, list, '调入', '会议复核', '张三', null]]);
    return bench.innopoints(
      'assess whole.xlsx -p loop-2025.yaml --period 2026Q3 --adjust strict.csv --strict --force -o strict',
    ).code;
  };
  expect([strictly('白名单'), strictly('红名单')]).toEqual([0, 1]);
});

test('the later row counts; two that contradict on one day do nothing', () => {
  adjust(
    [
      [b, '白名单', '调出', '退回', '张三', '2026-10-12'],
      [b, '白名单', '调入', '复核', '张三', '2026-10-08'],
      [a, '白名单', '调出', '异议', '张三', '2026-10-08'],
      [a, '白名单', '调入', '复核', '张三', '2026-10-08'],
    ],
    'order',
  );
  expect(table('order/adjustments.csv').map((one) => one.effect)).toEqual([
    'no-change',
    'superseded',
    'contradiction',
    'contradiction',
  ]);
  expect(table('order/whitelist.csv').map((one) => one.id)).toEqual([a]);
});

test('without --adjust no report has the column', () => {
  assess('-o plain');
  expect(bench.read('plain/assessment.csv')).not.toContain('adjusted');
  expect(bench.files('plain')).not.toContain('adjustments.csv');
});

test('the roster tells who has not filed, by district, and who filed without standing on it', () => {
  bench.csv('roster.csv', [
    ['序号', '统一社会信用代码', '企业名称', '区县'],
    [1, a, '华新传感有限公司', '蜀山区'],
    [2, c, '金桥生物有限公司', '包河区'],
    [3, d, '明远软件有限公司', '包河区'],
    [4, outside, '晨光智造有限公司', '包河区'],
    [5, outside, '晨光智造有限公司', '包河区'],
    [6, '91340199MA1047355G', '安和药业有限公司', null],
  ]);
  const outcome = assess('--roster roster.csv -o roster');
  expect(outcome.code, outcome.stderr).toBe(0);
  const summary = JSON.parse(outcome.stdout) as { roster: unknown; skipped: Record<string, number> };
  expect(summary.roster).toEqual({
    expected: 5,
    filed: 3,
    unfiled: 2,
    unexpected: 1,
    districts: [
      { district: '包河区', expected: 3, filed: 2, unfiled: 1 },
      { district: '蜀山区', expected: 1, filed: 1, unfiled: 0 },
      { district: null, expected: 1, filed: 0, unfiled: 1 },
    ],
  });
  expect(summary.skipped['not-in-input']).toBe(3);
  expect(table('roster/unfiled.csv').map((one) => [one.district, one.name])).toEqual([
    ['包河区', '晨光智造有限公司'],
    ['', '安和药业有限公司'],
  ]);
  const told = table('roster/findings.csv').filter((one) => one.finding === 'row.not-on-roster');
  expect(told.map((one) => one.firm_id)).toEqual([b]);
});

test('a terminal reads what came of adjustments and the roster', () => {
  bench.csv('one.csv', [header, [b, '白名单', '调入', '复核', '张三', '2026-10-08']]);
  bench.csv('all.csv', [
    ['统一社会信用代码', '区县'],
    [a, '蜀山区'],
    [outside, '包河区'],
  ]);
  const outcome = assess('--adjust one.csv --roster all.csv -o spoken', '');
  expect(outcome.stderr).toContain('人工调整  1 行：执行 1，未能执行 0');
  expect(outcome.stderr).toContain('名册  应申报 2，已申报 1，未申报 1（包河区 1）；名册外 3');
});

test('what came of adjustments adds up to their rows', () => {
  bench.csv('moot.csv', [
    header,
    [b, '白名单', '调出', '复核', '张三', '2026-10-08'],
    [outside, '白名单', '调出', '复核', '张三', '2026-10-08'],
  ]);
  const outcome = assess('--adjust moot.csv -o moot', '');
  expect(outcome.stderr).toContain('人工调整  2 行：执行 0，本来如此 1，未能执行 1');
});

test('robust tries the rules, and says that it leaves people’s decisions out', () => {
  adjust([[a, '白名单', '移出', '公示异议成立', '李四', '2026-10-12']], 'shaken');
  const { code, stdout } = bench.innopoints('robust shaken --weights 0% --draws 2');
  expect(code).toBe(0);
  expect(stdout).toContain('1 项人工调整（--adjust）未计入');
  const listed = table('shaken/assessment.csv').filter((one) => one.disposition === 'whitelisted').length;
  expect(stdout).toMatch(new RegExp(`按规则在白名单上 +${listed + 1} `));
});
