import { Command } from 'commander';
import { profileFolders } from '../../reading-options.js';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

/** `profile show ID`. Costs the loading of the profile. */
export const showCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('show')
    .summary(text('profile.show'))
    .description(text('profile.show'))
    .argument('<id>', text('profile.id'))
    .action(async (id: string) => {
      const { shownProfile } = await import('../../../jobs/profile/profiles.js');
      const { showProfile } = await import('../../show-profile.js');
      await shell.print(showProfile(shownProfile(id, shell.lang, profileFolders(shell)), shell.lang));
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile show hefei-hightech-2025`);
};
