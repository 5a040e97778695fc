import { Command } from 'commander';
import { Exit } from '../../finding/index.js';
import { startProgress } from '../progress.js';
import { addReadingOptions, type ReadingFlags, readingOf } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface InspectFlags extends ReadingFlags {
  profile?: string;
  period?: string;
  without: string[];
  json?: boolean;
  saveMapping?: string;
  force?: boolean;
}

/** `inspect FILES [-p ID]`. Costs one reading of the inputs; writes nothing. */
export const inspectCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  const command = new Command('inspect')
    .summary(text('inspect.summary'))
    .description(text('inspect.summary'))
    .argument('<files...>', text('assess.files'))
    .option('-p, --profile <id>', text('inspect.profile'))
    .option('--period <period>', text('assess.period'))
    .option('--without <field>', text('read.without'), (field: string, all: string[]) => [...all, field], [])
    .option('--json', text('inspect.json'))
    .option('--save-mapping <file>', text('inspect.saveMapping'))
    .option('--force', text('file.force'));
  return addReadingOptions(command, text)
    .action(async (files: string[], flags: InspectFlags) => {
      const { inspect } = await import('../../jobs/inspect.js'); // the readers are heavy
      const spinner = await startProgress(shell, false);
      try {
        const request = {
          files,
          ...readingOf(flags, shell),
          profile: flags.profile ?? null,
          period: flags.period,
          without: flags.without,
        };
        const inspected = await inspect(request, spinner.progress);
        spinner.stop();
        if (flags.saveMapping !== undefined) {
          const { saveMapping } = await import('../../jobs/read/save-mapping.js');
          await saveMapping(inspected, flags.saveMapping, flags.force === true);
        }
        if (flags.json === true) await shell.print(`${JSON.stringify(jsonOf(inspected), null, 2)}\n`);
        else {
          const { showInspected } = await import('../show-inspected.js');
          await shell.print(showInspected(inspected, shell.lang));
        }
        if (inspected.mappings.length === 0 || inspected.noTables.length > 0) shell.exit = Exit.input;
      } finally {
        spinner.stop();
      }
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints inspect samples/gaoxin-2026Q3.xlsx -p hefei-hightech-2025`,
    );
};

const jsonOf = (inspected: Awaited<ReturnType<typeof import('../../jobs/inspect.js').inspect>>) => ({
  profile: inspected.matched ? inspected.plan.id : null,
  sources: inspected.sources.map(({ file, format, encoding, separator, bytes, sha256, sheets }) => ({
    file,
    format,
    encoding,
    separator,
    bytes,
    sha256,
    sheets: sheets.map(({ name, visibility }) => ({ name, visibility })),
  })),
  tables: inspected.mappings,
  rows: inspected.rows,
  firms: inspected.firms,
  findings: inspected.findings,
});
