import type { Findings } from '../finding/index.js';
import type { Plan } from '../model/plan.js';
import type { SavedRun } from './open-run.js';

/** Tells everything that keeps two runs from being compared. */
export function checkComparable(before: SavedRun, after: SavedRun, findings: Findings): void {
  const [was, is] = [before.plan, after.plan];
  const refuse = refuser(before, findings);
  const hashesOf = ({ manifest }: SavedRun) =>
    ['data/firms.csv', 'data/adjustments.ndjson']
      .map((file) => manifest.outputs.find((one) => one.file === file)?.sha256)
      .join();
  const [from, to] = [before.manifest, after.manifest];
  // The same data by other rules can be compared: then only the rules changed.
  if (hashesOf(before) === hashesOf(after) && was.hash === is.hash && from.period === to.period)
    refuse('same', from.period, to.period);
  if (before.asOf > after.asOf) refuse('order', from.asOf, to.asOf);
  checkAgainst(before, after.plan, findings);
}

/** Tells what in the rules alone keeps a saved run from being compared with one by this plan. */
export function checkAgainst(before: SavedRun, is: Plan, findings: Findings): void {
  const was = before.plan;
  const refuse = refuser(before, findings);
  if (!was.scored || !is.scored) refuse('gates', was.id, is.id);
  else if (was.scale !== is.scale) refuse('scale', was.scale, is.scale);
  if (!was.identity.accepts.some((kind) => is.identity.accepts.includes(kind)))
    refuse('ids', was.identity.accepts.join(', '), is.identity.accepts.join(', '));
}

const refuser =
  ({ folder }: SavedRun, findings: Findings) =>
  (
    why: 'same' | 'order' | 'scale' | 'gates' | 'ids',
    old: string | number | null,
    fresh: string | number | null,
  ) =>
    findings.add(
      'usage.runs-differ',
      { file: folder },
      { why, before: String(old ?? '-'), after: String(fresh ?? '-') },
    );
