import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partsOf } from '../../../src/jobs/assess/parts/parts-of.js';
import type { SheetSplit } from '../../../src/model/sheet-split.js';
import { writeReports, writeSplit } from '../../../src/report/index.js';
import type { ReportOptions } from '../../../src/report/write-reports.js';
import { fetchOf, runOf } from './run-of.js';
import { sheetsOf } from './unzip.js';
import { zoneOf } from './zone.js';

// A sheet that has more rows than a sheet takes goes on in further ones: whoever runs the command hears of it.
const { parts, told } = zoneOf(60);
const run = runOf(parts, told);

async function heard(
  rowsPerSheet: number,
  write: (folder: string, options: ReportOptions) => Promise<unknown>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'innopoints-splits-'));
  const splits: SheetSplit[] = [];
  const options = {
    format: 'xlsx',
    headers: 'text',
    html: false,
    fetch: fetchOf(parts, told),
    rowsPerSheet,
    onSplit: (split: SheetSplit) => void splits.push(split),
  } as const;
  await write(folder, options);
  return { folder, splits };
}

test('the workbook, the sheet and how many there are now', async () => {
  const { folder, splits } = await heard(20, (to, options) => writeReports(to, run, options));
  const list = splits.find((one) => one.file === 'whitelist.xlsx' && one.sheet === '白名单')!;
  const book = sheetsOf(readFileSync(join(folder, 'whitelist.xlsx')));
  const names = [...book.keys()].filter((name) => name.startsWith('白名单'));
  expect(list.sheets).toBe(names.length);
  expect(list.sheets).toBeGreaterThan(1);
});

test('nothing is said where all rows have room', async () => {
  const { splits } = await heard(1000, (to, options) => writeReports(to, run, options));
  expect(splits).toEqual([]);
});

test('a part’s workbook is named by its folder', async () => {
  const codes = Int32Array.from(parts, (_, index) => index % 2);
  const split = { by: { zh: '区县', en: 'District' }, words: ['包河区', '蜀山区'], codes };
  const { splits } = await heard(15, (to, options) => writeSplit(to, partsOf(run, split), run.lang, options));
  expect(splits.map(({ file }) => file)).toContain('by/包河区/whitelist.xlsx');
});
