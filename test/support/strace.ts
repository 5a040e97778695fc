import { spawnSync } from 'node:child_process';

/** Whether this machine lets a process be traced; most containers do, some refuse ptrace. */
export const canTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;

/** In the name of a test that is skipped: the reason is seen where the skip is. */
export const traceNote = canTrace ? '' : ' (skipped: no strace here, or it is refused)';
