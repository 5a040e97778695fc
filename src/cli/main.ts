import { CommanderError } from 'commander';
import { EdgeError, Exit, Findings } from '../finding/index.js';
import { program } from './program.js';
import { openShell, type Shell, type Streams } from './shell.js';
import { usageMessage } from './usage-message.js';

/** The process's own streams and surroundings, in one place. */
const processStreams = (): Streams => ({
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  cwd: process.cwd(),
});

/** Runs one command line and sets the process's exit code. A closed pipe is success. */
export async function main(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(Exit.done);
      throw error;
    });
  }
  process.exitCode = await run(argv, openShell(processStreams()));
}

/** Runs one command line with the streams given; the exit code is the answer. Tests call this. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  shell.langAsked = langFlag(argv);
  shell.lang = shell.langAsked ?? shell.lang;
  try {
    await program(shell).parseAsync([...argv]);
    return shell.exit;
  } catch (error) {
    return answer(error, shell);
  }
}

/** `--lang` is looked for before parsing, so that help and usage errors speak it too. */
function langFlag(argv: readonly string[]): 'zh' | 'en' | null {
  const at = argv.indexOf('--lang');
  const value = at >= 0 ? argv[at + 1] : argv.find((one) => one.startsWith('--lang='))?.slice(7);
  return value === 'zh' || value === 'en' ? value : null;
}

function answer(error: unknown, shell: Shell): number {
  if (error instanceof EdgeError) {
    shell.tell(error.findings);
    return error.exit;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return Exit.done;
    const findings = new Findings();
    findings.add('usage.words', { file: 'innopoints' }, usageMessage(error));
    shell.tell(findings.all);
    return Exit.usage;
  }
  if (isClosedPipe(error)) return Exit.done;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  shell.say(
    shell.lang === 'zh'
      ? `innopoints 出了内部错误（不是数据的问题），结果未写出。请把下面几行连同版本号发给开发者：\n${what}`
      : `a bug in innopoints (not trouble in the data); nothing was written. Please report the lines below and the version:\n${what}`,
  );
  return Exit.bug;
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE';
