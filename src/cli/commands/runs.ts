import { Command, InvalidArgumentError } from 'commander';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

/** `runs list ROOT` and `runs prune ROOT --keep 8`. Cost: reading the manifests. */
export const runsCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('runs')
    .summary(text('runs.summary'))
    .description(text('runs.summary'))
    .addCommand(listCommand(shell))
    .addCommand(pruneCommand(shell));
};

function listCommand(shell: Shell): Command {
  const text = textIn(shell.lang);
  return new Command('list')
    .summary(text('runs.list'))
    .description(text('runs.list'))
    .argument('<root>', text('runs.root'))
    .option('--json', text('inspect.json'))
    .action(async (root: string, flags: { json?: boolean }) => {
      const { listRuns } = await import('../../jobs/runs/runs.js');
      const { showRuns } = await import('../show-runs.js');
      const listed = await listRuns(root);
      await shell.print(
        flags.json === true ? `${JSON.stringify(listed, null, 2)}\n` : showRuns(listed, shell.lang),
      );
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints runs list runs`);
}

interface PruneFlags {
  keep: number;
  dryRun?: boolean;
  json?: boolean;
}

function pruneCommand(shell: Shell): Command {
  const text = textIn(shell.lang);
  return new Command('prune')
    .summary(text('runs.prune'))
    .description(text('runs.prune'))
    .argument('<root>', text('runs.root'))
    .requiredOption('--keep <count>', text('runs.keep'), parseCount)
    .option('--dry-run', text('runs.dryRun'))
    .option('--json', text('inspect.json'))
    .action(async (root: string, flags: PruneFlags) => {
      const { pruneRuns } = await import('../../jobs/runs/runs.js');
      const { showPruned } = await import('../show-runs.js');
      const pruned = await pruneRuns(root, { keep: flags.keep, dryRun: flags.dryRun === true });
      await shell.print(
        flags.json === true ? `${JSON.stringify(pruned, null, 2)}\n` : showPruned(pruned, shell.lang),
      );
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints runs prune runs --keep 8 --dry-run`);
}

/** None kept would be no archive: at least one. */
function parseCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('1, 2, 3 …');
  return Number(text);
}
