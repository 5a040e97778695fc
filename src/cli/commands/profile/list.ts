import { Command } from 'commander';
import { profileFolders } from '../../reading-options.js';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

/** `profile list`. Costs the loading of each profile, some milliseconds. */
export const listCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('list')
    .summary(text('profile.list'))
    .description(text('profile.list'))
    .option('--json', text('inspect.json'))
    .action(async (flags: { json?: boolean }) => {
      const { allProfiles } = await import('../../../jobs/profile/profiles.js');
      const { showProfiles } = await import('../../show-profile.js');
      const entries = allProfiles(profileFolders(shell));
      await shell.print(
        flags.json === true ? `${JSON.stringify(entries, null, 2)}\n` : showProfiles(entries, shell.lang),
      );
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile list`);
};
