import { Command, Option } from 'commander';
import { Exit } from '../../finding/index.js';
import type { Assessed } from '../../jobs/assess.js';
import type { ReportName } from '../../jobs/print-report.js';
import { startProgress } from '../progress.js';
import { addReadingOptions, type ReadingFlags, readingOf } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface AssessFlags extends ReadingFlags {
  profile: string;
  period: string;
  asOf?: string;
  out: string;
  report: ReportName;
  format?: 'xlsx' | 'csv' | 'ndjson';
  headers: 'id' | 'text';
  without: string[];
  force?: boolean;
  strict?: boolean;
  json?: boolean;
  quiet?: boolean;
  timings?: boolean;
}

/** `assess FILES -p ID --period P -o DIR`. Costs one reading of the inputs, and a second look at rows to hand back. */
export const assessCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const command = new Command('assess')
    .summary(text('assess.summary'))
    .description(text('assess.summary'))
    .argument('<files...>', text('assess.files'))
    .requiredOption('-p, --profile <id>', text('assess.profile'))
    .requiredOption('--period <period>', text('assess.period'))
    .requiredOption('-o, --out <dir>', text('assess.out'))
    .option('--as-of <date>', text('assess.asOf'))
    .addOption(new Option('--format <format>', text('assess.format')).choices(['xlsx', 'csv', 'ndjson']))
    .addOption(new Option('--headers <kind>', text('assess.headers')).choices(['text', 'id']).default('text'))
    .addOption(
      new Option('--report <name>', text('assess.report'))
        .choices(['whitelist', 'assessment', 'findings'])
        .default('assessment'),
    )
    .option('--without <field>', text('read.without'), (field: string, all: string[]) => [...all, field], [])
    .option('--force', text('assess.force'))
    .option('--strict', text('assess.strict'))
    .option('--json', text('assess.json'))
    .option('--timings', text('assess.timings'))
    .option('-q, --quiet', text('assess.quiet'));
  return addReadingOptions(command, text)
    .action(async (files: string[], flags: AssessFlags) => {
      const { assess } = await import('../../jobs/assess.js'); // the readers are heavy
      const spinner = await startProgress(shell, flags.quiet === true || flags.out === '-');
      const timings = flags.timings === true ? (await import('../timings.js')).startTimings() : null;
      try {
        const assessed = await assess(requestOf(files, flags, shell), timings?.progress ?? spinner.progress);
        spinner.stop();
        await show(assessed, flags, shell);
        timings?.show(assessed, shell);
        const lost = assessed.run.rowLedger.byFate.rejected + assessed.run.firmLedger.byDisposition.rejected;
        if (flags.strict === true && lost > 0) shell.exit = Exit.notHeld;
      } finally {
        spinner.stop();
      }
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints assess samples/gaoxin-2026Q3.xlsx -p hefei-hightech-2025 --period 2026Q3 -o runs/2026Q3`,
    );
};

const requestOf = (files: string[], flags: AssessFlags, shell: Shell) => ({
  files,
  ...readingOf(flags, shell),
  profile: flags.profile,
  period: flags.period,
  asOf: flags.asOf,
  without: flags.without,
  out: flags.out === '-' ? null : flags.out,
  force: flags.force,
  format: flags.format === 'csv' ? ('csv' as const) : ('xlsx' as const),
  headers: flags.headers,
  lang: shell.langAsked ?? undefined,
});

async function show({ run, published }: Assessed, flags: AssessFlags, shell: Shell): Promise<void> {
  if (flags.out === '-') {
    const { printReport } = await import('../../jobs/print-report.js');
    const format = flags.format === 'ndjson' ? 'ndjson' : 'csv';
    await printReport(run, flags.report, { format, headers: flags.headers }, (chunk) => shell.print(chunk));
    return;
  }
  const { summarise } = await import('../../jobs/summarise.js');
  const summary = summarise(run);
  if (flags.json === true)
    await shell.print(`${JSON.stringify({ ...summary, out: published?.folder ?? null }, null, 2)}\n`);
  else if (flags.quiet !== true) {
    const { showSummary } = await import('../summary.js');
    showSummary(summary, published, shell);
  }
}
