import { spawnSync } from 'node:child_process';
import { mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
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
  bench.file(
    'points/innopoints.yaml',
    'profile: ../demo-2025.yaml\ninputs: in/*.csv\nruns: runs\nstrict: true\nwait: 10m\nlog_format: json\n',
  );
  bench.file('points/in/.keep', '');
});

/** A line of a crontab without its five fields of time. */
const cron = (line: string) => {
  const home = join(bench.folder, 'home');
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', line], {
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
    .map((text) => JSON.parse(text) as Record<string, unknown> & { readonly event: string });
  return { status, stdout, stderr, events };
};
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
