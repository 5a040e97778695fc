import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';

// A mapping is data: saved by inspect, corrected by a person in one line, passed back, refused where it no longer fits.
const a = '91340199MA1007919N';
const b = '91340199MA10158389';
const rows = [
  ['2025年汇总表', null, null, null],
  ['单位全名', '企业编码', '全年进账（元）', '搞研发花的钱'],
  ['华新传感有限公司', a, 12_000_000, 80],
  ['瑞泽新材有限公司', b, 9_000_000, 50],
];

let bench: Workbench;
beforeEach(() => {
  bench = workbench().file('demo-2025.yaml', demoProfile).xlsx('old.xlsx', rows, '汇总');
});

const correct = () => {
  const saved = bench.read('map.yaml');
  const corrected = saved
    .replace('header: 单位全名, field: null', 'header: 单位全名, field: firm_name')
    .replace('header: 企业编码, field: null', 'header: 企业编码, field: credit_code')
    .replace('header: 全年进账（元）, field: null', 'header: 全年进账（元）, field: revenue')
    .replace('header: 搞研发花的钱, field: null', 'header: 搞研发花的钱, field: rd_expense, unit: 万元');
  bench.file('map.yaml', corrected);
};
const assess = (file: string) =>
  bench.innopoints(
    `assess ${file} -p demo-2025.yaml --period 2025 -o out --mapping map.yaml --headers id --format csv --quiet`,
  );

test('the saved mapping, corrected, makes a list of a sheet that nothing recognised', () => {
  const inspected = bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  // Nothing there is a table of firms yet: exit 3, and the mapping is saved all the same.
  expect(inspected.code).toBe(3);
  expect(bench.read('map.yaml')).toMatchSnapshot();
  correct();
  expect(assess('old.xlsx')).toMatchObject({ code: 0, stderr: '' });
  expect(bench.read('out/assessment.csv')).toContain(`${a},华新传感有限公司,0.0666666667,66.67`);
});

test('next quarter’s file of another name takes the same mapping, and its hash stands in the manifest', () => {
  bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  correct();
  bench.xlsx('new.xlsx', rows, '汇总');
  expect(assess('new.xlsx').code).toBe(0);
  const manifest = JSON.parse(bench.read('out/manifest.json')) as {
    mapping: { file: string; sha256: string };
  };
  const sha256 = createHash('sha256').update(bench.read('map.yaml')).digest('hex');
  expect(manifest.mapping).toMatchObject({ file: 'map.yaml', sha256 });
});

test('a header that changed under a saved field is refused by name', () => {
  bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  correct();
  const changed = rows.map((row, i) =>
    i === 1 ? ['单位全名', '企业编码', '全年利润（元）', '搞研发花的钱'] : row,
  );
  bench.xlsx('new.xlsx', changed, '汇总');
  const outcome = assess('new.xlsx');
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain(
    '第 2 行 C 列的表头现在是「全年利润（元）」；对照表里是「全年进账（元）」',
  );
  expect(bench.files('out')).toEqual([]);
});

test('a column that the mapping does not know is left out with a warning', () => {
  bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  correct();
  bench.xlsx(
    'new.xlsx',
    rows.map((row, i) => (i === 1 ? [...row, '营业收入（万元）'] : [...row, i > 1 ? 1 : null])),
    '汇总',
  );
  expect(assess('new.xlsx').code).toBe(0);
  expect(bench.read('out/findings.csv')).toContain('header.mapping-new');
});

test.each([
  ['field: firm_name', 'field: firm_nam', 'map.yaml:', '没有字段「firm_nam」'],
  ['format: 1', 'format: 2', 'map.yaml:', '对照表的 format 不能是「2」'],
  ['unit: 元', 'unit: 角', 'map.yaml:', '没有单位「角」'],
])('a mistake in the mapping is told with its line: %s → %s', (right, wrong, place, words) => {
  bench.file(
    'map.yaml',
    `format: 1\ntables:\n  - file: old.xlsx\n    sheet: 汇总\n    header: 2\n    columns:\n      - { column: A, header: 单位全名, field: firm_name }\n      - { column: C, header: 全年进账（元）, field: revenue, unit: 元 }\n`.replace(
      right,
      wrong,
    ),
  );
  const outcome = assess('old.xlsx');
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain(place);
  expect(outcome.stderr).toContain(words);
});

test('an existing mapping is not overwritten without --force', () => {
  bench.file('map.yaml', 'mine');
  const outcome = bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  expect(outcome.code).toBe(4);
  expect(bench.read('map.yaml')).toBe('mine');
});

// The money stands in 元 by the mapping alone: dropped, it would be read as 万元.
const inYuan = (file: string) => {
  bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  const named = rows.map((row, i) => (i === 1 ? ['单位全名', '企业编码', '营业收入', '研发费用'] : row));
  bench.file(
    'map.yaml',
    bench
      .read('map.yaml')
      .replace('header: 单位全名, field: null', 'header: 单位全名, field: firm_name')
      .replace('header: 企业编码, field: null', 'header: 企业编码, field: credit_code')
      .replace('header: 全年进账（元）, field: null', 'header: 营业收入, field: revenue, unit: 元')
      .replace('header: 搞研发花的钱, field: null', 'header: 研发费用, field: rd_expense, unit: 万元'),
  );
  if (file.endsWith('.csv')) bench.csv(file, named);
  return named;
};
const scored = `${a},华新传感有限公司,0.0666666667,66.67`;

test('a sheet of another name with the same headers is read by the mapping, and that is told', () => {
  bench.xlsx('new.xlsx', inYuan('new.xlsx'), 'Sheet1');
  expect(assess('new.xlsx')).toMatchObject({ code: 0, stderr: '' });
  expect(bench.read('out/assessment.csv')).toContain(scored);
  expect(bench.read('out/findings.csv')).toContain('对照表里叫「汇总」的表与这张表头相同');
});

test('a title more above the header of such a sheet moves the mapping with it', () => {
  bench.xlsx('new.xlsx', [['示例区'], ...inYuan('new.xlsx')], 'Sheet1');
  expect(assess('new.xlsx').code).toBe(0);
  expect(bench.read('out/assessment.csv')).toContain(scored);
});

test('a CSV with the headers of a saved sheet is read by its mapping', () => {
  inYuan('new.csv');
  expect(assess('new.csv').code).toBe(0);
  expect(bench.read('out/assessment.csv')).toContain(scored);
});

test.each([
  ['new.xlsx', 'new.xlsx/Sheet1'],
  ['new.csv', 'new.csv'],
])('a mapping that fits no table of %s is refused with what it names and what there is', (file, there) => {
  const named = inYuan('');
  const other = named.map((row, i) => (i === 1 ? ['公司', '统一社会信用代码', '营业收入', '研发费用'] : row));
  if (file.endsWith('.csv')) bench.csv(file, other);
  else bench.xlsx(file, other, 'Sheet1');
  const { code, stderr } = assess(file);
  expect(code).toBe(3);
  expect(stderr).toContain('map.yaml：对照表里 old.xlsx 「汇总」的表在输入中找不到');
  expect(stderr).toContain('「单位全名」、「企业编码」、「营业收入」、「研发费用」');
  expect(stderr).toContain(`输入里有 ${there}`);
  expect(bench.files('out')).toEqual([]);
});

test('a saved table that is found nowhere is refused beside one that is found', () => {
  bench.xlsx('new.xlsx', inYuan(''), '汇总');
  const [, table = ''] = bench.read('map.yaml').split('tables:\n');
  const second = table.replace('file: old.xlsx', 'file: gone.xlsx').replace('sheet: 汇总', 'sheet: 附表');
  bench.file('map.yaml', `${bench.read('map.yaml').trimEnd()}\n${second}`);
  const { code, stderr } = assess('new.xlsx');
  expect([code, stderr.includes('gone.xlsx 「附表」')]).toEqual([3, true]);
});

test('two saved sheets that would read a new one each in its own way are no guess', () => {
  bench.xlsx('new.xlsx', inYuan(''), 'Sheet1');
  const [, table = ''] = bench.read('map.yaml').split('tables:\n');
  const second = table.replace('sheet: 汇总', 'sheet: 附表').replace('unit: 元', 'unit: 万元');
  bench.file('map.yaml', `${bench.read('map.yaml').trimEnd()}\n${second}`);
  expect(assess('new.xlsx').code).toBe(3);
});

test.each([
  ['format: 1', 'formet: 1', '对照表里没有「formet」这个键', '对照表里没有 format；format 是 1'],
  [
    'header: 2',
    'header: 第二行',
    '对照表的 tables.0.header 不能是「第二行」；header 是表头的行号',
    'map.yaml:8',
  ],
  ['column: C,', 'column: 3,', '对照表的 tables.0.columns.2.column 不能是「3」；column 是列的字母，如 C'],
  ['field: null }', 'feld: null }', '对照表里没有「feld」这个键'],
])('%s written as %s is told in words, with its line', (from, to, ...told) => {
  bench.innopoints('inspect old.xlsx -p demo-2025.yaml --save-mapping map.yaml');
  bench.file('map.yaml', bench.read('map.yaml').replace(from, to));
  const { code, stderr } = bench.innopoints(
    'assess old.xlsx -p demo-2025.yaml --period 2025 -o out --mapping map.yaml',
  );
  expect(code).toBe(2);
  for (const words of told) expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/Invalid|Unrecognized/);
});
