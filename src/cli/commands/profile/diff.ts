import { Command } from 'commander';
import { profileFolders } from '../../reading-options.js';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

/** `profile diff A B`. Costs the loading of both, with a run two scorings. It is no check: exit 0 whether they differ or not. */
export const diffCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('diff')
    .summary(text('profile.diff'))
    .description(text('profile.diff'))
    .argument('<a>', text('profile.id'))
    .argument('<b>', text('profile.id'))
    .option('--run <dir>', text('profile.diffRun'))
    .option('--json', text('inspect.json'))
    .action(async (a: string, b: string, flags: { run?: string; json?: boolean }) => {
      const { compareProfiles } = await import('../../../jobs/profile/diff-profiles.js');
      const { showDiff } = await import('../../show-diff.js');
      const diff = compareProfiles({
        a,
        b,
        run: flags.run,
        lang: shell.lang,
        profileFolders: profileFolders(shell),
      });
      await shell.print(
        flags.json === true ? `${JSON.stringify(diff, null, 2)}\n` : showDiff(diff, shell.lang),
      );
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints profile diff national-1.0-2022 hefei-hightech-2025`,
    );
};
