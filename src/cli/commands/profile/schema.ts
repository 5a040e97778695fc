import { Command } from 'commander';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

/** `profile schema`: JSON Schema (draft-7) on stdout, the same that stands in profiles/profile.schema.json. */
export const schemaCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('schema')
    .summary(text('profile.schema'))
    .description(text('profile.schema'))
    .action(async () => {
      const { printedSchema } = await import('../../../jobs/profile/profile-schema.js');
      await shell.print(printedSchema());
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile schema > profile.schema.json`);
};
