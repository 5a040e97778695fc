import type { Cohort, Plan } from '../model/plan.js';
import type { Derived } from './derive.js';

/** The cohorts of a run: all by key (saved with the run), and those of each indicator, option and stage. */
export interface Cohorts {
  readonly saved: Map<string, Float64Array>;
  /** [indicator][option][stage]; null where the option has none. It may be smaller than the method needs. */
  readonly of: readonly (readonly (readonly (Cohort | null)[])[])[];
}

/** `rd_growth`, `rd@ratio`, `rd_growth#成长期`, `rd@ratio#成长期`. */
export const cohortKey = (indicator: string, option: string | null, stage: string | null): string =>
  `${indicator}${option === null ? '' : `@${option}`}${stage === null ? '' : `#${stage}`}`;

/**
 * Whom each firm is compared with: the scored firms that are not vetoed and have the value, of all stages or of one.
 * Values are sorted, so the order of rows cannot matter. Where `given` holds the saved cohorts of a run, those are
 * used as they stand. Cost: one pass and one sort for each option with a cohort.
 */
export function gatherCohorts(
  plan: Plan,
  derived: readonly (readonly Derived[])[],
  stage: Int16Array,
  open: Uint8Array,
  vetoed: Uint8Array,
  given: ReadonlyMap<string, Float64Array> | null,
): Cohorts {
  const saved = new Map<string, Float64Array>();
  const names = plan.stages.names;
  const of = plan.indicators.map((indicator, index) =>
    derived[index]!.map(({ option, scorer, numbers }) => {
      const relative = scorer.cohort;
      if (relative === null) return names.map(() => null);
      const cohort = (only: number | null): Cohort => {
        const key = cohortKey(indicator.id, option, only === null ? null : names[only]!);
        const values = given?.get(key) ?? sortedValues(numbers, stage, only, open, vetoed);
        saved.set(key, values);
        return { values };
      };
      if (relative.within === 'stage') return names.map((_, one) => cohort(one));
      const all = cohort(null);
      return names.map(() => all);
    }),
  );
  return { saved, of };
}

function sortedValues(
  numbers: Float64Array,
  stage: Int16Array,
  only: number | null,
  open: Uint8Array,
  vetoed: Uint8Array,
): Float64Array {
  const values = new Float64Array(numbers.length);
  let count = 0;
  for (let firm = 0; firm < numbers.length; firm++) {
    const value = numbers[firm]!;
    if (open[firm] === 0 || vetoed[firm] === 1 || Number.isNaN(value)) continue;
    if (only === null || stage[firm] === only) values[count++] = value;
  }
  return values.slice(0, count).sort();
}
