import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/workbench.js';

// What the build makes: the program in a few files, the library's door, and the licences of what is packed in.
test('a program finds the library by its name, and the door gives what the commands do', () => {
  const script = `
    const { assess, summarise } = await import('innopoints');
    const { run } = await assess({
      files: ['samples/gaoxin-2026Q3.xlsx'], profile: 'hefei-hightech-2025', period: '2026Q3', out: null,
    });
    console.log(JSON.stringify(summarise(run).firms));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ total: 300 });
});

test('every dependency that is packed in has its licence there', () => {
  const licences = readFileSync(join(root, 'dist/program/LICENCES.txt'), 'utf8');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies))
    expect(licences, name).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
