import { Command } from 'commander';
import { settle } from '../config-settings.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';
import { addAssessOptions } from './assess.js';

/** `config show [FILES] [options of assess]`. Costs the reading of the file and the listing of folders. */
export const configCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const show = new Command('show').summary(text('config.show')).description(text('config.show'));
  return new Command('config')
    .summary(text('config.summary'))
    .description(text('config.summary'))
    .addCommand(
      addAssessOptions(show, text)
        .action(async (files: string[], _: object, command: Command) => {
          const { showSettings } = await import('../show-settings.js');
          const { settings } = await settle(command, files, shell);
          const json = command.getOptionValue('json') === true;
          await shell.print(
            json ? `${JSON.stringify(settings, null, 2)}\n` : showSettings(settings, shell.lang),
          );
        })
        .addHelpText('after', `\n${text('help.example')}\n  innopoints config show --period 2026Q3`),
    );
};
