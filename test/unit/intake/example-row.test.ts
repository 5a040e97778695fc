import { expect, test } from 'vitest';
import { hasUsccFormat } from '../../../src/intake/uscc.js';
import type { Cell } from '../../../src/model/cell.js';
import { exampleFirm } from '../../../src/model/template.js';
import { codes, planReading, readSheets, told } from '../../support/read.js';
import { sheetOf } from '../../support/sheet.js';

const plan = planReading('revenue', 'rd_expense');
const header: Cell[] = ['统一社会信用代码', '企业名称', '营业收入（万元）', '研发费用（万元）'];
const read = (...rows: Cell[][]) => readSheets([sheetOf([header, ...rows])], plan);
const { id, name } = exampleFirm;

test.each(['zh', 'en'] as const)('the sample row of a template (%s) is left out, and said', async (lang) => {
  const back = await read([id, name[lang], 2000, 150], [codes[0], '华新传感', 1200, 80]);
  expect(back.firms.ids).toEqual([codes[0]]);
  expect(back.firms.skipped.filter((one) => one.reason === 'example').map((one) => one.at.row)).toEqual([2]);
  expect(told(back)).toEqual(['info row.left-out 2']);
});

test('its figures may have been changed', async () => {
  const back = await read([id, name.zh, '约5', null], [codes[0], '华新传感', 1200, 80]);
  expect(told(back)).toEqual(['info row.left-out 2']);
});

test('a firm that left the sample id under its own name is told to fill in its code', async () => {
  const back = await read([id, '华新传感', 1200, 80]);
  expect(told(back)).toEqual(['error cell.id-wrong-characters A2']);
  expect([...back.firms.rejected]).toEqual([1]);
});

test('a firm that left the sample name under its own code is read', async () => {
  const back = await read([codes[0], name.zh, 1200, 80]);
  expect(back.firms.ids).toEqual([codes[0]]);
  expect(told(back)).toEqual([]);
});

test('a firm whose name begins with 示例 is a firm', async () => {
  const back = await read([codes[1], '示例企业服务有限公司', 1200, 80]);
  expect(back.firms.count).toBe(1);
});

test('the sample id can be nobody’s: it has the length of a code, not its characters', () => {
  expect(id).toHaveLength(18);
  expect(hasUsccFormat(id)).toBe(false);
});
