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

/** A line that breaks each rule, in a step that the rule holds. */
const planted = [
  ['model', "import '../finding/index.js';", 'model-imports'],
  ['finding', "import '../expr/index.js';", 'finding-imports'],
  ['expr', "import '../profile/index.js';", 'expr-imports'],
  ['profile', "import '../table/index.js';", 'profile-imports'],
  ['table', "import '../match/index.js';", 'table-imports'],
  ['match', "import '../table/index.js';", 'match-imports'],
  ['intake', "import '../match/index.js';", 'intake-imports'],
  ['score', "import '../cli/main.js';", 'score-imports'],
  ['decide', "import '../score/index.js';", 'decide-imports'],
  ['report', "import '../score/index.js';", 'report-imports'],
  ['analyse', "import '../intake/index.js';", 'analyse-imports'],
  ['jobs', "import '../cli/shell.js';", 'jobs-imports'],
  ['cli', "import '../report/index.js';", 'cli-imports'],
  ['decide', "import 'node:fs';", 'process-stays-in-cli'],
  ['table', "import 'node:http';", 'no-network'],
  ['jobs', "import 'fast-check';", 'no-dev-dependency-in-src'],
  ['report', "import './planted-report.js';", 'no-circular'],
  ['profile', "import { z } from 'zod';\nexport { z };", 'zod-by-one-door'],
] as const;

test('each planted edge is caught where it stands', () => {
  const paths = planted.map(([step, line], at) => {
    const name = line.includes('./planted-') ? `planted-${step}` : `planted-${at}`;
    const path = join(copy, 'src', step, `${name}.ts`);
    writeFileSync(path, `${line}\n`);
    return path;
  });
  try {
    const caught = cruise().violations.map(({ from, rule }) => `${join(copy, from)} ${rule.name}`);
    for (const [at, [, , rule]] of planted.entries()) expect(caught).toContain(`${paths[at]} ${rule}`);
  } finally {
    for (const path of paths) rmSync(path);
  }
});

test('there is a planted edge for every rule', async () => {
  const { default: config } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
    readonly default: { readonly forbidden: readonly { readonly name: string }[] };
  };
  const rules = config.forbidden.map(({ name }) => name);
  expect(planted.map(([, , rule]) => rule).sort()).toEqual([...rules].sort());
});
