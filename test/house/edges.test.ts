import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/workbench.js';

// The drawing is a test: these show that the check of the edges can fail, and that it sees the modules.
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'innopoints-edges-'));
  for (const part of ['src', 'bin', 'tsconfig.json', 'package.json', '.dependency-cruiser.cjs'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

const cruise = () => {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'bin'];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 256 * 2 ** 20,
  });
  return (
    JSON.parse(stdout) as { summary: { totalCruised: number; violations: { rule: { name: string } }[] } }
  ).summary;
};

test('the house has no forbidden edge, and its modules are seen', () => {
  const summary = cruise();
  expect(summary.violations).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(100);
});

test.each([
  ['score/planted.ts', "import '../cli/main.js';", 'score-imports'],
  ['model/planted.ts', "import '../finding/index.js';", 'model-imports'],
  ['report/planted.ts', "import '../score/index.js';", 'report-imports'],
  ['decide/planted.ts', "import 'node:fs';", 'process-stays-in-cli'],
  ['table/planted.ts', "import 'node:http';", 'no-network'],
  ['jobs/planted.ts', "import 'fast-check';", 'no-dev-dependency-in-src'],
])('a planted %s is caught', (file, line, rule) => {
  const path = join(copy, 'src', file);
  writeFileSync(path, `${line}\n`);
  try {
    expect(cruise().violations.map((one) => one.rule.name)).toContain(rule);
  } finally {
    rmSync(path);
  }
});
