import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { checkCharacter } from '../../src/intake/uscc.js';
import { demoProfile } from '../support/demo-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';
import { formulas } from '../unit/report/hostile.js';

// The `'` that a CSV of ours puts before what a spreadsheet would run goes out to people and comes back: what comes back says
// what went out, a dash for "no figure" above all.

const header = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', '区县', '=批注'];
const names = ['-', ...formulas].map((start) => `${start}号有限公司`);
const firms = names.map((name, at) => {
  const code = `91340199MA10${String(at).padStart(4, '0')}0`;
  return [name, code + checkCharacter(code), '-', '九十', formulas[at % formulas.length]!, '@甲'];
});

let bench: Workbench;
const run = (words: string) => {
  const ran = bench.innopoints(`${words} -p demo-2025.yaml`);
  expect(ran.code, ran.stderr).toBe(0);
};
const table = (file: string): Record<string, string>[] =>
  parse(bench.read(file), { columns: true, bom: true });
/** What is known of the firms, but where it stood and whether a cell that is left out was wrong. */
const known = (file: string) => table(file).map(({ _rows, _rejected, ...rest }) => rest);

beforeAll(() => {
  bench = workbench()
    .file('demo-2025.yaml', demoProfile)
    .csv('=企业.csv', [header, ...firms]);
  run('assess =企业.csv --period 2025 -o first --format csv --by 区县');
  run('assess =企业.csv --fixes first/exceptions.csv --period 2025 -o second --format csv --by 区县');
});

test('what goes out bears the mark', () => {
  expect(bench.read('first/exceptions.csv')).toContain("'-号有限公司");
  expect(bench.read('first/exceptions.csv')).toContain(",'-,九十,");
});

test('exceptions that come back unmended say the same of every firm', () => {
  expect(known('first/data/firms.csv')).toHaveLength(firms.length);
  expect(known('second/data/firms.csv')).toEqual(known('first/data/firms.csv'));
});

test('no cell is told as changed, and each row takes the place of its own', () => {
  const fixed = table('second/findings.csv').filter((one) => one.代码 === 'row.fixed');
  expect(fixed).toHaveLength(firms.length);
  for (const one of fixed) expect(one.发现).toContain('各列没有改动');
});

test('only what was wrong before is wrong now', () => {
  const errors = (file: string) => table(file).flatMap((one) => (one.级别 === '错误' ? [one.原值] : []));
  expect(new Set(errors('second/findings.csv'))).toEqual(new Set(['九十']));
});

test('firms stand under the same values of --by', () => {
  expect(bench.files('second/by')).toEqual(bench.files('first/by'));
});

test('cleaned data are read as what they were cleaned from', () => {
  run('clean =企业.csv --all -o clean.csv');
  run('clean clean.csv --all -o again.csv');
  expect(known('again.csv')).toEqual(known('clean.csv'));
});

test('a value that begins with its own quote is no mark', () => {
  const quoted = workbench()
    .file('demo-2025.yaml', demoProfile)
    .csv('企业.csv', [header, ["'华新'传感", firms[0]![1]!, "'1200", 60, "'甲", '']]);
  const ran = quoted.innopoints('clean 企业.csv -p demo-2025.yaml -o clean.csv');
  expect(ran.code, ran.stderr).toBe(0);
  expect(quoted.read('clean.csv')).toMatch(/'华新'传感,'甲,1200,60/);
});
