import type { Progress } from '../jobs/request.js';
import type { Shell } from './shell.js';

export const stepWords = {
  zh: { profile: '读取方案', open: '打开文件', read: '读取企业', score: '计分', write: '写出报告' },
  en: {
    profile: 'reading the profile',
    open: 'opening files',
    read: 'reading firms',
    score: 'scoring',
    write: 'writing reports',
  },
} as const;

export interface Spinner {
  readonly progress: Progress;
  stop(): void;
}

/** Whether a line may be drawn over and over: a terminal that can go back in its line, and a person before it. */
function canTurn(shell: Shell): boolean {
  const { CI, TERM } = shell.env;
  // A terminal that nobody has given a size, as under expect, is 0 columns wide: ora then clears lines without end (9.4.1).
  return shell.err.isTTY === true && shell.err.columns !== 0 && CI === undefined && TERM !== 'dumb';
}

/** A spinner on a terminal, nothing anywhere else. ora is loaded only where it can turn. */
export async function startProgress(shell: Shell, quiet: boolean): Promise<Spinner> {
  if (quiet || !canTurn(shell)) return { progress: () => undefined, stop: () => undefined };
  const { default: ora } = await import('ora');
  // Hiding the cursor would install handlers of signals, and Ctrl-C would wait for the end of a long synchronous read.
  const spinner = ora({
    stream: shell.err as NodeJS.WriteStream,
    // Decided above by what the shell was given; ora would ask the process.
    isEnabled: true,
    discardStdin: false,
    hideCursor: false,
  }).start();
  return {
    progress: (step) => {
      spinner.text = stepWords[shell.lang][step];
    },
    stop: () => {
      spinner.stop();
    },
  };
}
