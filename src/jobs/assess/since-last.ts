import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgainst, compareWith, openRun, type SavedRun } from '../../analyse/index.js';
import { Findings, usageError } from '../../finding/index.js';
import { dayText } from '../../model/day.js';
import type { Plan } from '../../model/plan.js';
import type { PreviousRun, Run } from '../../model/run.js';

/** The last run's folder, opened: whole, unchanged, and one that a run by these rules can be held against. */
export interface LastRun {
  readonly saved: SavedRun;
  readonly manifest: PreviousRun['manifest'];
}

/**
 * Opens what `--previous` names, before anything else is read. Throws exit 3 where it is no run or a damaged one, 2 where
 * the two cannot be compared. Cost: a hash of its `data/`.
 */
export function openLast(
  folder: string | undefined,
  after: { readonly plan: Plan; readonly asOf: number },
): LastRun | null {
  if (folder === undefined) return null;
  const saved = openRun(folder);
  const findings = new Findings();
  if (saved.asOf > after.asOf)
    findings.add(
      'usage.previous-later',
      { file: folder },
      { asOf: dayText(after.asOf), previous: saved.manifest.asOf },
    );
  checkAgainst(saved, after.plan, findings);
  if (findings.hasErrors) throw usageError(findings.all);
  const file = 'manifest.json';
  const bytes = readFileSync(join(folder, file));
  return {
    saved,
    manifest: { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}

/** The run with how each firm moved since the last one. Throws exit 2 where no firm stands in both. Cost: one more scoring. */
export const withLast = (run: Run, last: LastRun | null): Run =>
  last === null
    ? run
    : { ...run, previous: { compared: compareWith(last.saved, run), manifest: last.manifest } };
