import { Command, Option } from 'commander';
import { version } from '../jobs/version.js';
import { assessCommand } from './commands/assess.js';
import { cleanCommand } from './commands/clean.js';
import { compareCommand } from './commands/compare.js';
import { configCommand } from './commands/config.js';
import { explainCommand } from './commands/explain.js';
import { findingCommand } from './commands/finding.js';
import { identifyCommand } from './commands/identify.js';
import { inspectCommand } from './commands/inspect.js';
import { packCommand } from './commands/pack.js';
import { profileCommand } from './commands/profile/index.js';
import { publicityCommand } from './commands/publicity.js';
import { replayCommand } from './commands/replay.js';
import { robustCommand } from './commands/robust.js';
import { runsCommand } from './commands/runs.js';
import { templateCommand } from './commands/template.js';
import { verifyCommand } from './commands/verify.js';
import { refuseEmpty } from './refuse-empty.js';
import type { Shell } from './shell.js';
import { helpTitles, textIn } from './text.js';

/** The command tree. Help speaks the shell's language; usage errors are thrown and answered in main. */
export function program(shell: Shell): Command {
  const text = textIn(shell.lang);
  const root = new Command('innopoints')
    .description(text('main.about'))
    .version(version, '-V, --version', text('main.version'))
    .helpOption('-h, --help', text('main.help'))
    .addOption(new Option('--lang <lang>', text('main.lang')).choices(['zh', 'en']))
    .addCommand(assessCommand(shell))
    .addCommand(inspectCommand(shell))
    .addCommand(identifyCommand(shell))
    .addCommand(cleanCommand(shell))
    .addCommand(templateCommand(shell))
    .addCommand(explainCommand(shell))
    .addCommand(compareCommand(shell))
    .addCommand(robustCommand(shell))
    .addCommand(packCommand(shell))
    .addCommand(publicityCommand(shell))
    .addCommand(verifyCommand(shell))
    .addCommand(replayCommand(shell))
    .addCommand(runsCommand(shell))
    .addCommand(configCommand(shell))
    .addCommand(profileCommand(shell))
    .addCommand(findingCommand(shell));
  root.addHelpText('after', `\n${text('main.first')}`);
  root.hook('preAction', (_, command) => refuseEmpty(command));
  for (const command of [root, ...descendants(root)]) speak(command, shell);
  return root;
}

/** The words say what may stand there; only a default is added. */
function describe(option: Option, shell: Shell): string {
  const value = option.defaultValue;
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return option.description;
  return shell.lang === 'zh'
    ? `${option.description}（默认 ${value}）`
    : `${option.description} (default ${value})`;
}

const descendants = (command: Command): Command[] =>
  command.commands.flatMap((one) => [one, ...descendants(one)]);

function speak(command: Command, shell: Shell): void {
  const text = textIn(shell.lang);
  if (command.commands.length > 0) command.helpCommand('help [command]', text('main.help-command'));
  command
    .exitOverride()
    .helpOption('-h, --help', text('main.help'))
    .configureHelp({
      helpWidth: shell.columns,
      optionDescription: (option) => describe(option, shell),
      styleTitle: (title) => (shell.lang === 'zh' ? (helpTitles[title] ?? title) : title),
    })
    .configureOutput({
      writeOut: (help) => shell.out.write(help),
      // Help alone: what is wrong is told by a finding.
      writeErr: (help) => shell.say(help.trimEnd()),
      outputError: () => undefined,
    });
}
