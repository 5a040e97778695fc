import { join } from 'node:path';
import { Command, Option } from 'commander';
import { Exit, Findings, usageError } from '../../finding/index.js';
import type { Assessed } from '../../jobs/assess/assess.js';
import type { ReportName } from '../../jobs/print-report.js';
import type { AssessRequest } from '../../jobs/request.js';
import { checkPrinted } from '../check-printed.js';
import { atSource, type Settled, settle } from '../config-settings.js';
import { parseDuration } from '../durations.js';
import { gather } from '../gather.js';
import { startProgress } from '../progress.js';
import { addReadingOptions, type ReadingFlags, readingOf } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { type TextKey, textIn } from '../text.js';

interface AssessFlags extends ReadingFlags {
  config?: string;
  profile?: string;
  period?: string;
  asOf?: string;
  previous?: string;
  rate?: string;
  rateDate?: string;
  out?: string;
  runs?: string;
  wait?: number;
  logFormat?: 'text' | 'json';
  report: ReportName;
  format?: 'xlsx' | 'csv' | 'ndjson';
  headers: 'id' | 'text';
  html: boolean;
  by?: string;
  oneWorkbook?: boolean;
  without: string[];
  fixes: string[];
  feedback: string[];
  adjust: string[];
  roster: string[];
  force?: boolean;
  strict?: boolean;
  json?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  timings?: boolean;
}

/** `assess FILES -p ID --period P -o DIR`. Costs one reading of the inputs, and a second look at rows to hand back. */
export const assessCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const command = new Command('assess').summary(text('assess.summary')).description(text('assess.summary'));
  return addAssessOptions(command, text)
    .action(async (files: string[], _: AssessFlags, command: Command) => {
      const settled = await settle(command, files, shell);
      checkPrinted(command, settled);
      await assessAs(command.opts<AssessFlags>(), settled, shell).catch((error: unknown) => {
        throw atSource(error, settled.settings);
      });
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints assess samples/gaoxin-2026Q3.xlsx -p hefei-hightech-2025 --period 2026Q3 -o runs/2026Q3`,
    );
};

/**
 * What `assess` takes; `config show` takes the same, to say what would be done. What undoes a configuration file comes
 * after the options that it undoes: commander takes a lone `--no-strict` to say that `strict` is on.
 */
export const addAssessOptions = (command: Command, text: (key: TextKey) => string): Command =>
  emptied
    .reduce((all, name) => all.addOption(new Option(`--no-${name}`).hideHelp()), addOptions(command, text))
    .option('--no-config', text('assess.noConfig'))
    .addOption(new Option('--no-strict').hideHelp())
    .addOption(new Option('--no-quiet').hideHelp())
    .addOption(new Option('--no-skip-unreadable').hideHelp())
    .addOption(new Option('--no-one-workbook').hideHelp())
    .addOption(new Option('--html').hideHelp());

/** What a configuration file may name and one run may do without. */
const emptied = [
  'as-of',
  'previous',
  'rate',
  'rate-date',
  'prior',
  'fixes',
  'veto',
  'feedback',
  'adjust',
  'roster',
  'mapping',
  'by',
  'sheet',
  'encoding',
  'without',
  'max-inflated',
  'max-parts',
  'max-columns',
  'wait',
];

const addOptions = (command: Command, text: (key: TextKey) => string): Command =>
  addReadingOptions(
    command
      .argument('[files...]', text('assess.files'))
      .option('-p, --profile <id>', text('assess.profile'))
      .option('--period <period>', text('assess.period'))
      .option('-o, --out <dir>', text('assess.out'))
      .addOption(new Option('--runs <dir>', text('assess.runs')).conflicts('out'))
      .option('--config <file>', text('assess.config'))
      .option('--as-of <date>', text('assess.asOf'))
      .option('--previous <dir>', text('assess.previous'))
      .option('--rate <rate>', text('assess.rate'))
      .option('--rate-date <date>', text('assess.rateDate'))
      .addOption(new Option('--format <format>', text('assess.format')).choices(['xlsx', 'csv', 'ndjson']))
      .addOption(
        new Option('--headers <kind>', text('assess.headers')).choices(['text', 'id']).default('text'),
      )
      .option('--by <column>', text('assess.by'))
      .option('--no-html', text('assess.noHtml'))
      .option('--one-workbook', text('assess.oneWorkbook'))
      .addOption(
        new Option('--report <name>', text('assess.report'))
          .choices(['whitelist', 'referrals', 'offers', 'exposure', 'assessment', 'findings'])
          .default('assessment'),
      )
      .option('--without <field>', text('read.without'), gather, [])
      .option('--fixes <file>', text('assess.fixes'), gather, [])
      .option('--feedback <file>', text('assess.feedback'), gather, [])
      .option('--adjust <file>', text('assess.adjust'), gather, [])
      .option('--roster <file>', text('assess.roster'), gather, [])
      .option('--force', text('assess.force'))
      .option('--strict', text('assess.strict'))
      .option('--json', text('assess.json'))
      .option('--timings', text('assess.timings'))
      .addOption(new Option('-v, --verbose', text('assess.verbose')).conflicts('quiet'))
      .option('-q, --quiet', text('assess.quiet'))
      .option('--wait <time>', text('assess.wait'), parseDuration)
      .addOption(new Option('--log-format <format>', text('assess.logFormat')).choices(['text', 'json'])),
    text,
  );

async function assessAs(flags: AssessFlags, settled: Settled, shell: Shell): Promise<void> {
  const { assess } = await import('../../jobs/assess/assess.js'); // the readers are heavy
  const request = requestOf(flags, settled, shell);
  const json = shell.logging === 'json';
  const verbose = flags.verbose === true;
  const spinner = await startProgress(shell, flags.quiet === true || verbose || json || flags.out === '-');
  const timings = flags.timings === true ? (await import('../timings.js')).startTimings() : null;
  const { showVerbose, tellSteps } = verbose ? await import('../show-verbose.js') : {};
  const progress = timings?.progress ?? spinner.progress;
  const tell = tellSteps?.(shell);
  try {
    const assessed = await assess(request, (step, detail) => {
      if (flags.quiet !== true) shell.event('step', { step });
      tell?.(step, detail);
      progress(step, detail);
    });
    spinner.stop();
    await show(assessed, flags, shell);
    showVerbose?.(assessed, shell);
    timings?.show(assessed, shell);
    const lost = assessed.run.rowLedger.byFate.rejected + assessed.run.firmLedger.byDisposition.rejected;
    // Rows that no firm has: what could not be read as one.
    const unread = assessed.run.findings.filter(
      (one) => one.severity === 'error' && one.firm === null,
    ).length;
    if (flags.strict === true && lost + unread + (await refusedIn(assessed)) > 0) shell.exit = Exit.notHeld;
  } finally {
    spinner.stop();
  }
}

/** Throws a usage error that names all that is missing. */
function requestOf(flags: AssessFlags, { files, config }: Settled, shell: Shell): AssessRequest {
  const { profile, period, out, runs } = flags;
  const missing = [
    ...(files.length === 0 ? [{ option: 'FILES', key: 'inputs' }] : []),
    ...(profile === undefined ? [{ option: '--profile', key: 'profile' }] : []),
    ...(period === undefined ? [{ option: '--period', key: 'period' }] : []),
    ...(out === undefined && runs === undefined ? [{ option: '--out', key: 'out' }] : []),
  ];
  if (profile === undefined || period === undefined || missing.length > 0) {
    const findings = new Findings();
    for (const one of missing) findings.add('usage.missing', { file: 'assess' }, one);
    throw usageError(findings.all);
  }
  const reading = readingOf(flags, shell);
  const beside = config === null ? [] : [join(config.folder, 'profiles')];
  return {
    files,
    ...reading,
    profileFolders: [...reading.profileFolders, ...beside],
    profile,
    period,
    asOf: flags.asOf,
    previous: flags.previous,
    rate: flags.rate,
    rateDate: flags.rateDate,
    without: flags.without,
    feedback: flags.feedback,
    fixes: flags.fixes,
    // A configuration file may speak of folders: it says nothing of a printed report.
    by: out === '-' ? undefined : flags.by,
    adjust: flags.adjust,
    roster: flags.roster,
    out: out === undefined || out === '-' ? null : out,
    runs,
    wait: flags.wait,
    force: flags.force,
    format: flags.format === 'csv' ? 'csv' : 'xlsx',
    headers: flags.headers,
    html: flags.html,
    oneWorkbook: out === '-' ? undefined : flags.oneWorkbook,
    lang: shell.langAsked ?? undefined,
  };
}

/** Adjustments that were asked for and could not be done. */
async function refusedIn({ run }: Assessed): Promise<number> {
  if (run.adjustments === undefined) return 0;
  const { isRefused } = await import('../../jobs/assess/adjust-lists.js');
  return run.adjustments.filter((one) => isRefused(one.effect)).length;
}

async function show({ run, published }: Assessed, flags: AssessFlags, shell: Shell): Promise<void> {
  if (flags.out === '-') {
    const { printReport } = await import('../../jobs/print-report.js');
    const format = flags.format === 'ndjson' ? 'ndjson' : 'csv';
    await printReport(run, flags.report, { format, headers: flags.headers }, (chunk) => shell.print(chunk));
    if (flags.quiet !== true) shell.say((await import('../printed-line.js')).printedLine(run, shell.lang));
    return;
  }
  const { summarise } = await import('../../jobs/assess/summarise.js');
  const summary = summarise(run, flags.json === true ? run.lang : shell.lang);
  const { rows, firms, findings } = summary;
  if (flags.quiet !== true) shell.event('counts', { run: published?.folder ?? null, rows, firms, findings });
  if (flags.json === true)
    await shell.print(`${JSON.stringify({ ...summary, out: published?.folder ?? null }, null, 2)}\n`);
  else if (flags.quiet !== true) {
    const { showSummary } = await import('../summary.js');
    showSummary(summary, published, shell);
  }
}
