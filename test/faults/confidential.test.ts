import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  assessWords,
  binary,
  emptyFolder,
  firms,
  innopoints,
  node,
  preload,
  profile,
  quoted,
  root,
  saying,
  shell,
  withOldRun,
} from './machine.js';
import { foundIn, partsOf, secretsOf } from './secrets.js';

// ECOSYSTEM §3, 26: what innopoints leaves is its owner's alone, and what goes to logs and archives names no firm.
const sample = join(root, 'samples/gaoxin-2026Q3.csv');
const rows = parse(new TextDecoder('gb18030').decode(readFileSync(sample)), {
  relax_column_count: true,
}) as string[][];
const secrets = secretsOf(rows, 4);
const words = (...more: string[]) =>
  quoted(['assess', sample, '-p', 'hefei-hightech-2025', '--period', '2026Q3', ...more]);

function modesBelow(folder: string): string[] {
  return [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))]
    .map((path) => lstatSync(path))
    .map((stat) => `${stat.isDirectory() ? 'folder' : 'file'} ${(stat.mode & 0o777).toString(8)}`);
}

describe.skipIf(process.platform === 'win32')(
  `modes${saying(process.platform === 'win32' ? 'Windows has none' : null)}`,
  () => {
    test.each(['000', '022', '077'])('under umask %s files are 0600 and folders 0700', (umask) => {
      const place = emptyFolder();
      const line = (command: string) => shell(`umask ${umask}; cd ${place}; ${innopoints} ${command}`);
      const done = [
        line(assessWords('--period', '2026Q3', '-o', 'a/b/out')),
        line(assessWords('--period', '2026Q3', '--runs', 'runs')),
        line(`explain a/b/out --all -o cards`),
        line(quoted(['clean', firms, '-p', profile, '-o', 'clean.csv', '-q'])),
      ];
      expect(
        done.map((one) => one.code),
        done.map((one) => one.stderr).join(''),
      ).toEqual([0, 0, 0, 0]);
      const modes = [
        ...modesBelow(join(place, 'a')),
        ...modesBelow(join(place, 'runs')),
        ...modesBelow(join(place, 'cards')),
      ];
      expect([...new Set(modes)].sort()).toEqual(['file 600', 'file 777', 'folder 700']);
      // The one 777 is the link `latest`, which has no mode of its own.
      expect(modes.filter((mode) => mode === 'file 777')).toHaveLength(1);
      expect(lstatSync(join(place, 'clean.csv')).mode & 0o777).toBe(0o600);
    });
  },
);

test('there is something to look for', () => {
  expect(secrets.words.length).toBeGreaterThan(500);
  expect(secrets.figures.size).toBeGreaterThan(1_500);
});

/** The events of a log, without their times and their counts. */
const eventsOf = (stderr: string) =>
  stderr
    .trimEnd()
    .split('\n')
    .map((line) => partsOf({ ...(JSON.parse(line) as object), time: '' }));

test('the JSON log and the manifest of a run hold no firm and no figure, only counts', () => {
  const place = emptyFolder();
  const ended = shell(`cd ${place} && ${innopoints} ${words('-o', 'out', '--log-format', 'json')}`);
  expect(ended.code, ended.stderr).toBe(0);
  const events = eventsOf(ended.stderr);
  expect(foundIn(events.map((one) => one.text).join('\n'), secrets)).toEqual([]);
  expect(foundIn(ended.stderr, { ...secrets, figures: new Set() })).toEqual([]);
  for (const path of events.flatMap((one) => [...one.numbers]))
    expect(path).toMatch(/^(?:rows|firms|findings)\.|^code$/);
  const text = readFileSync(join(place, 'out/manifest.json'), 'utf8');
  const manifest = partsOf(JSON.parse(text));
  expect(foundIn(manifest.text, secrets)).toEqual([]);
  expect(foundIn(text, { ...secrets, figures: new Set() })).toEqual([]);
  for (const path of manifest.numbers)
    expect(path).toMatch(
      /^(?:rows|firms|findings|skipped)\.|^(?:format|seconds)$|^(?:inputs|outputs)\[\]\.bytes$/,
    );
});

test('the JSON log of a run that is refused gives places, not cells', () => {
  const place = emptyFolder();
  const broken = rows.map((row, i) => (i === 3 ? row.map(() => '') : row));
  writeFileSync(
    join(place, '企业.csv'),
    broken.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
  );
  const line = words('-o', 'out', '--log-format', 'json').replace(sample, '企业.csv');
  const ended = shell(`cd ${place} && ${innopoints} ${line}`);
  expect(ended.code, ended.stderr).toBe(3);
  const events = eventsOf(ended.stderr);
  expect(events.length).toBeGreaterThan(1);
  expect(foundIn(events.map((one) => one.text).join('\n'), secrets)).toEqual([]);
});

test('the lock names its process, and no firm', () => {
  const place = withOldRun();
  const fault = { root: place, kind: 'KILL', nth: 1, only: ['rename'] };
  const killed = shell(
    `${node} --import ${quoted([preload('inject.mjs'), binary])} ${words('-o', join(place, 'out'), '--force')}`,
    { INNOPOINTS_FAULT: JSON.stringify(fault) },
  );
  expect(killed.signal ?? killed.code).not.toBe(0);
  const lock = readFileSync(join(place, '.out.lock'), 'utf8');
  expect(Object.keys(JSON.parse(lock) as object)).toEqual(['pid', 'host', 'start', 'token']);
  expect(foundIn(lock, secrets)).toEqual([]);
  expect(modesBelow(place).every((mode) => mode.endsWith('00'))).toBe(true);
});

test('the text log is for people: it quotes the cells that are wrong, and nothing else', () => {
  const place = emptyFolder();
  const ended = shell(`cd ${place} && ${innopoints} ${words('-o', 'out')}`);
  const told = readFileSync(join(place, 'out/findings.csv'), 'utf8');
  // Counts are the manifest's.
  const counts = readFileSync(join(place, 'out/manifest.json'), 'utf8');
  // The line and the scale beneath the totals are the profile's.
  const rules = readFileSync(join(place, 'out/data/profile.yaml'), 'utf8');
  for (const found of foundIn(ended.stderr, secrets)) expect(`${told}${counts}${rules}`).toContain(found);
  const quiet = shell(`cd ${place} && ${innopoints} ${words('-o', 'out', '--force', '-q')}`);
  expect(quiet.stderr).toBe('');
});

test('a name or a figure in a log is seen (planted)', () => {
  const [name = ''] = secrets.words;
  const [figure = ''] = secrets.figures;
  expect(foundIn(`{"event":"step","firm":"${name}"}`, secrets)).toContain(name);
  expect(foundIn(partsOf({ event: 'finding', raw: `${figure} 万元` }).text, secrets)).toContain(figure);
  expect([...partsOf({ event: 'finding', total: 12345.67 }).numbers]).toEqual(['total']);
});
