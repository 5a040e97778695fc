import { Command } from 'commander';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';
import { listCommand } from './list.js';
import { showCommand } from './show.js';

/** `profile …`: what one can do with a region's rules. */
export const profileCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('profile')
    .summary(text('profile.summary'))
    .description(text('profile.summary'))
    .addCommand(listCommand(shell))
    .addCommand(showCommand(shell));
};
