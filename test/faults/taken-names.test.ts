import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  assessWords,
  emptyFolder,
  folderIn,
  innopoints,
  noOtherUser,
  profile,
  refusal,
  root,
  saying,
  shell,
  withOldRun,
} from './machine.js';

// Names that we use, taken by something that is none of ours: a pipe would be waited for, a device read without end, and a
// number that is never found free asked for for ever. A run that nobody watches must end.
const noPipe = refusal('mkfifo', '--version');
const soon = 'timeout 20';
const period = ['--period', '2026Q3'];

test.skipIf(noPipe !== null)(`a pipe in the place of a lock: exit 5 names it${saying(noPipe)}`, () => {
  const folder = emptyFolder();
  const ended = shell(
    `cd ${folder} && mkfifo .out.lock && ${soon} ${innopoints} ${assessWords(...period, '-o', 'out')}`,
  );
  expect(ended.code, ended.stderr).toBe(5);
  expect(ended.stderr).toContain('.out.lock');
});

test.skipIf(process.platform === 'win32').each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link to nowhere', (path: string) => symlinkSync('/nonexistent/lock', path)],
  ['a link to itself', (path: string) => symlinkSync('.out.lock', path)],
  ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
])('%s in the place of a lock: exit 5 names it', (_, take) => {
  const folder = emptyFolder();
  take(join(folder, '.out.lock'));
  const ended = shell(`cd ${folder} && ${soon} ${innopoints} ${assessWords(...period, '-o', 'out')}`);
  expect(ended.code, ended.stderr).toBe(5);
  expect(ended.stderr).toContain('.out.lock');
  expect(readdirSync(folder)).toEqual(['.out.lock']);
});

test.skipIf(noPipe !== null).each([
  ['runs list runs', 0],
  ['runs prune runs --keep 1', 0],
  ['verify runs/2026Q1-case', 3],
  ['explain runs/2026Q1-case 华新传感', 3],
  [`${assessWords(...period, '-o', 'runs/2026Q1-case')} --force`, 4],
])(`a pipe in the place of a manifest: %s ends${saying(noPipe)}`, (words, code) => {
  const folder = emptyFolder();
  const ended = shell(
    `cd ${folder} && mkdir -p runs/2026Q1-case && mkfifo runs/2026Q1-case/manifest.json && ${soon} ${innopoints} ${words}`,
  );
  expect(ended.code, ended.stderr).toBe(code);
});

test.skipIf(noPipe !== null).each(['data/firms.csv', 'data/findings.ndjson', 'assessment.csv'])(
  `a pipe, or a link to a device, in the place of %s: verify, replay and robust end${saying(noPipe)}`,
  (file) => {
    for (const take of ['mkfifo', 'ln -s /dev/zero']) {
      const folder = withOldRun();
      rmSync(join(folder, 'out', file));
      shell(`cd ${folder}/out && ${take} ${file}`);
      const { code, stdout } = shell(`cd ${folder} && ${soon} ${innopoints} verify out`);
      expect([take, code]).toEqual([take, 1]);
      expect(stdout).toMatch(new RegExp(`changed +${file}`));
      const inputs = join(root, 'test/faults');
      expect(shell(`cd ${folder} && ${soon} ${innopoints} replay out --inputs ${inputs}`).code).toBe(1);
      const analysed = shell(`cd ${folder} && ${soon} ${innopoints} robust out --draws 2`);
      expect(analysed.code).toBe(file.startsWith('data/') ? 3 : 0);
    }
  },
);

test('a folder of runs with a number beyond all others still takes the next run', () => {
  const folder = emptyFolder();
  const named = 'case-test-2025';
  for (const number of ['999999', '1000000', '999999999999999', '1000000000000000'])
    mkdirSync(join(folder, `runs/2026Q3-${named}+${number}`), { recursive: true });
  const ended = shell(`cd ${folder} && ${soon} ${innopoints} ${assessWords(...period, '--runs', 'runs')}`);
  expect(ended.code, ended.stderr).toBe(0);
});

test.skipIf(noOtherUser !== null)(
  `what another user left in a shared folder of runs stops nobody, and whose lock it is is told${saying(noOtherUser)}`,
  () => {
    // Where the other user can read the program.
    const folder = emptyFolder();
    chmodSync(folder, 0o755);
    for (const name of ['bin', 'dist', 'profiles', 'package.json', 'test/cases', 'test/faults/firms.csv'])
      cpSync(join(root, name), join(folder, 'program', name), { recursive: true });
    const runs = folderIn(folder, 'runs');
    chmodSync(runs, 0o777);
    mkdirSync(join(runs, '.2026Q1-case.tmp-99999999', 'data'), { recursive: true, mode: 0o700 });
    writeFileSync(join(runs, '.2026Q2-case.lock'), '{"pid":99999999}', { mode: 0o600 });
    const nobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups';
    const asNobody = (...more: readonly string[]) => {
      const words = assessWords(...period, ...more).replaceAll(root, `${folder}/program/`);
      return shell(`${nobody} ${soon} ${innopoints.replace(root, `${folder}/program/`)} ${words}`);
    };
    expect(profile.startsWith(root)).toBe(true);
    const done = asNobody('--runs', runs);
    expect(done.code, done.stderr).toBe(0);
    const held = asNobody('-o', join(runs, '2026Q2-case'));
    expect(held.code, held.stderr).toBe(5);
    expect(held.stderr).toContain('.2026Q2-case.lock');
    expect(readdirSync(runs).filter((name) => name.startsWith('.'))).toEqual([
      '.2026Q1-case.tmp-99999999',
      '.2026Q2-case.lock',
    ]);
  },
);
