import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import { startProgress } from '../../src/cli/progress.js';
import { openShell } from '../../src/cli/shell.js';
import { demoProfile } from '../support/demo-profile.js';
import { root, workbench } from '../support/workbench.js';

// CWE-150: text from files, their names included, through every command that shows it. A terminal gets no control of it but
// line ends, and no mark that turns the direction of text.

const tricks = {
  colour: '\u001b[31m',
  screen: '\u001b[2J\u001b[H',
  link: '\u001b]8;;https://example.com\u0007here\u001b]8;;\u0007',
  clipboard: '\u001b]52;c;cm0gLXJm\u0007',
  c1: '\u009b31m\u0090\u009c',
  line: '合格\r不合格',
  back: 'A\u0008B',
  bell: '\u0007',
  turned: '\u202egpj.exe',
  isolated: '\u2066甲\u2069',
  mark: '\u200f\u061c',
  escape: '\u001bc',
};
const all = Object.values(tricks).join('');

/** Everything that a terminal might obey but line feed; with `colours`, but the program's own too. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const bench = workbench().file(
  'demo-2025.yaml',
  demoProfile
    .replace('演示方案', `"演示${JSON.stringify(all).slice(1, -1)}"`)
    .replace('白名单', `"白名单${JSON.stringify(tricks.turned + tricks.colour).slice(1, -1)}"`),
);
const header = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）', `备注${all}`];
const rows = [
  header,
  [`华新传感${all}`, '91340199MA1007919N', 1000, 100, all],
  [`瑞泽${tricks.link}`, `91340199MA1015838${tricks.escape}`, '二千', `${tricks.clipboard}`, 1],
  // Much plain text, lest the file pass for a binary one.
  ['禾川机电', '91340199MA10395960', 1200, 24, '无'.repeat(2000)],
  [`金桥${tricks.turned}`, '91340199MA1023757U', all, 60, ''],
];
const names = {
  csv: `企业${all.replaceAll('/', '')}.csv`,
  xlsx: `企业${tricks.screen}${tricks.turned}.xlsx`,
};
const text = rows.map((cells) => cells.map((cell) => `"${String(cell)}"`).join(',')).join('\n');
writeFileSync(join(bench.folder, names.csv), text);
const sheet = xlsx.utils.aoa_to_sheet(rows);
const book = { SheetNames: [`表\u202e甲\u2066`], Sheets: { '表\u202e甲\u2066': sheet } };
writeFileSync(
  join(bench.folder, names.xlsx),
  xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
);

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/innopoints.js'), ...args], {
    cwd: bench.folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: bench.folder, LANG: 'zh_CN.UTF-8' },
  });
  return { status, stdout, stderr };
}

const profile = ['-p', 'demo-2025.yaml'];
const period = ['--period', '2025'];
run('assess', names.csv, ...profile, ...period, '-o', 'run');

test.each<readonly [string, readonly string[]]>([
  ['assess of a CSV', ['assess', names.csv, ...profile, ...period, '-o', 'out-1']],
  ['assess of a workbook', ['assess', names.xlsx, ...profile, ...period, '-o', 'out-2', '--verbose']],
  [
    'assess told in events',
    ['assess', names.csv, ...profile, ...period, '-o', 'out-3', '--log-format', 'json'],
  ],
  ['a file that is not there', ['assess', `${names.csv}.x`, ...profile, ...period, '-o', 'out-4']],
  ['a profile that is not there', ['assess', names.csv, '-p', `${all}.yaml`, ...period, '-o', 'out-5']],
  ['a period that is none', ['assess', names.csv, ...profile, '--period', all, '-o', 'out-6']],
  [
    'an output in a name',
    ['assess', names.csv, ...profile, ...period, '-o', `out-7${all.replaceAll('/', '')}`],
  ],
  ['an option that is none', ['assess', `--${all}`]],
  ['a command that is none', [all]],
  ['inspect of a CSV', ['inspect', names.csv, ...profile]],
  ['inspect of a workbook', ['inspect', names.xlsx, ...profile]],
  ['clean', ['clean', names.csv, ...profile, '-o', 'clean.csv']],
  ['explain', ['explain', 'run', '91340199MA1007919N']],
  ['explain of somebody unknown', ['explain', 'run', all]],
  ['verify', ['verify', 'run']],
  ['compare', ['compare', 'run', 'run']],
  ['robust', ['robust', 'run', '--weights', '10%', '--draws', '10', '--seed', '1']],
  ['replay', ['replay', 'run']],
  ['profile show', ['profile', 'show', 'demo-2025.yaml']],
  ['profile lint', ['profile', 'lint', 'demo-2025.yaml']],
  ['profile test', ['profile', 'test', 'demo-2025.yaml']],
  ['a finding that is none', ['finding', all]],
])('%s sends nothing to obey', (_, args) => {
  const { stdout, stderr } = run(...args);
  const said = stderr + stdout;
  expect(said).not.toBe('');
  expect(said.match(obeyed)?.[0] ?? null, JSON.stringify(said).slice(0, 2000)).toBeNull();
});

test('one that passed would be seen', () => {
  for (const trick of Object.values(tricks)) expect(trick).toMatch(obeyed);
});

test('a terminal with colours gets none from a finding', () => {
  let said = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      done();
    },
  });
  const err = Object.assign(stream, { isTTY: true });
  const shell = openShell({ out: new Writable(), err, env: {}, cwd: '/' });
  expect(shell.colour).toBe(true);
  shell.tell([
    { id: 'file.empty', severity: 'error', at: { file: all }, args: { path: all }, notes: [], firm: null },
  ]);
  expect(said).not.toBe('');
  expect(said).not.toMatch(obeyed);
});

test('a terminal of width 0, as some services give one, has no spinner that erases for ever', async () => {
  const err = Object.assign(new Writable({ write: () => expect.unreachable() }), { isTTY: true, columns: 0 });
  const shell = openShell({ out: new Writable(), err, env: {}, cwd: '/' });
  expect(shell.columns).toBe(80);
  const { progress, stop } = await startProgress(shell, false);
  progress('read');
  stop();
});

test('what was taken out is shown by its number', () => {
  expect(run('inspect', names.csv, ...profile).stdout).toContain('\\u001b');
});

/** Blinking and inverse: no colour of the program's. */
const blinking = '\u001b[5;7m';
test('a terminal with colours gets the program\u2019s own only', () => {
  const file = `企业${blinking}.csv`;
  writeFileSync(
    join(bench.folder, file),
    text.replaceAll('华新', `华新${blinking}`).replaceAll('二千', `二千${blinking}`),
  );
  const words = ['assess', file, ...profile, ...period, '-o', `out${blinking}`, '--verbose', '--timings'];
  for (const args of [
    words,
    ['inspect', file, ...profile],
    ['assess', file, ...profile, '--period', blinking, '-o', 'x'],
  ]) {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', join(root, 'test/faults/as-terminal.mjs'), join(root, 'bin/innopoints.js'), ...args],
      { cwd: bench.folder, encoding: 'utf8', env: { PATH: process.env.PATH, CI: '1', LANG: 'zh_CN.UTF-8' } },
    );
    expect(stderr + stdout, args.join(' ')).toContain('\\u001b[5;7m');
    expect(stderr + stdout, args.join(' ')).not.toContain(blinking);
    if (args === words) expect(stderr).toContain('\u001b[');
  }
});
