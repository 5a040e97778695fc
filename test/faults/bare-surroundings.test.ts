import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workbench } from '../support/workbench.js';
import { assessWords, emptyFolder, innopoints, root, shell, withOldRun } from './machine.js';

// What a job may find when nobody watches: its folder gone, few files to open, no place for temporary ones, odd names.
const period = ['--period', '2026Q3'];
const unix = process.platform !== 'win32';

test.skipIf(!unix)('a working folder that was removed: exit 2 in words, no stack', () => {
  const folder = emptyFolder();
  const gone = `cd ${folder} && mkdir gone && cd gone && rmdir ../gone`;
  const ended = shell(`${gone} && ${innopoints} ${assessWords(...period, '-o', join(folder, 'out'))}`);
  expect(ended.code, ended.stderr).toBe(2);
  expect(ended.stderr).toContain('working folder was removed');
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  const logged = shell(`${gone} && ${innopoints} assess --log-format json`);
  expect(
    logged.stderr
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event),
  ).toEqual(['finding', 'exit']);
});

test.skipIf(!unix)('few files may be open: never exit 1, which says that a check did not hold', () => {
  const folder = emptyFolder();
  const words = assessWords(...period, '-o', 'out', '--force');
  const codes = [20, 21, 22, 24, 27, 30].map((files) => {
    const ended = shell(`cd ${folder} && ulimit -n ${files} && ${innopoints} ${words}`);
    if (ended.code !== 0) expect(ended.stderr).toContain('EMFILE');
    return ended.code;
  });
  expect(codes).toContain(70);
  // Where the program itself is there, what it cannot open is an input (3) or an output (4).
  expect(codes.filter((code) => code === null || ![0, 3, 4, 70].includes(code))).toEqual([]);
});

test('replay without a place for temporary files: exit 4 names it', () => {
  const folder = withOldRun();
  const words = `replay ${folder}/out --inputs ${join(root, 'test/faults')}`;
  const ended = shell(`${innopoints} ${words}`, { TMPDIR: '/nonexistent/tmp' });
  expect(ended.code, ended.stderr).toBe(4);
  expect(ended.stderr).toContain('/nonexistent/tmp');
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});

test.each([
  ['', 'assess'],
  ['runs', 'prune'],
  ['profile', 'lint'],
])('innopoints %s alone: exit 2, and its help instead of a riddle', (command, known) => {
  const ended = shell(`${innopoints} ${command}`);
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).toContain(known);
  expect(ended.stderr).not.toContain('outputHelp');
});

test.skipIf(!unix)('a line break in a name begins no line of the log', () => {
  const folder = emptyFolder();
  const forged = 'a\nResults are in runs';
  writeFileSync(join(folder, `${forged}.csv`), '企业名称,备注\n华新传感,\n');
  const words = assessWords(...period, '-o', 'out')
    .split(' ')
    .slice(2)
    .join(' ');
  for (const file of [forged, `${forged}.csv`]) {
    const ended = shell(`cd ${folder} && ${innopoints} assess '${file}' ${words}`);
    expect(ended.code, ended.stderr).toBe(3);
    expect(ended.stderr).toContain('a\\u000aResults are in');
    expect(ended.stderr).not.toMatch(/^Results/m);
  }
});

test.skipIf(!unix)('nor one of the table of runs', () => {
  const bench = workbench().file('runs/x\nremoved  2026Q3-demo/.keep', '');
  const { stdout } = bench.innopoints('--lang en runs prune runs --keep 1');
  expect(stdout).toContain('x\\u000aremoved');
  expect(stdout).not.toMatch(/^removed/m);
});
