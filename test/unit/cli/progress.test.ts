import { Writable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { startProgress } from '../../../src/cli/progress.js';
import { openShell } from '../../../src/cli/shell.js';

/** A terminal of a width, and what was sent to it; one that is cleared without end says so. */
function terminal(columns: number, env: Readonly<Record<string, string>> = {}) {
  let said = '';
  let cleared = 0;
  const clear = () => {
    if (++cleared > 1000) throw new Error('cleared without end');
  };
  const stream = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      done();
    },
  });
  const moves = { clearLine: clear, cursorTo: clear, moveCursor: clear };
  const err = Object.assign(stream, { isTTY: true, columns, ...moves });
  return { shell: openShell({ out: new Writable(), err, env, cwd: '/' }), said: () => said };
}

/** What a step of a run says there within 0.2 s. */
async function turned({ shell, said }: ReturnType<typeof terminal>): Promise<string> {
  const spinner = await startProgress(shell, false);
  spinner.progress('read');
  await new Promise((resolve) => setTimeout(resolve, 200));
  spinner.stop();
  return said();
}

afterEach(() => vi.unstubAllEnvs());

test.each([0, 80])('a terminal %d columns wide is not kept busy', async (columns) => {
  expect((await turned(terminal(columns))).includes('读取企业')).toBe(columns > 0);
});

test.each([{ CI: 'true' }, { CI: '' }, { TERM: 'dumb' }])('nothing turns where %j is set', async (env) => {
  expect(await turned(terminal(80, env))).toBe('');
});

test('what the shell was given decides, not the process', async () => {
  vi.stubEnv('CI', 'true');
  vi.stubEnv('TERM', 'dumb');
  expect(await turned(terminal(80))).toContain('读取企业');
});

test('a terminal without a size is taken for one of 80', () => {
  expect(terminal(0).shell.columns).toBe(80);
});
