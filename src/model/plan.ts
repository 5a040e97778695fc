// Long because it is the one list of what a compiled profile holds: types, no logic.
import type { Expression, Type } from './expr.js';
import type { Field } from './field.js';
import type { SourceNote } from './source-note.js';
import type { Lang, Text } from './text.js';

export type MissingPolicy = 'zero' | 'finding' | 'reweight';

/** A profile compiled for running: plain data and the compiled scoring methods. Nothing is validated again. */
export interface Plan {
  readonly id: string;
  readonly name: Text;
  readonly about: Text | null;
  readonly status: 'official' | 'sample';
  /** Language of its reports unless `--lang` says otherwise. */
  readonly lang: Lang;
  /** The points that weights or maxima add up to; null for `sum` (not checked). */
  readonly scale: number | null;
  readonly decimals: number;
  /** Lowest total; 0 unless the profile allows less. null: no floor. */
  readonly floor: number | null;
  /** sha256 of the resolved profile. */
  readonly hash: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Ids of fields that any expression reads, in the order of `fields`. Only these and the id can be errors. */
  readonly reads: readonly string[];
  readonly idField: string;
  readonly nameField: string | null;
  readonly periodField: string | null;
  /** Whether a row was withdrawn, in exports of filing systems. */
  readonly statusField: string | null;
  readonly identity: {
    /** Severity of a wrong check character of a 统一社会信用代码. */
    readonly checkCharacter: 'error' | 'warning';
    /** Kinds of id that the profile accepts. */
    readonly accepts: readonly IdKind[];
  };
  /** Cell texts that mean blank, normalised (trimmed, half width). */
  readonly blanks: readonly string[];
  /** null: the profile has no stages; every firm is in stage 0 of `['']`. */
  readonly stages: {
    readonly names: readonly string[];
    readonly by: Expression | null;
    readonly cuts: readonly StageCut[];
  };
  readonly groups: readonly Group[];
  readonly indicators: readonly Indicator[];
  readonly bonusCap: number | null;
  /** Least share of a group's weight that must be present under `reweight`; null: no floor. */
  readonly coverage: number | null;
  readonly checks: readonly Check[];
  readonly vetoes: readonly Veto[];
  readonly bypasses: readonly Bypass[];
  /** Why firms are not lent to yet, and what mends it; lists name those that they look for. */
  readonly causes?: readonly Cause[];
  /** False for gates only: no total is reckoned. */
  readonly scored: boolean;
  readonly grades: readonly Grade[];
  readonly gradeBy: 'score' | 'rank-percent' | null;
  readonly lists: readonly List[];
  readonly offers: readonly Offer[];
  /** Columns that whitelists show beside the standard ones (field ids). */
  readonly listColumns: readonly string[];
  /** What banks see of a whitelist. */
  readonly share?: Share;
  readonly publicity?: Publicity;
}

/** How much of a text is shown: all, its two ends, its last four characters. */
export type Mask = 'none' | 'middle' | 'tail4';

/** What may leave the house, and of which firms. */
export interface Share {
  /** Ids of columns; null: what a whitelist shows. */
  readonly columns: readonly string[] | null;
  /** Column id → its mask. */
  readonly mask: ReadonlyMap<string, Mask>;
  /** The yes/no field that says a firm allows it; null where filing itself is consent. */
  readonly consent: string | null;
  /** Fields that hold how to reach people: never shared. */
  readonly contacts: readonly string[];
}

/** 公示. */
export interface Publicity {
  readonly mask: ReadonlyMap<string, Mask>;
  readonly days: number;
  readonly contact: string | null;
}

export type IdKind = 'uscc' | 'registration' | 'organisation';

/** First cut whose expression holds decides; `when` null is the rest. */
export interface StageCut {
  readonly stage: number;
  readonly when: Expression | null;
}

export interface Group {
  readonly id: string;
  readonly name: Text;
  readonly part: 'base' | 'bonus' | 'deduction';
  readonly cap: number | null;
  /** A group minimum is a gate: below it the firm stands on no whitelist. */
  readonly min: number | null;
}

export interface Indicator {
  readonly id: string;
  readonly name: Text;
  readonly group: number;
  /** Index of the stage → its weight (the maximum points); where no weight is stated, the method's own top. */
  readonly weight: readonly number[];
  readonly rule: Rule;
  readonly missing: MissingPolicy;
  /** Unit that the value is shown in: %, 万元, 件 …; null for plain. */
  readonly unit: string | null;
  readonly source: SourceNote;
}

/** How a value becomes points. A composite rule takes the best of its options. */
export type Rule =
  | { readonly kind: 'single'; readonly value: Expression; readonly scorer: Scorer }
  | {
      readonly kind: 'best-of';
      readonly options: readonly {
        readonly id: string;
        readonly value: Expression;
        readonly scorer: Scorer;
      }[];
    };

/** A compiled scoring method: one file in profile/methods makes it. */
export interface Scorer {
  readonly method: string;
  /** Highest raw points; raw points / top is the share of the weight. */
  readonly top: number;
  readonly input: 'number' | 'text' | 'boolean';
  /** Set where points are relative to other firms. */
  readonly cohort: {
    readonly within: 'all' | 'stage';
    readonly least: number;
    readonly higher: boolean;
  } | null;
  /** Raw points of a value (booleans are 0 and 1); NaN where the value earns none because it is unknown. */
  points(value: number | string, cohort: Cohort | null): number;
  /** Which band or line applied, for people. */
  explain(value: number | string, cohort: Cohort | null, lang: Lang): string;
  /** The whole rule in one line, for people. */
  readonly text: Text;
}

/** The firms that an indicator is relative to: their values, sorted ascending. */
export interface Cohort {
  readonly values: Float64Array;
}

/** What should hold between the figures of a firm. Fields that only checks read are not in `reads`. */
export interface Check {
  readonly id: string;
  /** Only false is a violation: null is none, as in a CHECK of SQL. */
  readonly hold: Expression;
  /** As the profile states it; `error` counts only where the plan reads every field of `hold`. */
  readonly severity: 'error' | 'warning';
  /** What was expected, as a sentence. */
  readonly text: Text;
  readonly source: SourceNote;
}

export interface Veto {
  readonly id: string;
  readonly text: Text;
  readonly bar: Expression;
  /** The same one by one. */
  readonly conditions?: readonly Condition[];
  readonly unknown: 'pass-with-warning' | 'veto' | 'reject';
  readonly source: SourceNote;
}

/** A condition that confirms a firm without a total (有下列条件之一可直接认定). Vetoes come before it. */
export interface Bypass {
  readonly id: string;
  readonly text: Text;
  /** Null does not confirm. */
  readonly when: Expression;
  /** The same one by one. */
  readonly conditions?: readonly Condition[];
  readonly source: SourceNote;
}

/** By score: `from` is the least total. By rank percent: `from` is the largest rank/n. Listed best first. */
export interface Grade {
  readonly id: string;
  readonly name: Text;
  readonly from: number;
  readonly source?: SourceNote;
}

export type ListKind = 'whitelist' | 'referral' | 'pool' | 'ranking' | 'publicity';

export interface List {
  readonly id: string;
  readonly kind: ListKind;
  readonly name: Text;
  /** All its conditions in one. */
  readonly when: Expression;
  /** The same one by one. */
  readonly conditions?: readonly Condition[];
  /** Indexes into `Plan.causes` that its firms are asked about. */
  readonly diagnose?: readonly number[];
  /** Set where it takes the best of those for which `when` holds. */
  readonly ranking?: Ranking;
  readonly source: SourceNote;
}

/** One of the conditions of a rule, all of which must hold. */
export interface Condition {
  readonly rule: Expression;
  /** As the profile words it, else the rule as people read it: 总分 ≥ 60. */
  readonly text: Text;
  /** What it reads, in the order of `rule.reads`. */
  readonly reads: readonly NameRead[];
  /** Set where it orders numbers: the side that is the firm's own figure, and the unit in which both are told. */
  readonly order: { readonly side: 'left' | 'right'; readonly unit: string | null } | null;
}

/** A name in a rule, as people call it. */
export interface NameRead {
  readonly id: string;
  readonly name: Text;
  readonly kind: Type['kind'];
  readonly unit: string | null;
  /** False for what scoring brings out: total, rank, points of a group … */
  readonly field: boolean;
}

/** What keeps a firm from being lent to, who sees to it and how (可修复原因). */
export interface Cause {
  readonly id: string;
  /** Its rule is true where the cause is there; its text says what is wrong. */
  readonly condition: Condition;
  readonly department: Text;
  readonly remedy: Text;
  /** Whether it is told, as still to be verified, where nobody knows. */
  readonly unknown: 'tell' | 'ignore';
  readonly source: SourceNote;
}

/** The best by total, overall or within each word of `by`; equal totals share a place and stay together at every edge. */
export interface Ranking {
  /** A text like the stage or the industry; null: all firms in one. */
  readonly by: { readonly value: Expression; readonly name: Text } | null;
  /** The last place that is in; null: all of them. */
  readonly top: PlaceEdge | null;
  /** Best first. */
  readonly bands: readonly { readonly name: Text; readonly top: PlaceEdge }[];
}

/** The first so many, or the first share of those ranked together. */
export type PlaceEdge =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'share'; readonly share: number };

export type OfferKind = 'loan' | 'insurance' | 'guarantee' | 'equity' | 'quota' | 'reward';

export interface Offer {
  readonly id: string;
  readonly kind: OfferKind;
  readonly name: Text;
  readonly provider: string | null;
  readonly when: Expression;
  /** The same one by one. */
  readonly conditions?: readonly Condition[];
  /** The limit is the smallest of these (null ones aside), in the canonical unit of their currency. */
  readonly limits: readonly Expression[];
  readonly limitType: Type | null;
  readonly rate: string | null;
  readonly term: string | null;
  readonly enhancement: 'data' | 'technology' | 'guarantee' | null;
  readonly riskShares: readonly { readonly bearer: string; readonly share: number }[];
  /** Shares of bad loans at which the pool behind it warns, and stops. */
  readonly pool?: { readonly warn: number; readonly stop: number };
  /** Over the plan's own, for this offer's provider. */
  readonly share?: Share;
  readonly source: SourceNote;
}
