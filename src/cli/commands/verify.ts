import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { Exit } from '../../finding/index.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

interface VerifyFlags {
  inputs: string[];
  json?: boolean;
  schema?: boolean;
}

/** `verify RUN [--inputs DIR]`. Costs one reading of the run folder and of the inputs that are found. */
export const verifyCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('verify')
    .summary(text('verify.summary'))
    .description(text('verify.summary'))
    .argument('[run]', text('verify.run'))
    .option('--inputs <dir>', text('verify.inputs'), (folder: string, all: string[]) => [...all, folder], [])
    .option('--json', text('inspect.json'))
    .option('--schema', text('verify.schema'))
    .action(async (run: string | undefined, flags: VerifyFlags, command: Command) => {
      if (flags.schema === true) {
        const { printedManifestSchema } = await import('../../jobs/replay/verify-schema.js');
        await shell.print(printedManifestSchema());
        return;
      }
      if (run === undefined)
        command.error("missing required argument 'run'", { code: 'commander.missingArgument' });
      else await verifyRun(run, flags, shell);
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints verify runs/2026Q3`);
};

async function verifyRun(run: string, flags: VerifyFlags, shell: Shell): Promise<void> {
  const { verify } = await import('../../jobs/replay/verify.js');
  const { showVerified } = await import('../show-verified.js');
  const verified = await verify(run, { folders: inputFolders(flags.inputs, run, shell) });
  if (flags.json === true) await shell.print(`${JSON.stringify(verified, null, 2)}\n`);
  else {
    shell.tell(verified.findings);
    await shell.print(showVerified(verified, shell.lang));
  }
  if (!verified.holds) shell.exit = Exit.notHeld;
}

/** Where inputs are looked for: the folders named, or the working folder and the one that the run stands in. */
export const inputFolders = (named: readonly string[], run: string, shell: Shell): readonly string[] =>
  named.length > 0 ? named : [...new Set([shell.cwd, dirname(resolve(shell.cwd, run))])];
