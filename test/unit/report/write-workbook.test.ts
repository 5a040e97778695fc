import { describe, expect, test } from 'vitest';
import { type SheetSpec, writeWorkbook } from '../../../src/report/xlsx/write-sheet.js';
import { formulas } from './hostile.js';
import { partsOf, sheetsOf } from './unzip.js';

async function bookOf(sheets: readonly Partial<SheetSpec>[], rowsPerSheet?: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const specs = sheets.map(
    (sheet): SheetSpec => ({ name: '企业', columns: [], head: [], rows: [], ...sheet }),
  );
  await writeWorkbook((chunk) => void chunks.push(chunk), specs, rowsPerSheet);
  return Buffer.concat(chunks);
}

const whitelist: Partial<SheetSpec> = {
  name: '白名单',
  columns: [
    { format: 'integer' },
    { format: 'text' },
    { format: 'points', digits: 2 },
    { format: 'money' },
    { format: 'percent' },
    { format: 'date' },
  ],
  head: [
    { kind: 'title', cells: ['郑州高新区 白名单'] },
    { kind: 'header', cells: ['名次', '统一社会信用代码', '总分', '额度（万元）', '研发占比', '成立日期'] },
  ],
  rows: [
    [1, '914101000000000001', 88.5, 1000, 0.0735, 16_709],
    [2, '91410100MA2N00001X', 60, null, null, null],
  ],
  freeze: true,
  freezeColumns: 2,
  filter: true,
};

const sheet1 = async (spec: Partial<SheetSpec>) => partsOf(await bookOf([spec]))['xl/worksheets/sheet1.xml']!;
const styleOf = (parts: Readonly<Record<string, string>>, cell: string) => {
  const number = new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(parts['xl/worksheets/sheet1.xml']!)?.[1];
  return [...parts['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf .*?(?:<\/xf>|\/>)/g)][
    Number(number)
  ]![0];
};

test('values read back as they were written', async () => {
  const rows = sheetsOf(await bookOf([whitelist])).get('白名单')!;
  expect(rows[2]).toEqual([1, '914101000000000001', 88.5, 1000, 0.0735, 16_709 + 25_569]);
  expect(rows[3]!.slice(0, 3)).toEqual([2, '91410100MA2N00001X', 60]);
});

test('the head stays in sight while scrolling', async () => {
  expect(await sheet1(whitelist)).toContain(
    '<pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/>',
  );
});

test('the last header row has filter buttons down to the last row', async () => {
  expect(await sheet1(whitelist)).toContain('<autoFilter ref="A2:F4"/>');
});

test('the head is repeated on each printed page', async () => {
  const parts = partsOf(await bookOf([whitelist]));
  expect(parts['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'白名单'!$A:$B,'白名单'!$1:$2</definedName>`,
  );
});

test('a page is A4 across and as wide as the table', async () => {
  const xml = await sheet1(whitelist);
  expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
});

describe('a table that takes several pages across', () => {
  const headers = ['企业名称', ...Array.from({ length: 12 }, (_, index) => `年度指标${index + 1}`)];
  const wide: Partial<SheetSpec> = {
    columns: headers.map((_, index) => ({ format: 'text', width: index === 0 ? 40 : 20 })),
    head: [
      {
        kind: 'notice',
        cells: ['示例方案：权重、分档和门槛含有示例数字，不是正式标准，结果不能作为授信或认定依据'],
      },
      { kind: 'header', cells: [null, '创新数据', ...Array<null>(11).fill(null)] },
      { kind: 'header', cells: headers },
    ],
    merges: [{ top: 1, bottom: 1, left: 1, right: 12 }],
    rows: [],
    freeze: true,
    freezeColumns: 1,
  };

  test('breaks at its columns, at a scale that can be read', async () => {
    const xml = await sheet1(wide);
    expect(xml).toContain('<colBreaks count="2" manualBreakCount="2"><brk id="5" max="1048575" man="1"/>');
    expect(xml).toMatch(/<pageSetup paperSize="9" scale="\d\d" pageOrder="overThenDown"/);
    // Excel would fit the table to pages by itself, and heed no break.
    expect(xml).not.toContain('fitToPage');
  });

  test('its notice has the room of the columns that each page has', async () => {
    const xml = await sheet1(wide);
    expect(xml).not.toContain('A1:M1');
    expect(xml).toMatch(/<row r="1" ht="36">/);
  });

  test('a header joined over pages is said on each', async () => {
    const xml = await sheet1(wide);
    for (const ref of ['B2:E2', 'F2:I2', 'J2:M2']) expect(xml).toContain(`<mergeCell ref="${ref}"/>`);
    for (const cell of ['B2', 'F2', 'J2'])
      expect(xml).toMatch(new RegExp(`<c r="${cell}" s="\\d+" t="inlineStr"><is><t>创新数据</t>`));
  });
});

test.each([
  ['A3', 'numFmtId="1"'],
  ['B3', 'numFmtId="49"'],
  ['C3', 'numFmtId="2"'],
  ['D3', 'numFmtId="4"'],
  ['E3', 'numFmtId="10"'],
])('the format of %s is %s', async (cell, format) => {
  expect(styleOf(partsOf(await bookOf([whitelist])), cell)).toContain(format);
});

test('points show the digits of the plan', async () => {
  const spec = { columns: [{ format: 'points' as const, digits: 3 }], rows: [[1.125]] };
  expect(partsOf(await bookOf([spec]))['xl/styles.xml']).toContain('formatCode="0.000"');
});

test('a header is bold on a filled ground', async () => {
  const parts = partsOf(await bookOf([whitelist]));
  expect(styleOf(parts, 'B2')).toMatch(/fontId="1" fillId="2"/);
  expect(parts['xl/styles.xml']).toContain('<font><b/>');
});

test('a wrong cell is filled light red', async () => {
  const parts = partsOf(
    await bookOf([{ columns: [{ format: 'number' }], rows: [[{ value: '1,2O0', fill: 'error' }]] }]),
  );
  expect(styleOf(parts, 'A1')).toContain('fillId="3"');
  expect(parts['xl/styles.xml']).toContain('FFFFC7CE');
});

test('columns are wide enough for Chinese', async () => {
  const name = '郑州华新传感技术股份有限公司';
  const xml = await sheet1({
    columns: [{ format: 'text' }],
    head: [{ kind: 'header', cells: ['名称'] }],
    rows: [[name]],
  });
  expect(Number(/width="([\d.]+)"/.exec(xml)![1])).toBeGreaterThanOrEqual(name.length * 2);
});

test('a column is never wider than a page can bear', async () => {
  const xml = await sheet1({ columns: [{ format: 'text' }], rows: [['长'.repeat(5000)]] });
  expect(Number(/width="([\d.]+)"/.exec(xml)![1])).toBeLessThan(60);
});

test('a notice wider than the whole table breaks across it, and its row is high enough', async () => {
  const notice = '示例方案：权重、分档和门槛含有示例数字，不是正式标准';
  const xml = await sheet1({
    columns: [
      { format: 'text', width: 10 },
      { format: 'text', width: 20 },
    ],
    head: [
      { kind: 'title', cells: ['白名单'] },
      { kind: 'notice', cells: [notice] },
      { kind: 'header', cells: ['名次', '名称'] },
    ],
  });
  expect(xml).toContain('<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>');
  expect(xml).toContain('<row r="2" ht="36">');
});

test('what is printed ends with the last row', async () => {
  expect(partsOf(await bookOf([whitelist]))['xl/workbook.xml']).toContain(
    `<definedName name="_xlnm.Print_Area" localSheetId="0">'白名单'!$A$1:$F$4</definedName>`,
  );
});

test('a form is printed as far as people fill it in', async () => {
  const parts = partsOf(await bookOf([{ columns: [{ format: 'text', form: true }], rows: [['例']] }]));
  expect(parts['xl/workbook.xml']).not.toContain('Print_Area');
});

test('a text that its column knows is filled, others are not', async () => {
  const fills = new Map([['A', 'grade-1' as const]]);
  const column = { format: 'text' as const, centre: true, fills };
  const parts = partsOf(await bookOf([{ columns: [column], rows: [['A'], ['B']] }]));
  expect(parts['xl/styles.xml']).toContain('FFC9E7CF');
  expect(styleOf(parts, 'A1')).toMatch(/fillId="13".*horizontal="center"/);
  expect(styleOf(parts, 'A2')).toMatch(/fillId="0".*horizontal="center"/);
});

test('a row of wrapped lines is high enough for them', async () => {
  const xml = await sheet1({ columns: [{ format: 'text', wrap: true, width: 20 }], rows: [['一\n二\n三']] });
  expect(xml).toContain('<row r="1" ht="52">');
});

test.each(formulas)('%j is a string, never a formula', async (text) => {
  const bytes = await bookOf([
    {
      name: text,
      columns: [{ format: 'text' }, { format: 'number' }],
      head: [{ kind: 'header', cells: [text, text] }],
      rows: [[text, text]],
    },
  ]);
  const parts = partsOf(bytes);
  expect(Object.values(parts).join('')).not.toMatch(/<f[ >]/);
  const rows = [...sheetsOf(bytes).values()][0]!;
  expect(rows[1]).toEqual([text.replace('\r', '\n'), text.replace('\r', '\n')]);
});

test('a formula-like text stays text when it is edited, even in a column of numbers', async () => {
  const parts = partsOf(await bookOf([{ columns: [{ format: 'number' }], rows: [['=1+1']] }]));
  expect(styleOf(parts, 'A1')).toContain('numFmtId="49"');
});

test.each([
  ['a NUL', 'A\u0000B', 'A\ufffdB'],
  ['an escape', '\u001b[31m红', '\ufffd[31m红'],
  ['U+FFFF', 'A\uffffB', 'A\ufffdB'],
  ['half a pair', 'A\ud83dB', 'A\ufffdB'],
])('%s, which XML cannot hold, is shown', async (_, text, shown) => {
  expect(sheetsOf(await bookOf([{ columns: [{ format: 'text' }], rows: [[text]] }])).get('企业')).toEqual([
    [shown],
  ]);
});

test.each(['_x0041_', '<b>&amp;"', ' 前后空格 ', '第一行\n第二行', '😀'])(
  '%j reads back the same',
  async (text) => {
    expect(sheetsOf(await bookOf([{ columns: [{ format: 'text' }], rows: [[text]] }])).get('企业')).toEqual([
      [text],
    ]);
  },
);

test('a cell too long for Excel is cut with a mark that says so', async () => {
  const rows = sheetsOf(await bookOf([{ columns: [{ format: 'text' }], rows: [['原'.repeat(40_000)]] }])).get(
    '企业',
  )!;
  const text = String(rows[0]![0]);
  expect(text).toHaveLength(32_767);
  expect(text).toMatch(/已截断 \/ cut〕$/);
});

test('a number that is none leaves its cell blank', async () => {
  expect(await sheet1({ columns: [{ format: 'number' }], rows: [[Number.NaN]] })).not.toContain('<v>');
});

test('a day before Excel counts right is written as text', async () => {
  const rows = sheetsOf(await bookOf([{ columns: [{ format: 'date' }], rows: [[-25_600]] }])).get('企业')!;
  expect(rows[0]).toEqual(['1899-11-29']);
});

const ranks = (length: number): Partial<SheetSpec> => ({
  columns: [{ format: 'number' }],
  head: [{ kind: 'header', cells: ['名次'] }],
  rows: Array.from({ length }, (_, index) => [index]),
  filter: true,
});

test('rows beyond the grid go on in a further sheet with the same head, and both say so', async () => {
  const sheets = sheetsOf(await bookOf([ranks(7)], 5));
  expect([...sheets.keys()]).toEqual(['企业', '企业 (2)', '企业 (3)']);
  const [from, on] = [
    (name: string) => `上接工作表「${name}」 / continued from sheet "${name}"`,
    (name: string) => `下接工作表「${name}」 / continued on sheet "${name}"`,
  ];
  expect([...sheets.values()].map((one) => one.flat())).toEqual([
    ['名次', 0, 1, 2, on('企业 (2)')],
    [from('企业'), '名次', 3, 4, on('企业 (3)')],
    [from('企业 (2)'), '名次', 5, 6],
  ]);
});

test('the line that names the next sheet is printed and not filtered', async () => {
  const parts = partsOf(await bookOf([ranks(7)], 5));
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:A4"/>');
  expect(parts['xl/worksheets/sheet2.xml']).toContain('<autoFilter ref="A2:A4"/>');
  expect(parts['xl/workbook.xml']).toContain(`'企业'!$A$1:$A$5</definedName>`);
});

test('joined cells of a head stay joined where a line stands above it', async () => {
  const merges = [{ top: 0, bottom: 0, left: 0, right: 1 }];
  const two: Partial<SheetSpec> = {
    ...ranks(7),
    columns: [{ format: 'number' }, { format: 'number' }],
    merges,
  };
  const parts = partsOf(await bookOf([two], 5));
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<mergeCell ref="A1:B1"/>');
  expect(parts['xl/worksheets/sheet2.xml']).toContain('<mergeCell ref="A2:B2"/>');
});

test('a sheet that just fills the grid has no empty follower', async () => {
  const rows = Array.from({ length: 4 }, (_, index) => [index]);
  expect(sheetsOf(await bookOf([{ columns: [{ format: 'number' }], rows }], 4)).size).toBe(1);
});

test('the same sheets give the same bytes', async () => {
  const first = await bookOf([whitelist, { name: '推荐' }]);
  const second = await bookOf([whitelist, { name: '推荐' }]);
  expect(Buffer.compare(first, second)).toBe(0);
});

test('rows that come later are written in the order in which they come', async () => {
  async function* late() {
    for (const name of ['华新传感', '中科智造']) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      yield [name];
    }
  }
  expect(sheetsOf(await bookOf([{ columns: [{ format: 'text' }], rows: late() }])).get('企业')).toEqual([
    ['华新传感'],
    ['中科智造'],
  ]);
});

test('trouble of the rows comes through as it is', async () => {
  const broken = new Error('读取失败');
  function* rows(): Generator<string[]> {
    yield ['华新传感'];
    throw broken;
  }
  await expect(bookOf([{ columns: [{ format: 'text' }], rows: rows() }])).rejects.toBe(broken);
});

test('trouble of the sink stops the writing', async () => {
  const full = new Error('满');
  const sheets = [{ name: '企业', columns: [{ format: 'text' as const }], head: [], rows: [['华新传感']] }];
  await expect(writeWorkbook(() => Promise.reject(full), sheets)).rejects.toBe(full);
});
