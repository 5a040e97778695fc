import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { openShell } from '../../../src/cli/shell.js';
import { saySplits } from '../../../src/cli/split-text.js';
import type { Lang } from '../../../src/model/text.js';

// The rest of a long sheet stands on the next tab, which is easily overlooked: the terminal says so.
function heard(lang: Lang, columns: number, sheets: number): string {
  let text = '';
  const err = Object.assign(
    new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    }),
    { columns },
  );
  const out = new Writable({ write: (_chunk, _encoding, done) => done() });
  const shell = openShell({ out, err, env: {}, cwd: '/' });
  shell.lang = lang;
  saySplits(sheets === 0 ? [] : [{ file: 'bank/whitelist.xlsx', sheet: '白名单\u001b[31m', sheets }], shell);
  return text;
}

test('the workbook, the sheet and how many there are', () => {
  expect(heard('zh', 80, 3)).toContain('bank/whitelist.xlsx 的「白名单');
  expect(heard('zh', 80, 3).replace(/\n */g, '')).toContain('共 3 张');
  expect(heard('en', 80, 3).replace(/\n */g, ' ')).toContain('3 sheets in all');
});

test('a name from a file cannot colour the terminal', () => {
  expect(heard('zh', 80, 3)).not.toContain('\u001b');
});

test('a narrow terminal breaks the line', () => {
  expect(heard('zh', 30, 3).trimEnd().split('\n').length).toBeGreaterThan(2);
});

test('nothing is said where nothing goes on', () => {
  expect(heard('zh', 80, 0)).toBe('');
});
