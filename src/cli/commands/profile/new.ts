import { Command } from 'commander';
import { foreign } from '../../plain.js';
import { profileFolders } from '../../reading-options.js';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

interface NewFlags {
  from: string;
  out?: string;
  flat?: boolean;
  force?: boolean;
}

/** `profile new NEW-ID --from ID`. Costs the loading of the profile. */
export const newCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('new')
    .summary(text('profile.new'))
    .description(text('profile.new'))
    .argument('<new-id>', text('profile.newId'))
    .requiredOption('--from <id>', text('profile.newFrom'))
    .option('-o, --out <file>', text('profile.newOut'))
    .option('--flat', text('profile.newFlat'))
    .option('--force', text('file.force'))
    .action(async (id: string, flags: NewFlags) => {
      const { newProfile } = await import('../../../jobs/profile/new-profile.js');
      const { file, from } = await newProfile({ id, ...flags, profileFolders: profileFolders(shell) });
      shell.say(
        shell.lang === 'zh'
          ? `${foreign(file)}：改好后用 profile lint、profile test 检查，profile diff ${from} ${foreign(file)} 看改了什么`
          : `${foreign(file)}: when changed, check it by profile lint and profile test; profile diff ${from} ${foreign(file)} tells what changed`,
      );
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints profile new my-zone-2026 --from hefei-hightech-2025`,
    );
};
