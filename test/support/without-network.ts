import { spawnSync } from 'node:child_process';

/** `unshare` in front of a command takes the network away; as anybody else than root through a user namespace. */
const ways = [
  ['unshare', '-n'],
  ['unshare', '-rn'],
] as const;

/** What to put before a command so that it has no network; null where this machine refuses it. */
export const withoutNetwork: readonly string[] | null =
  ways.find(([command, option]) => spawnSync(command, [option, 'true']).status === 0) ?? null;

/** In the name of a test that is skipped: the reason is seen where the skip is. */
export const networkNote = withoutNetwork === null ? ' (skipped: this machine refuses unshare -n)' : '';
