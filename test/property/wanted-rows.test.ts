import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Findings } from '../../src/finding/index.js';
import { checkCharacter } from '../../src/intake/uscc.js';
import type { Sheet } from '../../src/model/table.js';
import { defaultLimits, openSource } from '../../src/table/index.js';
import { planReading, readSheets } from '../support/read.js';
import { row, workbookOf } from '../unit/table/build-workbook.js';

// Once the header is known the reader leaves out what nobody reads. Whatever follows in the sheet — other tables with
// other columns, totals, sections, broken codes, repeated headers — firms and findings are those of whole rows.

const folder = mkdtempSync(join(tmpdir(), 'innopoints-wanted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const plan = planReading('revenue', 'rd_expense', 'employees');

type Cells = (string | number | null)[];
type Column = 'id' | 'name' | 'revenue' | 'rd' | 'staff' | 'note' | 'person' | 'more';

const heads: Readonly<Record<Column, string>> = {
  id: '统一社会信用代码',
  name: '企业名称',
  revenue: '营业收入（万元）',
  rd: '研发费用（元）',
  staff: '职工总数',
  note: '备注',
  person: '联系人',
  more: '其他说明',
};
const orders: readonly (readonly Column[])[] = [
  ['id', 'name', 'revenue', 'note', 'rd', 'staff', 'person', 'more'],
  ['name', 'person', 'rd', 'note', 'staff', 'id', 'revenue', 'more'],
  ['note', 'revenue', 'id', 'staff', 'name'],
];

function firm(order: readonly Column[], n: number, id: string | number | null): Cells {
  const values: Record<Column, string | number> = {
    id: '',
    name: `华新${n}有限公司`,
    revenue: n * 10,
    rd: n * 1000,
    staff: n % 7 === 0 ? '约12' : n,
    note: n % 3 === 0 ? '合计' : `第${n}批`,
    person: '某某',
    more: '无',
  };
  return order.map((column) => (column === 'id' ? id : values[column]));
}

const codeOf = (n: number): string => {
  const body = `91340100MA${String(n).padStart(7, '0')}`;
  return body + checkCharacter(body);
};

const segment = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('firms' as const), count: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({ kind: fc.constant('header' as const), order: fc.nat(orders.length - 1) }),
  fc.record({ kind: fc.constant('repeat' as const) }),
  fc.record({
    kind: fc.constant('odd' as const),
    id: fc.constantFrom<string | number | null>(
      ...[
        null,
        '无',
        913401000000000000,
        '91340100MA000000',
        '340103198001010012',
        '91340100ma0000019x',
        ' ',
      ],
    ),
  }),
  fc.record({
    kind: fc.constant('words' as const),
    text: fc.constantFrom('合计', '一、电子信息', '单位：元', '注：无'),
  }),
  fc.record({ kind: fc.constant('blank' as const) }),
);

function layOut(segments: readonly (typeof segment extends fc.Arbitrary<infer S> ? S : never)[]): Cells[] {
  let order = orders[0]!;
  let n = 0;
  // More than a batch, so that the reader has been told what is wanted.
  const rows: Cells[] = [order.map((column) => heads[column])];
  while (n < 1030) rows.push(firm(order, ++n, codeOf(n)));
  for (const one of segments) {
    if (one.kind === 'firms') for (let i = 0; i < one.count; i++) rows.push(firm(order, ++n, codeOf(n)));
    else if (one.kind === 'odd') rows.push(firm(order, ++n, one.id));
    else if (one.kind === 'words')
      rows.push(
        'last' in one && one.last ? [...new Array<null>(7).fill(null), one.text] : [one.text, null, n],
      );
    else if (one.kind === 'blank') rows.push([]);
    else {
      if (one.kind === 'header') order = orders[one.order]!;
      rows.push(order.map((column) => heads[column]));
    }
  }
  return rows;
}

test('what is left out is never missed', async () => {
  let narrow = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { minLength: 1, maxLength: 14 }), async (segments) => {
      const rows = layOut(segments).map((cells, i) => (cells.length === 0 ? '' : row(i + 1, ...cells)));
      const path = join(folder, '企业.xlsx');
      writeFileSync(path, workbookOf({ sheets: [{ rows: rows.join('') }] }));
      const source = await openSource(
        { path, file: '企业.xlsx' },
        { limits: defaultLimits, findings: new Findings(), headers: [] },
      );
      const sheet = source.sheets[0]!;
      const whole: Sheet = { ...sheet, rows: () => sheet.rows() };
      const watched: Sheet = {
        ...sheet,
        async *rows(wanted) {
          for await (const batch of sheet.rows(wanted)) {
            if (wanted?.columns !== null) narrow += 1;
            yield batch;
          }
        },
      };
      const [a, b] = [await readSheets([watched], plan), await readSheets([whole], plan)];
      const plain = ({ firms, mappings, findings }: typeof a) => ({
        mappings,
        findings: findings.all,
        ids: firms.ids,
        numbers: firms.numbers,
        texts: firms.texts,
        rejected: firms.rejected,
        skipped: firms.skipped,
        rows: firms.rows,
      });
      expect(plain(a)).toEqual(plain(b));
    }),
    { numRuns: 60 },
  );
  expect(narrow).toBeGreaterThan(60);
});
