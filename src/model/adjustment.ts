import type { RowPosition } from './position.js';

/** What a row of `--adjust` did, or why it did nothing. */
export type AdjustEffect =
  /** The firm was put on the list, or taken off it. */
  | 'done'
  /** It stood there already, or did not stand there. */
  | 'no-change'
  /** A later row speaks of the same firm and list. */
  | 'superseded'
  | 'not-in-input'
  | 'unknown-list'
  | 'no-direction'
  | 'no-reason'
  | 'no-approver'
  | 'contradiction'
  | 'rejected'
  | 'vetoed';

/** A person's decision about a firm and a list, as its file states it, and what came of it. Points are never touched. */
export interface Adjustment {
  /** Index in `Firms`; null where the input has no such firm. */
  readonly firm: number | null;
  readonly id: string | null;
  readonly name: string | null;
  /** Index into `Plan.lists`; null where no list has the name. */
  readonly list: number | null;
  /** The list as the file names it. */
  readonly listText: string | null;
  readonly direction: 'in' | 'out' | null;
  readonly reason: string | null;
  readonly approver: string | null;
  /** Days since 1970-01-01. */
  readonly date: number | null;
  readonly effect: AdjustEffect;
  readonly at: RowPosition;
}
