import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/workbench.js';

/** The kernel's own mark of this process; that of getrusage begins with its parent's. */
const tell =
  "import fs from 'node:fs';process.on('exit',()=>process.stderr.write('\\nused '+/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status','utf8'))?.[1]+' '+process.cpuUsage().user))";

export interface Measured {
  readonly code: number | null;
  readonly said: string;
  /** Of its own processor; the wall says more of the machine's other work. */
  readonly seconds: number;
  /** Peak of what it held in memory. */
  readonly mib: number;
}

/** Runs the real program in a folder and measures it. One that hangs is ended after a minute, with code null. */
export function measured(folder: string, ...args: readonly string[]): Measured {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(tell)}`,
      join(root, 'bin/innopoints.js'),
      ...args,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' },
    },
  );
  const [, kib = Number.NaN, user = Number.NaN] = /used (\d+) (\d+)$/.exec(stderr) ?? [];
  return { code: status, said: stderr, seconds: Number(user) / 1e6, mib: Number(kib) / 1024 };
}
