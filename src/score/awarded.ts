import type { Award } from './award.js';
import type { Cohorts } from './cohort.js';
import type { Derived } from './derive.js';
import type { Weights } from './weigh.js';

/** What scoring knows of every firm when it tells what is missing. */
export interface Awarded {
  /** [indicator][option] */
  readonly derived: readonly (readonly Derived[])[];
  /** By indicator. */
  readonly awards: readonly Award[];
  readonly cohorts: Cohorts;
  readonly weights: Weights;
  readonly stage: Int16Array;
}
