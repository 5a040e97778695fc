import { CommanderError } from 'commander';
import { EdgeError, Exit, errnoOf, Findings } from '../finding/index.js';
import { version } from '../jobs/version.js';
import { asTyped } from './as-typed.js';
import { program } from './program.js';
import { openShell, type Shell, type Streams } from './shell.js';
import { usageMessage } from './usage-message.js';

/** The process's own streams and surroundings, in one place. */
const processStreams = (cwd: string): Streams => ({
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  cwd,
});

/** Null where it was removed under us, as a job's folder may be: nothing relative has a meaning then. */
function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/**
 * Runs one command line and sets the process's exit code. A closed pipe is success; a log that cannot be written stops no
 * run. No signal is handled: its default ends the process at once even inside a long synchronous read, a run folder comes
 * in whole or not at all, and the next run sweeps.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const folder = workingFolder();
  const shell = openShell(processStreams(folder ?? '/'));
  let broken = false;
  process.stdout.on('error', (error) => {
    if (isClosedPipe(error)) process.exit(Exit.done);
    broken = true;
  });
  process.stderr.on('error', () => undefined);
  // Thrown where nobody waits for it; Node's own answer would be exit 1, which means something here.
  process.on('uncaughtException', (error) => process.exit(answer(error, shell)));
  const code = folder === null ? refuseNowhere(argv, shell) : await run(argv, shell);
  process.exitCode = broken && code === Exit.done ? Exit.output : code;
}

/** Runs one command line with the streams given; the exit code is the answer. Tests call this. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  listen(argv, shell);
  const code = await obey(argv, shell);
  shell.event('exit', { code });
  return code;
}

/** How to speak, before anything is parsed. */
function listen(argv: readonly string[], shell: Shell): void {
  shell.langAsked = wordOf(argv, '--lang', ['zh', 'en'] as const);
  shell.lang = shell.langAsked ?? shell.lang;
  shell.logging = wordOf(argv, '--log-format', ['text', 'json'] as const) ?? 'text';
}

function refuseNowhere(argv: readonly string[], shell: Shell): number {
  listen(argv, shell);
  const findings = new Findings();
  findings.add('usage.no-working-folder', { file: 'innopoints' }, {});
  shell.tell(findings.all);
  shell.event('exit', { code: Exit.usage });
  return Exit.usage;
}

async function obey(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    await program(shell).parseAsync([...asTyped(argv)]);
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
    // No command was named: its help has been shown.
    if (error.code === 'commander.help') return Exit.usage;
    const findings = new Findings();
    findings.add('usage.words', { file: 'innopoints' }, usageMessage(error));
    shell.tell(findings.all);
    return Exit.usage;
  }
  if (isClosedPipe(error)) return Exit.done;
  const bug = bugOf(error);
  shell.event('bug', bug);
  const what = [`innopoints ${version}`, bug.name, ...bug.stack].join('\n');
  shell.say(
    shell.lang === 'zh'
      ? `innopoints 出了内部错误（不是数据的问题）。结果位置仍是原来的结果，或已是完整的新结果。请把下面几行发给开发者，其中没有企业数据：\n${what}`
      : `a bug in innopoints (not trouble in the data). At the output stands what stood there before, or the whole new result. Please report the lines below; they hold no data of firms:\n${what}`,
  );
  return Exit.bug;
}

/** Where it broke, without its message: that may quote a cell. */
function bugOf(error: unknown): { version: string; name: string; stack: readonly string[] } {
  if (!(error instanceof Error)) return { version, name: typeof error, stack: [] };
  const { stack = '', message } = error;
  // The system's word holds no data: EMFILE is no bug of ours, and cannot be told from one without it.
  const errno = errnoOf(error);
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = (at < 0 ? stack : stack.slice(at + message.length)).split('\n');
  const name = errno === null ? error.constructor.name : `${error.constructor.name} ${errno}`;
  return { version, name, stack: frames.filter((line) => /^\s+at /.test(line)) };
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE';
