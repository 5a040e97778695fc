import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { addressOf, EdgeError } from '../../src/finding/index.js';
import { assess } from '../../src/jobs/assess/assess.js';
import { inspect } from '../../src/jobs/inspect.js';
import { dayText } from '../../src/model/day.js';
import type { Finding, Severity } from '../../src/model/finding.js';
import type { Mapping } from '../../src/model/mapping.js';
import type { Plan } from '../../src/model/plan.js';
import type { Run } from '../../src/model/run.js';
import { root } from '../support/workbench.js';

// Every file of this folder against its line of expected.json, through the same jobs as the command line.

interface ExpectedCell {
  readonly at: string;
  readonly field: string;
  readonly raw?: string | number;
  readonly value: string | number | null;
}

interface Case {
  readonly file: string;
  readonly exitCode: number;
  readonly anyOf?: readonly string[];
  readonly encoding?: string;
  readonly sheet?: string;
  readonly header?: { readonly row: number; readonly rows: number };
  readonly rowsIn: number | null;
  readonly ignored?: readonly { readonly row: number; readonly why: string }[];
  readonly cells: readonly ExpectedCell[];
  readonly findings: readonly { readonly about: string; readonly severity: Severity; readonly at?: string }[];
  readonly limits?: { readonly seconds: number; readonly memoryMB: number };
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const cases = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as readonly Case[];

/** Of several right outcomes, the one we take, and the rows it must have where expected.json leaves them open. */
interface Taken {
  readonly exit: number;
  readonly why: string;
  readonly rowsIn?: number;
}
const taken: Readonly<Record<string, Taken>> = {
  'd04-duplicate-header.csv': { exit: 3, why: 'the ambiguous column is named with both positions' },
  'd14-unclosed-quote.csv': {
    exit: 0,
    why: 'line 4 is an exception, all 8 rows are accounted for',
    rowsIn: 8,
  },
  'd15-html-named.xls': { exit: 0, why: 'a web page is read by its content' },
  'd20-zip-bomb.xlsx': { exit: 0, why: 'blanks stream by, nothing is kept of them', rowsIn: 4 },
  'd24-two-tables-stacked.xlsx': { exit: 0, why: 'both tables are read, each by its own header' },
  'd25-big5.csv': { exit: 3, why: 'Big5 is named and never guessed' },
  'd26-xlsx-named.csv': { exit: 0, why: 'a workbook is read by its content' },
};

/** d10 has nothing but a ratio, so a profile must need the ratio for 百分之七 to be an error. */
const profiles: Readonly<Record<string, string>> = { 'd10-percent-mixed.xlsx': 'case-ratio-2025' };

/** How our findings say what expected.json asks for, in its order. `at`: an address, a row, or '' for a file or sheet. */
interface Told {
  readonly id: string;
  readonly at?: string;
  /** Words of the arguments that must be there. */
  readonly says?: readonly string[];
}
const told: Readonly<Record<string, readonly Told[]>> = {
  'd01-gbk-title-unit-total-note.csv': [
    { id: 'header.unit-from-title', says: ['万元', '单位：万元', 'D', 'E', 'F'] },
    { id: 'row.left-out', at: '11', says: ['total', '合计'] },
    { id: 'row.left-out', at: '12', says: ['note'] },
  ],
  'd02-credit-code-as-number.xlsx': [
    { id: 'cell.id-digits-lost', says: ['913301081901584000'] },
    { id: 'cell.id-digits-lost', says: ['913301081902397000'] },
    { id: 'cell.id-wrong-length', says: ['91330108190079', '14'] },
  ],
  'd04-duplicate-header.csv': [{ id: 'header.ambiguous', at: '', says: ['营业收入', 'D', 'F'] }],
  'd09-formula-without-value.xlsx': [
    { id: 'cell.formula-empty' },
    { id: 'cell.formula-empty' },
    { id: 'cell.error-value', says: ['#DIV/0!'] },
    { id: 'cell.error-value', says: ['#N/A'] },
  ],
  'd10-percent-mixed.xlsx': [
    { id: 'cell.ratio-scale', says: ['0.0724', '0.0724%', '7.24%'] },
    { id: 'cell.not-a-number', says: ['百分之七'] },
  ],
  'd11-numbers-as-text.csv': [
    { id: 'cell.unit-in-cell', says: ['1.2亿元', '亿元', '万元'] },
    { id: 'cell.unit-in-cell', says: ['1200万'] },
    { id: 'cell.not-a-number', says: ['约1200'] },
    { id: 'cell.not-a-number', says: ['1200-1500'] },
    { id: 'cell.not-a-number', says: ['12,34'] },
    { id: 'cell.not-a-number', says: ['1.234.567'] },
  ],
  'd13-nul-bytes.csv': [{ id: 'cell.control-in-number' }, { id: 'cell.control-in-text' }],
  'd15-html-named.xls': [{ id: 'file.other-format', at: '', says: ['.xls', 'html'] }],
  'd17-hidden-rows-sheets.xlsx': [
    { id: 'sheet.hidden-rows', at: '', says: ['4', '5', '8'] },
    { id: 'sheet.hidden', at: '', says: ['2022年'] },
  ],
  'd18-password.xlsx': [{ id: 'file.password', at: '' }],
  'd23-sections-subtotals.xlsx': [{ id: 'row.left-out', at: '2' }],
  'd24-two-tables-stacked.xlsx': [{ id: 'header.second-table', says: ['统一社会信用代码'] }],
  'd26-xlsx-named.csv': [{ id: 'file.other-format', at: '', says: ['.csv', 'xlsx'] }],
  'd27-blank-header-columns.csv': [{ id: 'header.nameless', says: ['D'] }],
};

/** Errors beyond those asked for, which must be nothing but what the case is about. */
const more: Readonly<Record<string, readonly Told[]>> = {
  'd14-unclosed-quote.csv': [{ id: 'row.quote-open', at: '4', says: ['B', '"示例云联科技有限公司'] }],
  'd25-big5.csv': [{ id: 'file.looks-like-big5', at: '' }],
};

const whys: Readonly<Record<string, string>> = {
  total: 'total',
  subtotal: 'total',
  note: 'note',
  signature: 'note',
  section: 'section',
};

/** A run that ended at the edge: its exit code and what it said. */
interface Outcome {
  readonly exit: number;
  readonly run: Run | null;
  readonly findings: readonly Finding[];
}

const request = (one: Case) => ({
  files: [join(folder, one.file)],
  profile: join(folder, `${profiles[one.file] ?? 'case-test-2025'}.yaml`),
  period: '2025',
});

async function outcomeOf(one: Case): Promise<Outcome> {
  try {
    const { run } = await assess({ ...request(one), out: null });
    return { exit: 0, run, findings: run.findings };
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return { exit: error.exit, run: null, findings: error.findings };
  }
}

const columnOf = (at: string): number =>
  [.../^[A-Z]+/.exec(at)![0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const rowOf = (at: string): number => Number(/\d+$/.exec(at)![0]);

/** The field that a header of expected.json means, by the profile's own words. */
function fieldOf(name: string, plan: Plan): string {
  const field = [...plan.fields.values()].find((one) => one.name.zh === name || one.aliases.includes(name));
  expect(field, `no field is called ${name}`).toBeDefined();
  return field!.id;
}

/** What a firm's field holds, as expected.json writes it. */
function valueAt(run: Run, cell: ExpectedCell, sheet: string | undefined): string | number | null {
  const { firms, plan } = run;
  const row = Array.from({ length: firms.rows.count }, (_, i) => i).find(
    (i) =>
      firms.rows.number[i] === rowOf(cell.at) &&
      (sheet === undefined || firms.tables[firms.rows.table[i]!]!.sheet === sheet),
  );
  expect(row, `no firm was read from row ${rowOf(cell.at)}`).toBeDefined();
  const firm = firms.rows.firm[row!]!;
  const field = fieldOf(cell.field, plan);
  expect(addressOf(firms.cellOf(firm, field)!), cell.field).toBe(cell.at);
  if (field === plan.idField) return firms.ids[firm] ?? null;
  if (field === plan.nameField) return firms.names[firm] ?? null;
  const text = firms.texts.get(field);
  if (text !== undefined) return text[firm] ?? null;
  const value = firms.numbers.get(field)?.[firm] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  return plan.fields.get(field)?.type === 'date' ? dayText(value) : value;
}

const matches = (one: Finding, want: Told, severity: Severity, at: string): boolean =>
  one.id === want.id &&
  one.severity === severity &&
  addressOf(one.at) === at &&
  (want.says ?? []).every((word) => JSON.stringify(one.args).includes(JSON.stringify(word).slice(1, -1)));

const shown = (findings: readonly Finding[]) =>
  findings.map((one) => `${one.severity} ${one.id} ${addressOf(one.at)} ${JSON.stringify(one.args)}`);

function expectFinding(findings: readonly Finding[], want: Told, severity: Severity, at: string): void {
  const found = findings.some((one) => matches(one, want, severity, at));
  expect(found ? [] : shown(findings), `${severity} ${want.id} ${at} ${want.says ?? ''} is not told`).toEqual(
    [],
  );
}

function expectHeader(one: Case, mappings: readonly Mapping[]): void {
  const first = mappings.find((mapping) => one.sheet === undefined || mapping.sheet === one.sheet);
  const { row, rows } = one.header!;
  expect([first?.headerFrom, first?.headerTo]).toEqual([row, row + rows - 1]);
}

test('expected.json has a line for every file here, and this table an answer to all it asks', () => {
  expect(cases).toHaveLength(27);
  for (const one of cases) {
    expect(told[one.file]?.length ?? 0, one.file).toBe(one.findings.length);
    expect(taken[one.file] !== undefined, one.file).toBe(one.anyOf !== undefined);
  }
});

test.each(cases.map((one) => [one.file, one] as const))('%s', async (file, one) => {
  const { exit, run, findings } = await outcomeOf(one);
  expect({ exit, findings: exit === 0 ? [] : shown(findings) }).toMatchObject({
    exit: taken[file]?.exit ?? one.exitCode,
  });

  one.findings.forEach((want, i) => {
    const mine = told[file]![i]!;
    expectFinding(findings, mine, want.severity, mine.at ?? want.at ?? '');
  });
  for (const want of more[file] ?? []) expectFinding(findings, want, 'error', want.at ?? '');
  const expected = new Set([...(told[file] ?? []), ...(more[file] ?? [])].map((want) => want.id));
  expect(shown(findings.filter((f) => f.severity === 'error' && !expected.has(f.id)))).toEqual([]);

  if (run === null) return;
  if (one.encoding !== undefined) expect(run.sources[0]?.encoding).toBe(one.encoding);
  if (one.header !== undefined) expectHeader(one, run.mappings);
  const { used, superseded, rejected } = run.rowLedger.byFate;
  expect(used + superseded + rejected).toBe(taken[file]?.rowsIn ?? one.rowsIn);
  for (const { row, why } of one.ignored ?? []) {
    const skipped = run.firms.skipped.find((s) => s.at.row === row);
    expect(skipped?.reason, `row ${row}`).toBe(whys[why]);
    expectFinding(findings, { id: 'row.left-out' }, 'info', String(row));
  }
  for (const cell of one.cells) expect(valueAt(run, cell, one.sheet), cell.at).toBe(cell.value);
});

test('d04: inspect shows what is sure, and maps neither of the two columns', async () => {
  const one = cases.find((c) => c.file.startsWith('d04'))!;
  const { mappings } = await inspect(request(one));
  expectHeader(one, mappings);
  const columns = mappings[0]!.columns;
  expect(columns[columnOf('E2')]).toMatchObject({ field: 'rd_expense', unit: '万元' });
  expect([columns[columnOf('D1')]?.field, columns[columnOf('F1')]?.field]).toEqual([null, null]);
});

test('d17: every hidden sheet is told, the very hidden one too', async () => {
  const one = cases.find((c) => c.file.startsWith('d17'))!;
  const { findings } = await outcomeOf(one);
  for (const sheet of ['2022年', '字典'])
    expectFinding(findings, { id: 'sheet.hidden', says: [sheet] }, 'info', '');
});

test('d23: all six rows that were left out are told by number', async () => {
  const one = cases.find((c) => c.file.startsWith('d23'))!;
  const { findings } = await outcomeOf(one);
  const rows = findings.filter((f) => f.id === 'row.left-out').map((f) => addressOf(f.at));
  expect(rows).toEqual(['2', '6', '7', '11', '12', '14']);
});

test('d25: the advice works — with --encoding big5 it is read', async () => {
  const one = cases.find((c) => c.file.startsWith('d25'))!;
  const { run } = await assess({ ...request(one), encoding: 'big5', out: null });
  expect(run.rowLedger.byFate).toMatchObject({ used: one.rowsIn, rejected: 0 });
  for (const cell of one.cells) expect(valueAt(run, cell, undefined)).toBe(cell.value);
  expect(run.mappings[0]?.columns.map((column) => column.unit)).toEqual([null, null, null, '万元', '万元']);
});

// The real binary, since limits are those of a process.
const limited = cases.filter((one) => one.limits !== undefined);
test.each(limited.map((one) => [one.file, one] as const))('%s keeps its limits', (file, one) => {
  const { seconds, memoryMB } = one.limits!;
  const tell = "process.on('exit',()=>process.stderr.write('\\nrss '+process.resourceUsage().maxRSS))";
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(tell)}`,
      join(root, 'bin/innopoints.js'),
      'inspect',
      join(folder, file),
      '-p',
      join(folder, 'case-test-2025.yaml'),
    ],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(taken[file]?.exit ?? one.exitCode);
  expect((performance.now() - started) / 1000).toBeLessThan(seconds);
  expect(Number(/rss (\d+)$/.exec(stderr)?.[1]) / 1024).toBeLessThan(memoryMB / 2);
});
