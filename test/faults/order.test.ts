import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  assessWords,
  firms,
  innopoints,
  noTrace,
  profile,
  quoted,
  saying,
  shell,
  withOldRun,
} from './machine.js';
import { judgeOrder } from './order.js';

// ECOSYSTEM §3, 4: a power cut may drop what was not flushed, so nothing is shown before it is.
const traced = (folder: string, words: string): string => {
  const log = join(folder, 'strace.log');
  const calls = '/^(open|p?write|f(data)?sync|rename|link|symlink|mkdir)';
  const ended = shell(
    `cd ${quoted([folder])} && strace -f -y -s 1 -e trace=${quoted([calls])} -o strace.log ${innopoints} ${words}`,
  );
  expect(ended.code, ended.stderr).toBe(0);
  return readFileSync(log, 'latin1');
};

describe.skipIf(noTrace !== null)(`the order on the disk${saying(noTrace)}`, () => {
  let folder: string;
  let log: string;
  beforeAll(() => {
    folder = withOldRun();
    log = traced(folder, assessWords('--period', '2026Q3', '-o', join(folder, 'out'), '--force'));
  });

  test('a run folder is flushed, shown, and its name flushed', () => {
    expect(judgeOrder(log, folder)).toMatchObject({ wrong: [], shown: 1 });
  });

  test('so is a folder of runs and its latest', () => {
    const runs = join(folder, 'runs');
    const seen = judgeOrder(traced(folder, assessWords('--period', '2026Q3', '--runs', runs)), runs);
    expect(seen).toMatchObject({ wrong: [], shown: 2 });
  });

  test('so are single files', () => {
    const words = quoted(['clean', firms, '-p', profile, '-o', join(folder, 'clean.csv'), '-q']);
    expect(judgeOrder(traced(folder, words), folder)).toMatchObject({ wrong: [], shown: 2 });
  });

  test.each([
    ['a file that was never flushed', /^.*fsync\(\d+<[^>]*assessment\.csv>.*$/m],
    ['a folder that was never flushed', /^.*fsync\(\d+<[^>]*tmp-\d+\/data>.*$/m],
  ])('%s is seen (planted)', (_, line) => {
    expect(judgeOrder(log.replace(line, ''), folder).wrong).toHaveLength(1);
  });

  test('a rename before the flush is seen (planted)', () => {
    const lines = log.split('\n');
    const rename = lines.findIndex((line) => /rename\w*\(.*tmp-\d+"/.test(line));
    const early = [lines[rename]!, ...lines.slice(0, rename), ...lines.slice(rename + 1)];
    const made = lines.findIndex((line) => line.includes('O_CREAT') && line.includes('assessment.csv'));
    early.splice(made + 2, 0, ...early.splice(0, 1));
    expect(judgeOrder(early.join('\n'), folder).wrong.length).toBeGreaterThan(0);
  });
});
