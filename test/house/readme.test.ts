import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/main.js';
import { openShell } from '../../src/cli/shell.js';
import { texts } from '../../src/cli/text.js';
import { Exit } from '../../src/finding/index.js';
import { root, workbench } from '../support/workbench.js';

// The README is true at every commit: its picture is what the first command prints, its commands are the ones there are.
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** What a command says to who sits at a terminal of 80 columns: more than to a log, which names no firm and no value. */
async function toPerson(words: readonly string[]): Promise<string> {
  let said = '';
  const err = Object.assign(
    new Writable({
      write(chunk, _, done) {
        said += String(chunk);
        done();
      },
    }),
    { isTTY: true, columns: 80 },
  );
  const out = new Writable({ write: (_chunk, _encoding, done) => done() });
  // CI: no spinner; NO_COLOR: bare words.
  const shell = openShell({ out, err, env: { CI: '1', NO_COLOR: '1' }, cwd: root });
  expect(await run(['node', 'innopoints', ...words], shell), said).toBe(0);
  return said;
}

test('the picture is what the first command prints', async () => {
  const picture = /What the first prints:\n\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { folder } = workbench();
  const command = /npx innopoints (assess samples\/.*)/.exec(readme)?.[1] ?? '';
  const words = command.split(' ').map((word) => {
    if (word.startsWith('samples/')) return join(root, word);
    return word.startsWith('runs/') ? join(folder, word) : word;
  });
  const stderr = (await toPerson(words)).replaceAll(`${folder}/`, '');
  const shown = picture.split('\n').filter((line) => line.trim() !== '' && line !== '…');
  expect(shown.length).toBeGreaterThan(15);
  let at = 0;
  for (const line of shown) {
    const found = stderr.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(0);
    at = found + line.length;
  }
});

/** Commands and exit codes that the text does not tell. */
function untold(text: string): string[] {
  const commands = Object.keys(texts)
    .filter((one) => /^[a-z]+\.summary$/.test(one) && !one.startsWith('profile'))
    .map((key) => `innopoints ${key.split('.')[0]}`);
  const codes = Object.values(Exit).map((code) => new RegExp(`\\| ${code} +\\|`));
  return [
    ...commands.filter((one) => !text.includes(one)),
    ...codes.filter((one) => !one.test(text)).map(String),
  ];
}

test('every line of the tour runs as it stands, in its order', () => {
  const tour = /## Five minutes[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const lines = tour.split('\n').filter((line) => line.startsWith('npx innopoints '));
  expect(lines.length).toBeGreaterThan(10);
  const bench = workbench().file(
    'samples/gaoxin-2026Q3.xlsx',
    readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')),
  );
  const first = /npx innopoints (assess samples\/.*)/.exec(readme)?.[1] ?? '';
  for (const line of [first, ...lines.map((one) => one.replace('npx innopoints ', ''))]) {
    const { code, stderr } = bench.innopoints(line);
    expect([line, code, code === 0 ? '' : stderr]).toEqual([line, 0, '']);
  }
});

test('every command of the tool stands in the table, and every exit code', () => {
  expect(untold(readme)).toEqual([]);
  expect(untold(readme.replaceAll('innopoints robust', 'innopoints robus'))).toEqual(['innopoints robust']);
  expect(untold(readme.replace('| 70 ', '| 71 '))).toHaveLength(1);
});

test('.ci/run calls the README’s two commands and nothing else', () => {
  const ours = readme.split('\n').filter((line) => line.startsWith('npm ci && '));
  const ci = readFileSync(join(root, '.ci/run'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('npm ci && '));
  expect(ci).toEqual(ours.slice(0, 2));
});
