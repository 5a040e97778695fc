import { Command } from 'commander';
import { Findings, usageError } from '../../finding/index.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface ExplainFlags {
  set: string[];
  json?: boolean;
  all?: boolean;
  out?: string;
  force?: boolean;
}

/** `explain RUN FIRM`. Costs the loading of the run's profile and the scoring of one firm; `--all` of every firm. */
export const explainCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('explain')
    .summary(text('explain.summary'))
    .description(text('explain.summary'))
    .argument('<run>', text('explain.run'))
    .argument('[firm]', text('explain.firm'))
    .option('--set <field=value>', text('explain.set'), (one: string, all: string[]) => [...all, one], [])
    .option('--json', text('inspect.json'))
    .option('--all', text('explain.all'))
    .option('-o, --out <dir>', text('explain.out'))
    .option('--force', text('assess.force'))
    .action(async (run: string, firm: string | undefined, flags: ExplainFlags) => {
      checkFlags(firm, flags);
      if (firm !== undefined) {
        const { explain } = await import('../../jobs/explain/explain.js'); // the schema of profiles is heavy
        const { page, ...told } = explain({ run, firm, set: flags.set, lang: shell.lang });
        if (flags.json === true) await shell.print(`${JSON.stringify(told, null, 2)}\n`);
        else await shell.print((await import('../show-page.js')).showPage(page, shell.lang));
        return;
      }
      const { explainCards } = await import('../../jobs/explain/explain-cards.js');
      const request = { run, out: flags.out!, force: flags.force === true, lang: shell.langAsked };
      const { folder, firms } = await explainCards(request);
      shell.say(
        shell.lang === 'zh'
          ? `${folder}：${firms} 家企业各一页，目录 index.html`
          : `${folder}: a page for each of ${firms} firms, index.html names them`,
      );
    })
    .addHelpText(
      'after',
      `\n${text('help.example')}\n  innopoints explain runs/2026Q3 ${
        shell.lang === 'zh' ? '华新传感 --set rd_expense=500万元' : '"Huaxin Sensing" --set rd_expense=500'
      }`,
    );
};

/** Either one firm on the terminal, or all of them in a folder. */
function checkFlags(firm: string | undefined, { all, out, set, json }: ExplainFlags): void {
  const findings = new Findings();
  const refuse = (zh: string, en: string) => findings.add('usage.words', { file: 'explain' }, { zh, en });
  if (firm === undefined && all !== true)
    refuse('要解释哪一家？请写代码或名称，或用 --all', 'which firm? Give its code or name, or --all');
  if (firm !== undefined && (all === true || out !== undefined))
    refuse('--all 和 --out 不与一家企业同用', '--all and --out do not go with one firm');
  if (all === true && out === undefined) refuse('--all 要用 -o 写明文件夹', '--all takes a folder by -o');
  if (all === true && (set.length > 0 || json === true))
    refuse('--set 和 --json 只用于一家企业', '--set and --json are for one firm');
  if (findings.hasErrors) throw usageError(findings.all.slice(0, 1));
}
