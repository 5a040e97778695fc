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
    JSON.parse(stdout) as {
      summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
    }
  ).summary;
};

test('the house has no forbidden edge, and its modules are seen', () => {
  const summary = cruise();
  expect(summary.violations).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(100);
});

const planted = [
  ['score', "import '../cli/main.js';", 'score-imports'],
  ['model', "import '../finding/index.js';", 'model-imports'],
  ['report', "import '../score/index.js';", 'report-imports'],
  ['decide', "import 'node:fs';", 'process-stays-in-cli'],
  ['table', "import 'node:http';", 'no-network'],
  ['jobs', "import 'fast-check';", 'no-dev-dependency-in-src'],
] as const;

test('each planted edge is caught where it stands', () => {
  const paths = planted.map(([step, line]) => {
    const path = join(copy, 'src', step, 'planted.ts');
    writeFileSync(path, `${line}\n`);
    return path;
  });
  try {
    const caught = cruise().violations.map(({ from, rule }) => `${from} ${rule.name}`);
    for (const [step, , rule] of planted) expect(caught).toContain(`src/${step}/planted.ts ${rule}`);
  } finally {
    for (const path of paths) rmSync(path);
  }
});
