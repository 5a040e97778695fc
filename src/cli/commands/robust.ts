import { Command } from 'commander';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface RobustFlags {
  weights: string;
  draws: string;
  seed: string;
  out?: string | null;
  json?: boolean;
  force?: boolean;
}

/** `robust RUN --weights 10%`. Costs one scoring of all firms, and some milliseconds a draw for 15,000 of them. */
export const robustCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('robust')
    .summary(text('robust.summary'))
    .description(text('robust.summary'))
    .argument('<run>', text('explain.run'))
    .option('--weights <percent>', text('robust.weights'), '10%')
    .option('--draws <count>', text('robust.draws'), '1000')
    .option('--seed <number>', text('robust.seed'), '1')
    .option('-o, --out <file>', text('analyse.out'))
    .option('--json', text('inspect.json'))
    .option('--force', text('file.force'))
    .action(async (run: string, { out = null, json, force, ...options }: RobustFlags) => {
      const { robust } = await import('../../jobs/robust.js'); // the schema of profiles is heavy
      const found = await robust({ run, ...options, out, force: force === true, lang: shell.lang });
      if (json === true) await shell.print(`${JSON.stringify(found, null, 2)}\n`);
      else await shell.print((await import('../show-robust.js')).showRobust(found, shell.lang));
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints robust runs/2026Q3 --weights 10% --draws 1000 --seed 1 -o robust.xlsx`,
    );
};
