import { Command, InvalidArgumentError } from 'commander';
import type { Publicised } from '../../jobs/publicity.js';
import type { Lang } from '../../model/text.js';
import { foreign } from '../plain.js';
import type { Shell } from '../shell.js';
import { saySplits } from '../split-text.js';
import { textIn } from '../text.js';

interface PublicityFlags {
  out: string;
  days?: number;
  from?: string;
  contact?: string;
  force?: boolean;
  json?: boolean;
}

/** `publicity RUN -o FILE.xlsx|.html`. Costs one scoring pass. */
export const publicityCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('publicity')
    .summary(text('publicity.summary'))
    .description(text('publicity.summary'))
    .argument('<run>', text('run.folder'))
    .requiredOption('-o, --out <file>', text('publicity.out'))
    .option('--days <n>', text('publicity.days'), daysOf)
    .option('--from <date>', text('publicity.from'))
    .option('--contact <text>', text('publicity.contact'))
    .option('--force', text('file.force'))
    .option('--json', text('assess.json'))
    .action(async (run: string, flags: PublicityFlags) => {
      const { publicity } = await import('../../jobs/publicity.js');
      const done = await publicity({ ...flags, run, lang: shell.langAsked ?? undefined });
      if (flags.json === true) await shell.print(`${JSON.stringify(done, null, 2)}\n`);
      else {
        shell.say(said(done, shell.lang));
        saySplits(done.splits, shell);
      }
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints publicity runs/2026Q3 --from 2026-10-10 --contact 0551-65300000 -o notice.html`,
    );
};

const said = ({ firms, days, file }: Publicised, lang: Lang): string =>
  lang === 'zh'
    ? `公示 ${firms} 家，${days} 天：${foreign(file)}`
    : `${firms} firms shown for ${days} days: ${foreign(file)}`;

function daysOf(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 365) throw new InvalidArgumentError('1–365');
  return days;
}
