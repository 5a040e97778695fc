import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { EdgeError } from '../../../src/finding/index.js';
import { checkFree, publishFile } from '../../../src/report/index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innopoints-file-'));
});
const at = (name: string) => join(folder, name);
const once = { force: false };
const again = { force: true };

/** `4 file.output-not-a-file`: the exit code and what was said. */
async function trouble(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return `${error.exit} ${error.findings.map((one) => one.id).join(' ')}`;
  }
}

test('a file is its owner’s alone, and nothing stands beside it', async () => {
  await publishFile(at('clean.csv'), once, ['企业名称\r\n', '华新传感\r\n']);
  expect(readFileSync(at('clean.csv'), 'utf8')).toBe('企业名称\r\n华新传感\r\n');
  expect(statSync(at('clean.csv')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['clean.csv']);
});

test('folders on the way are made', async () => {
  await publishFile(at('2026/Q3/clean.csv'), once, ['华新传感']);
  expect(readFileSync(at('2026/Q3/clean.csv'), 'utf8')).toBe('华新传感');
});

test('a file that is there stays as it was', async () => {
  writeFileSync(at('clean.csv'), '旧');
  expect(await trouble(publishFile(at('clean.csv'), once, ['新']))).toBe('4 file.output-file-exists');
  expect(readFileSync(at('clean.csv'), 'utf8')).toBe('旧');
});

test('a file that is there is replaced where that was asked', async () => {
  writeFileSync(at('clean.csv'), '旧');
  await publishFile(at('clean.csv'), again, ['新']);
  expect(readFileSync(at('clean.csv'), 'utf8')).toBe('新');
});

test('a file that appears while the firms are read is not overwritten', async () => {
  const writing = publishFile(at('clean.csv'), once, async (write) => {
    await write('新');
    writeFileSync(at('clean.csv'), '别人的');
  });
  expect(await trouble(writing)).toBe('4 file.output-file-exists');
  expect(readFileSync(at('clean.csv'), 'utf8')).toBe('别人的');
  expect(readdirSync(folder)).toEqual(['clean.csv']);
});

test('what fails half way leaves the old file and no remains', async () => {
  writeFileSync(at('clean.csv'), '旧');
  const broken = new Error('读取失败');
  const writing = publishFile(at('clean.csv'), again, async (write) => {
    await write('新');
    throw broken;
  });
  await expect(writing).rejects.toBe(broken);
  expect(readFileSync(at('clean.csv'), 'utf8')).toBe('旧');
  expect(readdirSync(folder)).toEqual(['clean.csv']);
});

test('a folder is no file', async () => {
  mkdirSync(at('clean.csv'));
  expect(await trouble(checkFree(at('clean.csv'), 'clean.csv', true))).toBe('4 file.output-not-a-file');
});

test('neither a device nor a link is replaced, whatever was asked', async () => {
  writeFileSync(at('firms.csv'), '原件');
  symlinkSync(at('firms.csv'), at('link.csv'));
  expect(await trouble(checkFree(at('link.csv'), 'link.csv', true))).toBe('4 file.output-not-a-file');
  expect(await trouble(checkFree('/dev/null', '/dev/null', true))).toBe('4 file.output-not-a-file');
});

test('a file on the way to the folder is told before anything is read', async () => {
  writeFileSync(at('firms.csv'), '原件');
  expect(await trouble(checkFree(at('firms.csv/clean.csv'), 'firms.csv/clean.csv', false))).toBe(
    '4 file.output-parent',
  );
});

test.skipIf(process.getuid?.() === 0)(
  'a folder without permission is told before anything is read',
  async () => {
    chmodSync(folder, 0o500);
    expect(await trouble(checkFree(at('clean.csv'), 'clean.csv', false))).toBe('4 file.output-denied');
  },
);
