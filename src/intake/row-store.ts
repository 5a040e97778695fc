import type { Row } from '../model/cell.js';
import type { Rows, TableRef } from '../model/firms.js';
import type { RowPosition } from '../model/position.js';
import { GrowingInts } from './columns.js';

/** The rows of firms as they are read: parallel columns, each row linked to its firm's row before it. */
export interface RowStore {
  readonly count: number;
  /** Keeps a row of a firm and gives its index. */
  keep(table: number, row: Row, firm: number): number;
  supersede(row: number): void;
  isSuperseded(row: number): boolean;
  /** Sets a row aside for one of a fixes file. */
  replace(row: number, by: number): void;
  /** The firm's first row; -1 before it has one. */
  firstOf(firm: number): number;
  /** The firm's row read before this one; -1 for its first. */
  before(row: number): number;
  /** The record, later the firm, that a row belongs to. */
  recordOf(row: number): number;
  tableOf(row: number): TableRef;
  positionOf(row: number): RowPosition;
  /** `firmOf`: record → firm, -1 for another period's. */
  take(firmOf: Int32Array): Rows;
}

export function rowStore(tables: readonly { readonly ref: TableRef }[]): RowStore {
  const table = new GrowingInts();
  const number = new GrowingInts();
  const line = new GrowingInts();
  const firm = new GrowingInts();
  const superseded = new GrowingInts();
  const previous = new GrowingInts();
  const replacedBy = new Map<number, number>();
  const first: number[] = [];
  const last: number[] = [];
  const tableOf = (row: number) => tables[table.get(row)]!.ref;
  return {
    get count() {
      return firm.count;
    },
    keep(from, row, of) {
      const index = firm.count;
      table.push(from);
      number.push(row.number);
      line.push(row.line);
      firm.push(of);
      superseded.push(0);
      previous.push(last[of] ?? -1);
      first[of] ??= index;
      last[of] = index;
      return index;
    },
    supersede: (row) => superseded.set(row, 1),
    isSuperseded: (row) => superseded.get(row) === 1,
    replace(row, by) {
      superseded.set(row, 1);
      replacedBy.set(row, by);
    },
    firstOf: (of) => first[of] ?? -1,
    before: (row) => previous.get(row),
    recordOf: (row) => firm.get(row),
    tableOf,
    positionOf(row) {
      const { file, sheet } = tableOf(row);
      const at = line.get(row);
      return { file, sheet, row: number.get(row), ...(at > 0 ? { line: at } : {}) };
    },
    take: (firmOf) => ({
      count: firm.count,
      table: table.take(),
      number: number.take(),
      line: line.take(),
      firm: firm.take().map((record) => firmOf[record]!),
      superseded: superseded.take(),
      ...(replacedBy.size === 0 ? {} : { replacedBy }),
    }),
  };
}
