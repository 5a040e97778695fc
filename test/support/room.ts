import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const room = mkdtempSync(join(tmpdir(), 'innopoints-suite-'));

/** One folder for all that the tests of a run put aside, gone when it ends. Each worker is started with its name. */
export function setup(): void {
  // Some tests run the program as a user without rights.
  chmodSync(room, 0o711);
  process.env.TMPDIR = room;
}

export function teardown(): void {
  rmSync(room, { recursive: true, force: true });
}
