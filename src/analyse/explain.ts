import type { Adjustment } from '../model/adjustment.js';
import type { Distance, Explained, WhatIf } from '../model/explained.js';
import type { Lang } from '../model/text.js';
import { distanceOf, isListed } from './cheapest-change.js';
import { decideEdited } from './decide-edited.js';
import { explainFirm } from './explain-firm.js';
import { findFirm } from './find-firm.js';
import type { SavedRun } from './open-run.js';
import { type Reassessed, readsRanks, reassess } from './reassess.js';
import { applyAdjustments } from './saved-adjustments.js';
import { readSettings, settingsOf } from './settings.js';

export interface ExplainOptions {
  readonly lang: Lang;
  /** What-if: `rd_expense=500万元`. */
  readonly set: readonly string[];
}

/**
 * One firm of a saved run, scored again: where each number came from, how far it is from the whitelist, and what would come
 * of figures set otherwise. Throws a usage error (exit 2) for a firm or a setting that is not there. Cost: of one firm, some
 * hundred times over; of all firms where a rule of the profile reads ranks.
 */
export function explainOne(
  run: SavedRun,
  query: string,
  { lang, set }: ExplainOptions,
): { readonly explained: Explained; readonly whatIf: WhatIf | null } {
  const place = findFirm(run, query);
  const edits = readSettings(set, run.plan);
  const among = readsRanks(run.plan);
  const done = reassess(run.firms(among ? undefined : [place]), run);
  const firm = among ? place : 0;
  const adjustments = run.adjustments()?.filter((one) => one.firm === place) ?? [];
  const explained = explainPlace(run, done, firm, place, adjustments, lang);
  if (edits.length === 0) return { explained, whatIf: null };
  const edited = decideEdited(done, firm, edits, run);
  const after = explainFirm(adjusted(edited.done, adjustments, run), edited.firm, run, {
    period: run.manifest.period,
    lang,
    adjustments,
    findings: [],
    distance: null,
  });
  return { explained, whatIf: { set: settingsOf(edits, run.plan, lang), after } };
}

/** Every firm of a run, one after another, in the order of data/firms.csv. Cost: some milliseconds a firm, for the distance. */
export function* explainAll(run: SavedRun, lang: Lang): Generator<Explained> {
  const done = reassess(run.firms(), run);
  const all = run.adjustments() ?? [];
  for (let firm = 0; firm < done.firms.count; firm++) {
    const own = all.filter((one) => one.firm === firm);
    yield explainPlace(run, done, firm, firm, own, lang);
  }
}

function explainPlace(
  run: SavedRun,
  done: Reassessed,
  firm: number,
  place: number,
  adjustments: readonly Adjustment[],
  lang: Lang,
): Explained {
  const final = adjusted(done, adjustments, run);
  return explainFirm(final, firm, run, {
    period: run.manifest.period,
    lang,
    adjustments,
    findings: run.findingsOf(place),
    distance: distanceAsAdjusted(done, final, firm, run, lang),
  });
}

/** What people decided, laid over what the rules did. */
const adjusted = (done: Reassessed, adjustments: readonly Adjustment[], { plan }: SavedRun): Reassessed => ({
  ...done,
  decisions: applyAdjustments(plan, done.firms, done.decisions, adjustments),
});

/** Figures move a firm by the rules; where people put it on the list or took it off, no figure does. */
function distanceAsAdjusted(
  done: Reassessed,
  final: Reassessed,
  firm: number,
  run: SavedRun,
  lang: Lang,
): Distance | null {
  const is = isListed(final, firm, run.plan);
  if (is === isListed(done, firm, run.plan)) return distanceOf(done, firm, run, lang);
  return { listed: is, changes: [], notSought: is ? 'listed' : 'taken-off' };
}
