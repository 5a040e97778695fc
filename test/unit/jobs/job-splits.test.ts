import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pack } from '../../../src/jobs/pack.js';
import { publicity } from '../../../src/jobs/publicity.js';
import { root, type Workbench, workbench } from '../../support/workbench.js';

// A list that passes a sheet's limit goes on in further ones: pack and publicity tell it as assess does.
let bench: Workbench;
const at = (name: string) => join(bench.folder, name);
beforeAll(() => {
  bench = workbench();
  const input = join(root, 'samples/gaoxin-2026Q3.xlsx');
  const run = bench.innopoints(`assess ${input} -p hefei-hightech-2025 --period 2026Q3 --format csv -o run`);
  expect(run.code, run.stderr).toBe(0);
});

test('pack tells the workbook, the sheet and how many there are', async () => {
  const packed = await pack({ run: at('run'), offer: 'loan-online', out: at('bank'), rowsPerSheet: 60 });
  expect(packed.splits).toMatchObject([{ file: packed.files[0], sheets: 2 }]);
});

test('publicity tells the same of its notice', async () => {
  const out = at('notice.xlsx');
  const done = await publicity({ run: at('run'), out, rowsPerSheet: 40 });
  expect(done.splits).toEqual([{ file: out, sheet: '公示', sheets: 3 }]);
});

test('where all rows have room nothing is told, and a page has no sheets', async () => {
  const packed = await pack({ run: at('run'), offer: 'loan-online', out: at('other') });
  const page = await publicity({ run: at('run'), out: at('notice.html'), rowsPerSheet: 10 });
  expect([packed.splits, page.splits]).toEqual([[], []]);
});
