import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import { fillTable } from '../../../src/report/exceptions/exception-rows.js';
import { returnedTables } from '../../../src/report/exceptions/exceptions.js';
import { exceptionCsv } from '../../../src/report/exceptions/exceptions-csv.js';
import { exceptionSheet } from '../../../src/report/exceptions/exceptions-xlsx.js';
import { type SheetSpec, writeWorkbook } from '../../../src/report/xlsx/write-sheet.js';
import { formulas } from './hostile.js';
import { type FirmPart, fetchOf, type RunParts, runOf } from './run-of.js';
import { partsOf, sheetsOf } from './unzip.js';

const official: RunParts = { plan: { status: 'official' } };
const good: FirmPart = { id: '91410100MA2N00001X', name: '华新传感', points: [30, 20, 10, 5, 0] };
const wrong: FirmPart = {
  id: '91410100MA2N00002X',
  name: '中科智造',
  disposition: 'rejected',
  cells: [2, '91410100MA2N00002X', '中科智造', '1,2O0', -5.5, 3],
};
const notANumber = (row: number, firm: number): Finding => ({
  id: 'cell.not-a-number',
  severity: 'error',
  at: { file: '2025Q3.xlsx', sheet: '企业', row, column: 3 },
  args: { raw: '1,2O0', field: '营业收入', unit: '万元', letterAt: 4, letter: 'O', suggestion: '1,200' },
  notes: [],
  firm,
});

async function csvOf(parts: readonly FirmPart[], told: RunParts = {}): Promise<string[]> {
  const run = runOf(parts, { ...official, ...told });
  let text = '';
  for (const table of returnedTables(run))
    for await (const part of exceptionCsv(run, table, fetchOf(parts, told))) text += part;
  return text.replace(/^\ufeff/, '').split('\r\n');
}

async function bookOf(parts: readonly FirmPart[], told: RunParts = {}): Promise<Uint8Array> {
  const run = runOf(parts, { ...official, ...told });
  const sheets: SheetSpec[] = [];
  for (const table of returnedTables(run))
    sheets.push(await exceptionSheet(run, table, fetchOf(parts, told)));
  const chunks: Uint8Array[] = [];
  await writeWorkbook((chunk) => void chunks.push(chunk), sheets);
  return Buffer.concat(chunks);
}
const rowsOf = async (parts: readonly FirmPart[], told: RunParts = {}) =>
  [...sheetsOf(await bookOf(parts, told)).values()][0]!;

test('the form comes back as it was, with three columns of ours at its end', async () => {
  const lines = await csvOf([good, wrong], { findings: [notANumber(6, 1)] });
  expect(lines).toEqual([
    '郑州高新区企业创新积分申报表,,,,,,,,,,',
    '单位：万元,,,,,,,,,,',
    '序号,企业信息,,财务数据,,创新数据,,,,,',
    ',统一社会信用代码,企业名称,营业收入,研发费用,发明专利,成立日期,研发机构级别,处理结果,错误信息,原表位置（勿改）',
    '2,91410100MA2N00002X,中科智造,"1,2O0",-5.5,3,,,退回改正,"原表 D6：「1,2O0」不是数字；「营业收入」应为数字（万元）。第 4 个字符是字母 O，是否为 1,200？",2025Q3.xlsx!企业!6',
    '',
  ]);
});

test('a workbook says above the form what to do with it', async () => {
  const rows = await rowsOf([wrong], { findings: [notANumber(5, 0)] });
  expect(rows[0]![0]).toMatch(/^请改正标红的单元格/);
  expect(rows[1]![0]).toBe('郑州高新区企业创新积分申报表');
});

test('the wrong cell is filled, and no other', async () => {
  const parts = partsOf(await bookOf([wrong], { findings: [notANumber(5, 0)] }));
  const xml = parts['xl/worksheets/sheet1.xml']!;
  const styles = [...parts['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf .*?(?:<\/xf>|\/>)/g)];
  const filled = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].filter((cell) =>
    styles[Number(cell[2])]![0].includes('fillId="3"'),
  );
  expect(filled.map((cell) => cell[1])).toEqual(['D6']);
});

test('both cells of a contradiction are filled', async () => {
  const at = { file: '2025Q3.xlsx', sheet: '企业', row: 5, column: 4 };
  const run = runOf([wrong, wrong], {
    ...official,
    findings: [{ ...notANumber(6, 0), notes: [{ id: 'other-value', at }] }],
  });
  const filled = await fillTable(run, returnedTables(run)[0]!, fetchOf([wrong, wrong]));
  const first = await filled.rows()[Symbol.asyncIterator]().next();
  expect([...first.value!.wrong]).toEqual([[4, 'error']]);
});

test('the cells that the form joins stay joined', async () => {
  const xml = partsOf(await bookOf([wrong]))['xl/worksheets/sheet1.xml']!;
  // One line of ours stands above the form.
  expect(xml).toContain('<mergeCell ref="A2:H2"/><mergeCell ref="D4:E4"/><mergeCell ref="A4:A5"/>');
});

test('an id column is text, so that a code typed in keeps its digits', async () => {
  const run = runOf([wrong], official);
  const sheet = await exceptionSheet(run, returnedTables(run)[0]!, fetchOf([wrong]));
  expect(sheet.columns.map(({ format }) => format).slice(0, 3)).toEqual(['number', 'text', 'number']);
});

test('dates and percentages come back as what they were', async () => {
  const cells = [
    1,
    'X',
    '中科智造',
    { kind: 'percent', value: 0.0735, shown: '7.35%' },
    null,
    null,
    { kind: 'date', days: 16_709, shown: '42278' },
  ] as const;
  const parts = [{ ...wrong, cells }];
  const row = (await rowsOf(parts)).at(-1)!;
  expect([row[3], row[6]]).toEqual([0.0735, 16_709 + 25_569]);
  expect((await csvOf(parts)).at(-2)).toMatch(/^1,X,中科智造,7.35%,,,2015-10-01,/);
});

test.each([
  [{ kind: 'error', code: '#DIV/0!' } as const, '#DIV/0!'],
  [{ kind: 'formatted', value: 7, shown: '7%' } as const, '7%'],
  [{ kind: 'formula' } as const, null],
])('%j comes back as %j', async (cell, shown) => {
  const row = (await rowsOf([{ ...wrong, cells: [1, 'X', '中科智造', cell] }])).at(-1)!;
  expect(row[3]).toBe(shown);
});

test('a vetoed firm gets its veto, and what else was found', async () => {
  const parts: FirmPart[] = [{ ...wrong, disposition: 'vetoed' }];
  const [, , , , line] = await csvOf(parts, { findings: [{ ...notANumber(5, 0), severity: 'warning' }] });
  expect(line).toContain('一票否决');
  expect((await csvOf(parts)).at(-2)).toMatch(/一票否决,否决：失信被执行人,2025Q3\.xlsx!企业!5$/);
});

test('a repeated row says only what is wrong with the row', async () => {
  const parts: FirmPart[] = [{ ...good, superseded: true }];
  const duplicate: Finding = {
    id: 'row.duplicate',
    severity: 'warning',
    at: { file: '2025Q3.xlsx', sheet: '企业', row: 5 },
    args: { id: '91410100MA2N00001X' },
    notes: [],
    firm: 0,
  };
  const [, , , , line] = await csvOf(parts, { findings: [duplicate, notANumber(99, 0)] });
  expect(line).toMatch(/重复，未计入/);
  expect(line).not.toContain('D99');
});

test('trouble at another place of the firm is told with the whole place', async () => {
  const [, , , , line] = await csvOf([wrong], { findings: [notANumber(99, 0)] });
  expect(line).toContain('2025Q3.xlsx 「企业」 D99：');
});

test('errors come before warnings', async () => {
  const findings: Finding[] = [
    { ...notANumber(5, 0), severity: 'warning' },
    { ...notANumber(5, 0), at: { ...notANumber(5, 0).at, column: 4 } as never },
  ];
  const text = (await csvOf([wrong], { findings })).join('\n');
  expect(text.indexOf('原表 E5')).toBeLessThan(text.indexOf('（提醒）原表 D5'));
});

test('what is told once for the whole run is no matter of a row', async () => {
  const [, , , , line] = await csvOf([wrong], { findings: [{ ...notANumber(5, 0), severity: 'info' }] });
  expect(line).toMatch(/退回改正,,2025Q3\.xlsx!企业!5$/);
});

test('a form that comes back a second time keeps our columns once', async () => {
  const headers = ['序号', '统一社会信用代码', '企业名称', '营业收入', '处理结果', '错误信息'];
  const told = {
    headers,
    titles: ['请改正标红的单元格后重新报送本表；最后两列由系统填写，重报时不必删除', '单位：万元'],
  };
  const parts = [{ ...wrong, cells: [2, 'X', '中科智造', '1,2O0', '退回改正', '原表 D9：旧的'] }];
  const lines = await csvOf(parts, { ...told, findings: [notANumber(5, 0)] });
  expect(lines[0]).toBe('单位：万元,,,,,,');
  expect(lines[2]).toBe(',统一社会信用代码,企业名称,营业收入,处理结果,错误信息,原表位置（勿改）');
  expect(lines[3]).not.toContain('旧的');
});

test('where no firm goes back, the form alone is there', async () => {
  expect(await csvOf([good])).toHaveLength(5);
});

test('a sample profile says so in each result', async () => {
  const lines = await csvOf([wrong], { plan: { status: 'sample' } });
  expect(lines[4]).toContain('退回改正（示例方案）');
});

test('a number that intake took for a resident’s is masked', async () => {
  const parts: FirmPart[] = [{ ...wrong, id: null, cells: [1, '110101199003071234', '张三'] }];
  const resident: Finding = {
    ...notANumber(5, 0),
    id: 'cell.id-resident',
    at: { file: '2025Q3.xlsx', sheet: '企业', row: 5, column: 1 },
  };
  expect((await csvOf(parts, { findings: [resident] }))[4]).toMatch(/^1,110101\*{11}4,张三/);
});

test.each(formulas)('%j in a raw value and a header is a string', async (text) => {
  const parts = [{ ...wrong, cells: [1, text, text, text] }];
  const told = { headers: ['序号', text, '企业名称', text] };
  const bytes = await bookOf(parts, told);
  expect(Object.values(partsOf(bytes)).join('')).not.toMatch(/<f[ >]/);
  const cells: string[][] = parse((await csvOf(parts, told)).join('\r\n'), { relax_column_count: true });
  expect(cells.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  expect(cells.flat().filter((cell) => cell === `'${text}`)).toHaveLength(5);
});
