import { Command } from 'commander';
import { foreign } from '../plain.js';
import { profileFolders } from '../reading-options.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface TemplateFlags {
  profile: string;
  period?: string;
  out: string;
  force?: boolean;
}

/** `template -p ID -o input.xlsx`. Costs the loading of the profile; reads no input. */
export const templateCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('template')
    .summary(text('template.summary'))
    .description(text('template.summary'))
    .requiredOption('-p, --profile <id>', text('assess.profile'))
    .requiredOption('-o, --out <file>', text('template.out'))
    .option('--period <period>', text('template.period'))
    .option('--force', text('file.force'))
    .action(async (flags: TemplateFlags) => {
      const { template } = await import('../../jobs/template/template.js');
      const written = await template({
        ...flags,
        profileFolders: profileFolders(shell),
        lang: shell.langAsked ?? undefined,
      });
      const { columns, required } = written;
      shell.say(
        shell.lang === 'zh'
          ? `${foreign(written.file)}：${columns} 列，其中 ${required} 列必填；怎么填见「填写说明」`
          : `${foreign(written.file)}: ${columns} columns, ${required} of them needed; a sheet says how to fill them`,
      );
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints template -p hefei-hightech-2025 --period 2026Q3 -o input.xlsx`,
    );
};
