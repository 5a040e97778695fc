import type { RowPosition } from './position.js';

/** 未授信, 已授信, 放款. */
export type AnswerResult = 'declined' | 'credited' | 'drawn';

/** What a bank said of a firm, one row; only rows that count stand here. */
export interface Answer {
  /** Index in `Firms`. */
  readonly firm: number;
  readonly bank: string | null;
  readonly product: string | null;
  readonly result: AnswerResult;
  /** 万元 credited and drawn by this row; null where it does not say. */
  readonly credit: number | null;
  readonly drawn: number | null;
  /** A fraction a year. */
  readonly rate: number | null;
  /** Days since 1970-01-01. */
  readonly date: number | null;
  readonly reason: string | null;
  readonly firstLoan: boolean | null;
  /** A credit or drawing of a firm that some bank had declined before: what 二次推荐 is for. */
  readonly afterDecline: boolean;
  readonly at: RowPosition;
}

/** What came of a 联合会诊 of a firm, one row. */
export interface Session {
  readonly firm: number;
  readonly cause: string | null;
  readonly department: string | null;
  readonly remedy: string | null;
  readonly solved: boolean | null;
  readonly date: number | null;
  readonly at: RowPosition;
}

/** The banks' answers and the sessions of a run, of firms that its inputs hold. */
export interface Feedback {
  readonly answers: readonly Answer[];
  readonly sessions: readonly Session[];
  /** Some file has a column for first loans; without one nobody can count them. */
  readonly tellsFirstLoans: boolean;
}
