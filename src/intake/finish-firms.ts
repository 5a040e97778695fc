import type { Firms, Rows, SkippedRow, TableRef } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition, RowPosition } from '../model/position.js';
import type { FieldStore } from './firm-store.js';

interface Gathered {
  readonly plan: Plan;
  readonly ids: readonly (string | null)[];
  readonly rejected: readonly boolean[];
  readonly stores: ReadonlyMap<string, FieldStore>;
  readonly tables: readonly TableRef[];
  readonly rows: Rows;
  readonly skipped: readonly SkippedRow[];
  readonly origins: ReadonlyMap<string, number>;
}

/** Growing columns → the firms as later steps see them. Cost: one pass over rows, one copy of each column. */
export function finishFirms(gathered: Gathered): Firms {
  const { plan, ids, rows, tables, origins } = gathered;
  const count = ids.length;
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly (string | null)[]>();
  for (const [id, store] of gathered.stores) {
    if (store.numbers !== null) numbers.set(id, store.numbers.take(count));
    else
      texts.set(
        id,
        Array.from({ length: count }, (_, firm) => store.texts?.[firm] ?? null),
      );
  }
  const { starts, order } = rowsByFirm(rows, count);
  const rowsOf = (firm: number): number[] => Array.from(order.subarray(starts[firm]!, starts[firm + 1]!));
  const positionOf = (row: number): RowPosition => {
    const table = tables[rows.table[row]!]!;
    const line = rows.line[row]!;
    return { file: table.file, sheet: table.sheet, row: rows.number[row]!, ...(line > 0 ? { line } : {}) };
  };
  const cellAt = (row: number, field: string): CellPosition | null => {
    const column = tables[rows.table[row]!]!.columnOf.get(field);
    return column === undefined ? null : { ...positionOf(row), column };
  };
  return {
    count,
    ids,
    names:
      (plan.nameField === null ? undefined : texts.get(plan.nameField)) ??
      new Array<string | null>(count).fill(null),
    numbers,
    texts,
    rejected: Uint8Array.from(gathered.rejected, Number),
    tables,
    rows,
    skipped: gathered.skipped,
    rowsOf,
    rowOf: (firm) => positionOf(order[starts[firm]!]!),
    cellOf(firm, field) {
      const origin = origins.get(`${firm} ${field}`);
      if (origin !== undefined) return cellAt(origin, field);
      for (let i = starts[firm]!; i < starts[firm + 1]!; i++) {
        const at = cellAt(order[i]!, field);
        if (at !== null) return at;
      }
      return null;
    },
  };
}

/** Row indexes sorted by firm, keeping the order of reading; firm f owns order[starts[f] … starts[f + 1]). */
function rowsByFirm(rows: Rows, count: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < rows.count; row++) {
    const firm = rows.firm[row]!;
    if (firm >= 0) starts[firm + 1]!++;
  }
  for (let firm = 0; firm < count; firm++) starts[firm + 1]! += starts[firm]!;
  const next = starts.slice();
  const order = new Int32Array(starts[count]!);
  for (let row = 0; row < rows.count; row++) {
    const firm = rows.firm[row]!;
    if (firm >= 0) order[next[firm]!++] = row;
  }
  return { starts, order };
}
