import type { Lang, Text } from '../model/text.js';
import type { FirmCell } from './csv-bytes.js';

/** What stands in a report's cell. Dates are days since 1970-01-01, ratios fractions, money in its column's unit. */
export type Value = string | number | boolean | null;

/** How a column is shown. `points` takes its digits from the plan. */
export type Format = 'text' | 'points' | 'money' | 'integer' | 'percent' | 'number' | 'date';

export interface Column {
  /** Never changes with language. */
  readonly id: string;
  readonly header: Text;
  readonly format: Format;
  /** Set where its texts are of a small known set that a sheet colours. */
  readonly mark?: Mark;
  /** One word of a few: it stands in the middle. */
  readonly centre?: boolean;
}

export type Mark = 'grade' | 'disposition' | 'standing';

/** A report as plain data. `rows` can be asked for again and gives the same each time. */
export interface ReportTable {
  readonly title: Text;
  /** What must be known to read it; a sheet tells it above the header. */
  readonly notes?: readonly Text[];
  readonly columns: readonly Column[];
  /** Firms that it speaks of; several rows may be about one. */
  readonly count: number;
  rows(): Iterable<readonly Value[]>;
  /** Set where there is a row a firm: the same, for a writer that takes figures from their columns. */
  readonly firms?: FirmRows;
}

export interface FirmRows {
  readonly cells: readonly FirmCell[];
  readonly order: readonly number[];
}

/**
 * What a report speaks. `id` is for programs: headers are ids, and dispositions, severities, lists, offers, grades and
 * yes/no are codes, so that nothing a program compares with changes with the language.
 */
export interface Voice {
  readonly lang: Lang;
  readonly headers: 'id' | 'text';
}

/** Headers as they are written; texts that would stand twice take their id, since a doubled header names nothing. */
export function headersOf(columns: readonly Column[], voice: Voice): string[] {
  if (voice.headers === 'id') return columns.map((column) => column.id);
  const seen = new Map<string, number>();
  for (const { header } of columns) seen.set(header[voice.lang], (seen.get(header[voice.lang]) ?? 0) + 1);
  return columns.map(({ id, header }) =>
    (seen.get(header[voice.lang]) ?? 0) > 1 ? `${header[voice.lang]} [${id}]` : header[voice.lang],
  );
}
