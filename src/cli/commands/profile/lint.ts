import { Command } from 'commander';
import { Exit } from '../../../finding/index.js';
import { profileFolders } from '../../reading-options.js';
import type { Shell } from '../../shell.js';
import { textIn } from '../../text.js';

interface LintFlags {
  strict?: boolean;
  asOf?: string;
  json?: boolean;
}

/** `profile lint [ID|PATH…]`. Costs the loading of each profile and some milliseconds. */
export const lintCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('lint')
    .summary(text('profile.lint'))
    .description(text('profile.lint'))
    .argument('[ids...]', text('profile.ids'))
    .option('--strict', text('profile.lintStrict'))
    .option('--as-of <day>', text('profile.lintAsOf'))
    .option('--json', text('inspect.json'))
    .action(async (ids: string[], flags: LintFlags) => {
      const { lintProfiles } = await import('../../../jobs/profile/lint-profile.js');
      const { profilesAsked } = await import('../../../jobs/profile/profiles.js');
      const { showLinted } = await import('../../show-linted.js');
      const folders = profileFolders(shell);
      const linted = lintProfiles(profilesAsked(ids, folders), { folders, asOf: flags.asOf });
      if (flags.json === true) await shell.print(`${JSON.stringify(linted, null, 2)}\n`);
      else {
        for (const one of linted) if (!one.loaded) shell.tell(one.findings);
        await shell.print(showLinted(linted, shell.lang));
      }
      const worst = new Set(linted.flatMap((one) => one.findings.map((finding) => finding.severity)));
      if (linted.some((one) => !one.loaded)) shell.exit = Exit.usage;
      else if (worst.has('error') || (flags.strict === true && worst.has('warning')))
        shell.exit = Exit.notHeld;
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints profile lint profiles/my-zone-2026.yaml`);
};
