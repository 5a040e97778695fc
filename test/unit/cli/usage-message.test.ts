import { Writable } from 'node:stream';
import { type Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { program } from '../../../src/cli/program.js';
import { openShell } from '../../../src/cli/shell.js';
import { usageMessage } from '../../../src/cli/usage-message.js';

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

function argumentNames(command: Command): readonly string[] {
  const own = command.registeredArguments.filter((one) => one.required).map((one) => one.name());
  return [...own, ...command.commands.flatMap(argumentNames)];
}

const missing = (name: string) =>
  usageMessage(new CommanderError(1, 'commander.missingArgument', `missing required argument '${name}'`)).zh;

test('whatever a command must be given is asked for in Chinese', () => {
  const names = argumentNames(program(openShell({ out: nowhere, err: nowhere, env: {}, cwd: '/' })));
  expect(names).toContain('files');
  for (const name of names) expect(missing(name), name).not.toContain(name);
});

test('an argument without a word of its own is named as it is (planted)', () => {
  expect(missing('figures')).toBe('缺少参数 figures');
});
