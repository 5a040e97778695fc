import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  assessWords,
  emptyFolder,
  firms,
  innopoints,
  noTrace,
  periodOf,
  quoted,
  saying,
  shell,
  withOldRun,
} from './machine.js';

// Errors of a shared server that Node has no word for: a full quota, a network disk that lost the file, a damaged disk.
const injected = (fault: string, words: string, more: readonly string[] = []) => {
  const folder = withOldRun();
  const trace = quoted(['strace', '-f', '-qq', '-o', '/dev/null', ...more, '-e', `inject=${fault}`]);
  const ended = shell(`cd ${folder} && ${trace} ${innopoints} ${words}`);
  return { folder, ...ended };
};
const again = assessWords('--period', '2026Q3', '-o', 'out', '--force');

test.skipIf(noTrace !== null).each([
  ['mkdir:error=EDQUOT', /disk is full/],
  ['fsync:error=EDQUOT:when=1', /disk is full/],
  ['rename,renameat,renameat2:error=ESTALE:when=1', /ESTALE/],
  ['fsync:error=EUCLEAN:when=1', /EUCLEAN/],
  ['mkdir:error=EPROTO', /EPROTO/],
])(`%s: exit 4, the old run stands, nothing lies beside it${saying(noTrace)}`, (fault, said) => {
  const ended = injected(fault, again);
  expect(ended.code, ended.stderr).toBe(4);
  expect(ended.stderr).toMatch(said);
  expect(periodOf(join(ended.folder, 'out'))).toBe('2026Q2');
  expect(readdirSync(ended.folder)).toEqual(['out']);
});

test.skipIf(noTrace !== null).each(['ESTALE', 'EUCLEAN', 'EKEYEXPIRED'])(
  `an input whose reading fails by %s: exit 3 names it${saying(noTrace)}`,
  (error) => {
    const ended = injected(`read,pread64:error=${error}`, again, ['-P', firms]);
    expect(ended.code, ended.stderr).toBe(3);
    expect(ended.stderr).toContain(`failed (${error})`);
    expect(periodOf(join(ended.folder, 'out'))).toBe('2026Q2');
  },
);

test.skipIf(process.platform === 'win32')(
  'a file that may not grow so large: exit 4 tells of the limit, and of no workbook',
  () => {
    const folder = emptyFolder();
    const words = assessWords('--period', '2026Q3', '-o', 'out');
    const ended = shell(`cd ${folder} && ulimit -f 1 && ${innopoints} ${words}`);
    expect(ended.code, ended.stderr).toBe(4);
    expect(ended.stderr).toContain('ulimit -f');
    expect(ended.stderr).not.toContain('workbook');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  },
);
