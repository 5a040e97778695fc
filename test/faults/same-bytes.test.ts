import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import {
  binary,
  emptyFolder,
  innopoints,
  node,
  preload,
  quoted,
  refusal,
  root,
  saying,
  shell,
} from './machine.js';
import { stateOf } from './place.mjs';

// ECOSYSTEM §3, 2: all reports of the sample, workbooks and page included; the manifest but for its times.
const sample = join(root, 'samples/gaoxin-2026Q3.csv');
const words = (out: string, input = sample) =>
  quoted(['assess', input, '-p', 'hefei-hightech-2025', '--period', '2026Q3', '-o', out, '-q']);
const place = emptyFolder();
let number = 0;

function stateAfter(command: string, env: Readonly<Record<string, string>>): string {
  const out = join(place, String(++number), 'out');
  const ended = shell(`${command} ${words(out)}`, env);
  expect(ended.code, ended.stderr).toBe(0);
  return stateOf(out);
}
let expected: string;
beforeAll(() => {
  expected = stateAfter(innopoints, { TZ: 'UTC' });
});

const oneCpu = refusal('taskset', '-c', '0', 'true');
test.each([
  ['again', innopoints, {}],
  ['in Shanghai, in Chinese', innopoints, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }],
  [
    'in Kiritimati, in C, in Turkish',
    innopoints,
    { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'tr_TR.UTF-8' },
  ],
])('%s: the same bytes', (_, command, env) => {
  expect(stateAfter(command, env)).toBe(expected);
});

test.skipIf(oneCpu !== null)(`on one processor: the same bytes${saying(oneCpu)}`, () => {
  expect(stateAfter(`taskset -c 0 ${innopoints}`, {})).toBe(expected);
});

test('the clock a year ahead is told in the manifest, and nowhere else', () => {
  const out = join(place, 'ahead');
  const ahead = `${node} --import ${quoted([preload('next-year.mjs'), binary])}`;
  expect(shell(`${ahead} ${words(out)}`).code).toBe(0);
  expect(stateOf(out)).toBe(expected);
  const { started } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    readonly started: string;
  };
  expect(Date.parse(started) - Date.now()).toBeGreaterThan(300 * 86_400_000);
});

test('one figure that differs is seen (planted)', () => {
  const out = join(place, 'planted');
  const input = join(place, 'planted.csv');
  writeFileSync(
    input,
    Buffer.from(
      readFileSync(sample)
        .toString('latin1')
        .replace(/,(\d)(\d+\.\d+),/, ',9$2,'),
      'latin1',
    ),
  );
  expect(shell(`${innopoints} ${words(out, input)}`).code).toBe(0);
  expect(stateOf(out)).not.toBe(expected);
});

/** A CSV report without the columns that say where a row stood. */
function withoutPlaces(path: string): string[][] {
  const [head = [], ...body] = parse(readFileSync(path), {
    bom: true,
    relax_column_count: true,
  }) as string[][];
  const kept = head.flatMap((name, i) => (/位置|行|单元格|来源/.test(name) ? [] : [i]));
  return [head, ...body].map((row) => kept.map((i) => row[i] ?? ''));
}

test('rows in another order: the same lists and offers, and every firm the same but for its place', () => {
  const text = new TextDecoder('gb18030').decode(readFileSync(sample));
  const lines = text.split(/\r?\n/);
  // Titles and headers stay, and so do the total and the notes at the foot.
  const last = lines.findLastIndex((line) => /[0-9A-Z]{18}/.test(line));
  const body = lines.slice(4, last + 1).reverse();
  const input = join(place, 'gaoxin-2026Q3.csv');
  writeFileSync(input, [...lines.slice(0, 4), ...body, ...lines.slice(last + 1)].join('\n'));
  const [was, now] = [sample, input].map((path, i) => {
    const out = join(place, `shuffled-${i}`);
    const ended = shell(`${innopoints} ${words(out, path)} --format csv`);
    expect(ended.code, ended.stderr).toBe(0);
    return out;
  });
  for (const name of ['whitelist.csv', 'referrals.csv', 'pool.csv', 'offers.csv'])
    expect(withoutPlaces(join(now!, name)), name).toEqual(withoutPlaces(join(was!, name)));
  // A firm without a usable id is named by its row, and of two rows that contradict the later one is 「此处」.
  const named = (out: string) =>
    withoutPlaces(join(out, 'assessment.csv'))
      .filter((row) => /^[0-9A-Z]{18}$/.test(row[0] ?? ''))
      .filter((row) => !row.some((cell) => cell.includes('此处为')));
  expect(named(now!).length).toBeGreaterThan(280);
  expect(named(now!).sort()).toEqual(named(was!).sort());
});
