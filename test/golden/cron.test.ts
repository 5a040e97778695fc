import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { demoBench, demoFirms } from '../support/demo-firms.js';
import { root, type Workbench } from '../support/workbench.js';

// As cron runs it: sh -c, nearly no surroundings, nobody at the terminal.
let bench: Workbench;
beforeEach(() => {
  bench = demoBench();
  mkdirSync(join(bench.folder, 'home/bin'), { recursive: true });
  symlinkSync(join(root, 'bin/innopoints.js'), join(bench.folder, 'home/bin/innopoints'));
  const settings = readFileSync(join(root, 'samples/cron/innopoints.yaml'), 'utf8');
  bench.file('points/innopoints.yaml', settings.replace('hefei-hightech-2025', '../demo-2025.yaml'));
  bench.file('points/in/.keep', '');
});

/** A line of a crontab without its five fields of time; `/srv/points` is here. */
const cron = (line: string, points = '/srv/points') => {
  const home = join(bench.folder, 'home');
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', line.replaceAll('/srv/points', points)], {
    cwd: home,
    encoding: 'utf8',
    env: {
      HOME: home,
      LOGNAME: 'points',
      SHELL: '/bin/sh',
      LANG: 'C',
      PATH: `${home}/bin:${dirname(process.execPath)}:/usr/bin:/bin`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const events = stderr
    .trimEnd()
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Record<string, unknown> & { readonly event: string });
  return { status, stdout, stderr, events };
};

test('the crontab that is shipped: each of its lines, as cron reads them', () => {
  bench.csv('points/in/firms.csv', demoFirms.slice(0, 6));
  const lines = readFileSync(join(root, 'samples/cron/crontab'), 'utf8').split('\n');
  const jobs = lines.flatMap((one) => /^(?:[\d*,/-]+ ){5}(.+)$/.exec(one)?.[1] ?? []);
  const settings = lines.filter((one) => /^[A-Z_]+=\S+$/.test(one));
  expect([jobs.length, settings.length]).toEqual([1, 1]);
  // A per cent sign would be a line end to cron.
  expect(jobs[0]).not.toContain('%');
  const points = join(bench.folder, 'points');
  const { status, stdout, stderr } = cron(`${settings[0]} && export INNOPOINTS_PERIOD && ${jobs[0]}`, points);
  expect([status, stdout, stderr]).toEqual([0, '', '']);
  const log = bench.read('points/points.log').split('\n');
  expect(JSON.parse(log.find((one) => one.includes('"exit"'))!)).toMatchObject({ event: 'exit', code: 0 });
  expect(readlinkSync(join(points, 'runs/latest'))).toBe('2026Q3-demo-2025');
  for (const [name] of demoFirms.slice(1)) expect(log.join()).not.toContain(name);
});

test('the crontab that is shipped prunes also where a firm was sent back and assess ends with 1', () => {
  bench.csv('points/in/firms.csv', demoFirms);
  const line = /^(?:[\d*,/-]+ ){5}(.+)$/m.exec(readFileSync(join(root, 'samples/cron/crontab'), 'utf8'))![1]!;
  const { stderr } = cron(`export INNOPOINTS_PERIOD=2026Q3 && ${line}`, join(bench.folder, 'points'));
  expect(stderr).toBe('');
  const log = bench.read('points/points.log');
  expect(log).toContain('"code":1');
  expect(log).toMatch(/(?:保留|kept).*2026Q3-demo-2025/);
});

const line = 'cd ../points && INNOPOINTS_PERIOD=2026Q3 innopoints assess';

test('a crontab line: a run, latest, and a log of events', () => {
  bench.csv('points/in/firms.csv', demoFirms.slice(0, 6));
  const { status, stdout, events, stderr } = cron(`${line} && innopoints runs prune runs --keep 8`);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('2026Q3-demo-2025');
  expect(readlinkSync(join(bench.folder, 'points/runs/latest'))).toBe('2026Q3-demo-2025');
  expect(events.map((one) => one.event)).toEqual([
    ...['step', 'step', 'step', 'step', 'step'],
    'counts',
    'exit',
  ]);
  expect(events.at(-2)).toMatchObject({ firms: { total: 5, whitelisted: 2 }, rows: { used: 5 } });
  expect(events.at(-1)).toMatchObject({ code: 0 });
});

test('a firm sent back: exit 1, the run is there, and the log names neither firm nor figure', () => {
  bench.csv('points/in/firms.csv', demoFirms);
  const { status, stderr, events } = cron(line);
  expect(status).toBe(1);
  expect(events.at(-1)).toMatchObject({ event: 'exit', code: 1 });
  for (const row of demoFirms.slice(1))
    for (const value of row.filter((one) => String(one ?? '').length > 3))
      expect(stderr).not.toContain(String(value));
});

test('an input without its columns: exit 3, the finding by place, latest stays', () => {
  bench.csv('points/in/firms.csv', demoFirms.slice(0, 6));
  expect(cron(line).status).toBe(0);
  bench.csv('points/in/firms.csv', [
    ['企业名称', '统一社会信用代码'],
    ['华新传感', '91340199MA1007919N'],
  ]);
  const { status, stderr, events } = cron(line);
  expect(status).toBe(3);
  expect(events.filter((one) => one.event === 'finding').length).toBeGreaterThan(0);
  expect(events.find((one) => one.event === 'finding')).toMatchObject({
    severity: 'error',
    file: 'firms.csv',
  });
  expect(stderr).not.toContain('华新传感');
  expect(readlinkSync(join(bench.folder, 'points/runs/latest'))).toBe('2026Q3-demo-2025');
});

test('wrong words are told as JSON too, for they were asked for so', () => {
  bench.csv('points/in/firms.csv', demoFirms);
  const { status, events } = cron(`${line} --log-format json --perid 2026Q3`);
  expect(status).toBe(2);
  expect(events.map((one) => one.event)).toEqual(['finding', 'exit']);
});

test('no inputs yet: exit 3, nothing on stdout for cron to mail twice', () => {
  const { status, stdout, events } = cron(line);
  expect([status, stdout]).toEqual([3, '']);
  expect(events.at(0)).toMatchObject({ event: 'finding', id: 'file.glob-empty' });
});
