import { expect, test } from 'vitest';
import { read } from './bench.js';

const head = '企业名称,代码,营业收入,备注\r\n华新传感,0123,12,甲\r\n';

test('a quote that is never closed costs its own line only', async () => {
  const { rows, findings } = await read(
    '企业.csv',
    `${head}明德软件,"0456,33,乙\r\n云联科技,0789,44,丙\r\n光电科技,0999,55,丁\r\n`,
  );
  expect(rows.map((row) => [row.number, row.line, row.cells[0], row.trouble])).toEqual([
    [1, 1, '企业名称', undefined],
    [2, 2, '华新传感', undefined],
    [3, 3, '明德软件', 'quote'],
    [4, 4, '云联科技', undefined],
    [5, 5, '光电科技', undefined],
  ]);
  expect(rows[2]?.cells).toEqual(['明德软件', '"0456', '33', '乙']);
  expect(findings).toMatchObject([
    { id: 'row.quote-open', severity: 'error', at: { row: 3, line: 3 }, args: { column: 'B', raw: '"0456' } },
  ]);
});

test('a stray quote that another quote closes lines later does not swallow the rows between', async () => {
  const { rows } = await read(
    '企业.csv',
    `${head}明德,"0456,33,乙\r\n云联,0789,44,丙\r\n光电,0999,55,"丁"\r\n新材,0888,66,戊\r\n`,
  );
  expect(rows.map((row) => row.cells[0])).toEqual(['企业名称', '华新传感', '明德', '云联', '光电', '新材']);
  expect(rows.map((row) => row.trouble ?? '')).toEqual(['', '', 'quote', '', '', '']);
});

test('a stray quote that closes at a cell of the next line is seen too', async () => {
  const { rows } = await read(
    '企业.csv',
    `${head}明德,"0456,33,乙\r\n云联,0789",44,丙\r\n光电,0999,55,丁\r\n`,
  );
  expect(rows.map((row) => [row.cells[0], row.trouble ?? ''])).toEqual([
    ['企业名称', ''],
    ['华新传感', ''],
    ['明德', 'quote'],
    ['云联', ''],
    ['光电', ''],
  ]);
});

test('a cell of several lines stays one cell', async () => {
  const remark = '第一，行\r\n第二行, 另\r\n\r\n第四行';
  const { rows, findings } = await read('企业.csv', `${head}明德,0456,33,"${remark}"\r\n云联,0789,44,丙\r\n`);
  expect(rows[2]?.cells).toEqual(['明德', '0456', '33', remark]);
  expect(rows[3]).toMatchObject({ number: 4, line: 7 });
  expect(findings).toEqual([]);
});

test('headers with line breaks keep record numbers apart from lines', async () => {
  const { rows } = await read(
    '企业.csv',
    '"企业名称,全称","营业收入\n（万元）","研发费用\r\n(万元)"\n华新,12,3\n',
  );
  expect(rows).toMatchObject([
    { number: 1, line: 1, cells: ['企业名称,全称', '营业收入\n（万元）', '研发费用\r\n(万元)'] },
    { number: 2, line: 4, cells: ['华新', '12', '3'] },
  ]);
});

test('text behind a closing quote is read as it stands, with a warning', async () => {
  const { rows, findings } = await read('企业.csv', `${head}"华新"传感,1,2,3\r\n`);
  expect(rows[2]).toMatchObject({ number: 3, line: 3, cells: ['"华新"传感', '1', '2', '3'] });
  expect(findings).toMatchObject([
    { id: 'row.quote-stray', severity: 'warning', args: { column: 'A', raw: '"华新"传感' } },
  ]);
});

test.each([
  ['an inch mark inside a cell', '5" 屏', '5" 屏'],
  ['doubled quotes', '"明德""软件"""', '明德"软件"'],
  ['the guard of Excel', '="0123"', '="0123"'],
  ['blanks before a quote', ' "明德"', ' "明德"'],
])('%s is no trouble', async (_, written, cell) => {
  const { rows, findings } = await read('企业.csv', `${head}${written},1,2,3\r\n`);
  expect(rows[2]?.cells[0]).toBe(cell);
  expect(findings).toEqual([]);
});

test('a file that breaks off inside a quoted cell', async () => {
  const { rows, findings } = await read('断.csv', `${head}明德,0456,"33`);
  expect(rows[2]).toMatchObject({ number: 3, line: 3, cells: ['明德', '0456', '"33'], trouble: 'quote' });
  expect(findings.map((one) => one.id)).toEqual(['row.quote-open']);
});

test('a quoted cell of more than a million characters is an open quote', async () => {
  const { rows } = await read('长.csv', `${head}明德,"${'长'.repeat(1_100_000)}",1,2\r\n云联,1,2,3\r\n`);
  expect(rows.map((row) => row.trouble ?? '')).toContain('quote');
  expect(rows.at(-1)?.cells).toEqual(['云联', '1', '2', '3']);
});

test('every line opens a quote: every line is told, none is lost', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `企业${i},"乙,1,2`);
  const { rows, findings } = await read('乱.csv', `${head}${lines.join('\n')}\n`);
  expect(rows).toHaveLength(3002);
  expect(findings).toHaveLength(3000);
});

test('reading twice tells once', async () => {
  const { source, findings } = await read('企业.csv', `${head}明德,"0456,33,乙\r\n`);
  for await (const _ of source.sheets[0]!.rows());
  expect(findings).toHaveLength(1);
});
