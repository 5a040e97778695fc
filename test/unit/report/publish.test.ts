import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EdgeError } from '../../../src/finding/index.js';
import { type Claim, claimOutput, publishRun } from '../../../src/report/index.js';
import { writeParts } from '../../../src/report/publish/write-file.js';

let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'innopoints-publish-'));
  target = join(folder, '2025Q3');
});
afterEach(() => process.seteuid?.(process.getuid?.() ?? 0));

/** What a run leaves: one report and a manifest that names it. */
const write = (text: string) => async (dir: string) => {
  await writeParts(dir, 'whitelist.csv', [text]);
  const manifest = { format: 1, tool: { name: 'innopoints' }, outputs: [{ file: 'whitelist.csv' }] };
  await writeParts(dir, 'manifest.json', [JSON.stringify(manifest)]);
};
const publish = (text: string, force = false) => publishRun(target, { force }, write(text));
const whitelist = () => readFileSync(join(target, 'whitelist.csv'), 'utf8');

async function refusal(
  work: Promise<unknown>,
): Promise<{ readonly exit: number; readonly ids: readonly string[] }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EdgeError)) throw error ?? new Error('nothing was refused');
  return { exit: error.exit, ids: error.findings.map((one) => one.id) };
}

const lockFile = () => join(folder, '.2025Q3.lock');
const leaveLock = (owner: { readonly pid: number; readonly host?: string; readonly start?: string }) =>
  writeFileSync(lockFile(), JSON.stringify({ host: hostname(), start: '', ...owner }));
/** Larger than any process number that Linux gives. */
const deadPid = 2 ** 30;

test('a run folder comes in as one, and nothing stays beside it', async () => {
  await publish('华新传感');
  expect(whitelist()).toBe('华新传感');
  expect(readdirSync(folder)).toEqual(['2025Q3']);
});

test('what is written is for its owner only, whatever the umask', async () => {
  const before = process.umask(0);
  await publish('华新传感');
  process.umask(before);
  expect(statSync(target).mode & 0o777).toBe(0o700);
  expect(statSync(join(target, 'whitelist.csv')).mode & 0o777).toBe(0o600);
});

test('nothing is at its place before it is whole', async () => {
  await publishRun(target, { force: false }, async (dir) => {
    await write('华新传感')(dir);
    expect(existsSync(target)).toBe(false);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });
});

test('an existing folder is exit 4', async () => {
  await publish('旧');
  expect(await refusal(claimOutput(target, { force: false }))).toEqual({
    exit: 4,
    ids: ['file.output-exists'],
  });
  expect(whitelist()).toBe('旧');
});

test('force replaces a run', async () => {
  await publish('旧');
  await publish('新', true);
  expect(whitelist()).toBe('新');
  expect(readdirSync(folder)).toEqual(['2025Q3']);
});

test('force leaves the old run where the new one fails', async () => {
  await publish('旧');
  const failing = publishRun(target, { force: true }, async (dir) => {
    await writeParts(dir, 'whitelist.csv', ['新']);
    throw new Error('算错了');
  });
  await expect(failing).rejects.toThrow('算错了');
  expect(whitelist()).toBe('旧');
  expect(readdirSync(folder)).toEqual(['2025Q3']);
});

test('force does not replace a folder that is no run', async () => {
  mkdirSync(target);
  writeFileSync(join(target, '会议纪要.docx'), '');
  expect(await refusal(publish('新', true))).toEqual({ exit: 4, ids: ['file.output-not-a-run'] });
  expect(readdirSync(target)).toEqual(['会议纪要.docx']);
});

test('force does not remove what people laid into a run', async () => {
  await publish('旧');
  writeFileSync(join(target, '批示.docx'), '');
  const error = await publish('新', true).catch((reason: unknown) => reason);
  expect(error instanceof EdgeError && error.findings[0]!.args).toMatchObject({
    files: ['批示.docx'],
    more: 0,
  });
  expect(whitelist()).toBe('旧');
});

test.each(['~$whitelist.xlsx', '.~lock.whitelist.xlsx#'])(
  '%s in a run says that it is open',
  async (owner) => {
    await publish('旧');
    writeFileSync(join(target, owner), '');
    expect(await refusal(publish('新', true))).toEqual({ exit: 4, ids: ['file.output-open'] });
  },
);

test('what a file manager left is no reason to refuse', async () => {
  await publish('旧');
  writeFileSync(join(target, '.DS_Store'), '');
  await publish('新', true);
  expect(whitelist()).toBe('新');
});

test('a folder that was filled while the firms were read is not replaced', async () => {
  const claim = await claimOutput(target, { force: false });
  const late = claim.publish(async (dir) => {
    mkdirSync(target);
    await write('新')(dir);
  });
  expect(await refusal(late)).toEqual({ exit: 4, ids: ['file.output-exists'] });
  await claim.release();
});

test.each([true, false])('a file at the place is exit 4 (force: %s)', async (force) => {
  writeFileSync(target, '年报');
  expect(await refusal(publish('新', force))).toEqual({ exit: 4, ids: ['file.output-not-a-folder'] });
  expect(readFileSync(target, 'utf8')).toBe('年报');
});

test('a link at the place is not followed', async () => {
  const victim = join(folder, '别人的');
  mkdirSync(victim);
  symlinkSync(victim, target);
  expect(await refusal(publish('新', true))).toEqual({ exit: 4, ids: ['file.output-not-a-folder'] });
  expect(readdirSync(victim)).toEqual([]);
});

test('a file is never written through a link', async () => {
  const victim = join(folder, '别人的.csv');
  writeFileSync(victim, '原样');
  const linked = publishRun(target, { force: false }, async (dir) => {
    symlinkSync(victim, join(dir, 'whitelist.csv'));
    await writeParts(dir, 'whitelist.csv', ['新']);
  });
  expect((await refusal(linked)).exit).toBe(4);
  expect(readFileSync(victim, 'utf8')).toBe('原样');
});

test('a file in the middle of the path is exit 4', async () => {
  writeFileSync(target, '');
  expect(await refusal(claimOutput(join(target, '结果'), { force: false }))).toEqual({
    exit: 4,
    ids: ['file.output-parent'],
  });
});

test.each(['/', '.', '..'])('%s is no output folder', async (path) => {
  expect(await refusal(claimOutput(path, { force: true }))).toEqual({ exit: 4, ids: ['file.output-name'] });
});

test('a name too long for the disk is exit 4', async () => {
  expect(await refusal(claimOutput(join(folder, '季'.repeat(120)), { force: false }))).toEqual({
    exit: 4,
    ids: ['file.output-name'],
  });
});

// Root may write anywhere: as root the test steps down for its duration.
test.runIf(process.seteuid !== undefined)(
  'a folder that may not be written is exit 4 before anything is read',
  async () => {
    chmodSync(folder, 0o555);
    if (process.getuid?.() === 0) process.seteuid?.(65_534);
    expect(await refusal(claimOutput(target, { force: false }))).toEqual({
      exit: 4,
      ids: ['file.output-denied'],
    });
  },
);

test('folders above the place are made, and taken back where no run came', async () => {
  const deep = join(folder, '郑州', '2025', 'Q3');
  const claim = await claimOutput(deep, { force: false });
  await claim.release();
  expect(readdirSync(folder)).toEqual([]);
  await publishRun(deep, { force: false }, write('华新传感'));
  expect(readdirSync(join(folder, '郑州', '2025'))).toEqual(['Q3']);
});

test('of twenty at once one publishes, and the others are told of the lock', async () => {
  const claims = await Promise.allSettled(
    Array.from({ length: 20 }, () => claimOutput(target, { force: false })),
  );
  const held = claims.filter((one): one is PromiseFulfilledResult<Claim> => one.status === 'fulfilled');
  const refused = claims.flatMap((one) =>
    one.status === 'rejected' && one.reason instanceof EdgeError ? [one.reason.exit] : [],
  );
  expect([held.length, refused]).toEqual([1, new Array(19).fill(5)]);
  await held[0]!.value.publish(write('华新传感'));
  await held[0]!.value.release();
  expect(readdirSync(folder)).toEqual(['2025Q3']);
});

test('a lock of a process that is dead is taken over', async () => {
  leaveLock({ pid: deadPid });
  await publish('华新传感');
  expect(readdirSync(folder)).toEqual(['2025Q3']);
});

test('of twenty that take over a dead lock at once only one publishes', async () => {
  leaveLock({ pid: deadPid });
  const runs = await Promise.allSettled(Array.from({ length: 20 }, (_, run) => publish(`第 ${run} 次`)));
  const exits = runs.map((one) => (one.status === 'fulfilled' ? 0 : (one.reason as EdgeError).exit));
  expect(exits.filter((exit) => exit === 0)).toHaveLength(1);
  expect(exits.every((exit) => [0, 4, 5].includes(exit))).toBe(true);
});

test('a lock of a living process is exit 5 and names it', async () => {
  leaveLock({ pid: process.ppid });
  const error = await claimOutput(target, { force: false }).catch((reason: unknown) => reason);
  expect(error instanceof EdgeError && [error.exit, error.findings[0]!.args]).toMatchObject([
    5,
    { pid: process.ppid, host: hostname() },
  ]);
});

test.runIf(process.platform === 'linux')(
  'a process number that was given again is another process',
  async () => {
    leaveLock({ pid: process.ppid, start: 'another-boot 1' });
    await publish('华新传感');
    expect(whitelist()).toBe('华新传感');
  },
);

test('a lock of another computer is never taken over', async () => {
  leaveLock({ pid: deadPid, host: 'pc-07' });
  expect(await refusal(publish('新'))).toEqual({ exit: 5, ids: ['file.locked'] });
});

test('a lock that says nothing readable is never taken over', async () => {
  writeFileSync(lockFile(), '锁');
  expect(await refusal(publish('新'))).toEqual({ exit: 5, ids: ['file.locked'] });
});

test('a run whose lock was taken away publishes nothing', async () => {
  const robbed = publishRun(target, { force: false }, async (dir) => {
    await write('新')(dir);
    leaveLock({ pid: process.ppid });
  });
  expect(await refusal(robbed)).toEqual({ exit: 5, ids: ['file.locked'] });
  expect(existsSync(target)).toBe(false);
  expect(existsSync(lockFile())).toBe(true);
});

test('half-made folders of a crash are swept, and nothing else', async () => {
  mkdirSync(join(folder, '.2025Q3.tmp-4711'));
  mkdirSync(join(folder, '.2025Q3.trash-4711'));
  mkdirSync(join(folder, '.2025Q3.tmp-mine'));
  mkdirSync(join(folder, '.2025Q4.tmp-4711'));
  await publish('华新传感');
  expect(readdirSync(folder).sort()).toEqual(['.2025Q3.tmp-mine', '.2025Q4.tmp-4711', '2025Q3']);
});

test('a crash after the old run was moved aside: it comes back', async () => {
  const old = join(folder, '.2025Q3.old');
  mkdirSync(old);
  await write('旧')(old);
  expect(await refusal(claimOutput(target, { force: false }))).toEqual({
    exit: 4,
    ids: ['file.output-exists'],
  });
  expect(whitelist()).toBe('旧');
});

test('a crash before the old run was removed: it goes', async () => {
  await publish('新');
  const old = join(folder, '.2025Q3.old');
  mkdirSync(old);
  await write('旧')(old);
  expect((await refusal(claimOutput(target, { force: false }))).exit).toBe(4);
  expect(whitelist()).toBe('新');
  expect(readdirSync(folder)).toEqual(['2025Q3']);
});

test('a file that fails is named where it would have stood', async () => {
  const failing = publishRun(target, { force: false }, async (dir) => {
    await writeParts(dir, 'findings.csv', ['旧']);
    await writeParts(dir, 'findings.csv', ['新']);
  });
  const error = await failing.catch((reason: unknown) => reason);
  expect(error instanceof EdgeError && error.findings[0]!.args.path).toBe(join(target, 'findings.csv'));
});

test('a bug in the writing comes through as a bug', async () => {
  const bug = new TypeError('x is not a function');
  await expect(publishRun(target, { force: false }, () => Promise.reject(bug))).rejects.toBe(bug);
  expect(readdirSync(folder)).toEqual([]);
});
