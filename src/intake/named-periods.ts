import type { Findings } from '../finding/index.js';
import { type PeriodCode, periodText } from './period-code.js';
import type { Table } from './prepare-table.js';
import type { RowStore } from './row-store.js';

/**
 * A workbook with a sheet a year, whose rows state none: the names of the sheets hold where most firms of each sheet, the
 * largest aside, stand on another year's too. Sheets named after years that list other firms, like those who joined in each, are one list: then
 * `periods` is set back to "none stated". Told either way that matters. Cost: a look at each record where sheets are so named.
 */
export function settleNames(
  ids: readonly (string | null)[],
  periods: PeriodCode[],
  rows: RowStore,
  tables: readonly Table[],
  findings: Findings,
): void {
  if (tables.every((table) => table.named === 0)) return;
  const namedBy = new Map(tables.map((table) => [table.ref, table.named]));
  const named = new Map<PeriodCode, { records: number[]; ids: Set<string> }>();
  ids.forEach((id, record) => {
    const code = namedBy.get(rows.tableOf(rows.firstOf(record))) ?? 0;
    if (code === 0) return;
    const group = named.get(code) ?? { records: [], ids: new Set() };
    named.set(code, group);
    group.records.push(record);
    if (id !== null) group.ids.add(id);
  });
  const groups = [...named.values()].sort((a, b) => b.ids.size - a.ids.size);
  const [, ...smaller] = groups;
  const yearly = smaller.every(({ ids: own }) =>
    mostlyIn(
      own,
      groups.filter((other) => other.ids !== own),
    ),
  );
  if (smaller.length === 0 || !yearly) {
    for (const { records } of groups) for (const record of records) periods[record] = 0;
    return;
  }
  const { file, sheet } = tables.find((table) => table.named !== 0)!.ref;
  const stated = [...named.keys()].sort((a, b) => a - b).map(periodText);
  findings.add('header.period-by-sheet', { file, sheet }, { stated });
}

const mostlyIn = (
  ids: ReadonlySet<string>,
  others: readonly { readonly ids: ReadonlySet<string> }[],
): boolean => {
  let shared = 0;
  for (const id of ids) if (others.some((other) => other.ids.has(id))) shared++;
  return shared * 2 > ids.size;
};
