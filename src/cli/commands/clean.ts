import { Command, Option } from 'commander';
import { type EdgeError, Exit, Findings, usageError } from '../../finding/index.js';
import { startProgress } from '../progress.js';
import { addReadingOptions, type ReadingFlags, readingOf } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface CleanFlags extends ReadingFlags {
  profile: string;
  period?: string;
  out: string;
  findings?: string;
  headers: 'id' | 'text';
  without: string[];
  all?: boolean;
  force?: boolean;
  strict?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** `clean FILES -p ID -o clean.csv`. Costs one reading of the inputs. */
export const cleanCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const command = new Command('clean')
    .summary(text('clean.summary'))
    .description(text('clean.summary'))
    .argument('<files...>', text('assess.files'))
    .requiredOption('-p, --profile <id>', text('assess.profile'))
    .requiredOption('-o, --out <file>', text('clean.out'))
    .option('--period <period>', text('clean.period'))
    .option('--findings <file>', text('clean.findings'))
    .option('--all', text('clean.all'))
    .addOption(new Option('--headers <kind>', text('clean.headers')).choices(['id', 'text']).default('id'))
    .option('--without <field>', text('read.without'), (field: string, all: string[]) => [...all, field], [])
    .option('--force', text('file.force'))
    .option('--strict', text('assess.strict'))
    .option('--json', text('assess.json'))
    .option('-q, --quiet', text('assess.quiet'));
  return addReadingOptions(command, text)
    .action(async (files: string[], flags: CleanFlags) => {
      if (flags.json === true && flags.out === '-') throw bothOnStdout();
      const { clean } = await import('../../jobs/clean/clean.js'); // the readers are heavy
      const spinner = await startProgress(shell, flags.quiet === true || flags.out === '-');
      try {
        const out = flags.out === '-' ? null : flags.out;
        const request = {
          ...flags,
          ...readingOf(flags, shell),
          files,
          out,
          lang: shell.langAsked ?? undefined,
        };
        const cleaned = await clean(request, (part) => shell.print(part), spinner.progress);
        spinner.stop();
        if (flags.json === true) {
          const { summariseCleaned } = await import('../../jobs/clean/summarise-cleaned.js');
          await shell.print(`${JSON.stringify(summariseCleaned(cleaned), null, 2)}\n`);
        } else if (flags.quiet !== true) (await import('../show-cleaned.js')).showCleaned(cleaned, shell);
        if (flags.strict === true && cleaned.firms.rejected + cleaned.unread > 0) shell.exit = Exit.notHeld;
      } finally {
        spinner.stop();
      }
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints clean samples/gaoxin-2026Q3.xlsx -p hefei-hightech-2025 --period 2026Q3 -o clean.csv`,
    );
};

function bothOnStdout(): EdgeError {
  const findings = new Findings();
  findings.add('usage.both', { file: 'clean' }, { one: '--json', other: '-o -' });
  return usageError(findings.all);
}
