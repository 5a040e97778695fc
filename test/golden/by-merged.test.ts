import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { demoProfile } from '../support/demo-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';

// A district that is merged over its firms, as people write it, is every firm's; who has none is told.
let bench: Workbench;
const header = ['所属区县', '企业名称', '统一社会信用代码', '归口', '营业收入（万元）', '研发费用（万元）'];
const rows = [
  header,
  ['蜀山区', '华新传感有限公司', '91340199MA1007919N', '一处', 1200, 120],
  ['', '瑞泽新材有限公司', '91340199MA10158389', '', 900, 90],
  ['', '小计', '', '', 2100, 210],
  ['', '中科智造有限公司', '', '', 800, '约8'],
  ['包河区', '恒远光电有限公司', '91340199MA1023757U', '二处', 700, 70],
  ['', '天启软件有限公司', '91340199MA10316761', '', 600, ''],
  ['', '启明生物有限公司', '91340199MA1039595H', '二 处', 600, 60],
];
const at = (name: string) => join(bench.folder, name);
const assess = (words: string) =>
  bench.innopoints(`assess ${words} -p demo-2025.yaml --period 2025 --no-html --lang zh --force`);
const rowsOf = (name: string) =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
const firms = (part: string) => rowsOf(`${part}/assessment.csv`).map((one) => one.企业名称);
const told = (out: string, id: string) =>
  rowsOf(`${out}/findings.csv`)
    .filter((one) => one.代码 === id)
    .map((one) => `${one.级别} ${one.发现}`);

beforeAll(() => {
  bench = workbench().file('demo-2025.yaml', demoProfile);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  const down = (column: number, top: number, bottom: number) => ({
    s: { r: top, c: column },
    e: { r: bottom, c: column },
  });
  sheet['!merges'] = [down(0, 1, 4), down(0, 5, 6), down(3, 1, 4), down(5, 5, 6)];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '企业');
  writeFileSync(at('firms.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect(assess('firms.xlsx -o out --by 区县').code).toBe(0);
});

test('each firm under the merged cell is in its part, one without a code too; a subtotal between them stays one', () => {
  expect(firms('out/by/蜀山区').sort()).toEqual(['中科智造有限公司', '华新传感有限公司', '瑞泽新材有限公司']);
  expect(firms('out/by/包河区').sort()).toEqual(['天启软件有限公司', '恒远光电有限公司']);
  expect(told('out', 'row.left-out')).toEqual(['说明 本行是合计行（「小计」），未作为企业读取']);
  expect(told('out', 'header.merged-down')).toEqual([
    '说明 「所属区县」有跨行合并的单元格，合并范围内的每家企业都按同一个值读取',
  ]);
});

test('an amount merged over two firms is nobody’s but the first’s', () => {
  const [one] = rowsOf('out/data/firms.csv').filter((firm) => firm.firm_name === '天启软件有限公司');
  expect(one?.rd_expense).toBe('');
});

test('what was merged down goes back with the row, and comes back with the mend', () => {
  const book = XLSX.read(readFileSync(at('out/exceptions.xlsx')));
  const name = book.SheetNames[0]!;
  const back = XLSX.utils.sheet_to_json<(string | number)[]>(book.Sheets[name]!, { header: 1, defval: '' });
  const broken = back.find((cells) => cells[1] === '中科智造有限公司')!;
  expect(broken[0]).toBe('蜀山区');
  [broken[2], broken[5]] = ['91340199MA1047514R', 8];
  const mended = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(mended, XLSX.utils.aoa_to_sheet(back), name);
  writeFileSync(at('mended.xlsx'), XLSX.write(mended, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect(assess('firms.xlsx --fixes mended.xlsx -o mended --by 区县').code).toBe(0);
  expect(firms('mended/by/蜀山区')).toContain('中科智造有限公司');
  expect(told('mended', 'cell.fix-unasked')).toEqual([]);
});

test('firms without a district are told, and where they are', () => {
  expect(told('out', 'header.by-blank')).toEqual([
    '提醒 有 1 家企业没有填「所属区县」，放在 by/未填，没有分给任何一份',
  ]);
  expect(firms('out/by/未填')).toEqual(['启明生物有限公司']);
});

test('words that differ in blanks alone are told, though each has its folder', () => {
  expect(assess('firms.xlsx -o desk --by 归口').code).toBe(0);
  expect(told('desk', 'header.by-alike')).toEqual([
    '提醒 「归口」的「二 处」、「二处」只差空格或全半角，拆成了不同的几份',
  ]);
  expect(existsSync(at('desk/by/二 处'))).toBe(true);
});
