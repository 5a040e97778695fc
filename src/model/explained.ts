import type { Disposition } from './decisions.js';
import type { Finding } from './finding.js';
import type { ListKind, OfferKind } from './plan.js';
import type { CellPosition, RowPosition } from './position.js';
import type { MissingEffect, Withheld } from './scores.js';

/** Where every number of one firm came from, in one language. Ids, codes and keys never change with it. */
export interface Explained {
  readonly run: ExplainedRun;
  readonly firm: ExplainedFirm;
  readonly disposition: Disposition;
  /** null where the profile has none or where it is undecided. */
  readonly stage: ExplainedStage | null;
  readonly groups: readonly ExplainedGroup[];
  /** null: the profile states no cap for all bonus groups together. */
  readonly bonusCap: number | null;
  /** Lowest total that the profile allows; null: none. */
  readonly floor: number | null;
  readonly total: number | null;
  readonly withheld: Withheld | null;
  readonly grade: { readonly id: string; readonly name: string } | null;
  /** Told where a rule of the profile reads ranks; null elsewhere, since it takes scoring the whole run again. */
  readonly rank: ExplainedRank | null;
  readonly vetoes: readonly ExplainedRule[];
  readonly bypasses: readonly ExplainedRule[];
  readonly lists: readonly ExplainedList[];
  /** Repairable causes (可修复原因), for a firm on a list that names them. */
  readonly causes: readonly ExplainedCause[];
  readonly offers: readonly ExplainedOffer[];
  /** What people decided of this firm and was done (`--adjust`): lists and disposition are told with it. */
  readonly adjustments: readonly ExplainedAdjustment[];
  readonly findings: readonly Finding[];
  /** The indicators of base groups that cost it most, three at most. */
  readonly losses: readonly Loss[];
  readonly distance: Distance | null;
}

export interface ExplainedRun {
  readonly profile: string;
  readonly name: string;
  readonly status: 'official' | 'sample';
  readonly period: string;
  readonly asOf: string;
  readonly decimals: number;
}

export interface ExplainedFirm {
  readonly id: string | null;
  readonly name: string | null;
  readonly rows: readonly RowPosition[];
}

export interface ExplainedStage {
  readonly name: string;
  /** The condition that decided; '' for the rest. */
  readonly rule: string;
  readonly inputs: readonly Input[];
}

export interface ExplainedGroup {
  readonly id: string;
  readonly name: string;
  readonly part: 'base' | 'bonus' | 'deduction';
  /** After the cap; null where there is none. */
  readonly points: number | null;
  readonly cap: number | null;
  readonly min: number | null;
  readonly indicators: readonly ExplainedIndicator[];
}

export interface ExplainedIndicator {
  readonly id: string;
  readonly name: string;
  /** 研发费用 / 营业收入 */
  readonly formula: string;
  /** The same with this firm's figures: 248.41 万元 / 2385.47 万元 */
  readonly filled: string;
  /** The value in canonical units, or the word that was scored; null where it is unknown. */
  readonly value: number | string | null;
  /** With its unit, for people. */
  readonly shown: string;
  readonly inputs: readonly Input[];
  /** The band or line that applied; '' where there is no value. */
  readonly applied: string;
  /** null where its weight went to others. */
  readonly points: number | null;
  /** The most that it could give this firm: its weight in the firm's stage, after reweighting. */
  readonly weight: number;
  /** What its missing value meant; null where it has one or counts for nothing in this stage. */
  readonly missing: MissingEffect | null;
  readonly source: string;
  readonly assumed: boolean;
}

/** A field that a rule read. */
export interface Input {
  readonly field: string;
  readonly name: string;
  readonly value: number | string | boolean | null;
  /** With its unit, for people. */
  readonly shown: string;
  /** null where no row of the firm has such a column. */
  readonly at: CellPosition | null;
}

/** Null: unknown, for something that it reads is blank. */
export type Verdict = boolean | null;

export interface ExplainedRule {
  readonly id: string;
  readonly name: string;
  /** Whether it bars, confirms, lists or offers, all told. */
  readonly holds: Verdict;
  readonly conditions: readonly ExplainedCondition[];
  readonly source: string;
  readonly assumed: boolean;
}

export interface ExplainedList extends ExplainedRule {
  readonly kind: ListKind;
  /** Where it stands among those for which the rule holds; null on a list that takes them all, and where the rule does not hold. */
  readonly place: ExplainedPlace | null;
}

export interface ExplainedPlace {
  readonly place: number;
  readonly of: number;
  /** The word of its group, '' for firms without one; null where all are ranked in one. */
  readonly group: string | null;
  /** The last place that is in. */
  readonly edge: number;
  /** 省级优秀企业; null where the list has none, or none that reaches so far. */
  readonly band: string | null;
}

export interface ExplainedCondition {
  /** 总分 ≥ 60 */
  readonly text: string;
  readonly verdict: Verdict;
  /** What it read: 总分 = 58.20. */
  readonly read: readonly { readonly name: string; readonly shown: string }[];
  /** By how much an ordering of numbers misses, in canonical units; null where it holds or orders nothing. */
  readonly short: number | null;
  /** The same with its unit, for people; '' where there is none. */
  readonly shortShown: string;
}

export interface ExplainedCause {
  readonly id: string;
  /** 缺少抵押物 */
  readonly text: string;
  /** False where it is still to be verified. */
  readonly known: boolean;
  readonly department: string;
  readonly remedy: string;
  readonly source: string;
  readonly assumed: boolean;
}

export interface ExplainedOffer extends ExplainedRule {
  readonly kind: OfferKind;
  /** In `unit`; null where not offered or without a limit. */
  readonly limit: number | null;
  readonly unit: string;
}

export interface ExplainedAdjustment {
  readonly list: string;
  readonly listName: string;
  readonly direction: 'in' | 'out';
  readonly reason: string;
  readonly approver: string;
  readonly date: string | null;
}

export interface ExplainedRank {
  readonly rank: number;
  readonly of: number;
  readonly inStage: number;
  readonly ofStage: number;
}

export interface Loss {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly weight: number;
  readonly lost: number;
}

/** How far a firm is from the whitelist; null in `Explained` where the profile has no whitelist. */
export interface Distance {
  readonly listed: boolean;
  /** Single changes of one figure that put it on a whitelist, the cheapest first, one a field. Empty where none does. */
  readonly changes: readonly Change[];
  /** Why no change was looked for; null where it was. */
  readonly notSought: 'listed' | 'rejected' | 'vetoed' | 'taken-off' | null;
}

export interface Change {
  readonly field: string;
  readonly name: string;
  readonly from: number | null;
  readonly to: number;
  readonly fromShown: string;
  readonly toShown: string;
  /** |to − from| / |from|; 1 from 0 or blank. */
  readonly relative: number;
  readonly total: number | null;
}

/** One figure set otherwise, to see what would come of it. */
export interface Setting {
  readonly field: string;
  readonly name: string;
  readonly value: number | string | boolean | null;
  readonly shown: string;
}

export interface WhatIf {
  readonly set: readonly Setting[];
  readonly after: Explained;
}
