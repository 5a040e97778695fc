import { CommanderError } from 'commander';
import { EdgeError, Exit, Findings } from '../finding/index.js';
import { version } from '../jobs/version.js';
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
  shell.langAsked = wordOf(argv, '--lang', ['zh', 'en'] as const);
  shell.lang = shell.langAsked ?? shell.lang;
  shell.logging = wordOf(argv, '--log-format', ['text', 'json'] as const) ?? 'text';
  const code = await obey(argv, shell);
  shell.event('exit', { code });
  return code;
}

async function obey(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    await program(shell).parseAsync([...argv]);
    return shell.exit;
  } catch (error) {
    return answer(error, shell);
  }
}

/** Looked for before parsing, so that help and usage errors speak that way too. */
function wordOf<W extends string>(argv: readonly string[], flag: string, words: readonly W[]): W | null {
  const at = argv.indexOf(flag);
  const joined = argv.find((one) => one.startsWith(`${flag}=`))?.slice(flag.length + 1);
  const value = at >= 0 ? argv[at + 1] : joined;
  return words.find((word) => word === value) ?? null;
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
  shell.event('bug', bugOf(error));
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  shell.say(
    shell.lang === 'zh'
      ? `innopoints 出了内部错误（不是数据的问题），结果未写出。请把下面几行连同版本号发给开发者：\n${what}`
      : `a bug in innopoints (not trouble in the data); nothing was written. Please report the lines below and the version:\n${what}`,
  );
  return Exit.bug;
}

/** Where it broke, without its message: that may quote a cell. */
const bugOf = (error: unknown) => ({
  version,
  name: error instanceof Error ? error.name : typeof error,
  stack: error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [],
});

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE';
