import type { Finding } from '../model/finding.js';
import type { Firms, Rows, SkippedRow, TableRef } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition, RowPosition } from '../model/position.js';
import type { FieldStore } from './firm-store.js';
import type { RowStore } from './row-store.js';
import type { Origins, Settled } from './settle-periods.js';

interface Gathered {
  readonly plan: Plan;
  readonly ids: readonly (string | null)[];
  readonly rejected: readonly boolean[];
  readonly stores: ReadonlyMap<string, FieldStore>;
  readonly tables: readonly TableRef[];
  readonly rows: RowStore;
  readonly skipped: readonly SkippedRow[];
  readonly origins: Origins;
  readonly settled: Settled;
  readonly findings: readonly Finding[];
}

/** Growing columns → the firms as later steps see them. Cost: one pass over rows, one copy of each column. */
export function finishFirms(gathered: Gathered): Firms {
  const { plan, tables, origins, settled } = gathered;
  const records = settled.firms;
  const rows = gathered.rows.take(settled.firmOf);
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly (string | null)[]>();
  for (const [id, store] of gathered.stores) {
    if (store.numbers === null)
      texts.set(
        id,
        records.map((record) => store.texts?.[record] ?? null),
      );
    else numbers.set(id, store.numbers.pick(records));
  }
  const names = plan.nameField === null ? undefined : texts.get(plan.nameField);
  return {
    count: records.length,
    ids: records.map((record) => gathered.ids[record] ?? null),
    names: names ?? new Array<string | null>(records.length).fill(null),
    numbers,
    texts,
    rejected: rejectedFirms(gathered),
    tables,
    rows,
    skipped: [...gathered.skipped, ...settled.skipped],
    ...places(
      tables,
      rows,
      records,
      origins,
      rowsByFirm(rows, records.length, (row) => settled.isPrior(gathered.rows.recordOf(row))),
    ),
  };
}

/**
 * Where a firm's rows and cells stand. Apart from the rest, for what it makes lives as long as the firms and would keep
 * all that it can see, the growing columns too: a third of the memory of reading.
 */
function places(
  tables: readonly TableRef[],
  rows: Rows,
  records: readonly number[],
  origins: Origins,
  { starts, order }: FirmRows,
): Pick<Firms, 'rowsOf' | 'rowOf' | 'cellOf'> {
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
    rowsOf(firm) {
      const own: number[] = [];
      for (let i = starts[firm]!; i < starts[firm + 1]!; i++) own.push(order[i]!);
      return own;
    },
    rowOf: (firm) => positionOf(order[starts[firm]!]!),
    cellOf(firm, field) {
      const origin = origins.get(`${records[firm]} ${field}`);
      if (origin !== undefined) return cellAt(origin.row, origin.field);
      for (let i = starts[firm]!; i < starts[firm + 1]!; i++) {
        const at = cellAt(order[i]!, field);
        if (at !== null) return at;
      }
      return null;
    },
  };
}

/** A firm is out by its own record, or by an error that came to it from another. */
function rejectedFirms({ rejected, settled, findings }: Gathered): Uint8Array {
  const out = Uint8Array.from(settled.firms, (record) => (rejected[record] === true ? 1 : 0));
  for (const one of findings) if (one.firm !== null && one.severity === 'error') out[one.firm] = 1;
  return out;
}

/** Row indexes sorted by firm; firm f owns order[starts[f] … starts[f + 1]). */
interface FirmRows {
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** In the order of reading, last year's last. */
function rowsByFirm(rows: Rows, count: number, isPrior: (row: number) => boolean): FirmRows {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < rows.count; row++) {
    const firm = rows.firm[row]!;
    if (firm >= 0) starts[firm + 1]!++;
  }
  for (let firm = 0; firm < count; firm++) starts[firm + 1]! += starts[firm]!;
  const next = starts.slice();
  const order = new Int32Array(starts[count]!);
  const place = (prior: boolean) => {
    for (let row = 0; row < rows.count; row++) {
      const firm = rows.firm[row]!;
      if (firm >= 0 && isPrior(row) === prior) order[next[firm]!++] = row;
    }
  };
  place(false);
  place(true);
  return { starts, order };
}
