import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter } from '../../src/intake/uscc.js';
import type { Cell } from '../../src/model/cell.js';
import type { Merge, Sheet } from '../../src/model/table.js';
import { planReading, readSheets } from '../support/read.js';
import { sheetOf } from '../support/sheet.js';

// For any table of firms and any layout around it — titles, header depth, unit, column order, sections, totals, blank
// rows, repeated headers, two sheets, CSV or workbook — the firms and their values come back, and every row has one fate.
const runs = Number(process.env.LAYOUT_RUNS ?? 300);
const plan = planReading('revenue', 'rd_expense', 'employees', 'inv_app');

interface Firm {
  readonly name: string;
  readonly id: string;
  readonly values: Readonly<Record<FieldId, number | null>>;
}
type FieldId = 'revenue' | 'rd_expense' | 'employees' | 'inv_app';
const money: readonly FieldId[] = ['revenue', 'rd_expense'];
const names: Readonly<Record<FieldId, readonly string[]>> = {
  revenue: [
    '营业收入',
    '营业总收入',
    '其中：营业收入',
    '1.营业收入',
    '营 业 收 入',
    '本年营业收入',
    '营业收入（必填）',
  ],
  rd_expense: ['研发费用', '研发费用合计', '*研发费用', '二、研发费用'],
  employees: ['职工总数', '从业人员期末人数', '职工人数（人）'],
  inv_app: ['发明专利申请量', '发明专利申请量（件）'],
};
const unitScale = { 元: 10_000, 千元: 10, 万元: 1, 亿元: 0.0001 } as const;
type MoneyUnit = keyof typeof unitScale;
/** As a spreadsheet divides: 3 万元 is 0.0003 亿元, not 0.00030000000000000003. */
const inUnit = (value: number, unit: MoneyUnit): number =>
  unit === '亿元' ? value / 10_000 : value * unitScale[unit];

const firm: fc.Arbitrary<Omit<Firm, 'id'> & { readonly body: number }> = fc.record({
  name: fc
    .constantFrom('华新传感', '瑞泽新材', '示例合计科技', '云帆软件', '小计数据', '注册信息')
    .map((one) => `${one}有限公司`),
  body: fc.integer({ min: 0, max: 9_999_999 }),
  values: fc.record({
    // Whole tens of thousands of yuan, so that every unit writes them exactly.
    revenue: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null, freq: 6 }),
    rd_expense: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: null, freq: 6 }),
    employees: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null, freq: 6 }),
    inv_app: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null, freq: 6 }),
  }),
});

const layout = fc.record({
  titles: fc.subarray(['2025年企业汇总表', '填报单位：示例局', '单位：UNIT'], { minLength: 0 }),
  depth: fc.constantFrom(1, 2),
  unitIn: fc.constantFrom('header', 'title', 'unit-row'),
  unit: fc.constantFrom<MoneyUnit>('元', '千元', '万元', '亿元'),
  order: fc.shuffledSubarray(
    ['serial', 'name', 'id', 'revenue', 'rd_expense', 'employees', 'inv_app', 'other'],
    {
      minLength: 8,
      maxLength: 8,
    },
  ),
  pick: fc.nat({ max: 1000 }),
  blank: fc.constantFrom<Cell>(null, '', '-', '无', '/'),
  below: fc.constantFrom('nothing', 'numbering', 'required', 'instructions'),
  totalAt: fc.constantFrom('first', 'name', 'id'),
  totalName: fc.constantFrom('合计', '合 计', '总计（12家）', '小计：', 'Total'),
  numbered: fc.boolean(),
  stacked: fc.boolean(),
  secondUnit: fc.constantFrom<MoneyUnit>('元', '千元', '万元'),
  sections: fc.boolean(),
  subtotals: fc.boolean(),
  total: fc.boolean(),
  note: fc.boolean(),
  repeat: fc.boolean(),
  blankEvery: fc.constantFrom(0, 2, 3),
  csv: fc.boolean(),
  asText: fc.boolean(),
  twice: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

const code = (body: number, i: number): string => {
  const start = `91340199MA${String((body + i * 10_007) % 10_000_000).padStart(7, '0')}`;
  return start + checkCharacter(start)!;
};

/** Lays firms out as a sheet; gives the rows that are neither blank nor a firm's too. */
function lay(firms: readonly Firm[], how: Layout, fields: readonly FieldId[], name: string): Sheet {
  const rows: Cell[][] = [];
  const merges: Merge[] = [];
  // Two tables one under the other, each with its titles and header, the second in a unit of its own.
  const half = how.stacked ? Math.ceil(firms.length / 2) : firms.length;
  layTable(rows, merges, firms.slice(0, half), how, fields);
  if (half < firms.length) {
    rows.push([], ['附表二']);
    layTable(rows, merges, firms.slice(half), { ...how, unit: how.secondUnit, titles: [] }, fields);
  }
  return sheetOf(rows, { name, csv: how.csv, merges: how.csv ? [] : merges, batch: 3 });
}

function layTable(
  rows: Cell[][],
  merges: Merge[],
  firms: readonly Firm[],
  how: Layout,
  fields: readonly FieldId[],
): void {
  const columns = how.order.filter((one) => !(one in names) || fields.includes(one as FieldId));
  const width = columns.length;
  const label = (column: string): string => {
    if (column === 'serial') return '序号';
    if (column === 'name') return '企业名称';
    if (column === 'id') return '统一社会信用代码';
    if (column === 'other') return '备注';
    const text = names[column as FieldId][how.pick % names[column as FieldId].length]!;
    return how.unitIn === 'header' && money.includes(column as FieldId) ? `${text}（${how.unit}）` : text;
  };
  const wide = (text: string): Cell[] => [text, ...new Array<Cell>(width - 1).fill(null)];
  const titles =
    how.unitIn === 'title'
      ? [...how.titles.filter((one) => !one.includes('UNIT')), '单位：UNIT']
      : how.titles.filter((one) => !one.includes('UNIT'));
  for (const title of titles) rows.push(wide(title.replace('UNIT', how.unit)));
  const header = columns.map(label);
  // In a CSV a group's name stands over its first column; with a single header row there is no group.
  if (how.depth === 2 && !how.csv) {
    rows.push(
      columns.map((column, i) =>
        column in names && !(columns[i - 1]! in names) ? '经营数据' : column in names ? null : label(column),
      ),
    );
    const y = rows.length - 1;
    columns.forEach((column, x) => {
      if (!(column in names)) merges.push({ top: y, bottom: y + 1, left: x, right: x });
    });
    rows.push(columns.map((column) => (column in names ? label(column) : null)));
  } else rows.push(header);
  if (how.unitIn === 'unit-row')
    rows.push(columns.map((column) => (money.includes(column as FieldId) ? how.unit : '无')));
  if (how.below === 'numbering') rows.push(columns.map((_, x) => (how.csv ? String(x + 1) : x + 1)));
  if (how.below === 'required') rows.push(columns.map((_, x) => (x % 3 === 0 ? '选填' : '必填')));
  if (how.below === 'instructions' && (how.csv || how.depth === 1) && how.unitIn !== 'unit-row')
    rows.push(columns.map((column) => (column in names ? '没有请填0' : '与执照一致')));
  const write = (value: number | null, column: FieldId): Cell => {
    if (value === null) return how.blank;
    const figure = money.includes(column) ? inUnit(value, how.unit) : value;
    return how.asText || how.csv ? String(figure) : figure;
  };
  const dataRow = (one: Firm, i: number): Cell[] =>
    columns.map((column) => {
      if (column === 'serial') return how.csv ? String(i + 1) : i + 1;
      if (column === 'name') return one.name;
      if (column === 'id') return one.id;
      if (column === 'other') return i % 2 === 0 ? '复核' : null;
      return write(one.values[column as FieldId], column as FieldId);
    });
  const at = how.totalAt === 'first' ? 0 : columns.indexOf(how.totalAt);
  const sums = (label: string, sum: number): Cell[] =>
    columns.map((column, x) => (x === at ? label : column in names ? (how.csv ? String(sum) : sum) : null));
  firms.forEach((one, i) => {
    if (how.sections && i % 3 === 0) rows.push(wide(`${'一二三四五六七八九十'[(i / 3) % 10]}、电子信息`));
    rows.push(dataRow(one, i));
    if (how.twice && i === 0) rows.push(dataRow(one, i));
    if (how.subtotals && i % 3 === 2) rows.push(sums('小计', 100));
    if (how.repeat && i === 1) rows.push(how.depth === 2 && !how.csv ? [] : [...header]);
    if (how.blankEvery > 0 && i % how.blankEvery === 0) rows.push([]);
  });
  if (how.total) rows.push(sums(how.totalName, 900));
  if (how.numbered)
    for (const n of [1, 2])
      rows.push(columns.map((column) => (column === 'serial' ? firms.length + n : null)));
  if (how.note) rows.push(wide('注：数据来自企业年报'));
}

const present = async (sheet: Sheet): Promise<number> => {
  let count = 0;
  for await (const batch of sheet.rows()) count += batch.length;
  return count;
};

test(
  'firms and values come back from any layout, and every row has one fate',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(firm, { minLength: 1, maxLength: 12 }),
        layout,
        fc.boolean(),
        async (drawn, how, split) => {
          const firms: Firm[] = drawn.map((one, i) => ({
            name: one.name,
            id: code(one.body % 1000, i),
            values: one.values,
          }));
          const sheets = split
            ? [
                lay(firms, how, ['revenue', 'employees'], '财务'),
                lay(firms, how, ['rd_expense', 'inv_app'], '研发'),
              ]
            : [lay(firms, how, ['revenue', 'rd_expense', 'employees', 'inv_app'], '企业')];
          const { firms: back } = await readSheets(sheets, plan, 2025);
          expect(back.ids).toEqual(firms.map((one) => one.id));
          expect(back.names).toEqual(firms.map((one) => one.name));
          for (const field of plan.reads) {
            const column = back.numbers.get(field) ?? new Float64Array(firms.length).fill(Number.NaN);
            expect(
              Array.from(column, (value) => (Number.isNaN(value) ? null : value)),
              field,
            ).toEqual(firms.map((one) => one.values[field as FieldId]));
          }
          let rows = 0;
          for (const sheet of sheets) rows += await present(sheet);
          expect(back.rows.count + back.skipped.length).toBe(rows);
          expect(Array.from(back.rows.superseded).filter((one) => one === 1).length).toBe(
            how.twice ? sheets.length * (how.stacked && firms.length > 1 ? 2 : 1) : 0,
          );
        },
      ),
      { numRuns: runs },
    );
  },
  300_000 + runs * 200,
);
