import { chmodSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  assessWords,
  emptyFolder,
  firms,
  folderIn,
  innopoints,
  noMount,
  noOtherUser,
  periodOf,
  quoted,
  root,
  saying,
  shell,
  withOldRun,
} from './machine.js';
import { stateOf } from './place.mjs';

// Real disks, not injected faults. An input that is not there would be exit 3: exit 4 for it shows that the place of the
// output was looked at before anything was read.
const absent = (...words: string[]) => assessWords(...words).replace(firms, '/nonexistent/企业.csv');
const period = ['--period', '2026Q3'];

describe.skipIf(noMount !== null)(`a disk of 1 MB${saying(noMount)}`, () => {
  /** In a name space of its own: the mount goes with the process. */
  const mounted = (options: string, lines: readonly string[]) => {
    const folder = emptyFolder();
    const old = withOldRun();
    const script = [
      `mount -t tmpfs -o ${options} none ${folder}`,
      `cp -r ${old}/out ${folder}/`,
      `cd ${folder}`,
      ...lines,
    ];
    return { old, folder, ...shell(quoted(['unshare', '-m', 'sh', '-c', script.join('\n')])) };
  };

  test('that is full: exit 4 names the file, the old run stands, nothing lies beside it', () => {
    const ended = mounted('size=1m', [
      'head -c 2000000 /dev/zero > filler 2>/dev/null; truncate -s -12k filler; before=$(cat $(find out -type f | sort) | sha256sum)',
      `${innopoints} ${assessWords(...period, '-o', 'out', '--force')}; echo "exit $?"`,
      'after=$(cat $(find out -type f | sort) | sha256sum); [ "$before" = "$after" ] && echo untouched; ls -A',
    ]);
    expect(ended.stdout).toBe('exit 4\nuntouched\nfiller\nout\n');
    expect(ended.stderr).toMatch(/^out\/\S+: the disk is full/);
    expect(ended.stderr).not.toContain('tmp-');
  });

  test('that is read-only: exit 4 before anything is read', () => {
    const ended = mounted('size=1m', [
      'mount -o remount,ro $PWD',
      `${innopoints} ${absent(...period, '-o', 'out', '--force')}; echo "exit $?"`,
      `${innopoints} ${absent(...period, '--runs', 'runs')}; echo "exit $?"; ls -A`,
    ]);
    expect(ended.stdout).toBe('exit 4\nexit 4\nout\n');
    expect(ended.stderr).toContain('read-only disk');
  });

  test('too small for the copy of standard input: exit 4 names the folder', () => {
    const ended = mounted('size=1m', [
      `{ cat ${firms}; yes 示例科技有限公司,91330108MA2700015Y,1,1 | head -n 60000; } | TMPDIR=$PWD ${innopoints} ` +
        `${assessWords(...period, '-o', join(tmpdir(), 'innopoints-never')).replace(firms, '-')}; echo "exit $?"; ls -A`,
    ]);
    expect(ended.stdout).toBe('exit 4\nout\n');
    expect(ended.stderr).toContain('the disk is full');
  });
});

describe.skipIf(noOtherUser !== null)(`a user without rights${saying(noOtherUser)}`, () => {
  test('a folder 0555 is exit 4 before anything is read', () => {
    // Where the other user can read the program.
    const folder = emptyFolder();
    const place = folderIn(folder, 'place', 0o755);
    chmodSync(folder, 0o755);
    for (const name of ['bin', 'dist', 'profiles', 'package.json', 'test/cases/case-test-2025.yaml'])
      cpSync(join(root, name), join(folder, 'program', name), { recursive: true });
    chmodSync(place, 0o555);
    const words = absent(...period, '-o', join(place, 'out')).replaceAll(root, `${folder}/program/`);
    const nobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups';
    const ended = shell(`${nobody} ${innopoints.replace(root, `${folder}/program/`)} ${words}`);
    expect(ended.code, ended.stderr).toBe(4);
    expect(ended.stderr).toContain('no permission');
    expect(readdirSync(place)).toEqual([]);
  });
});

test('a file at the place: exit 4 before anything is read', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'out'), '会议纪要');
  const ended = shell(`cd ${folder} && ${innopoints} ${absent(...period, '-o', 'out', '--force')}`);
  expect(ended.code).toBe(4);
  expect(ended.stderr).toContain('no folder');
});

test.skipIf(process.platform !== 'linux')(
  'where nothing can ever be made: exit 4, and nobody is said to hold it',
  () => {
    const ended = shell(`cd ${emptyFolder()} && ${innopoints} ${absent(...period, '-o', '/proc/out')}`);
    expect(ended.code, ended.stderr).toBe(4);
    expect(ended.stderr).not.toContain('.lock');
  },
);

test('where the place is free, an input that is not there is exit 3', () => {
  const ended = shell(`cd ${emptyFolder()} && ${innopoints} ${absent(...period, '-o', 'out')}`);
  expect(ended.code).toBe(3);
});

test('data that cannot be printed are exit 4, told without a stack', () => {
  const ended = shell(`${innopoints} ${assessWords(...period, '-o', '-')} > /dev/full`);
  expect(ended.code, ended.stderr).toBe(4);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});

test('a log that cannot be written stops no run', () => {
  const folder = withOldRun();
  const before = stateOf(join(folder, 'out'));
  const words = assessWords(...period, '-o', join(folder, 'out'), '--force', '--log-format', 'json');
  expect(shell(`${innopoints} ${words} 2> /dev/full`).code).toBe(0);
  expect(periodOf(join(folder, 'out'))).toBe('2026Q3');
  expect(stateOf(join(folder, 'out'))).not.toBe(before);
});
