import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import { demoFirms } from '../support/demo-firms.js';
import { demoProfile } from '../support/demo-profile.js';
import { most, type Ran, watched } from '../support/watched.js';
import { root, workbench } from '../support/workbench.js';
import { row, workbookOf, zipOf } from '../unit/table/build-workbook.js';

// Files that are made to keep a reader busy or to fill its memory, through the real program: each is read, or refused with exit 3,
// in bounded time and memory. Figures are printed; what is asserted of time is only that nothing hangs.

const bench = workbench().file('demo-2025.yaml', demoProfile);
const MiB = 1024 * 1024;
const figures: string[] = [];
afterAll(() => process.stderr.write(`${figures.join('\n')}\n`));

/** Runs `assess` on bytes; seconds and peak memory are noted and held to. */
function assess(name: string, bytes: string | Buffer): Ran {
  bench.file(name, bytes);
  const words = ['assess', name, '-p', 'demo-2025.yaml', '--period', '2025', '-o', `out-${figures.length}`];
  const ran = watched(bench.folder, join(root, 'bin/innopoints.js'), words);
  const size = Buffer.byteLength(bytes);
  figures.push(
    `${name}: ${size} bytes, exit ${ran.code}, ${ran.seconds.toFixed(1)} s, ${ran.rss.toFixed(0)} MiB`,
  );
  expect(ran.troubles, ran.said).toEqual([]);
  expect(ran.rss).toBeGreaterThan(10);
  return ran;
}

test.each([
  ['hangs', 'setInterval(() => {}, 1000)', 1],
  ['swallows memory', `globalThis.kept = Buffer.alloc(${most + 50} * 2 ** 20, 1)`],
  ['is a bug', "process.stderr.write('innopoints 出了内部错误'); process.exitCode = 70"],
  ['dies', "process.kill(process.pid, 'SIGKILL')"],
] as const)('a program that %s is seen (planted)', (trouble, script, seconds?: number) => {
  bench.file('planted.mjs', script);
  expect(watched(bench.folder, join(bench.folder, 'planted.mjs'), [], seconds).troubles).toEqual([trouble]);
});

const [header = [], ...firms] = demoFirms;
const rows = [header, ...firms].map((cells, i) => row(i + 1, ...cells.map((cell) => String(cell)))).join('');
const bookOf = (more: { rows?: string; before?: string; after?: string } = {}) => ({
  sheets: [{ name: '企业', ...more, rows: rows + (more.rows ?? '') }],
});
const csv = (lines: readonly (readonly unknown[])[]) => lines.map((cells) => cells.join(',')).join('\r\n');

/** Rows of cells that were only given a style, far down a sheet. */
function dressed(bytes: number): string {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const rows: string[] = [];
  for (let number = 10, size = 0; size < bytes; number++) {
    const cells = letters.map((letter) => `<c r="${letter}${number}" s="0"/>`).join('');
    const row = `<row r="${number}">${cells}</row>`;
    size += row.length;
    rows.push(row);
  }
  return rows.join('');
}

test.each<readonly [string, Buffer]>([
  ['声称三吉.xlsx', workbookOf({ ...bookOf(), lie: { 'xl/worksheets/sheet1.xml': 3 * 1024 * MiB } })],
  [
    '声称两千.xlsx',
    workbookOf({ ...bookOf({ rows: ' '.repeat(64 * MiB) }), lie: { 'xl/worksheets/sheet1.xml': 2000 } }),
  ],
  [
    '十万部件.xlsx',
    zipOf(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`xl/${i}`, ''])), {}, true),
  ],
  [
    '嵌套.zip',
    Array.from({ length: 42 }).reduce<Buffer>((inner) => zipOf({ 'a.zip': inner }), zipOf({ a: 'b' })),
  ],
  ['深.xlsx', workbookOf(bookOf({ after: '<a>'.repeat(100_000) }))],
  ['未闭合.xlsx', workbookOf(bookOf({ after: '<odd><b>' }))],
  [
    '外部实体.xlsx',
    workbookOf({
      sheets: [
        {
          xml: `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData>${rows.replace('>1<', '>&f;<')}</sheetData></worksheet>`,
        },
      ],
    }),
  ],
  ['列XFE.xlsx', workbookOf(bookOf({ rows: '<row r="9"><c r="XFE9"><v>1</v></c></row>' }))],
  ['行16777217.xlsx', workbookOf(bookOf({ rows: '<row r="16777217"><c r="A16777217"><v>1</v></c></row>' }))],
  ['列HHHHHH.xlsx', workbookOf(bookOf({ rows: '<row r="9"><c r="HHHHHH9"><v>1</v></c></row>' }))],
  ['百万格.xls', html(`<tr>${'<td>1'.repeat(1_000_000)}`)],
  ['跨列.xls', html(`<tr>${'<td colspan=1000>1'.repeat(100_000)}`)],
  ['跨行.xls', html(`<tr>${'<td colspan=1000 rowspan=2>'.repeat(16)}<tr></tr>`.repeat(5000))],
  ['宽行.xls', html(`<tr>${'<td colspan=1000>'.repeat(15)}<td>1`.repeat(5000))],
  ['框架.xls', Buffer.from(`<html>${'<frame '.repeat(700_000)}</html>`)],
  [
    '重复列.ods',
    ods(
      '<table:table-cell table:number-columns-repeated="1000000000" office:value-type="string"><text:p>x</text:p></table:table-cell>',
    ),
  ],
  [
    '重复行.ods',
    ods('<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>', 1_000_000_000),
  ],
  [
    '合并.xml',
    officeXml(
      '<Row><Cell ss:MergeAcross="16383" ss:MergeDown="1048575"><Data ss:Type="String">x</Data></Cell></Row>',
    ),
  ],
  ['列号.xml', officeXml('<Row><Cell ss:Index="200000000"><Data ss:Type="String">x</Data></Cell></Row>')],
])('%s is refused', (name, bytes) => {
  const { code, said } = assess(name, bytes);
  expect(code, said).toBe(3);
});

test.each<readonly [string, Buffer]>([
  ['维度.xlsx', workbookOf(bookOf({ before: '<dimension ref="A1:XFD1048576"/>' }))],
  [
    '百万空行.xlsx',
    workbookOf(
      bookOf({ rows: Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 10}"/>`).join('') }),
    ),
  ],
  [
    '链接.xlsx',
    workbookOf(
      bookOf({ after: '<odd/><hyperlinks><hyperlink ref="A1:XFD1048576" location="a"/></hyperlinks>' }),
    ),
  ],
  [
    '批注.xlsx',
    workbookOf({
      ...bookOf(),
      more: {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="__proto__"><text><t>x</t></text></comment></commentList></comments>',
      },
    }),
  ],
  ['空白一百兆.xlsx', workbookOf(bookOf({ rows: ' '.repeat(100 * MiB) }))],
  ['样式八十兆.xlsx', workbookOf(bookOf({ rows: dressed(80 * MiB) }))],
])('%s is read, every firm of it', (name, bytes) => {
  const { code, said } = assess(name, bytes);
  expect(code, said).toBe(0);
  expect(said).toContain(`${firms.length}`);
});

const last = firms.at(-1) ?? [];
test.each<readonly [string, string | Buffer, RegExp | null]>([
  [
    '十兆单元格.csv',
    csv([[...header, '备注'], ...firms.map((cells) => [...cells, '长'.repeat(3_500_000)])]),
    null,
  ],
  [
    '半个字.csv',
    Buffer.concat([Buffer.from(csv([header, ...firms])), Buffer.from([0xe4, 0xbc])]),
    /row\.cut-short/,
  ],
  [
    '未闭引号.csv',
    csv([header, ...firms.slice(0, -1), [`"${last[0]}`, ...last.slice(1)], ...firms]),
    /row\.quote-open/,
  ],
  [
    '原型.csv',
    csv([
      [...header, '__proto__', 'constructor', 'toString'],
      ...firms.map((cells) => [...cells, 'a', 'b', 'c']),
    ]),
    null,
  ],
])('%s is read, with a finding where a row cannot be', (name, text, found) => {
  const { code, said } = assess(name, text);
  expect(code, said).toBe(0);
  if (found !== null) expect(said).toMatch(found);
});

/** The firms as a web page that is named .xls, with more rows. */
function html(more: string): Buffer {
  const rows = demoFirms.map((cells) => `<tr>${cells.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`);
  return Buffer.from(`<html><body><table>${rows.join('')}${more}</table></body></html>`);
}

/** The firms as LibreOffice writes them, with one more row. */
function ods(cell: string, repeated = 1): Buffer {
  const book = {
    SheetNames: ['企业'],
    Sheets: { 企业: xlsx.utils.aoa_to_sheet(demoFirms.map((cells) => [...cells])) },
  };
  const bytes: Buffer = Buffer.from(xlsx.write(book, { type: 'buffer', bookType: 'ods' }) as Uint8Array);
  const zip: { FullPaths: string[]; FileIndex: { type: number; content: Uint8Array }[] } = xlsx.CFB.read(
    bytes,
    { type: 'buffer' },
  );
  const parts = zip.FullPaths.flatMap((path, i) => {
    const entry = zip.FileIndex[i];
    return entry?.type === 2 ? [[path.replace('Root Entry/', ''), Buffer.from(entry.content)] as const] : [];
  });
  const more = `<table:table-row table:number-rows-repeated="${repeated}">${cell}</table:table-row></table:table>`;
  return zipOf(
    Object.fromEntries(
      parts.map(([name, part]) =>
        name === 'content.xml' ? [name, part.toString().replace('</table:table>', more)] : [name, part],
      ),
    ),
  );
}

/** The firms as an XML spreadsheet of 2003, with one more row. */
function officeXml(more: string): Buffer {
  const book = {
    SheetNames: ['企业'],
    Sheets: { 企业: xlsx.utils.aoa_to_sheet(demoFirms.map((cells) => [...cells])) },
  };
  const text: string = xlsx.write(book, { type: 'string', bookType: 'xlml' });
  return Buffer.from(text.replace('</Table>', `${more}</Table>`));
}
