import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { startProgress } from '../../../src/cli/progress.js';
import { openShell } from '../../../src/cli/shell.js';

/** A terminal of a width, and what was sent to it; one that is cleared without end says so. */
function terminal(columns: number) {
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
  return { shell: openShell({ out: new Writable(), err, env: {}, cwd: '/' }), said: () => said };
}

test.each([0, 80])('a terminal %d columns wide is not kept busy', async (columns) => {
  const { shell, said } = terminal(columns);
  const spinner = await startProgress(shell, false);
  spinner.progress('read');
  await new Promise((resolve) => setTimeout(resolve, 200));
  spinner.stop();
  expect(said().includes('读取企业')).toBe(columns > 0);
});

test('a terminal without a size is taken for one of 80', () => {
  expect(terminal(0).shell.columns).toBe(80);
});
