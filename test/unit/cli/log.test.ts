import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../../src/cli/main.js';
import { openShell, type Shell } from '../../../src/cli/shell.js';

// The JSON log goes to whoever watches servers: it may say what happened and where, never what a cell holds.
function listening(): { readonly shell: Shell; events(): Record<string, unknown>[]; text(): string } {
  let heard = '';
  const err = new Writable({
    write(chunk, _, done) {
      heard += String(chunk);
      done();
    },
  });
  const out = new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    shell: openShell({ out, err, env: {}, cwd: '/' }),
    text: () => heard,
    events: () =>
      heard
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
const words = (text: string) => ['node', 'innopoints', ...text.split(' ')];

test('a bug is told by its kind and its place, without its message', async () => {
  const { shell, events, text } = listening();
  shell.print = () => {
    throw new RangeError('华新传感 1,200 万元\n    华新传感 second line');
  };
  expect(await run(words('config show --log-format json'), shell)).toBe(70);
  expect(events()).toMatchObject([
    { event: 'bug', name: 'RangeError' },
    { event: 'exit', code: 70 },
  ]);
  expect(events()[0]?.stack).not.toEqual([]);
  expect(text()).not.toMatch(/华新传感|1,200/);
});

test('a finding is told by its id and its place, without its arguments', async () => {
  const { shell, events, text } = listening();
  expect(
    await run(words('assess 华新传感.xlsx -p nowhere --period 一季度 -o x --log-format=json'), shell),
  ).toBe(2);
  expect(events()).toMatchObject([
    { event: 'finding', id: 'usage.period', severity: 'error', file: '--period' },
    { event: 'exit', code: 2 },
  ]);
  expect(text()).not.toContain('一季度');
});

test('without --log-format nothing is JSON', async () => {
  const { shell, text } = listening();
  expect(await run(words('assess'), shell)).toBe(2);
  expect(text()).not.toContain('{');
});
