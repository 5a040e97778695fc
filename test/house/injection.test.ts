import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { demoBench, demoFirms } from '../support/demo-firms.js';
import type { Workbench } from '../support/workbench.js';
import { formulas } from '../unit/report/hostile.js';
import { partsOf } from '../unit/report/unzip.js';

// Names that a spreadsheet, a browser or a terminal would run, through a whole run: every file that was written is looked at.
const script = '<script>alert("示例")</script>';
const escapes = '示例\u001b]52;c;eA==\u0007\u202e有限公司';
const names = [...formulas, script, `"onload="alert(1)`, escapes];

let bench: Workbench;
let shown: string;
beforeAll(() => {
  const [header, ...firms] = demoFirms;
  const rows = names.map((name, at) => {
    const [, id, ...figures] = firms[at % firms.length]!;
    // Most have no usable code, and come back as their own rows; the first of each have.
    return [name, at < firms.length ? id! : `=${at}+1`, ...figures];
  });
  bench = demoBench().csv('hostile.csv', [
    [...header!, '=cmd|备注'],
    ...rows.map((row) => [...row, '@SUM(1)']),
  ]);
  for (const [format, out] of [
    ['csv', 'as-csv'],
    ['xlsx', 'as-xlsx'],
  ]) {
    const outcome = bench.innopoints(
      `assess hostile.csv -p demo-2025.yaml --period 2026Q3 --format ${format} -o ${out}`,
    );
    expect(outcome.code, outcome.stderr).toBe(0);
    shown = outcome.stderr;
  }
});
const written = (ending: string): string[] =>
  ['as-csv', 'as-xlsx'].flatMap((run) =>
    bench
      .files(run)
      .filter((name) => name.endsWith(ending))
      .map((name) => `${run}/${name}`),
  );

/** Cells of a CSV that a spreadsheet would take for a formula: an independent reading of the rule, numbers apart. */
const unguarded = (csv: string): string[] =>
  (parse(csv, { bom: true, relax_column_count: true }) as string[][])
    .flat()
    .filter((cell) => /^[\s\u3000]*[=+\-@＝＋－＠]/.test(cell) && !/^[+-]?[\d,.]+(?:E\d+)?%?$/.test(cell));

test('no CSV for people holds a cell that a spreadsheet would run', () => {
  const files = written('.csv').filter((name) => !name.includes('/data/'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) expect(unguarded(bench.read(file)), file).toEqual([]);
  // The names did arrive, with their mark.
  expect(bench.read('as-csv/assessment.csv')).toContain("'=cmd|");
});

test('a cell without its mark is caught', () => {
  expect(unguarded("企业名称,总分\n'=1+1,-5.5\n=1+1,60\n　＝1,+8613800000000\n")).toEqual(['=1+1', '　＝1']);
});

/** Formulas in the parts of a workbook. */
const formulasIn = (file: string): string[] =>
  Object.entries(partsOf(readFileSync(join(bench.folder, file)))).flatMap(([name, xml]) =>
    [...xml.matchAll(/<f[\s>]/g)].map(() => name),
  );

test('no workbook holds a formula', () => {
  const files = written('.xlsx');
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(formulasIn(file), file).toEqual([]);
  const whole = files
    .flatMap((file) => Object.values(partsOf(readFileSync(join(bench.folder, file)))))
    .join('');
  expect(whole).toContain('@SUM(1)');
});

test('a formula in a workbook is caught', async () => {
  const xlsx = await import('xlsx');
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 'n', f: '1+1', v: 2 } }, '企业');
  bench.file('planted.xlsx', xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect(formulasIn('planted.xlsx')).toHaveLength(1);
});

/** Markup of a page that came out of a cell. */
const running = (page: string): string[] => [script, '"onload="'].filter((one) => page.includes(one));

test('no page holds markup of a cell', () => {
  for (const file of written('.html')) expect(running(bench.read(file)), file).toEqual([]);
  expect(written('.html')).toHaveLength(2);
  expect(running(`<td>${script}</td>`)).toEqual([script]);
});

/** What steers a terminal: control characters but the line end, and those that turn the direction. */
const steering = (text: string): string[] =>
  text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g) ?? [];

test('nothing that is shown steers the terminal', () => {
  expect(shown).toContain('hostile.csv');
  expect(steering(shown)).toEqual([]);
  expect(steering(escapes)).toEqual(['\u001b', '\u0007', '\u202e']);
});
