import type { Text } from '../model/text.js';
import type { Column, Format, ReportTable, Value } from './column.js';
import type { FirmCell } from './csv-bytes.js';
import { rounded } from './number-text.js';

/** One column of a report that has a row a firm. */
export interface FirmColumn extends FirmCell {
  readonly column: Column;
  of(firm: number): Value;
}

const column =
  (format: Format) =>
  (id: string, header: Text, of: (firm: number) => Value): FirmColumn => ({
    column: { id, header, format },
    of,
  });

export const textColumn = column('text');
/** A word of a few, like the stage. */
export const wordColumn = (id: string, header: Text, of: (firm: number) => Value): FirmColumn => ({
  column: { id, header, format: 'text', centre: true },
  of,
});
/** A firm's grade. */
export const gradeColumn = (of: (firm: number) => Value): FirmColumn => ({
  column: { id: 'grade', header: { zh: '等级', en: 'Grade' }, format: 'text', centre: true, mark: 'grade' },
  of,
});
export const pointsColumn = column('points');
export const integerColumn = column('integer');
export const moneyColumn = column('money');

/** Figures of each firm, NaN for none: a writer may take them straight from where they stand. */
export const numbersColumn = (column: Column, numbers: Float64Array): FirmColumn => ({
  column,
  numbers,
  rounded: true,
  of(firm) {
    const value = numbers[firm] ?? Number.NaN;
    return Number.isNaN(value) ? null : rounded(value);
  },
});

/** The same value for every firm. */
export const constantColumns = (columns: readonly Column[], values: readonly Value[]): FirmColumn[] =>
  columns.map((one, index) => ({ column: one, of: () => values[index] ?? null }));

/** A report with a row a firm, in the order given. */
export const firmTable = (
  title: Text,
  parts: readonly FirmColumn[],
  order: readonly number[],
): ReportTable => ({
  title,
  columns: parts.map((part) => part.column),
  count: order.length,
  rows: () => rowsInOrder(parts, order),
  firms: { cells: parts, order },
});

/** A row a firm, in the order given, from what each column says of a firm. Cost: firms × columns. */
function* rowsInOrder(
  columns: readonly { of(firm: number): Value }[],
  order: readonly number[],
): Generator<Value[]> {
  for (const firm of order) {
    const row: Value[] = new Array<Value>(columns.length);
    for (let index = 0; index < columns.length; index++) row[index] = columns[index]!.of(firm);
    yield row;
  }
}

/** NaN is null everywhere in a run. */
export const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** 0 is no rank. */
export const rankOrNull = (rank: number | undefined): number | null => rank || null;
