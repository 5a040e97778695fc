import type { Verdict } from './explained.js';
import type { Comparison } from './expr.js';
import type { Condition } from './plan.js';

/** A condition held to one firm. */
export interface Held {
  readonly condition: Condition;
  /** null: nobody can say, for something that it reads is blank. */
  readonly verdict: Verdict;
  /** What it read, in the order of `condition.reads`: booleans are 0 and 1, dates days since 1970-01-01, null is blank. */
  readonly read: readonly (number | string | null)[];
  /** Both sides of an ordering of numbers, canonical, NaN for blank; null for any other condition. */
  readonly sides: { readonly sign: Comparison; readonly left: number; readonly right: number } | null;
}

/** A cause that a firm has, or may have. */
export interface Diagnosed {
  /** Index into `Plan.causes`. */
  readonly cause: number;
  /** False: what it reads is blank, so it is still to be verified. */
  readonly known: boolean;
  readonly held: Held;
}

/**
 * Why a firm is barred, confirmed, stands on a list, is made an offer, or not: rules read condition by condition, bound when they are first asked
 * for. Nothing is kept by firm. Asking costs a few ns a node, and an object for each condition that is told.
 */
export interface Reasons {
  /** The conditions of a veto (index into `Plan.vetoes`), each with its verdict. */
  veto(veto: number, firm: number): readonly Held[];
  /** The conditions of a bypass (index into `Plan.bypasses`), each with its verdict. */
  bypass(bypass: number, firm: number): readonly Held[];
  /** The conditions of a list (index into `Plan.lists`), each with its verdict. */
  list(list: number, firm: number): readonly Held[];
  /** Those of them that do not hold. */
  missed(list: number, firm: number): readonly Held[];
  /** The conditions of an offer (index into `Plan.offers`), each with its verdict. */
  offer(offer: number, firm: number): readonly Held[];
  /** The causes that the lists a firm stands on look for and that it has, in the order of the profile. */
  causes(firm: number): readonly Diagnosed[];
}
