import { expect, test } from 'vitest';
import { codes, planReading, readSheets, told } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';

// What exports of the 火炬 filing system bring: withdrawn rows, a placeholder number, names and codes swapped or mistyped.
const [a, b] = codes;
const plan = planReading('revenue');

test('a withdrawn row is skipped with its reason, its faults do not matter', async () => {
  const sheet = sheetOf([
    ['统一社会信用代码', '营业收入（千元）', '数据状态'],
    [a, 12000, 'valid'],
    [b, '约9000', 'dis'],
  ]);
  const back = await readSheets([sheet], plan);
  expect(back.firms.ids).toEqual([a]);
  expect(back.firms.skipped.map((one) => `${one.at.row} ${one.reason}`)).toEqual(['1 header', '3 withdrawn']);
});

test.each([-2147483640, '-2147483640'])('the placeholder %s is blank, with a warning', async (value) => {
  const back = await readSheets(
    [
      sheetOf([
        ['统一社会信用代码', '营业收入（千元）'],
        [a, value],
      ]),
    ],
    plan,
  );
  expect(back.firms.numbers.get('revenue')?.[0] ?? Number.NaN).toBeNaN();
  expect(told(back)).toEqual(['warning cell.sentinel B2']);
});

test('a name and a code in each other’s cells are recognised', async () => {
  const back = await readSheets(
    [
      sheetOf([
        ['企业名称', '统一社会信用代码', '营业收入（万元）'],
        [a, '华新传感有限公司', 1200],
      ]),
    ],
    plan,
  );
  expect(told(back)).toEqual(['error cell.id-swapped B2']);
});

test('letters typed for digits are suggested where the check character agrees, never repaired', async () => {
  const typo = a.replace('0', 'O');
  const back = await readSheets(
    [
      sheetOf([
        ['统一社会信用代码', '营业收入（万元）'],
        [typo, 1200],
      ]),
    ],
    plan,
  );
  expect(back.findings.all[0]).toMatchObject({ id: 'cell.id-wrong-characters', args: { meant: a } });
  expect(back.firms.ids).toEqual([null]);
});

test('one name under two codes is told at the second', async () => {
  const back = await readSheets(
    [
      sheetOf([
        ['企业名称', '统一社会信用代码', '营业收入（万元）'],
        ['华新传感', a, 1200],
        ['华新传感', b, 900],
      ]),
    ],
    plan,
  );
  expect(told(back)).toEqual(['warning cell.name-twice A3']);
  expect([...back.firms.rejected]).toEqual([0, 0]);
});
