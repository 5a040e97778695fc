import { Command, Option } from 'commander';
import { foreign } from '../plain.js';
import type { Shell } from '../shell.js';
import { saySplits } from '../split-text.js';
import { textIn } from '../text.js';

interface PackFlags {
  for: string;
  out: string;
  headers: 'id' | 'text';
  force?: boolean;
  json?: boolean;
}

/** `pack RUN --for OFFER -o DIR|FILE`. Costs one scoring pass. */
export const packCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('pack')
    .summary(text('pack.summary'))
    .description(text('pack.summary'))
    .argument('<run>', text('run.folder'))
    .requiredOption('--for <offer>', text('pack.for'))
    .requiredOption('-o, --out <path>', text('pack.out'))
    .addOption(new Option('--headers <kind>', text('assess.headers')).choices(['text', 'id']).default('text'))
    .option('--force', text('file.force'))
    .option('--json', text('assess.json'))
    .action(async (run: string, flags: PackFlags) => {
      const { pack } = await import('../../jobs/pack.js');
      const { findings, ...packed } = await pack({
        run,
        offer: flags.for,
        out: flags.out,
        headers: flags.headers,
        force: flags.force,
        lang: shell.langAsked ?? undefined,
      });
      shell.tell(findings);
      if (flags.json === true) await shell.print(`${JSON.stringify(packed, null, 2)}\n`);
      else {
        shell.say(foreign(packed.note));
        for (const file of packed.files) shell.say(`  ${foreign(file)}`);
        saySplits(packed.splits, shell);
      }
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints pack runs/2026Q3 --for loan-online -o to-bank/`,
    );
};
