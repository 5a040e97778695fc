import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoBench } from '../support/demo-firms.js';

// A kill between the two renames of --force leaves the old run as `.NAME.old`: whoever asks for NAME is told so.

const bench = demoBench();
const at = (name: string) => join(bench.folder, name);
const assess = (words: string) =>
  bench.innopoints(`assess firms.xlsx -p demo-2025.yaml --period 2026Q3 --format csv -q ${words}`);
expect(assess('-o 三季度').code).toBe(0);
expect(assess('-o 另一次').code).toBe(0);
renameSync(at('三季度'), at('.三季度.old'));

const readers = [
  'verify 三季度',
  'replay 三季度',
  'explain 三季度 华新传感',
  'compare 三季度 另一次',
  'compare 另一次 三季度',
  'robust 三季度 --draws 10',
  'pack 三季度 --for loan -o 给银行',
  'publicity 三季度 -o 公示.html',
  'assess firms.xlsx -p demo-2025.yaml --period 2026Q3 -o 新 --previous 三季度',
];

test.each(readers)('%s says where the old run stands and how to have it back', (words) => {
  const zh = bench.innopoints(words);
  expect(zh.code).toBe(3);
  expect(zh.stderr).toContain('.三季度.old');
  expect(zh.stderr).toContain('改名为 三季度');
  expect(bench.innopoints(`${words} --lang en`).stderr).toMatch(/rename \.三季度\.old to 三季度/i);
});

test('runs list shows it among what is left alone', () => {
  const { code, stdout } = bench.innopoints('runs list .');
  expect(code).toBe(0);
  expect(stdout).toMatch(/\.三季度\.old.*被中断的旧结果/);
});

test('runs prune leaves it where it is', () => {
  expect(bench.innopoints('runs prune . --keep 1').code).toBe(0);
  expect(existsSync(at('.三季度.old/manifest.json'))).toBe(true);
});

test.each(['没有这个', '四季度'])('%s, beside which nothing stands, is no run folder', (name) => {
  const { code, stderr } = bench.innopoints(`verify ${name}`);
  expect(code).toBe(3);
  expect(stderr).toContain('不是 innopoints 的结果文件夹');
});

test('a folder of that name that is no run is told as none, though an old one stands aside', () => {
  bench.file('三季度/说明.txt', '别的东西');
  expect(bench.innopoints('verify 三季度').stderr).toContain('不是 innopoints 的结果文件夹');
  rmSync(at('三季度'), { recursive: true });
});

test('what the message says works: the same command again puts it back first', () => {
  // Without --force the run that was put back is in the way, and stays.
  expect(assess('-o 三季度').code).toBe(4);
  expect(bench.innopoints('verify 三季度').code).toBe(0);
  expect(existsSync(at('.三季度.old'))).toBe(false);
});
