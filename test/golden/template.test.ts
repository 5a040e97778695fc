import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { root, type Workbench, workbench } from '../support/workbench.js';

// The loop: the blank form goes out, is filled cell by cell, comes back and is scored without a word.
let bench: Workbench;
beforeEach(() => {
  bench = workbench();
});
const records = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true }) as Record<string, string>[];

type Form = readonly Readonly<Record<string, string | number>>[];

/** A header without the line break before its unit. */
const plain = (header: string): string => header.replace('\n', '');

/** Writes values by header under the sample row, or over it, into the form's own cells, as a person would. */
function fill(from: string, to: string, firms: Form, { sheet = '企业', row = 3 } = {}): void {
  const path = (name: string) => join(bench.folder, name);
  const book = XLSX.read(readFileSync(path(from)), { cellStyles: true });
  const cells = book.Sheets[sheet]!;
  const { e } = XLSX.utils.decode_range(cells['!ref']!);
  const headers = Array.from({ length: e.c + 1 }, (_, c) =>
    plain(String(cells[XLSX.utils.encode_cell({ r: 0, c })].v)),
  );
  firms.forEach((firm, index) => {
    expect(Object.keys(firm).filter((header) => !headers.includes(plain(header)))).toEqual([]);
    for (const [header, v] of Object.entries(firm)) {
      const address = XLSX.utils.encode_cell({ r: row - 1 + index, c: headers.indexOf(plain(header)) });
      if (v !== '') cells[address] = { t: typeof v === 'number' ? 'n' : 's', v };
    }
  });
  cells['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: row - 2 + firms.length, c: e.c } });
  writeFileSync(path(to), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** The sample row of the form, as three firms would have filled it. */
function likeTheSample(from: string, sheet: string): Form {
  const book = XLSX.read(readFileSync(join(bench.folder, from)));
  const [sample] = XLSX.utils.sheet_to_json<Record<string, string | number>>(book.Sheets[sheet]!);
  const [id, name] = Object.keys(sample!) as [string, string];
  return [
    ['91340199MA1007919N', '华新传感技术有限公司'],
    ['91340199MA10158389', '瑞泽新材有限公司'],
    ['91340199MA1023757U', '金桥生物医药有限公司'],
  ].map(([code, firm]) => ({ ...sample!, [id]: code!, [name]: firm! }));
}

test.each([
  ['hefei-hightech-2025', 'zh', '企业'],
  ['hefei-hightech-2025', 'en', 'Firms'],
  ['techsme-2017', 'zh', '企业'],
  ['national-1.0-2022', 'zh', '企业'],
])('the form of %s (%s), filled, has nothing to be said of but the sample row', (profile, lang, sheet) => {
  const made = bench.innopoints(`template -p ${profile} --period 2025 --lang ${lang} -o form.xlsx`);
  expect(made.code, made.stderr).toBe(0);
  fill('form.xlsx', 'filled.xlsx', likeTheSample('form.xlsx', sheet), { sheet });
  const run = bench.innopoints(`assess filled.xlsx -p ${profile} --period 2025 -o out --headers id`);
  expect(run.code, run.stderr).toBe(0);
  expect(records(bench.read('out/findings.csv')).map((one) => `${one.finding} ${one.row}`)).toEqual([
    'row.left-out 2',
  ]);
  const summary = JSON.parse(bench.read('out/manifest.json'));
  expect(summary.rows.skipped).toMatchObject({ header: 1, example: 1 });
  expect(records(bench.read('out/assessment.csv'))).toHaveLength(3);
});

test('firms written over the sample row are all read', () => {
  bench.innopoints('template -p techsme-2017 -o form.xlsx');
  fill('form.xlsx', 'filled.xlsx', likeTheSample('form.xlsx', '企业'), { row: 2 });
  const run = bench.innopoints('assess filled.xlsx -p techsme-2017 --period 2025 -o out --headers id');
  expect(run.code, run.stderr).toBe(0);
  expect(records(bench.read('out/findings.csv'))).toEqual([]);
  expect(records(bench.read('out/assessment.csv'))).toHaveLength(3);
});

test('what is wrong in a filled form is told at its cell', () => {
  bench.innopoints('template -p hefei-hightech-2025 --period 2026Q3 -o form.xlsx');
  const [first, ...others] = likeTheSample('form.xlsx', '企业');
  fill('form.xlsx', 'filled.xlsx', [{ ...first!, '研发费用（万元）': '约120' }, ...others]);
  const run = bench.innopoints(
    'assess filled.xlsx -p hefei-hightech-2025 --period 2026Q3 -o out --headers id',
  );
  expect(run.code, run.stderr).toBe(0);
  const errors = records(bench.read('out/findings.csv')).filter((one) => one.severity === 'error');
  expect(errors.map((one) => `${one.finding} ${one.cell}`)).toEqual(['cell.not-a-number E3']);
});

test('the shipped sample’s firms, written into the form, are assessed as they were', () => {
  const input = join(root, 'samples/gaoxin-2026Q3.xlsx');
  const rules = '-p hefei-hightech-2025 --period 2026Q3';
  bench.innopoints(`clean ${input} ${rules} -o clean.csv --headers text`);
  bench.innopoints(`template ${rules} -o form.xlsx`);
  const header = XLSX.read(readFileSync(join(bench.folder, 'form.xlsx'))).Sheets.企业!;
  const asked = XLSX.utils.sheet_to_json<string[]>(header, { header: 1 })[0]!;
  const firms = records(bench.read('clean.csv')).map((firm) =>
    Object.fromEntries(
      asked
        .map(plain)
        .map((name) => [name, /（.*）$/.test(name) && firm[name] !== '' ? Number(firm[name]) : firm[name]!]),
    ),
  );
  fill('form.xlsx', 'filled.xlsx', firms);
  bench.innopoints(`assess filled.xlsx ${rules} -o filled --headers id --format csv`);
  bench.innopoints(`assess ${input} ${rules} -o original --headers id --format csv`);
  const assessed = (folder: string) =>
    records(bench.read(`${folder}/assessment.csv`))
      .filter((one) => one.disposition !== 'rejected')
      .map(({ file, sheet, row, ...rest }) => rest);
  expect(firms.length).toBeGreaterThan(250);
  expect(assessed('filled')).toEqual(assessed('original'));
});

test('a form is its owner’s alone', () => {
  bench.innopoints('template -p techsme-2017 -o form.xlsx');
  expect(statSync(join(bench.folder, 'form.xlsx')).mode & 0o777).toBe(0o600);
});

test('a form that is there is not overwritten', () => {
  bench.file('form.xlsx', '已经填了一半');
  const outcome = bench.innopoints('template -p techsme-2017 -o form.xlsx');
  expect(outcome.code).toBe(4);
  expect(outcome.stderr).toContain('已存在');
  expect(bench.read('form.xlsx')).toBe('已经填了一半');
  expect(bench.innopoints('template -p techsme-2017 -o form.xlsx --force').code).toBe(0);
  expect(bench.read('form.xlsx')).not.toBe('已经填了一半');
});

test.each([
  ['another extension', 'template -p techsme-2017 -o form.xls', '.xlsx'],
  ['standard output', 'template -p techsme-2017 -o -', '.xlsx'],
  ['a profile that is not there', 'template -p techsme-2018 -o form.xlsx', 'techsme-2017'],
  ['no period', 'template -p techsme-2017 --period 三季度 -o form.xlsx', '2026Q3'],
  ['no output', 'template -p techsme-2017', '--out'],
])('%s is wrong usage, and nothing is written', (_, words, said) => {
  const outcome = bench.innopoints(words);
  expect(outcome.code, outcome.stderr).toBe(2);
  expect(outcome.stderr).toContain(said);
  expect(bench.files('.')).toEqual([]);
});
