import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import { type Award, award } from './award.js';
import { confirm } from './bypass.js';
import { type Cohorts, gatherCohorts } from './cohort.js';
import { type Derived, derive } from './derive.js';
import { firmsFrame } from './frame.js';
import { rejectMissing } from './missing.js';
import { pointsOf } from './points.js';
import { decideStages } from './stage.js';
import { tellMissing } from './tell-missing.js';
import { total } from './total.js';
import { weigh } from './weigh.js';

export { checkFirms } from './check-firms.js';
export { cohortKey } from './cohort.js';

/** By firm: 1 where a veto bars it, 1 where an unknown veto rejects it. */
export interface Bars {
  readonly mask: Uint8Array;
  readonly rejected: Uint8Array;
}

/**
 * Firms in, points out. Pure. Rejected firms are not scored and yield no findings; vetoed firms are scored for their
 * own information but belong to no cohort. `given` are the saved cohorts of a run, for scoring some of its firms
 * again. Cost: firms × indicators, plus one sort for each indicator with a cohort.
 */
export function score(
  firms: Firms,
  plan: Plan,
  barred: Bars,
  asOf: number,
  findings: Findings,
  given: ReadonlyMap<string, Float64Array> | null = null,
): Scores {
  const open = firms.rejected.map((rejected, firm) => (rejected || barred.rejected[firm] ? 0 : 1));
  const frame = firmsFrame(firms, plan, asOf);
  const stage = decideStages(firms, plan, frame, open, findings);
  const entered = open.slice();
  // Whoever is confirmed without a total lacks nothing.
  const confirmed = confirm(plan, frame, open);
  const asked = entered.map((one, firm) => (confirmed[firm] === 1 ? 0 : one));
  const derived = derive(plan, frame, entered);
  const { cohorts, awards } = compare(plan, derived, stage, entered, open, confirmed, barred.mask, given);
  const weights = weigh(plan, awards, stage, entered);
  tellMissing(firms, plan, { derived, awards, cohorts, weights, stage }, asked, findings);
  const points = plan.indicators.map((_, index) =>
    pointsOf(plan, index, derived[index]!, awards[index]!, weights, stage, open),
  );
  return {
    scored: open,
    stage,
    ...valuesOf(derived, awards, open),
    points,
    weights: weights.columns.map((column) => openOnly(column, open)),
    ...total(plan, points, weights, stage, open, confirmed),
    cohorts: cohorts.saved,
  };
}

/**
 * Cohorts and raw points. A missing indicator under `finding` takes its firm out of the cohorts, which can leave one
 * too small and thereby take out more: repeated until nothing changes. The set only shrinks, so the order of firms
 * and indicators cannot matter.
 */
function compare(
  plan: Plan,
  derived: readonly (readonly Derived[])[],
  stage: Int16Array,
  entered: Uint8Array,
  open: Uint8Array,
  confirmed: Uint8Array,
  vetoed: Uint8Array,
  given: ReadonlyMap<string, Float64Array> | null,
): { readonly cohorts: Cohorts; readonly awards: readonly Award[] } {
  const relative = derived.map((options) => options.some((option) => option.scorer.cohort !== null));
  let cohorts = gatherCohorts(plan, derived, stage, open, vetoed, given);
  let awards = derived.map((options, index) => award(options, cohorts.of[index]!, stage, entered));
  while (rejectMissing(plan, awards, stage, open, confirmed) && relative.includes(true)) {
    cohorts = gatherCohorts(plan, derived, stage, open, vetoed, given);
    awards = derived.map((options, index) =>
      relative[index] ? award(options, cohorts.of[index]!, stage, entered) : awards[index]!,
    );
  }
  return { cohorts, awards };
}

/** What each firm was scored by: of several options the one that won, or the first where none has a value. */
function valuesOf(
  derived: readonly (readonly Derived[])[],
  awards: readonly Award[],
  open: Uint8Array,
): Pick<Scores, 'values' | 'words' | 'chosen'> {
  const pick = <T>(index: number, firm: number, of: (option: Derived) => T): T =>
    of(derived[index]![awards[index]!.chosen?.[firm] ?? 0]!);
  const values = awards.map(({ chosen }, index) =>
    chosen === null
      ? openOnly(derived[index]![0]!.numbers, open)
      : new Float64Array(open.length).map((_, firm) =>
          open[firm] === 1 ? pick(index, firm, (option) => option.numbers[firm]!) : Number.NaN,
        ),
  );
  const words = derived.map((options, index) =>
    options.some((option) => option.words !== null)
      ? Array.from(open, (one, firm) =>
          one === 1 ? pick(index, firm, (option) => option.words?.[firm] ?? null) : null,
        )
      : null,
  );
  return { values, words, chosen: awards.map((one) => one.chosen) };
}

/** The column itself with closed firms made null. */
function openOnly(column: Float64Array, open: Uint8Array): Float64Array {
  for (let firm = 0; firm < column.length; firm++) if (open[firm] === 0) column[firm] = Number.NaN;
  return column;
}
