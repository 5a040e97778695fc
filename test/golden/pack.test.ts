import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { loopProfile } from '../support/loop-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';

// What leaves the house: a bank sees its own columns of firms that allow it, the public sees no figure.
const [a, b, c, d, e] = [
  '91340199MA1007919N',
  '91340199MA10158389',
  '91340199MA1023757U',
  '91340199MA1031676E',
  '91340199MA10395960',
];
const packs = `${loopProfile}  - { id: start-loan, kind: loan, name: { zh: 起步贷, en: Start loan }, provider: 乙银行, when: total < 95, limit: 100 万元, source: *demo }
list_columns: [contact_phone, revenue]
fields:
  contact_phone: { name: { zh: 联系电话, en: Phone }, type: text }
`;
let bench: Workbench;
beforeAll(() => {
  bench = workbench()
    .file('packs-2025.yaml', packs.replaceAll('loop-2025', 'packs-2025'))
    .file(
      'narrow-2025.yaml',
      `${packs.replaceAll('loop-2025', 'narrow-2025')}share: { columns: [id, name, total, grade, limit], mask: { id: tail4 }, source: *demo }
publicity: { mask: { id: middle }, days: 7, contact: 某科技局 0551-65300000, source: *demo }
`,
    )
    .xlsx('firms.xlsx', [
      [
        '企业名称',
        '统一社会信用代码',
        '营业收入（万元）',
        '研发费用（万元）',
        '企业授权',
        '失信被执行人',
        '联系电话',
      ],
      ['华新传感有限公司', a, 1000, 100, '是', '否', '13800001111'],
      ['瑞泽新材有限公司', b, 1000, 92, '否', '否', '13800002222'],
      ['<b>金桥生物</b>有限公司', c, 1000, 95, null, '否', '13800003333'],
      ['明远软件有限公司', d, 1000, 91, '是', '否', '13800004444'],
      ['晨光智造有限公司', e, 1000, 100, '是', '是', '13800005555'],
    ]);
  for (const profile of ['packs-2025', 'narrow-2025']) {
    const outcome = bench.innopoints(
      `assess firms.xlsx -p ${profile}.yaml --period 2026Q3 --format csv -o ${profile}`,
    );
    expect(outcome.code, outcome.stderr).toBe(0);
  }
});
const table = (name: string) =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
const sheetOf = (name: string): unknown[][] => {
  const book = XLSX.read(readFileSync(join(bench.folder, name)));
  return XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
};

test('only firms that said yes are shared, and the rest is counted', () => {
  const outcome = bench.innopoints('pack packs-2025 --for points-loan -o bank --headers id --json');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(JSON.parse(outcome.stdout)).toMatchObject({
    offer: 'points-loan',
    period: '2026Q3',
    whitelisted: 4,
    shared: 2,
    unauthorised: 2,
    withoutOffer: 0,
  });
  const rows = table('bank/whitelist-points-loan-2026Q3.csv');
  expect(rows.map((one) => one.id)).toEqual([a, d]);
  expect(statSync(join(bench.folder, 'bank/whitelist-points-loan-2026Q3.csv')).mode & 0o777).toBe(0o600);
});

test('no contact, no other bank’s offer and no person’s adjustment is in it', () => {
  const [row] = table('bank/whitelist-points-loan-2026Q3.csv');
  expect(Object.keys(row!)).toEqual([
    'rank',
    'id',
    'name',
    'total',
    'grade',
    'group_innovation',
    'offer_points-loan',
    'revenue',
    'profile',
    'profile_status',
  ]);
  expect(bench.read('bank/whitelist-points-loan-2026Q3.csv')).not.toMatch(/1380000|start-loan/);
});

test('an offer that is not open to a firm is not shared of it', () => {
  const outcome = bench.innopoints('pack packs-2025 --for 起步贷 -o start.csv --headers id --json');
  expect(JSON.parse(outcome.stdout)).toMatchObject({
    whitelisted: 4,
    shared: 1,
    unauthorised: 2,
    withoutOffer: 1,
  });
  expect(table('start.csv').map((one) => one.id)).toEqual([d]);
});

test('the profile’s own columns in its order, masked as it says', () => {
  bench.innopoints('pack narrow-2025 --for points-loan -o narrow.csv --headers id');
  expect(table('narrow.csv')[0]).toEqual({
    id: '**************919N',
    name: '华新传感有限公司',
    total: '100',
    grade: 'A',
    'offer_points-loan': '1000',
    profile: 'narrow-2025',
    profile_status: 'sample',
  });
});

test('the workbook says above its table how many were left out', () => {
  const outcome = bench.innopoints('pack narrow-2025 --for points-loan -o narrow.xlsx');
  const note = '白名单 4 家，推送 2 家；未授权或授权不明 2 家、不符合本产品条件 0 家未列入';
  expect(outcome.stderr).toContain(note);
  const rows = sheetOf('narrow.xlsx');
  expect(rows[2]).toEqual([note]);
  expect(rows.slice(-2).map((row) => row[1])).toEqual(['华新传感有限公司', '明远软件有限公司']);
});

test('a firm that people put on the whitelist is shared, one that they took off is not', () => {
  bench.csv('adjust.csv', [
    ['统一社会信用代码', '名单', '调整', '原因', '批准人'],
    [a, '白名单', '调出', '异议成立', '张三'],
  ]);
  const assessed = bench.innopoints(
    'assess firms.xlsx -p packs-2025.yaml --period 2026Q3 --adjust adjust.csv -o adjusted',
  );
  expect(assessed.code, assessed.stderr).toBe(0);
  bench.innopoints('pack adjusted --for points-loan -o adjusted.csv --headers id');
  expect(table('adjusted.csv').map((one) => one.id)).toEqual([d]);
  expect(bench.read('adjusted.csv')).not.toContain('张三');
});

test.each([
  ['an unknown offer', 'pack packs-2025 --for 房贷 -o x.csv', 2, '（起步贷）」'],
  ['what is no run', 'pack . --for points-loan -o x.csv', 3, 'manifest.json'],
  ['a file that is there', 'pack packs-2025 --for points-loan -o start.csv', 4, 'start.csv'],
])('%s is refused', (_, command, code, says) => {
  const before = bench.read('start.csv');
  const outcome = bench.innopoints(command);
  expect(outcome.code, outcome.stderr).toBe(code);
  expect(outcome.stderr).toContain(says);
  expect(bench.read('start.csv')).toBe(before);
  expect(bench.files('.')).not.toContain('x.csv');
});

test('without the column of consent nobody is shared, and that is said', () => {
  bench.csv('silent.csv', [
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '失信被执行人'],
    ['华新传感有限公司', a, 1000, 100, '否'],
  ]);
  bench.innopoints('assess silent.csv -p packs-2025.yaml --period 2026Q3 -o silent');
  const outcome = bench.innopoints('pack silent --for points-loan -o silent-bank.csv --headers id');
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(outcome.stderr).toContain('没有「企业授权」一列');
  expect(table('silent-bank.csv')).toEqual([]);
});

test.each([
  ['a column that nothing is', 'columns: [id, totl]', '没有列「totl」'],
  ['a contact', 'columns: [id, contact_phone]', '是联系方式，不能推送'],
  ['consent by a number', 'consent: revenue', '没有字段「revenue」'],
])('a profile that would share %s does not load', (_, share, says) => {
  bench.file(
    'bad-2025.yaml',
    `${packs.replaceAll('loop-2025', 'bad-2025')}share: { ${share}, source: *demo }\n`,
  );
  const outcome = bench.innopoints('assess firms.xlsx -p bad-2025.yaml --period 2026Q3 -o bad');
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain(says);
});

test('the public notice as a page: rank, code and name, escaped, nothing loaded, no points', () => {
  const outcome = bench.innopoints('publicity packs-2025 --from 2026-10-10 --contact 0551-1 -o notice.html');
  expect(outcome.code, outcome.stderr).toBe(0);
  const page = bench.read('notice.html');
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('@page { size: A4');
  expect(page).not.toMatch(/<b>|<script|https?:|13800/);
  expect(page).toContain('&#60;b&#62;金桥生物');
  expect(page).toContain('公示期 2026-10-10 至 2026-10-14，共 5 天');
  expect(page).toContain('异议受理：0551-1');
  const rows = [
    ...page.matchAll(/<tr><td class="figure">(\d+)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><\/tr>/g),
  ];
  expect(rows.map((row) => [row[1], row[2]])).toEqual([
    ['1', a],
    ['2', c],
    ['3', b],
    ['4', d],
  ]);
  expect(statSync(join(bench.folder, 'notice.html')).mode & 0o777).toBe(0o600);
});

test('the public notice as a workbook, masked, for as long and with whom the profile says', () => {
  const outcome = bench.innopoints('publicity narrow-2025 --from 2026-10-10 -o notice.xlsx --json');
  expect(JSON.parse(outcome.stdout)).toMatchObject({ list: 'whitelist', firms: 4, days: 7 });
  const rows = sheetOf('notice.xlsx');
  expect(rows.flat()).toContain('公示期 2026-10-10 至 2026-10-16，共 7 天');
  expect(rows.flat()).toContain('异议受理：某科技局 0551-65300000');
  expect(rows.find((row) => row[0] === 1)).toEqual([1, '9134**********919N', '华新传感有限公司']);
  expect(JSON.stringify(rows)).not.toMatch(/"(?:100|95|92)"|总分/);
});

test('a publicity list of the profile’s own goes before the whitelist', () => {
  const own = packs.replace(
    'offers:',
    '  - { id: shown, kind: publicity, name: { zh: 拟入选名单 }, when: total >= 95, source: *demo }\noffers:',
  );
  bench.file('shown-2025.yaml', own.replaceAll('loop-2025', 'shown-2025'));
  bench.innopoints('assess firms.xlsx -p shown-2025.yaml --period 2026Q3 -o shown');
  const outcome = bench.innopoints('publicity shown -o shown.html --json');
  expect(JSON.parse(outcome.stdout)).toMatchObject({ list: 'publicity', firms: 2 });
  expect(bench.read('shown.html')).toContain('拟入选名单公示');
});

test.each([
  ['another extension', '-o notice.pdf', '「notice.pdf」的扩展名不对'],
  ['no date', '-o y.html --from 10月10日', '不是一个日期'],
  ['no number of days', '-o y.html --days 0', '--days'],
])('publicity with %s is wrong usage', (_, more, says) => {
  const outcome = bench.innopoints(`publicity packs-2025 ${more}`);
  expect(outcome.code, outcome.stderr).toBe(2);
  expect(outcome.stderr).toContain(says);
});
