import { expect, test } from 'vitest';
import { EdgeError } from '../../../src/finding/index.js';
import { outputTrouble } from '../../../src/report/publish/output-trouble.js';

const system = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['EACCES', 'file.output-denied'],
  ['EROFS', 'file.output-read-only'],
  ['ENOSPC', 'file.output-full'],
  ['EDQUOT', 'file.output-full'],
  ['ENOTDIR', 'file.output-parent'],
  ['EBUSY', 'file.output-open'],
  ['EFBIG', 'file.output-limit'],
  // Node's own word for a full quota, for a lost handle of a network disk, and for what has no name here.
  ['Unknown system error -122', 'file.output-full'],
  ['Unknown system error -116', 'file.output-failed'],
  ['Unknown system error -71', 'file.output-failed'],
  ['EIO', 'file.output-failed'],
])('%s is exit 4 as %s, with the path', (code, id) => {
  const error = outputTrouble(system(code), 'out/2025Q3/whitelist.xlsx');
  expect(
    error instanceof EdgeError && [error.exit, error.findings[0]!.id, error.findings[0]!.args.path],
  ).toEqual([4, id, 'out/2025Q3/whitelist.xlsx']);
});

test('what is no system error stays what it was', () => {
  const bug = new TypeError('x is not a function');
  expect(outputTrouble(bug, 'out')).toBe(bug);
});
