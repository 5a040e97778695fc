import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, workbench } from '../support/workbench.js';

// A page is mailed and opened on whatever stands in the office: 4 MB at 15,000 firms with 18 indicators, as the bench has them.
test('15,000 firms stay below 4 MB of report.html', () => {
  const bench = workbench();
  const make = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(root, 'test/bench', script), ...args], { cwd: bench.folder });
  make('gen.mjs', '15000', '60', 'firms.csv');
  make('make-profile.mjs', 'bench-2025.yaml');
  const outcome = bench.innopoints(
    'assess firms.csv -p bench-2025.yaml --period 2025 --format csv -q -o out',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  // 2.9 MB; nothing in it is compressed.
  expect(statSync(join(bench.folder, 'out/report.html')).size).toBeLessThan(3_300_000);
});
