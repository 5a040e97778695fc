import type { Disposition } from './decisions.js';

/** What became of a firm from one run to the next. */
export type Move = 'entered' | 'kept' | 'left' | 'outside' | 'not-filed' | 'newly-filed';

/** In the order in which they are told. */
export const moves: readonly Move[] = ['entered', 'kept', 'left', 'outside', 'not-filed', 'newly-filed'];

/** How a firm stood in a run; null where it was not there. */
export type Standing = 'listed' | 'unlisted' | null;

/** Two runs, firm by firm, in one language. Firms without a usable id cannot be found again and are only counted. */
export interface Compared {
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Decimals of every figure of points. */
  readonly decimals: number;
  readonly rulesChanged: boolean;
  /** Fields that the old profile reads and the new data lack: then changes are not split by cause. */
  readonly lacking: readonly string[];
  readonly counts: Readonly<Record<Move, number>>;
  /** By id. */
  readonly firms: readonly ComparedFirm[];
}

export interface ComparedRun {
  readonly profile: string;
  readonly name: string;
  readonly period: string;
  readonly firms: number;
  readonly whitelisted: number;
  /** Firms without a usable id. */
  readonly nameless: number;
  /** Firms with a total, and the sum of totals. */
  readonly totals: number;
  readonly sum: number;
}

export interface ComparedFirm {
  readonly id: string;
  readonly name: string | null;
  readonly move: Move;
  readonly before: ComparedStand | null;
  readonly after: ComparedStand | null;
  /** Points after less points before; null where one of them is missing. */
  readonly change: number | null;
  /** What it would be by the old rules less what it was: the firm's own doing. Null where rules did not change or cannot be split. */
  readonly byFirm: number | null;
  readonly byRules: number | null;
  /** The indicators whose points moved most, three at most; what a deduction takes counts below 0. */
  readonly movers: readonly Mover[];
}

export interface ComparedStand {
  readonly disposition: Disposition;
  readonly total: number | null;
  /** 0 for none. */
  readonly rank: number;
  /** What barred it; none where nothing did. */
  readonly vetoes: readonly ComparedVeto[];
}

export interface ComparedVeto {
  readonly id: string;
  readonly text: string;
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}
