import type { Comparison, Expression } from './expr.js';

/** Whether a firm is what a scheme recognises; `absent`: the scheme's reading of the input knows no such firm. */
export type Standing = 'qualifies' | 'not' | 'unknown' | 'rejected' | 'absent';

/** In the order in which they are counted. */
export const standings: readonly Standing[] = ['qualifies', 'not', 'unknown', 'rejected', 'absent'];

/** A part of a rule that stands against a firm. */
export type Against =
  | {
      readonly kind: 'condition';
      readonly condition: Expression;
      /** What it should be. */
      readonly wanted: boolean;
      /** False: something that it reads is blank, so nobody can say. */
      readonly known: boolean;
      /** The word that it read, where it is about a word. */
      readonly word: string | null;
      /** What stands on each side of an ordering of numbers, canonical; null for another condition or where unknown. */
      readonly sides: { readonly sign: Comparison; readonly left: number; readonly right: number } | null;
    }
  /** Any one of these would do. */
  | { readonly kind: 'any'; readonly of: readonly (readonly Against[])[] };

/** A firm held to one scheme: the verdict and all that stands against it. Field ids, and indexes into the plan. */
export interface Judged {
  readonly standing: Exclude<Standing, 'absent'>;
  /** Bypasses that confirmed it. */
  readonly confirmedBy: readonly number[];
  /** Vetoes that bar it, with the parts that hold. */
  readonly vetoes: readonly { readonly veto: number; readonly against: readonly Against[] }[];
  /** Groups below their minimum. */
  readonly minimums: readonly { readonly group: number; readonly points: number; readonly min: number }[];
  /** Whitelists that it is not on; empty where it has no points to be held to them. */
  readonly lists: readonly { readonly list: number; readonly against: readonly Against[] }[];
  /** Blank fields that keep it undecided. */
  readonly blank: readonly string[];
  /** Blank fields that earned 0 points, as the profile says. */
  readonly zeroed: readonly string[];
  /** Vetoes that cannot be ruled out, with the blank fields that they read. */
  readonly unverified: readonly { readonly veto: number; readonly blank: readonly string[] }[];
  /** Blank fields of bypasses that might confirm it. */
  readonly unasked: readonly string[];
}
