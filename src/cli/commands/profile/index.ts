import { Command } from 'commander';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';
import { diffCommand } from './diff.js';
import { lintCommand } from './lint.js';
import { listCommand } from './list.js';
import { newCommand } from './new.js';
import { schemaCommand } from './schema.js';
import { showCommand } from './show.js';
import { testCommand } from './test.js';

/** `profile …`: what one can do with a region's rules. */
export const profileCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('profile')
    .summary(text('profile.summary'))
    .description(text('profile.summary'))
    .addCommand(listCommand(shell))
    .addCommand(showCommand(shell))
    .addCommand(lintCommand(shell))
    .addCommand(testCommand(shell))
    .addCommand(schemaCommand(shell))
    .addCommand(newCommand(shell))
    .addCommand(diffCommand(shell));
};
