import { Command } from 'commander';
import { profileFolders } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

/** `profile list`, `profile show ID`. Costs the loading of each profile, some milliseconds. */
export const profileCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const command = new Command('profile')
    .summary(text('profile.summary'))
    .description(text('profile.summary'));
  command
    .command('list')
    .summary(text('profile.list'))
    .description(text('profile.list'))
    .action(async () => {
      const { allProfiles } = await import('../../jobs/profiles.js');
      const { showProfiles } = await import('../show-profile.js');
      await shell.print(showProfiles(allProfiles(profileFolders(shell)), shell.lang));
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile list`);
  command
    .command('show')
    .summary(text('profile.show'))
    .description(text('profile.show'))
    .argument('<id>', text('profile.id'))
    .action(async (id: string) => {
      const { shownProfile } = await import('../../jobs/profiles.js');
      const { showProfile } = await import('../show-profile.js');
      await shell.print(showProfile(shownProfile(id, shell.lang, profileFolders(shell)), shell.lang));
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile show hefei-hightech-2025`);
  return command;
};
