import type { Text } from './text.js';
import type { Currency } from './unit.js';

export type FieldType = 'number' | 'text' | 'boolean' | 'date';

/** 全年, 累计, 期末, 时点. */
export type TimeBasis = 'year' | 'cumulative' | 'end' | 'instant';

/** How rows of one firm combine: they must agree, any true, the sum, the largest. */
export type Combine = 'same' | 'any' | 'sum' | 'max';

/** What a field is for the firm itself; `status` says whether a row of a filing system was withdrawn. */
export type FieldRole = 'id' | 'name' | 'period' | 'status' | null;

/** A canonical input, like rd_expense, 研发费用, 万元. Columns of spreadsheets are matched to it. */
export interface Field {
  readonly id: string;
  readonly name: Text;
  readonly type: FieldType;
  readonly role: FieldRole;
  /** Canonical unit id (万元, 万美元, % for a ratio, 人, 件 …); null for a plain number or another type. */
  readonly unit: string | null;
  /** Set for money, null otherwise. */
  readonly currency: Currency | null;
  readonly basis: TimeBasis | null;
  readonly combine: Combine;
  /** Header texts that mean this field, beside its names and id. */
  readonly aliases: readonly string[];
  /** Codes of statistical forms, like qc05_0, and what unit such a form counts in. */
  readonly codes: readonly string[];
  readonly codeUnit: string | null;
  /** Headers that look alike but mean something else. */
  readonly not: readonly string[];
  /** Inclusive bounds in canonical units; outside is a finding of the severity named. */
  readonly min: number | null;
  readonly max: number | null;
  readonly outside: 'error' | 'warning';
  /** For text fields: the words allowed, each with the spellings that mean it. Empty: any text. */
  readonly words: readonly { readonly value: string; readonly spellings: readonly string[] }[];
  /** The author's word that inputs may lack the column: then all null, said once. */
  readonly optional: boolean;
  /** The field whose value of the year before this one holds. */
  readonly priorOf: string | null;
}
