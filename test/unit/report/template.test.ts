import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/cell.js';
import { exampleFirm } from '../../../src/model/template.js';
import { templateBook } from '../../../src/report/template/template-book.js';
import { writeWorkbook } from '../../../src/report/xlsx/write-sheet.js';
import { readSheets, shippedPlan } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';
import { partsOf, sheetsOf } from './unzip.js';

const hefei = shippedPlan('hefei-hightech-2025');
const period = { text: '2025', year: 2025, from: 20_089, to: 20_453 };
const plain = { lang: 'zh', period: null, headers: new Map<string, string>() } as const;

async function bytesOf(
  options: Parameters<typeof templateBook>[1] = plain,
  plan = hefei,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writeWorkbook((chunk) => void chunks.push(chunk), templateBook(plan, options));
  return Buffer.concat(chunks);
}
const sheets = async (...given: Parameters<typeof bytesOf>) => sheetsOf(await bytesOf(...given));
const parts = async (...given: Parameters<typeof bytesOf>) => partsOf(await bytesOf(...given));

/** A line of the instructions by the field's name. */
async function lineOf(name: string, ...given: Parameters<typeof bytesOf>): Promise<readonly unknown[]> {
  return (await sheets(...given)).get('填写说明')!.find((row) => row[1] === name)!;
}

test('the form, how to fill it, the words of the drop-downs', async () => {
  expect([...(await sheets()).keys()]).toEqual(['企业', '填写说明', 'innopoints']);
});

test('the header is the first row: code, name, then what the plan reads in its order', async () => {
  const [header] = (await sheets()).get('企业')!;
  expect(header!.slice(0, 4)).toEqual([
    '统一社会信用代码',
    '企业名称',
    '营业收入\n（万元）',
    '上年营业收入\n（万元）',
  ]);
  expect(header).toHaveLength(hefei.reads.length + 2);
});

test('a field that only a list shows has a column too', async () => {
  const plan = { ...hefei, listColumns: ['district'] };
  expect((await sheets(plain, plan)).get('企业')![0]).toContain('所属区县');
  expect(await lineOf('所属区县', plain, plan)).toContain('在名单中列出');
});

test('a header of the job’s choice stands in the place of a name', async () => {
  const headers = new Map([['revenue', 'revenue（万元）']]);
  expect((await sheets({ ...plain, headers })).get('企业')![0]).toContain('revenue\n（万元）');
});

test('needed headers have another colour, and no other text', async () => {
  const { 'xl/worksheets/sheet1.xml': form, 'xl/styles.xml': styles } = await parts();
  const looks = [...styles!.split('<cellXfs')[1]!.matchAll(/<xf .*?(?:<\/xf>|\/>)/g)].map(
    (found) => found[0],
  );
  const fillOf = (cell: string) =>
    /fillId="(\d)"/.exec(looks[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(form!)![1])]!)![1];
  expect(fillOf('A1')).toBe(fillOf('C1'));
  // 首次推荐结果 may be left out.
  expect(fillOf('Z1')).not.toBe(fillOf('A1'));
});

test('codes stay text in every row that is filled later', async () => {
  const { 'xl/worksheets/sheet1.xml': form, 'xl/styles.xml': styles } = await parts();
  const looks = [...styles!.split('<cellXfs')[1]!.matchAll(/<xf .*?(?:<\/xf>|\/>)/g)].map(
    (found) => found[0],
  );
  const style = Number(/<col min="1" max="1" [^>]*style="(\d+)"/.exec(form!)![1]);
  expect(looks[style]).toContain('numFmtId="49"');
});

test('a code is checked for its 18 characters', async () => {
  const { 'xl/worksheets/sheet1.xml': form } = await parts();
  expect(form).toMatch(
    /<dataValidation type="textLength" operator="equal"[^>]* sqref="A2:A1048576"><formula1>18</,
  );
});

test('registration numbers are let in where the profile takes them', async () => {
  const plan = { ...hefei, identity: { ...hefei.identity, accepts: ['uscc', 'registration'] as const } };
  const { 'xl/worksheets/sheet1.xml': form } = await parts(plain, plan);
  expect(form).toContain('<formula1>15</formula1><formula2>18</formula2>');
});

test('a number below its bound is doubted in Chinese, and let in where the profile only warns', async () => {
  const { 'xl/worksheets/sheet1.xml': form } = await parts();
  expect(form).toMatch(
    /<dataValidation type="decimal" errorStyle="warning" operator="greaterThanOrEqual"[^>]* error="「营业收入」应为数字（万元），不小于 0。[^"]*" sqref="C2:C1048576"><formula1>0</,
  );
});

test('a bound that the profile holds to is refused', async () => {
  const fields = new Map(hefei.fields).set('revenue', { ...hefei.fields.get('revenue')!, outside: 'error' });
  const { 'xl/worksheets/sheet1.xml': form } = await parts(plain, { ...hefei, fields });
  expect(form).toMatch(
    /<dataValidation type="decimal" operator="greaterThanOrEqual"[^>]* sqref="C2:C1048576">/,
  );
});

test('the bounds of a share are those that its header asks for', async () => {
  const share = { ...hefei.fields.get('revenue')!, unit: '%', currency: null, min: 0, max: 0.07 };
  const plan = { ...hefei, fields: new Map(hefei.fields).set('revenue', share) };
  const { 'xl/worksheets/sheet1.xml': form } = await parts(plain, plan);
  expect(form).toMatch(/sqref="C2:C1048576"><formula1>0<\/formula1><formula2>7</);
  expect(await sheets(plain, plan).then((all) => all.get('企业')![1]![2])).toBe(7);
});

test('yes and no stand once for all columns that take them', async () => {
  const book = await sheets();
  expect(book.get('innopoints')).toEqual([
    ['是', '已授信'],
    ['否', '未授信'],
  ]);
  const { 'xl/worksheets/sheet1.xml': form, 'xl/workbook.xml': workbook } = await parts();
  expect(form!.match(/<formula1>'innopoints'!\$A\$1:\$A\$2<\/formula1>/g)).toHaveLength(4);
  expect(workbook).toContain('name="innopoints" sheetId="3" state="veryHidden"');
});

test('a plan without words is known by the same hidden sheet', async () => {
  const plan = { ...hefei, reads: ['revenue'], listColumns: [] };
  expect((await sheets(plain, plan)).get('innopoints')).toEqual([]);
});

test('a date is shown as a date and checked for being one', async () => {
  const plan = { ...hefei, listColumns: ['founded'] };
  const { 'xl/worksheets/sheet1.xml': form, 'xl/styles.xml': styles } = await parts(plain, plan);
  expect(form).toMatch(/<dataValidation type="date" operator="between"/);
  expect(styles).toContain('yyyy\\-mm\\-dd');
});

test('the sample firm stands in row 2', async () => {
  expect((await sheets()).get('企业')![1]!.slice(0, 4)).toEqual([
    exampleFirm.id,
    exampleFirm.name.zh,
    2000,
    1600,
  ]);
});

test('header and code stay in sight', async () => {
  expect((await parts())['xl/worksheets/sheet1.xml']).toContain(
    '<pane xSplit="2" ySplit="1" topLeftCell="C2"',
  );
});

test('a line tells unit, time, need, what to enter, what for and what a blank means', async () => {
  expect(await lineOf('研发费用')).toEqual([
    'E',
    '研发费用',
    '万元',
    '全年',
    '必填',
    expect.stringMatching(/^数字（万元），不小于 0；不是「研发费用加计扣除」/),
    '研发费用金额、研发费用增速、研发费用占营业收入的比例',
    '算不出的指标计 0 分',
  ]);
});

test.each([
  ['研发费用', '2025 年全年'],
  ['上年研发费用', '2024 年全年'],
  ['净资产', '期末（2025-12-31）'],
  ['近两年省级及以上平台数', '累计（至 2025-12-31）'],
  ['企业授权', '时点'],
])('the time of %s in a run of 2025 is %s', async (name, time) => {
  expect((await lineOf(name, { ...plain, period }))[3]).toBe(time);
});

test.each([
  ['上年营业收入', '退回改正；算不出的指标计 0 分'],
  ['失信被执行人', '不否决，但会提示'],
  ['企业授权', '名单条件视为不满足'],
  ['企业名称', '不影响计分'],
])('a blank %s: %s', async (name, meaning) => {
  expect((await lineOf(name))[7]).toBe(meaning);
});

test('a veto that cannot be ruled out sends the firm back', async () => {
  const plan = shippedPlan('techsme-2017');
  expect((await lineOf('职工总数', plain, plan))[7]).toBe('无法排除否决，退回改正；算不出指标，退回改正');
});

test('a sample profile says so', async () => {
  expect((await sheets()).get('填写说明')![1]![0]).toMatch(/^示例方案/);
  expect((await sheets(plain, shippedPlan('techsme-2017'))).get('填写说明')![1]![0]).not.toMatch(/^示例方案/);
});

test.each(['hefei-hightech-2025', 'national-1.0-2022', 'techsme-2017'])(
  'what explains the form of %s is never taken for firms',
  async (id) => {
    const plan = shippedPlan(id);
    for (const lang of ['zh', 'en'] as const) {
      const guide = [...(await sheets({ ...plain, lang }, plan)).values()][1]!;
      const back = await readSheets([sheetOf(guide as Cell[][])], plan);
      expect(back.mappings).toEqual([]);
      expect(back.firms.count).toBe(0);
    }
  },
);

test('the same profile gives the same bytes', async () => {
  expect(Buffer.compare(await bytesOf(), await bytesOf())).toBe(0);
});
