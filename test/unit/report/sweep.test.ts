import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { mendBeside, pointLatest, publishFile, publishRun, tempFolder } from '../../../src/report/index.js';
import { writeParts } from '../../../src/report/publish/write-file.js';

// What a killed run leaves goes with the next one, whatever name that writes; what is at work or of others stays.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innopoints-sweep-'));
});
/** Larger than any process number that Linux gives. */
const dead = 2 ** 30;
const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const isRun = (name: string) => name.startsWith('2026');
const publish = (name: string) =>
  publishRun(join(folder, name), { force: false }, async (dir) => {
    await writeParts(dir, 'whitelist.csv', ['华新传感']);
    const manifest = { tool: { name: 'innopoints' }, outputs: [{ file: 'whitelist.csv' }] };
    await writeParts(dir, 'manifest.json', [JSON.stringify(manifest)]);
  });
const lockOf = (pid: number) => JSON.stringify({ pid, host: hostname(), start: '' });

test('a run of another name that was moved aside comes back', async () => {
  await publish('2026Q2-demo');
  renameSync(join(folder, '2026Q2-demo'), join(folder, '.2026Q2-demo.old'));
  writeFileSync(join(folder, '.2026Q2-demo.lock'), lockOf(dead));
  mkdirSync(join(folder, `.2026Q2-demo.tmp-${dead}`));
  await mendBeside(folder, isRun);
  expect(readdirSync(folder)).toEqual(['2026Q2-demo']);
});

test('a run of another name that is being written is left alone', async () => {
  writeFileSync(join(folder, '.2026Q2-demo.lock'), lockOf(process.pid));
  mkdirSync(join(folder, `.2026Q2-demo.tmp-${process.pid}`));
  await mendBeside(folder, isRun);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('hidden names that are no run’s are left alone', async () => {
  mkdirSync(join(folder, `.会议.tmp-${dead}`));
  await mendBeside(folder, isRun);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a folder that is not there has nothing to mend', async () => {
  await expect(mendBeside(join(folder, '没有'), isRun)).resolves.toBeUndefined();
});

test('a breaker and a lock that were never taken go with the next run', async () => {
  for (const name of ['lock.break', `lock.new-${dead}-0a`, `lock.break.new-${dead}-0a`])
    writeFileSync(join(folder, `.2026Q2-demo.${name}`), lockOf(dead));
  await publish('2026Q2-demo');
  expect(readdirSync(folder)).toEqual(['2026Q2-demo']);
});

test('a dead lock whose breaker died too is taken over at once', async () => {
  for (const name of ['lock', 'lock.break'])
    writeFileSync(join(folder, `.2026Q2-demo.${name}`), lockOf(dead));
  await publish('2026Q2-demo');
  expect(readdirSync(folder)).toEqual(['2026Q2-demo']);
});

test('of a single file, what a dead process of this computer left goes, and no other', async () => {
  const left = [
    `.map.yaml.tmp-${here}-${dead}`,
    `.map.yaml.tmp-00000000-${dead}`,
    `.other.tmp-${here}-${dead}`,
  ];
  for (const name of left) writeFileSync(join(folder, name), '半份');
  await publishFile(join(folder, 'map.yaml'), { force: false }, ['全部']);
  expect(readdirSync(folder).sort()).toEqual([...left.slice(1), 'map.yaml'].sort());
});

test('a pointer that was never swapped in goes', async () => {
  symlinkSync('2026Q2-demo', join(folder, `.latest.tmp-${here}-${dead}`));
  await pointLatest(folder, '2026Q2-demo');
  expect(readdirSync(folder)).toEqual(['latest']);
});

test('a private folder of a dead process goes when the next is made', async () => {
  const left = join(tmpdir(), `innopoints-probe-${here}-${dead}-abc`);
  mkdirSync(left);
  const made = await tempFolder('probe');
  expect(existsSync(left)).toBe(false);
  expect(existsSync(made)).toBe(true);
  expect(await tempFolder('probe')).not.toBe(made);
  expect(existsSync(made)).toBe(true);
});
