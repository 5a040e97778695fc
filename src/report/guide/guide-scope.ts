import type { Condition } from '../../model/plan.js';

/** What a guide tells of the profile: only what the workbook's reader may know of its firms. */
export interface GuideScope {
  /** Indexes into `Plan.lists` and `Plan.offers`. */
  readonly lists: readonly number[];
  readonly offers: readonly number[];
  readonly grades: boolean;
  readonly indicators: boolean;
  /** Whether a condition may be told: standing on the list says of a firm that it holds. */
  tells(condition: Condition): boolean;
}
