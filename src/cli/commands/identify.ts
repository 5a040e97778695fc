import { Command, Option } from 'commander';
import { Exit } from '../../finding/index.js';
import { startProgress } from '../progress.js';
import { addReadingOptions, type ReadingFlags, readingOf } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface IdentifyFlags extends ReadingFlags {
  profile: string[];
  period: string;
  asOf?: string;
  out: string;
  previous?: string;
  format: 'xlsx' | 'csv';
  headers: 'id' | 'text';
  force?: boolean;
  strict?: boolean;
  json?: boolean;
  quiet?: boolean;
}

/** `identify FILES --period P -o DIR [-p ID …]`. Costs one reading of the inputs a scheme. */
export const identifyCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const command = new Command('identify')
    .summary(text('identify.summary'))
    .description(text('identify.summary'))
    .argument('<files...>', text('assess.files'))
    .option('-p, --profile <id>', text('identify.profile'), (id: string, all: string[]) => [...all, id], [])
    .requiredOption('--period <period>', text('assess.period'))
    .requiredOption('-o, --out <dir>', text('identify.out'))
    .option('--as-of <date>', text('assess.asOf'))
    .option('--previous <dir>', text('identify.previous'))
    .addOption(
      new Option('--format <format>', text('identify.format')).choices(['xlsx', 'csv']).default('xlsx'),
    )
    .addOption(new Option('--headers <kind>', text('assess.headers')).choices(['text', 'id']).default('text'))
    .option('--force', text('assess.force'))
    .option('--strict', text('identify.strict'))
    .option('--json', text('assess.json'))
    .option('-q, --quiet', text('assess.quiet'));
  return addReadingOptions(command, text)
    .action((files: string[], flags: IdentifyFlags) => identifyAs(files, flags, shell))
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints identify samples/gaoxin-2026Q3.xlsx --period 2026Q3 -o runs/identify-2026Q3`,
    );
};

async function identifyAs(files: string[], flags: IdentifyFlags, shell: Shell): Promise<void> {
  const { identify } = await import('../../jobs/identify/identify.js'); // the readers are heavy
  const { summariseIdentified } = await import('../../jobs/identify/summarise-identified.js');
  const spinner = await startProgress(shell, flags.quiet === true);
  try {
    const { profile: profiles, period, asOf, out, previous, force, format, headers } = flags;
    const asked = { profiles, period, asOf, out, previous, force, format, headers };
    const request = { files, ...readingOf(flags, shell), ...asked, lang: shell.langAsked ?? undefined };
    const { identified, published } = await identify(request, spinner.progress);
    spinner.stop();
    const summary = summariseIdentified(identified);
    if (flags.json === true)
      await shell.print(`${JSON.stringify({ ...summary, out: published.folder }, null, 2)}\n`);
    else if (flags.quiet !== true) {
      const { showIdentified } = await import('../show-identified.js');
      showIdentified(summary, published, shell);
    }
    const faulty = summary.schemes.some((one) => one.firms.rejected > 0);
    if (flags.strict === true && (summary.exceptions + summary.unread > 0 || faulty))
      shell.exit = Exit.notHeld;
  } finally {
    spinner.stop();
  }
}
