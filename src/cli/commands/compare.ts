import { Command } from 'commander';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface CompareFlags {
  out?: string | null;
  json?: boolean;
  force?: boolean;
}

/** `compare OLD NEW`. Costs two or three scorings of all firms; no input is read. */
export const compareCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('compare')
    .summary(text('compare.summary'))
    .description(text('compare.summary'))
    .argument('<old>', text('compare.old'))
    .argument('<new>', text('compare.new'))
    .option('-o, --out <file>', text('analyse.out'))
    .option('--json', text('inspect.json'))
    .option('--force', text('file.force'))
    .action(async (before: string, after: string, { out = null, json, force }: CompareFlags) => {
      const { compare } = await import('../../jobs/compare.js'); // the schema of profiles is heavy
      const compared = await compare({ before, after, out, force: force === true, lang: shell.lang });
      if (json === true) await shell.print(`${JSON.stringify(compared, null, 2)}\n`);
      else await shell.print((await import('../show-compared.js')).showCompared(compared, shell.lang));
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints compare runs/2026Q2 runs/2026Q3 -o changes.xlsx`,
    );
};
