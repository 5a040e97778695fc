import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
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
    .filter((text) => text.startsWith('{'))
    .map((text) => JSON.parse(text) as Record<string, unknown> & { readonly event: string });
  return { status, stdout, stderr, events };
};

/** The crontab that is shipped: its settings and its only job. */
function shipped(): { readonly settings: ReadonlyMap<string, string>; readonly job: string } {
  const lines = readFileSync(join(root, 'samples/cron/crontab'), 'utf8').split('\n');
  const jobs = lines.flatMap((one) => /^(?:[\d*,/-]+ ){5}(.+)$/.exec(one)?.[1] ?? []);
  const settings = lines.flatMap((one) => /^([A-Z_]+)=(\S+)$/.exec(one)?.slice(1) ?? []);
  const named = settings.flatMap((name, i) => (i % 2 === 0 ? [[name, settings[i + 1] ?? ''] as const] : []));
  expect([jobs.length, named.map(([name]) => name)]).toEqual([1, ['PATH', 'INNOPOINTS_PERIOD']]);
  // A per cent sign would be a line end to cron.
  expect(jobs[0]).not.toContain('%');
  return { settings: new Map(named), job: jobs[0]! };
}
/** The job as cron would run it, here; PATH is this machine's. */
const cronJob = (keep = 8) => {
  const { settings, job } = shipped();
  const period = settings.get('INNOPOINTS_PERIOD');
  return cron(
    `export INNOPOINTS_PERIOD=${period} && ${job.replace('--keep 8', `--keep ${keep}`)}`,
    join(bench.folder, 'points'),
  );
};
const eventsOfLog = () =>
  bench
    .read('points/points.log')
    .trimEnd()
    .split('\n')
    .map((one) => JSON.parse(one) as Record<string, unknown>);

test('the crontab that is shipped: cron has nothing to mail, and the log is a JSON object a line', () => {
  bench.csv('points/in/firms.csv', demoFirms.slice(0, 6));
  const { status, stdout, stderr } = cronJob();
  expect([status, stdout, stderr]).toEqual([0, '', '']);
  expect(eventsOfLog().at(-1)).toMatchObject({ event: 'exit', code: 0 });
  const points = join(bench.folder, 'points');
  expect(readlinkSync(join(points, 'runs/latest'))).toBe('2026Q3-demo-2025');
  for (const [name] of demoFirms.slice(1)) expect(bench.read('points/points.log')).not.toContain(name);
});

test('where a firm was sent back it prints one line for cron to mail, and prunes all the same', () => {
  bench.csv('points/in/firms.csv', demoFirms);
  for (let run = 0; run < 2; run++) {
    const { stdout, stderr } = cronJob(1);
    expect(stdout).toBe(`innopoints: exit 1, see ${join(bench.folder, 'points')}/points.log\n`);
    expect(stderr).toBe('');
  }
  expect(eventsOfLog().filter((one) => one.event === 'exit' && one.code === 1)).toHaveLength(2);
  expect(readdirSync(join(bench.folder, 'points/runs')).sort()).toEqual(['2026Q3-demo-2025+2', 'latest']);
});

test('where the command is not found, nobody is left in the belief that it ran', () => {
  rmSync(join(bench.folder, 'home/bin/innopoints'));
  expect(cronJob().stdout).toContain('innopoints: exit 127');
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
