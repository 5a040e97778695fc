import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { demoBench } from '../support/demo-firms.js';
import type { Workbench } from '../support/workbench.js';

// The nearest thing to do at 17:50: mend exceptions where they stand, and run again over the same folder.
let bench: Workbench;
const assess = (more: string) =>
  bench.innopoints(`assess firms.xlsx -p demo-2025.yaml --period 2026Q3 -o out --format csv --force ${more}`);

beforeEach(() => {
  bench = demoBench();
  expect(assess('').code).toBe(0);
  bench.file('out/exceptions.csv', `${bench.read('out/exceptions.csv')}改好的行\n`);
});

test.each(['', '--fixes out/exceptions.csv'])('what was mended is not replaced (%s)', (more) => {
  const { code, stderr } = assess(more);
  expect(code).toBe(4);
  expect(stderr).toContain('out 里有写出以后改过的文件：「exceptions.csv」');
  expect(stderr).toContain('移到别处');
  expect(bench.read('out/exceptions.csv')).toContain('改好的行');
});

test('moved away, it is taken in, and the run is replaced', () => {
  renameSync(join(bench.folder, 'out/exceptions.csv'), join(bench.folder, 'mended.csv'));
  expect(assess('--fixes mended.csv').code).toBe(0);
  expect(bench.read('out/exceptions.csv')).not.toContain('改好的行');
});
