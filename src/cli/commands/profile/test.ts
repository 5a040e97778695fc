import { Command } from 'commander';
import { Exit } from '../../../finding/index.js';
import { profileFolders } from '../../reading-options.js';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

/** `profile test [ID|PATH…]`. Costs the loading of each profile and some milliseconds. */
export const testCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('test')
    .summary(text('profile.test'))
    .description(text('profile.test'))
    .argument('[ids...]', text('profile.ids'))
    .option('--json', text('inspect.json'))
    .action(async (ids: string[], flags: { json?: boolean }) => {
      const { testProfiles } = await import('../../../jobs/profile/test-profile.js');
      const { profilesAsked } = await import('../../../jobs/profile/profiles.js');
      const { showTested } = await import('../../show-tested.js');
      const folders = profileFolders(shell);
      const tested = testProfiles(profilesAsked(ids, folders), folders);
      if (flags.json === true) await shell.print(`${JSON.stringify(tested, null, 2)}\n`);
      else {
        for (const one of tested) if (!one.loaded) shell.tell(one.findings);
        await shell.print(showTested(tested, shell.lang));
      }
      if (tested.some((one) => !one.loaded)) shell.exit = Exit.usage;
      else if (tested.some((one) => one.failed > 0)) shell.exit = Exit.notHeld;
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile test techsme-2017`);
};
