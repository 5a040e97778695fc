import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { addressOf, EdgeError } from '../../src/finding/index.js';
import { type Assessed, assess } from '../../src/jobs/assess/assess.js';
import { dayText } from '../../src/model/day.js';
import type { Finding } from '../../src/model/finding.js';
import { workbench } from '../support/workbench.js';
import { csv, enc, firms, HEAD, type KitCell, row, uscc, xlsx } from './kit.mjs';

// The neighbours of the 27 cases: the same kinds of trouble in another dress, built here and read by the whole road.

const folder = fileURLToPath(new URL('.', import.meta.url));
const bench = workbench();
const [first, second, third] = firms(3);
const all = firms(3);
const later = firms(3, 5);
/** The header without units. */
const plain = HEAD.map((one) => one.replace(/（.*）/, ''));
const inYuan = (firm: (typeof all)[number]) =>
  row(firm).map((value, i) => (i >= 3 && i <= 5 ? Math.round(Number(value) * 10_000) : value));

interface Back {
  readonly exit: number;
  readonly assessed: Assessed | null;
  readonly told: readonly string[];
  readonly findings: readonly Finding[];
}

/** What comes of a file: exit code, the run, every finding but those about absent optional columns. */
async function read(
  name: string,
  bytes: Buffer | string,
  more: { profile?: string; encoding?: string; period?: string; out?: string } = {},
): Promise<Back> {
  const path = join(bench.folder, name);
  writeFileSync(path, bytes);
  const profile = join(folder, `${more.profile ?? 'case-test-2025'}.yaml`);
  const out = more.out === undefined ? null : join(bench.folder, more.out);
  const { encoding, period = '2025' } = more;
  try {
    const assessed = await assess({ files: [path], profile, period, encoding, out, format: 'csv' });
    return { exit: 0, assessed, ...toldOf(assessed.run.findings) };
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return { exit: error.exit, assessed: null, ...toldOf(error.findings) };
  }
}

const toldOf = (all: readonly Finding[]) => {
  const findings = all.filter((one) => one.id !== 'header.field-optional');
  const told = findings.map((one) => `${one.severity} ${one.id} ${addressOf(one.at)}`.trim());
  return { findings, told };
};

const book = (rows: readonly (readonly KitCell[] | null)[], merges: readonly string[] = []) =>
  xlsx({ sheets: [{ name: '企业', rows, merges }] });

/** Name and figures of every firm, in order: what a person would compare with the sheet. */
const firmsOf = ({ assessed }: Back): readonly (readonly unknown[])[] => {
  const { firms } = assessed!.run;
  const value = (field: string, firm: number) => {
    const number = firms.numbers.get(field)?.[firm] ?? Number.NaN;
    return Number.isNaN(number) ? null : number;
  };
  return Array.from({ length: firms.count }, (_, firm) => [
    firms.names[firm],
    value('revenue', firm),
    value('rd_expense', firm),
  ]);
};

const skippedOf = ({ assessed }: Back): readonly string[] =>
  assessed!.run.firms.skipped.map((one) => `${one.at.row} ${one.reason}`);

/** The firms as they stand, in 万元. */
const asWritten = (...list: readonly (typeof all)[number][]) =>
  list.map((one) => [one.name, one.rev, one.rd]);

// d01: titles and units

const titles: readonly (readonly [string, readonly (readonly KitCell[] | null)[], string])[] = [
  ['in a cell at the right', [['示例区企业汇总表'], [null, null, null, null, '单位：元']], 'E2'],
  ['label and unit in two cells', [['示例区企业汇总表'], [null, null, null, '单位：', '元']], 'E2'],
  ['label without a colon', [[], ['示例区企业汇总表'], ['金额单位', '元']], 'B3'],
  ['inside the title', [['示例区企业汇总表（单位：人民币元）']], 'A1'],
  ['in the filling notes', [['填表说明'], ['1. 金额均以元计'], ['2. 人数取年末数']], 'A2'],
  ['as 计量单位', [['计量单位：元；人；件']], 'A1'],
  ['over a blank row', [['单位：元'], null], 'A1'],
];
test.each(titles)(
  'a unit %s holds for every money column, and is told where it stands',
  async (_, above, at) => {
    const back = await read('title.xlsx', book([...above, plain, ...all.map(inYuan)]));
    expect(firmsOf(back)).toEqual(asWritten(...all));
    expect(back.told).toEqual([`info header.unit-from-title ${at}`]);
  },
);

test('填报单位：元亨公司 is an office, not a unit', async () => {
  const back = await read('office.xlsx', book([['填报单位：元亨公司'], plain, ...all.map(row)]));
  expect(firmsOf(back)).toEqual(asWritten(...all));
  expect(back.told).toContain('info header.unit-assumed');
});

test('a header in row 12 is found under a page of notes', async () => {
  const notes: KitCell[][] = Array.from({ length: 9 }, (_, i) => [`${i + 1}. 请如实填写`]);
  const back = await read('row12.xlsx', book([...notes, ['单位：元'], null, plain, ...all.map(inYuan)]));
  expect(back.assessed?.run.mappings[0]?.headerFrom).toBe(12);
  expect(firmsOf(back)).toEqual(asWritten(...all));
});

// d03: header rows

const headers: readonly (readonly [string, readonly (readonly KitCell[])[], readonly string[]])[] = [
  ['a unit row', [plain, ['', '', '', '元', '元', '元', '人', '人', '件']], []],
  [
    'a unit row in brackets',
    [plain, ['', '', '', '（元）', '(元)', '（元）', '（人）', '（人）', '（件）']],
    [],
  ],
  ['a unit row above the names', [['', '', '', '元', '元', '元', '人', '人', '件'], plain], []],
  ['units in a group’s name', [['', '', '', '财务（元）', '', ''], plain.slice(0, 6)], []],
  [
    '必填 behind the unit',
    [
      [
        '序号',
        '*企业名称',
        '统一社会信用代码(必填)*',
        '营业收入（元）(必填)',
        '上年营业收入*（元）',
        '研发费用（元）（必填）',
      ],
    ],
    [],
  ],
  [
    'a numbering row with formulas',
    [HEAD.map((one) => one.replace('万元', '元')), ['甲', '乙', '丙', '1', '2', '3=1-2', '4', '5', '6']],
    [],
  ],
  [
    'a row of instructions',
    [
      HEAD.map((one) => one.replace('万元', '元')),
      ['自动编号', '与执照一致', '18位', '单位：元', '单位：元', '单位：元', '年末数', '年末数', '选填'],
    ],
    [],
  ],
  [
    'a merged title over groups that are not merged',
    [
      ['示例区'],
      ['序号', '企业名称', '统一社会信用代码', '财务（元）', null, null],
      [null, null, null, '营业收入', '上年营业收入', '研发费用'],
    ],
    ['A1:F1'],
  ],
];
test.each(headers)('%s is part of the header', async (_, rows, merges) => {
  const width = Math.max(...rows.map((one) => one.length));
  const back = await read(
    'header.xlsx',
    book([...rows, ...all.map((one) => inYuan(one).slice(0, width))], merges),
  );
  expect(firmsOf(back)).toEqual(asWritten(...all));
  expect(back.assessed?.run.rowLedger.byFate).toMatchObject({ used: 3, rejected: 0 });
});

test('a code row above the names decides, and its form counts in thousands', async () => {
  const back = await read(
    'codes.xlsx',
    book([
      [null, 'qb01', 'qb02', 'qc05_0', 'qj20'],
      ['序号', '单位详细名称', '统一社会信用代码', '收入', '费用'],
      ...all.map((one) => [one.no, one.name, one.id, one.rev * 10, one.rd * 10]),
    ]),
  );
  expect(firmsOf(back)).toEqual(asWritten(...all));
});

test('a first row full of 无 and dashes is a firm, never a unit row', async () => {
  const back = await read(
    'dashes.csv',
    csv([HEAD, [1, '华新传感', first!.id, '-', '-', '-', '无', '无', '—'], ...later.map(row)]),
  );
  expect(firmsOf(back)[0]).toEqual(['华新传感', null, null]);
  expect(back.assessed?.run.firms.count).toBe(4);
});

test.each(['2023年', '2024年'])(
  'where all money is of %s, it is read as the period’s, with a warning',
  async (year) => {
    const back = await read(
      'year.xlsx',
      book(
        [
          ['企业名称', '统一社会信用代码', `${year}（万元）`, null],
          [null, null, '营业收入', '研发费用'],
          ...all.map((one) => [one.name, one.id, one.rev, one.rd]),
        ],
        ['A1:A2', 'B1:B2', 'C1:D1'],
      ),
    );
    expect(firmsOf(back)).toEqual(asWritten(...all));
    expect(back.told).toEqual(['warning header.other-year']);
  },
);

// d04: two columns for one field

test.each([
  ['营业收入（万元）', '营业收入（元）'],
  ['营业收入（万元）', '其中：营业收入（万元）'],
  ['营业收入(万元)', '营 业 收 入'],
])('「%s」 beside 「%s」 stops the run, naming both', async (a, b) => {
  const back = await read(
    'twice.csv',
    csv([['企业名称', '统一社会信用代码', a, b], ...all.map((one) => [one.name, one.id, one.rev, one.prev])]),
  );
  expect(back.exit).toBe(3);
  expect(back.findings[0]).toMatchObject({ id: 'header.ambiguous', args: { columns: ['C', 'D'] } });
});

test('two columns of credit codes are ambiguous, and that is the one thing said of the header', async () => {
  const back = await read(
    'two-ids.csv',
    csv([
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '统一社会信用代码'],
      ...all.map((one) => [one.name, one.id, one.rev, one.id]),
    ]),
  );
  expect(back.exit).toBe(3);
  expect(back.told).toEqual(['error header.ambiguous', 'error sheet.not-a-table']);
});

// d23: rows that are no firms

const foot: readonly (readonly [readonly KitCell[], string])[] = [
  [['合计', null, null, 1, 2, 3], 'total'],
  [[null, '合计', null, 1, 2, 3], 'total'],
  [[null, null, '合计', 1, 2, 3], 'total'],
  [[4, '高新区', '小计（3家）', 1, 2, 3], 'total'],
  [[null, '蜀山区', null, 1, 2, 3], 'total'],
  [['其中：规上企业', null, null, 1, 2, 3], 'total'],
  [['Total', null, null, 1, 2, 3], 'total'],
  [['合  计', null, null, { f: 'SUM(D2:D4)' }, { f: 'SUM(E2:E4)' }], 'total'],
  [['一、电子信息（3家）', null, null, 1, 2, 3], 'section'],
  [['二', '生物医药'], 'section'],
  [['注：1.数据来源于年报'], 'note'],
  [['2.研发费用为加计扣除口径'], 'note'],
  [['填表人：张三', null, null, '电话', 13800001111], 'note'],
  [['报出日期', { n: 45000, s: 2 }], 'note'],
  [['2025年3月1日'], 'note'],
  [['第 1 页 共 3 页'], 'note'],
  [[4], 'numbered'],
  [[5, '—', '—', '/', '无'], 'numbered'],
  [[6, null, null, 0, 0, 0], 'numbered'],
  [[7, null, null, null, null, null, { f: 'F8/D8', e: '#DIV/0!' }], 'numbered'],
];
test.each(foot)('%j is no firm: %s', async (cells, reason) => {
  const back = await read('foot.xlsx', book([HEAD, ...all.map(row), cells]));
  expect(firmsOf(back)).toEqual(asWritten(...all));
  expect(skippedOf(back)).toEqual(['1 header', `5 ${reason}`]);
  expect(back.told).toEqual(['info row.left-out 5']);
});

test('a total directly under the header is no firm', async () => {
  const back = await read('top.xlsx', book([HEAD, ['合计', null, null, 1, 2, 3], ...all.map(row)]));
  expect(firmsOf(back)).toEqual(asWritten(...all));
});

test.each([
  '合计科技有限公司',
  '上海总计软件有限公司',
  '注释信息技术有限公司',
  '审核通机械厂',
  '来源科技',
  '区块链研究',
])('%s without a code is a firm, rejected and named', async (name) => {
  const back = await read('nameless.xlsx', book([HEAD, [1, name, null, 100, 90, 10]]));
  expect(firmsOf(back)).toEqual([[name, 100, 10]]);
  expect(back.told).toEqual(['error cell.id-missing C2']);
});

test('a firm whose every cell is an uncalculated formula is rejected, not passed over as blank', async () => {
  const formulas: KitCell[] = [1, ...HEAD.slice(1).map(() => ({ f: 'Sheet2!A1' }))];
  const back = await read('formulas.xlsx', book([HEAD, formulas]));
  expect(back.assessed?.run.rowLedger.byFate).toMatchObject({ rejected: 1 });
  expect(back.told).toContain('error cell.formula-empty C2');
});

test('blank formatted rows are no rows, and a header alone is unusable input', async () => {
  const blank: KitCell[] = HEAD.map(() => ({ blank: 6 }));
  const back = await read('blank.xlsx', book([HEAD, ...Array.from({ length: 20 }, () => blank)]));
  expect(back.exit).toBe(3);
  expect(back.told).toContain('error sheet.no-firms');
});

// d24: several tables on one sheet

test('three tables one under another are read each by its own header and its own title’s unit', async () => {
  const [d, e] = firms(2, 10);
  const back = await read(
    'three.xlsx',
    book([
      ['表一'],
      HEAD,
      ...all.map(row),
      null,
      ['表二（单位：元）'],
      plain,
      ...later.map(inYuan),
      null,
      null,
      ['表三'],
      ['统一社会信用代码', '研发费用（千元）', '企业名称'],
      ...[d!, e!].map((one) => [one.id, one.rd * 10, one.name]),
    ]),
  );
  expect(firmsOf(back)).toEqual([
    ...asWritten(...all, ...later),
    ...[d!, e!].map((one) => [one.name, null, one.rd]),
  ]);
  expect(back.told.filter((one) => one.includes('header.'))).toEqual([
    'info header.unit-from-title A7',
    'warning header.second-table A8',
    'warning header.second-table A15',
  ]);
});

test('the same header again under a title with another unit is another table', async () => {
  const back = await read(
    'units.xlsx',
    book([['单位：元'], plain, ...all.map(inYuan), null, ['单位：万元'], plain, ...later.map(row)]),
  );
  expect(firmsOf(back)).toEqual(asWritten(...all, ...later));
});

test('a first table with fewer fields than the second is not taken for titles of the second', async () => {
  const back = await read(
    'fewer.xlsx',
    book([
      ['企业名称', '统一社会信用代码', '营业收入（元）'],
      ...all.map((one) => [one.name, one.id, Math.round(one.rev * 10_000)]),
      null,
      HEAD,
      ...later.map(row),
    ]),
  );
  expect(firmsOf(back).map(([name]) => name)).toEqual([...all, ...later].map((one) => one.name));
});

test('a second table’s header of two rows, with the group above the names', async () => {
  const back = await read(
    'groups.csv',
    csv([
      HEAD,
      ...all.map(row),
      [],
      ['附表2'],
      ['基本信息', '', '财务（元）', ''],
      ['企业名称', '统一社会信用代码', '营业收入', '研发费用'],
      ...later.map((one) => [one.name, one.id, Math.round(one.rev * 1e4), Math.round(one.rd * 1e4)]),
    ]),
  );
  expect(firmsOf(back)).toEqual(asWritten(...all, ...later));
});

test('a table without codes below is told and not read: a warning for a summary, an error for firms', async () => {
  const summary = await read(
    'summary.xlsx',
    book([
      HEAD,
      ...all.map(row),
      null,
      ['行业', '企业数', '营业收入（万元）'],
      ['电子', 2, 100],
      ['合计', 5, 300],
    ]),
  );
  expect(firmsOf(summary)).toEqual(asWritten(...all));
  expect(summary.told).toEqual(['warning sheet.other-table 6']);
  expect(skippedOf(summary).slice(1)).toEqual(['6 not-a-table', '7 not-a-table', '8 not-a-table']);
  const named = await read(
    'named.xlsx',
    book([HEAD, ...all.map(row), null, ['企业名称', '营业收入（元）'], ['瑞泽新材', 100]]),
  );
  expect(named.told).toEqual(['error sheet.other-table 6']);
});

const beside: readonly (readonly [string, readonly string[]])[] = [
  [
    'a blank column between',
    [
      '企业名称',
      '统一社会信用代码',
      '营业收入（万元）',
      '',
      '企业名称',
      '统一社会信用代码',
      '营业收入（万元）',
    ],
  ],
  [
    'other words on the right',
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '', '单位名称', '信用代码', '研发费用（万元）'],
  ],
  [
    'nothing between',
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '企业名称', '统一社会信用代码', '研发费用（万元）'],
  ],
];
test.each(beside)('two tables side by side, %s, stop the run: a row holds two firms', async (_, header) => {
  const half = (one: (typeof all)[number]) => [one.name, one.id, one.rev];
  const gap = header.includes('') ? [''] : [];
  const back = await read(
    'beside.csv',
    csv([header, ...all.map((one, i) => [...half(one), ...gap, ...half(later[i]!)])]),
  );
  expect(back.exit).toBe(3);
  expect(back.findings).toMatchObject([
    { id: 'header.side-by-side', args: { columns: ['B', gap.length ? 'F' : 'E'] } },
  ]);
});

test('a tax number or a recommending office beside the credit code is no second table', async () => {
  const back = await read(
    'tax.csv',
    csv([
      ['企业名称', '统一社会信用代码', '纳税人识别号', '营业收入（万元）', '推荐单位', '推荐单位信用代码'],
      ...all.map((one) => [one.name, one.id, one.id, one.rev, '科技局', '11330108MA27000112']),
    ]),
  );
  expect(back.exit).toBe(0);
  expect(back.told).toEqual(['info header.second-claim']);
});

test('fields behind a column that is blank throughout may be another table’s: a warning', async () => {
  const back = await read(
    'gap.xlsx',
    book([
      ['企业名称', '统一社会信用代码', '营业收入（万元）', null, '行业', '研发费用（万元）'],
      ...all.map((one) => [one.name, one.id, one.rev, null, '电子', 999]),
    ]),
  );
  expect(back.told).toEqual(['warning header.beyond-gap E1']);
});

// d02: ids

const ids: readonly (readonly [string, KitCell, string])[] = [
  ['lower case', first!.id.toLowerCase(), 'info cell.id-normalised B2'],
  ['blanks inside', first!.id.replace(/(.{6})/g, '$1 '), 'info cell.id-normalised B2'],
  ['hyphens', first!.id.replace(/(.{8})/, '$1-'), 'info cell.id-normalised B2'],
  ['Excel’s guard', `="${first!.id}"`, 'info cell.id-normalised B2'],
  [
    'full width',
    first!.id.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    'info cell.id-normalised B2',
  ],
  ['a number of 18 digits', { n: '913301081900792060' }, 'error cell.id-digits-lost B2'],
  ['scientific notation as text', '9.13301E+17', 'error cell.id-digits-lost B2'],
  ['a number under the text format', { n: '913301081900792060', s: 3 }, 'error cell.id-digits-lost B2'],
  ['15 digits', '330108000012345', 'error cell.id-not-accepted B2'],
  ['the letter O', first!.id.replace('0', 'O'), 'error cell.id-wrong-characters B2'],
  ['17 characters', first!.id.slice(1), 'error cell.id-wrong-length B2'],
  ['a dash', '—', 'error cell.id-missing B2'],
  ['a date', { n: 45000, s: 2 }, 'error cell.id-wrong-characters B2'],
  ['#N/A', { f: 'VLOOKUP(1,A:A,1)', e: '#N/A' }, 'error cell.error-value B2'],
  ['a formula without a value', { f: 'VLOOKUP(1,A:A,1)' }, 'error cell.formula-empty B2'],
];
test.each(ids)('a code with %s', async (_, id, expected) => {
  const back = await read(
    'id.xlsx',
    book([
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
      [first!.name, id, 100, 10],
    ]),
  );
  expect(back.told).toEqual([expected]);
  expect(back.assessed?.run.firms.ids).toEqual([expected.startsWith('info') ? first!.id : null]);
});

test('a code that a spreadsheet cut to zeros before the CSV was saved is doubted, even if its check passes', async () => {
  const back = await read(
    'zeros.csv',
    csv([HEAD, [1, '华新传感', '913301081902397000', 100, 20, 10, 30, 4, 5]]),
  );
  expect(back.told).toEqual(['warning cell.id-zeros C2']);
});

// d09, d10, d11: cells

test.each(['#REF!', '#VALUE!', '#N/A', '#DIV/0!'])(
  '%s as a CSV has it is an error value, never blank',
  async (code) => {
    const back = await read('error.csv', csv([HEAD, [1, first!.name, first!.id, code, 100, 20, 30, 4, 5]]));
    expect(back.told).toEqual(['error cell.error-value D2']);
  },
);

test('cached texts of formulas are read; an empty one is blank; a cached zero is zero', async () => {
  const cells: KitCell[] = [
    { f: 'TEXT(1,"0")', v: '1,200.5' },
    { f: 'IFERROR(A1,"")', v: '' },
    { f: 'A1', v: 0 },
  ];
  const back = await read(
    'cached.xlsx',
    book([HEAD, ...all.map((one, i) => row(one).map((value, c): KitCell => (c === 3 ? cells[i]! : value)))]),
  );
  expect(firmsOf(back).map(([, revenue]) => revenue)).toEqual([1200.5, null, 0]);
});

test('a column of fractions under a ratio without a percent sign is asked about', async () => {
  const rows = [0.07, 0.08, 0.05].map((share, i) => [all[i]!.name, all[i]!.id, share]);
  const back = await read(
    'fractions.xlsx',
    book([['企业名称', '统一社会信用代码', '研发费用占比'], ...rows]),
    {
      profile: 'case-ratio-2025',
    },
  );
  expect(back.told).toEqual(['warning header.ratio-fractions', 'info header.unit-assumed']);
});

const shares: readonly (readonly [readonly KitCell[], readonly string[]])[] = [
  [['7.2%', { n: 0.081, s: 1 }, 0.0724], ['warning cell.ratio-scale C4']],
  [[7.2, 8.1, 735], ['warning cell.ratio-scale C4']],
  [[7.2, 8.1, '735'], ['warning cell.ratio-scale C4']],
  [[7.2, 8.1, 0], []],
  [[7.2, 8.1, 0.9], []],
  [[7.2, 8.1, '0.07%'], []],
  [[7.2, 8.1, '5%-7%'], ['error cell.not-a-number C4']],
];
test.each(shares)('ratios %j: %j', async (cells, expected) => {
  const rows = cells.map((share, i) => [all[i]!.name, all[i]!.id, share]);
  const back = await read(
    'shares.xlsx',
    book([['企业名称', '统一社会信用代码', '研发费用占比（%）'], ...rows]),
    {
      profile: 'case-ratio-2025',
    },
  );
  expect(back.told).toEqual(expected);
});

test.each(['（万港元）', '（万欧元）', '（日元）', '（百元）', '（HKD）'])(
  'money %s is never taken for 万元',
  async (unit) => {
    const back = await read(
      'foreign.csv',
      csv([
        ['企业名称', '统一社会信用代码', `营业收入${unit}`],
        ...all.map((one) => [one.name, one.id, one.rev]),
      ]),
    );
    expect(back.exit).toBe(3);
    expect(back.told).toEqual(['error header.unit-mismatch']);
  },
);

test('a workbook that counts from 1904 gives the same dates', async () => {
  const rows = [
    ['企业名称', '统一社会信用代码', '成立日期'],
    [first!.name, first!.id, { n: 42063, s: 2 }],
  ];
  const back = await read('1904.xlsx', xlsx({ date1904: true, sheets: [{ name: '企业', rows }] }));
  expect(dayText(back.assessed!.run.firms.numbers.get('founded')![0]!)).toBe('2019-03-01');
});

// d05, d12, d13, d14, d16, d21, d25: texts

const simple = csv([HEAD, ...all.map(row)]);
const encodings: readonly (readonly [string, Buffer, string])[] = [
  ['UTF-16LE without a BOM', Buffer.from(csv([HEAD, ...all.map(row)], { sep: '\t' }), 'utf16le'), 'utf-16le'],
  [
    'UTF-16BE',
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(simple, 'utf16le').swap16()]),
    'utf-16be',
  ],
  ['GBK with semicolons', enc(csv([HEAD, ...all.map(row)], { sep: ';' }), 'gbk'), 'gb18030'],
  ['GBK with mixed line ends', enc(simple.split('\r\n').join('\n').replace('\n', '\r'), 'gbk'), 'gb18030'],
  ['UTF-8 with two BOMs', Buffer.concat([Buffer.from('\ufeff\ufeff'), Buffer.from(simple)]), 'utf-8'],
  ['GBK named .xlsx', enc(simple, 'gbk'), 'gb18030'],
];
test.each(encodings)('%s', async (name, bytes, encoding) => {
  const back = await read(name.includes('.xlsx') ? 'text.xlsx' : 'text.csv', bytes);
  expect(back.assessed?.run.sources[0]?.encoding).toBe(encoding);
  expect(firmsOf(back)).toEqual(asWritten(...all));
});

test('two encodings in one file stop the run, naming the line', async () => {
  const back = await read('two.csv', Buffer.concat([enc(simple, 'gbk'), enc(csv(later.map(row)))]));
  expect(back.findings).toMatchObject([{ id: 'file.two-encodings', args: { line: 5, main: 'gb18030' } }]);
});

test('traditional headers are matched', async () => {
  const header = ['序號', '企業名稱', '統一社會信用代碼', '營業收入（萬元）', '研發費用（萬元）'];
  const back = await read(
    'hk.csv',
    csv([header, ...all.map((one) => [one.no, one.name, one.id, one.rev, one.rd])]),
  );
  expect(firmsOf(back)).toEqual(asWritten(...all));
});

test('a quoted remark of several lines, with commas, is one cell', async () => {
  const remark = '合肥市\n高新区,望江西路,666号,\r\n二期,三楼';
  const back = await read('remark.csv', csv([[...HEAD, '备注'], ...all.map((one) => [...row(one), remark])]));
  expect(firmsOf(back)).toEqual(asWritten(...all));
  expect(back.told).toEqual([]);
});

test('two quotes that are never closed reject their two firms and no other', async () => {
  const text = csv([HEAD, ...firms(8).map(row)])
    .replace(third!.name, `"${third!.name}`)
    .replace(firms(8)[5]!.name, `"${firms(8)[5]!.name}`);
  const back = await read('quotes.csv', text);
  expect(back.assessed?.run.rowLedger.byFate).toMatchObject({ used: 6, rejected: 2 });
  expect(back.told).toEqual(['error row.quote-open 4', 'error row.quote-open 7']);
});

test('an unclosed quote in the header loses neither its column nor a row', async () => {
  const back = await read('quoted-header.csv', simple.replace('企业名称', '"企业名称'));
  expect(firmsOf(back)).toEqual(asWritten(...all));
  expect(back.told).toEqual(['error row.quote-open 1']);
});

test.each([
  ['an unquoted comma in the name', simple.replace(second!.name, `${second!.name},合肥`)],
  ['an unquoted thousands mark', simple.replace(String(second!.rev), '2,037.75')],
  ['a lost end', simple.replace(new RegExp(`(${second!.id},[^,]+),.*`), '$1')],
])('%s makes a record of another width: an error, never shifted figures', async (_, text) => {
  const back = await read('width.csv', text);
  expect(back.told).toContain('error row.wrong-width 3');
  expect(back.assessed?.run.rowLedger.byFate).toMatchObject({ used: 2, rejected: 1 });
});

test('blank fields behind the last name are columns: what stands in them is told, not an error', async () => {
  const back = await read(
    'blanks.csv',
    csv([
      ['企业名称', '', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', ' ', ''],
      ...all.map((one) => [one.name, '甲', one.id, one.rev, one.rd, 'y', '']),
    ]),
  );
  expect(firmsOf(back)).toEqual(asWritten(...all));
  expect(back.told).toEqual(['info header.nameless B1', 'info header.nameless F1']);
});

// d15: pages

test('a page with several tables: each table of firms is read', async () => {
  const cells = (list: readonly (string | number)[]) =>
    `<tr>${list.map((one) => `<td>${one}</td>`).join('')}</tr>`;
  const table = (list: typeof all) => `<table>${[HEAD, ...list.map(row)].map(cells).join('')}</table>`;
  const page = `<html><body><table>${cells(['导航', '菜单'])}</table>${table(all)}${table(later)}</body></html>`;
  const back = await read('page.xls', enc(page, 'gbk'));
  expect(firmsOf(back)).toEqual(asWritten(...all, ...later));
});

// d17: hidden sheets

test('a visible sheet of last year beside this year’s contradicts it: every firm is rejected, none guessed', async () => {
  const sheet = (name: string, list: readonly (readonly (string | number)[])[]) => ({
    name,
    rows: [HEAD, ...list],
  });
  const back = await read(
    'years.xlsx',
    xlsx({
      sheets: [
        sheet('甲', all.map(row)),
        sheet(
          '乙',
          all.map((one) => row({ ...one, rev: one.rev + 1 })),
        ),
      ],
    }),
  );
  expect(back.assessed?.run.rowLedger.byFate).toMatchObject({ used: 0, rejected: 6 });
});

// d19: what a spreadsheet would run

test('a firm whose name is a formula reaches no report as one', async () => {
  const names = ['=1+1', '@SUM(A1)', '+示例公司', '-示例公司', '\t=1', '＝HYPERLINK("x")'];
  const rows = names.map((name, i) => [name, uscc('330108', `MB3000${10 + i}`), 9000, 900]);
  const back = await read(
    'run.csv',
    csv([['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'], ...rows]),
    { out: 'out' },
  );
  expect(back.exit).toBe(0);
  for (const report of bench.files('out').filter((one) => one.endsWith('.csv')))
    for (const cell of parse(bench.read(`out/${report}`), {
      bom: true,
      relax_column_count: true,
    }).flat() as string[])
      if (Number.isNaN(Number(cell))) expect(cell, report).not.toMatch(/^[=+\-@\t\r＝]/);
});
