import type { PageWords } from './page-words.js';

/**
 * The firms as the page carries them: columns, not objects, what is common to many said once, figures as whole numbers in
 * base 45. Nothing is compressed: that would be half as long again, but old browsers of old offices could not open it.
 */

/** Whole numbers of 10^-digits above `from`, one after another without a separator (unpack.ts); ! is null. */
export interface PackedNumbers {
  readonly digits: number;
  readonly from: number;
  readonly of: string;
}

/** Texts that come again and again: each once, and which of them each firm has. */
export interface PackedTexts {
  readonly texts: readonly string[];
  readonly of: PackedNumbers;
}

/** Sentences that differ in their figures: the sentence once, with U+0001 for each figure, and the figures of each firm. */
export interface PackedPhrases {
  readonly phrases: PackedTexts;
  /** Those of a firm joined by blanks, in their order; the firms by commas. */
  readonly figures: string;
}

/** Texts in order: how many characters each has in common with the one before, and the rest, a line each. */
export interface PackedSorted {
  readonly shared: PackedNumbers;
  readonly rest: string;
}

/** Names: how they begin (a city), how they end (a trade and 有限公司), and what is between, a line each. */
export interface PackedNames {
  readonly heads: PackedTexts;
  readonly tails: PackedTexts;
  readonly rest: string;
}

export interface PackedIndicator {
  readonly name: string;
  /** Index into `groups`. */
  readonly group: number;
  /** Its rule in one line. */
  readonly rule: string;
  /** Shown after the value: %, 万元 … */
  readonly unit: string;
  readonly values: PackedNumbers | PackedTexts;
  readonly points: PackedNumbers;
  /** By stage; `weights` only where reweighting gave firms their own. */
  readonly weight: readonly number[];
  readonly weights: PackedNumbers | null;
}

/** Findings of firms, firm by firm, the worst first. */
export interface PackedFindings {
  /** Index of the firm. */
  readonly firm: PackedNumbers;
  /** Index into `kinds`; -1 for the last of a firm with more findings than a card tells: `found` is how many. */
  readonly kind: PackedNumbers;
  readonly kinds: readonly PackedKind[];
  readonly found: PackedPhrases;
  readonly fix: PackedTexts;
  /** Index into `sheets`. */
  readonly sheet: PackedNumbers;
  /** The place on its sheet, as people say it. */
  readonly at: PackedPhrases;
}

export interface PackedKind {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
}

export interface PackedFirms {
  readonly words: PageWords;
  readonly count: number;
  readonly decimals: number;
  /** How many firms have a rank; 0 where the profile gives no total. */
  readonly ranked: number;
  readonly ids: PackedSorted;
  readonly names: PackedNames;
  readonly total: PackedNumbers;
  readonly rank: PackedNumbers;
  readonly rankInStage: PackedNumbers;
  readonly disposition: PackedTexts;
  /** Codes of the texts of `disposition`, for the style. */
  readonly dispositionCodes: readonly string[];
  /** Index of the stage: which weights a firm takes. */
  readonly stageIndex: PackedNumbers;
  /** null: the profile knows no stages, no grades. */
  readonly stage: PackedTexts | null;
  readonly grade: PackedTexts | null;
  readonly facets: readonly { readonly name: string; readonly column: PackedTexts }[];
  /** The last run, where one was given: its period, what became of each firm since, its total and result then. */
  readonly previous: {
    readonly period: string;
    readonly move: PackedTexts;
    readonly total: PackedNumbers;
    readonly result: PackedTexts;
  } | null;
  readonly lists: PackedTexts;
  readonly offers: PackedTexts;
  readonly reasons: PackedPhrases;
  /** File and sheet. */
  readonly sheets: readonly string[];
  readonly sheet: PackedNumbers;
  readonly row: PackedNumbers;
  readonly groups: readonly {
    readonly name: string;
    readonly part: 'base' | 'bonus' | 'deduction';
    readonly points: PackedNumbers;
  }[];
  readonly indicators: readonly PackedIndicator[];
  readonly findings: PackedFindings;
}
