import { expect, test } from 'vitest';
import { Findings } from '../../../src/finding/index.js';
import { takeIn } from '../../../src/intake/index.js';
import { findTables, indexFields, indexList } from '../../../src/match/index.js';
import type { Cell } from '../../../src/model/cell.js';
import { codes, planReading } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';

// A list of another bureau: whoever stands on it has the field true, every other firm false, and its rows have one fate.
const [a, b, c] = codes;
const plan = planReading('revenue', 'dishonest');

const hold = async (
  list: Cell[][],
  firms: Cell[][] = [
    ['华新传感有限公司', a, 1200],
    ['瑞泽新材有限公司', b, 900],
  ],
) => {
  const findings = new Findings();
  const intake = takeIn(plan, findings, 20250);
  const form = sheetOf([['企业名称', '统一社会信用代码', '营业收入（万元）'], ...firms]);
  for await (const piece of findTables(form, indexFields(plan, 2025), findings)) intake.take(piece);
  const taker = intake.list(plan.fields.get('dishonest')!);
  const sheet = sheetOf(list, { file: '失信名单.xlsx', name: 'Sheet1' });
  for await (const piece of findTables(sheet, indexList(plan), findings)) taker.take(piece);
  taker.end('失信名单.xlsx');
  return { firms: intake.finish(), findings: findings.all };
};

test('who stands on the list is yes, the rest is no', async () => {
  const { firms } = await hold([
    ['统一社会信用代码', '案号'],
    [b, '2025执1号'],
  ]);
  expect([...firms.numbers.get('dishonest')!]).toEqual([0, 1]);
  expect(firms.cellOf(1, 'dishonest')).toMatchObject({ file: '失信名单.xlsx', row: 2, column: 0 });
});

test('rows of firms outside the input are skipped and counted', async () => {
  const { firms, findings } = await hold([
    ['被执行人', '统一社会信用代码'],
    ['他乡企业', c],
    ['瑞泽', b],
  ]);
  expect(firms.skipped.at(-1)).toMatchObject({ reason: 'not-in-input', at: { row: 2 } });
  expect(findings.find((one) => one.id === 'file.list-held')?.args).toMatchObject({ found: 1, outside: 1 });
});

test('a list without codes is held by name, and that is a doubt', async () => {
  const { firms, findings } = await hold([['企业名称'], ['瑞泽新材有限公司']]);
  expect([...firms.numbers.get('dishonest')!]).toEqual([0, 1]);
  expect(findings.map((one) => one.id)).toContain('row.list-by-name');
});

test('a name that two firms have is not taken for either', async () => {
  const { firms } = await hold(
    [['企业名称'], ['瑞泽新材有限公司']],
    [
      ['瑞泽新材有限公司', a, 1200],
      ['瑞泽新材有限公司', b, 900],
    ],
  );
  expect([...firms.numbers.get('dishonest')!]).toEqual([0, 0]);
});

test('the form’s own yes stays where the list does not name the firm', async () => {
  const findings = new Findings();
  const intake = takeIn(plan, findings, 20250);
  const form = sheetOf([
    ['统一社会信用代码', '失信被执行人'],
    [a, '是'],
    [b, '否'],
  ]);
  for await (const piece of findTables(form, indexFields(plan, 2025), findings)) intake.take(piece);
  const taker = intake.list(plan.fields.get('dishonest')!);
  taker.end('失信名单.xlsx');
  expect([...intake.finish().numbers.get('dishonest')!]).toEqual([1, 0]);
});

test('totals and notes of the list are skipped as in any table', async () => {
  const { firms } = await hold([
    ['统一社会信用代码', '企业名称'],
    [b, '瑞泽新材有限公司'],
    ['合计', '1家'],
    ['注：截至9月末', null],
  ]);
  expect(firms.skipped.map((one) => one.reason)).toEqual(['header', 'header', 'total', 'note']);
});
