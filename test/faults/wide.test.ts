import { afterAll, expect, test } from 'vitest';
import { demoFirms } from '../support/demo-firms.js';
import { demoProfile } from '../support/demo-profile.js';
import { workbench } from '../support/workbench.js';
import { row, workbookOf } from '../unit/table/build-workbook.js';
import { measured } from './measure.js';

// Tables as wide as the grid, and wider: read in time that grows with their cells and no faster, or refused. Figures are
// printed; the bounds asserted are some times what they were on the machine that they were measured on.

const bench = workbench().file('demo-2025.yaml', demoProfile);
const figures: string[] = [];
afterAll(() => process.stderr.write(`${figures.join('\n')}\n`));

function assess(name: string, bytes: string | Buffer, ...options: readonly string[]) {
  const args = ['-p', 'demo-2025.yaml', '--period', '2025', '-o', `out-${figures.length}`, ...options];
  const ran = measured(bench.file(name, bytes).folder, 'assess', name, ...args);
  figures.push(`${name}: exit ${ran.code}, ${ran.seconds.toFixed(1)} s, ${ran.mib.toFixed(0)} MiB`);
  expect(ran.said).not.toContain('内部错误');
  return ran;
}

const [header = [], ...firms] = demoFirms;
const grid = 16_384;
const wider = (count: number, name: (i: number) => string) => {
  const more = Array.from({ length: count - header.length }, (_, i) => i);
  const names = [...header, ...more.map(name)].join(',');
  const behind = ',7'.repeat(more.length);
  const rows = Array.from({ length: 100 }, (_, i) => {
    const [, ...rest] = firms[i % firms.length]!;
    return `华新${i},${rest.join(',')}${behind}`;
  });
  return `${[names, ...rows].join('\n')}\n`;
};

test.each<readonly [string, (i: number) => string]>([
  ['另有其名', (i) => `其他指标${i}`],
  ['名相近', (i) => `研发费用投入${i}`],
  ['同名', () => '备注'],
  ['同一字段', () => '研发费用（万元）'],
  ['同为代码', () => '统一社会信用代码'],
  ['各年', (i) => `${1000 + (i % 9000)}年营业收入（万元）`],
  ['无名', () => ''],
])('%s.csv of 16,384 columns and 100 rows is read or refused in bounds', (name, header) => {
  const { code, seconds, mib } = assess(`${name}.csv`, wider(grid, header));
  expect([0, 3]).toContain(code);
  expect(seconds).toBeLessThan(12);
  expect(mib).toBeLessThan(400);
});

test('十万列.csv is refused with its line, its count and what to do', () => {
  const { code, said, seconds, mib } = assess(
    '十万列.csv',
    wider(100_000, (i) => `备注${i}`),
  );
  expect(code).toBe(3);
  expect(said).toContain('第 1 行有 100000 列');
  expect(said).toContain('--max-columns 100000');
  expect(seconds).toBeLessThan(6);
  expect(mib).toBeLessThan(200);
});

test('四万列.csv is read where the option says so', () => {
  const { code } = assess(
    '四万列.csv',
    wider(40_000, (i) => `备注${i}`),
    '--max-columns',
    '40000',
  );
  expect(code).toBe(0);
});

test.each<readonly [string, (text: string) => string | Buffer]>([
  ['逗号', (text) => `${text}${','.repeat(30 << 20)}`],
  ['一行', (text) => `${text}华新,${'长'.repeat(20 << 20)}`],
  ['开引号', (text) => `${text}"${'a'.repeat(60 << 20)}`],
  ['全引号', (text) => `${text}${'"'.repeat(60 << 20)}`],
  ['逗号十六', (text) => Buffer.from(`\ufeff${text}${','.repeat(15 << 20)}`, 'utf16le')],
])('%s.csv, one line without an end, is refused', (name, text) => {
  const { code, said, seconds, mib } = assess(`${name}.csv`, text(`${header.join(',')}\n`));
  expect(code, said).toBe(3);
  expect(said).toContain('第 2 行');
  expect(seconds).toBeLessThan(12);
  expect(mib).toBeLessThan(500);
});

const letters = (index: number): string =>
  index < 0 ? '' : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

test.each([
  ['满宽', ''],
  ['满宽杂', '<odd/>'],
])('%s.xlsx of 16,384 columns and 100 rows is read in bounds', (name, after) => {
  const columns = Array.from({ length: grid }, (_, i) => letters(i));
  const texts = (number: number, cells: readonly string[]) => row(number, ...cells).replace('</row>', '');
  const rows = [
    `${texts(1, header.map(String))}${columns
      .slice(header.length)
      .map((at, i) => `<c r="${at}1" t="inlineStr"><is><t>其他指标${i}</t></is></c>`)
      .join('')}</row>`,
    ...Array.from({ length: 100 }, (_, i) => {
      const number = i + 2;
      const firm = firms[i % firms.length]!.map(String);
      const cells = columns.slice(header.length).map((at) => `<c r="${at}${number}"><v>7</v></c>`);
      return `${texts(number, [`华新${i}`, ...firm.slice(1)])}${cells.join('')}</row>`;
    }),
  ].join('');
  const { code, said, seconds, mib } = assess(
    `${name}.xlsx`,
    workbookOf({ sheets: [{ name: '企业', rows, after }] }),
  );
  expect(code, said).toBe(0);
  expect(seconds).toBeLessThan(12);
  expect(mib).toBeLessThan(600);
});

test('四百兆样式.xlsx is refused before it is inflated', () => {
  const rows = demoFirms.map((cells, i) => row(i + 1, ...cells.map(String))).join('');
  const styles = `<styleSheet>${' '.repeat(400 << 20)}</styleSheet>`;
  const bytes = workbookOf({ sheets: [{ name: '企业', rows }], more: { 'xl/styles.xml': styles } });
  const { code, said, seconds, mib } = assess('四百兆样式.xlsx', bytes);
  expect(code).toBe(3);
  expect(said).toContain('xl/styles.xml');
  expect(seconds).toBeLessThan(4);
  expect(mib).toBeLessThan(200);
});
