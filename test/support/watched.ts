import { spawnSync } from 'node:child_process';

/** Seconds that no input may keep a program, and MiB that none may make it take. */
const patience = 20;
export const most = 400;

/** The kernel's own mark of this process; that of getrusage begins with its parent's. */
const tell =
  "import fs from 'node:fs';process.on('exit',()=>process.stderr.write('\\nrss '+/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status','utf8'))?.[1]))";

export interface Ran {
  readonly code: number | null;
  readonly said: string;
  /** Peak of its memory, MiB. */
  readonly rss: number;
  readonly seconds: number;
  /** What no input may do to a program. */
  readonly troubles: readonly ('hangs' | 'swallows memory' | 'is a bug' | 'dies')[];
}

/** Runs a program, and looks at how it took its input. */
export function watched(cwd: string, script: string, args: readonly string[], seconds = patience): Ran {
  const started = performance.now();
  const { status, signal, error, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, script, ...args],
    {
      cwd,
      encoding: 'utf8',
      timeout: seconds * 1000,
      env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' },
    },
  );
  const rss = Number(/rss (\d+)$/.exec(stderr)?.[1]) / 1024;
  const late = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT';
  const troubles: Ran['troubles'][number][] = [];
  if (late) troubles.push('hangs');
  else if (signal !== null) troubles.push('dies');
  if (rss >= most) troubles.push('swallows memory');
  if (status === 70 || stderr.includes('内部错误')) troubles.push('is a bug');
  return { code: status, said: stderr, rss, seconds: (performance.now() - started) / 1000, troubles };
}
