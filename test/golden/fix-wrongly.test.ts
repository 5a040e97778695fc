import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { root, type Workbench, workbench } from '../support/workbench.js';

// A file of fixes that says too much, or says it about another firm: no firm is hurt, and all of it is told.
const sample = 'gaoxin-2026Q3.xlsx';
type Rows = (string | number | boolean | null)[][];

let bench: Workbench;
const at = (name: string) => join(bench.folder, name);
const assess = (fixes: string, out: string, more = '') =>
  bench.innopoints(
    `assess ${sample}${fixes} -p hefei-hightech-2025 --period 2026Q3 -o ${out} --no-html --lang zh ${more}`,
  );
const rowsOf = (name: string) =>
  parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
const firmsOf = (out: string) => rowsOf(`${out}/assessment.csv`);
const told = (out: string, id: string) => rowsOf(`${out}/findings.csv`).filter((one) => one.finding === id);
/** A firm's line without where its row stands. */
const line = (out: string, id: string) => {
  const { file: _f, sheet: _s, row: _r, ...rest } = firmsOf(out).find((one) => one.id === id) ?? {};
  return rest;
};
const ids = ' --format csv --headers id';

/** The exceptions as they went out, changed by hand; a row is known by where it stood. */
function change(to: string, by: (rows: Rows, row: (number: number) => Rows[number]) => Rows): void {
  const book = XLSX.read(readFileSync(at('first/exceptions.xlsx')));
  const name = book.SheetNames[0]!;
  const rows = XLSX.utils.sheet_to_json<Rows[number]>(book.Sheets[name]!, { header: 1, defval: null });
  const row = (number: number) => rows.find((one) => String(one.at(-1)).endsWith(`!${number}`))!;
  const out = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(out, XLSX.utils.aoa_to_sheet(by(rows, row)), name);
  writeFileSync(at(to), XLSX.write(out, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

beforeAll(() => {
  bench = workbench().file(sample, readFileSync(join(root, 'samples', sample)));
  expect(assess('', 'first').code).toBe(0);
  expect(assess('', 'before', ids).code).toBe(0);
});

test('a row mended to the code of a good firm is rejected, and the good firm is scored as before', () => {
  const other = '91340199MA1007919N';
  change('taken.xlsx', (rows, row) => {
    row(140)[2] = other;
    return rows;
  });
  expect(assess(' --fixes taken.xlsx', 'taken', ids).code).toBe(0);
  expect(line('taken', other).disposition).not.toBe('rejected');
  expect(line('taken', other).total).not.toBe('');
  expect(line('taken', other)).toEqual(line('before', other));
  expect(firmsOf('taken').length).toBe(firmsOf('before').length);
  const [one, ...more] = told('taken', 'cell.fix-id-taken');
  expect(more).toEqual([]);
  expect(one?.severity).toBe('error');
  expect(one?.found).toBe(`本行的代码 ${other} 在输入中属于另一家企业（见于 ${sample} 「企业」 第 5 行）`);
});

test('a veto that a firm lifts from itself is told on the terminal, with both values in findings.csv', () => {
  change('veto.xlsx', (rows, row) => {
    const header = rows.find((cells) => cells.includes('失信被执行人'))!;
    expect(row(124)[header.indexOf('失信被执行人')]).toBe('是');
    row(124)[header.indexOf('失信被执行人')] = '否';
    return rows;
  });
  const run = assess(' --fixes veto.xlsx', 'veto', ids);
  expect(run.stderr).toContain('改正表改动了没有报错的单元格 1 处，其中一票否决要看的 1 处');
  const [one] = told('veto', 'cell.fix-unasked');
  expect(one?.severity).toBe('warning');
  expect(one?.found).toContain('「失信被执行人」：原为「是」，现为「否」；一票否决要看这一项');
  expect(one?.found).toContain(`见于 ${sample} 「企业」 `);
  expect(one?.found).toMatch(/[A-Z]+124）$/);
});

test('fixes without the columns of ours close the loop by code and name, and say what they lack', () => {
  change('bare.xlsx', (rows, row) => {
    row(140)[2] = '91340199MA20700022';
    return rows.map((cells) => cells.slice(0, -3));
  });
  expect(assess(' --fixes bare.xlsx', 'bare', ids).code).toBe(0);
  expect(firmsOf('bare').length).toBe(300);
  expect(firmsOf('bare').find((one) => one.id === '91340199MA20700022')?.disposition).not.toBe('rejected');
  expect(told('bare', 'header.fix-place').length).toBe(1);
});

test('mended rows on a second sheet without a header stop the run with exit 3', () => {
  change('two.xlsx', (rows) => rows);
  const book = XLSX.read(readFileSync(at('two.xlsx')));
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([['示例企业', '91340199MA20700022', 12]]),
    'Sheet2',
  );
  writeFileSync(at('two.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const run = assess(' --fixes two.xlsx', 'two');
  expect(run.code).toBe(3);
  expect(run.stderr).toContain('「Sheet2」有数据，但没有认得的表头');
  expect(bench.files('.').filter((name) => name.startsWith('two/'))).toEqual([]);
});

test('a veto is not lifted by deleting its column from the exceptions', () => {
  change('no-veto.xlsx', (rows) => {
    const header = rows.find((cells) => cells.includes('失信被执行人'))!;
    const column = header.indexOf('失信被执行人');
    return rows.map((cells) => cells.filter((_, i) => i !== column));
  });
  expect(assess(' --fixes no-veto.xlsx', 'no-veto', ids).code).toBe(0);
  const vetoed = (out: string) =>
    firmsOf(out)
      .filter((one) => one.disposition === 'vetoed')
      .map(({ id }) => id);
  expect(vetoed('before').length).toBeGreaterThan(0);
  expect(vetoed('no-veto')).toEqual(vetoed('before'));
  expect(told('no-veto', 'header.fix-columns')[0]?.found).toBe(
    '改正文件没有原表的「失信被执行人」，这些数据仍按被代替的原行读取',
  );
});

test('exceptions given beside their form without --fixes are refused, with what to write instead', () => {
  for (const [bookType, name] of [
    ['xlsx', 'plain.xlsx'],
    ['csv', 'plain.csv'],
  ] as const) {
    const book = XLSX.read(readFileSync(at('first/exceptions.xlsx')));
    writeFileSync(at(name), XLSX.write(book, { type: 'buffer', bookType }) as Buffer);
    const run = assess(` ${name}`, 'plain');
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(`这是「${sample}」退回改正的例外表，却作为另一张原表传入`);
    expect(run.stderr).toContain(`--fixes ${name}`);
  }
});

test('exceptions scored without their form are told', () => {
  const run = bench.innopoints(
    'assess first/exceptions.xlsx -p hefei-hightech-2025 --period 2026Q3 -o alone --no-html --lang en --format csv --headers id',
  );
  expect(run.code).toBe(0);
  expect(told('alone', 'header.fixes-as-input')[0]).toMatchObject({
    severity: 'warning',
    found: 'these are exceptions that were sent back, given as a form of its own: only its firms are scored',
  });
});

test('a second mend given without the first says that the first is missing', () => {
  change('round-one.xlsx', (rows, row) => {
    const [one] = rows.filter((cells) => String(cells.at(-1)).endsWith('!114'));
    expect(one).toBe(row(114));
    return rows.map((cells) => cells.map((cell) => (cell === '约120' ? 120 : cell)));
  });
  expect(assess(' --fixes round-one.xlsx', 'round-one').code).toBe(0);
  const book = readFileSync(at('round-one/exceptions.xlsx'));
  writeFileSync(at('round-two.xlsx'), book);
  const alone = assess(' --fixes round-two.xlsx', 'round-two', ids);
  expect(alone.code).toBe(0);
  // Five kinds of errors stand before it.
  expect(alone.stderr).toContain('sheet.fixes-of-absent');
  const [lost] = told('round-two', 'sheet.fixes-of-absent');
  expect(lost?.severity).toBe('warning');
  expect(lost?.fix).toContain('--fixes round-one.xlsx --fixes round-two.xlsx');
  expect(assess(' --fixes round-one.xlsx --fixes round-two.xlsx', 'rounds', ids).code).toBe(0);
  expect(told('rounds', 'sheet.fixes-of-absent')).toEqual([]);
});
