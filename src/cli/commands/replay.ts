import { Command } from 'commander';
import { Exit } from '../../finding/index.js';
import { startProgress } from '../progress.js';
import { profileFolders } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';
import { inputFolders } from './verify.js';

interface ReplayFlags {
  inputs: string[];
  json?: boolean;
  quiet?: boolean;
}

/** `replay RUN [--inputs DIR]`. Costs the assessment once more, and room for its outputs in the temporary folder. */
export const replayCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('replay')
    .summary(text('replay.summary'))
    .description(text('replay.summary'))
    .argument('<run>', text('verify.run'))
    .option('--inputs <dir>', text('verify.inputs'), (folder: string, all: string[]) => [...all, folder], [])
    .option('--json', text('inspect.json'))
    .option('-q, --quiet', text('assess.quiet'))
    .action(async (run: string, flags: ReplayFlags) => {
      const { replay } = await import('../../jobs/replay/replay.js'); // the readers are heavy
      const { showReplayed } = await import('../show-verified.js');
      const spinner = await startProgress(shell, flags.quiet === true);
      const how = { folders: inputFolders(flags.inputs, run, shell), profileFolders: profileFolders(shell) };
      const replayed = await replay(run, how, spinner.progress).finally(spinner.stop);
      if (flags.json === true) await shell.print(`${JSON.stringify(replayed, null, 2)}\n`);
      else {
        shell.tell(replayed.findings);
        if (flags.quiet !== true) await shell.print(showReplayed(replayed, shell.lang));
      }
      if (!replayed.holds) shell.exit = Exit.notHeld;
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints replay runs/2026Q3 --inputs in`);
};
