import type { Row } from '../model/cell.js';
import type { Sheet } from '../model/table.js';
import { sameHeader } from './apply-given.js';
import type { FieldIndex } from './field-index.js';
import { type HeaderBlock, headerAt, labelOf, locateHeader } from './locate-header.js';
import { type GivenTable, givenFor } from './mapping-file.js';

/** What became of a saved mapping over the sheets of a run. */
export interface SettledGiven {
  of(sheet: Sheet): readonly GivenTable[];
  /** Sheets that took a table saved under another name, for their headers are the same. */
  readonly renamed: readonly { readonly sheet: Sheet; readonly from: GivenTable }[];
  /** Saved tables that no sheet has, one a saved sheet. */
  readonly lost: readonly GivenTable[];
}

/** As far as `findTables` looks for the first header. */
const headRows = 60;

/**
 * Gives each sheet the saved tables that speak of it: by its name; where that is not known, by equal headers, if the tables
 * of one saved sheet only fit. Saved tables without a single field bind nobody. `all` has the sheets that are not read as
 * well: what was saved of them is not lost. Cost: the first 60 rows of sheets that no name fits, and none without a mapping.
 */
export async function settleGiven(
  given: readonly GivenTable[],
  chosen: readonly Sheet[],
  all: readonly Sheet[],
  index: FieldIndex,
): Promise<SettledGiven> {
  const taken = new Map(chosen.map((sheet) => [sheet, givenFor(given, sheet.file, sheet.name)]));
  const named = new Set([...all, ...chosen].flatMap((sheet) => givenFor(given, sheet.file, sheet.name)));
  const free = groups(given.filter((one) => !named.has(one))).filter((tables) =>
    tables.some(({ columns }) => columns.some(({ field }) => field !== null)),
  );
  const renamed: { sheet: Sheet; from: GivenTable }[] = [];
  const found = new Set<readonly GivenTable[]>();
  for (const sheet of free.length === 0 ? [] : chosen) {
    if ((taken.get(sheet) ?? []).length > 0) continue;
    const head = await headOf(sheet);
    const fitting = free.flatMap((group) => {
      const tables = fitted(group, head, sheet, index);
      return tables === null ? [] : [{ group, tables }];
    });
    const [one] = fitting;
    if (one === undefined || fitting.some(({ group }) => meant(group) !== meant(one.group))) continue;
    taken.set(sheet, one.tables);
    for (const { group } of fitting) found.add(group);
    renamed.push({ sheet, from: one.group[0]! });
  }
  return {
    of: (sheet) => taken.get(sheet) ?? [],
    renamed,
    lost: free.filter((group) => !found.has(group)).map((group) => group[0]!),
  };
}

/** Tables by the sheet that they were saved of. */
function groups(given: readonly GivenTable[]): readonly (readonly GivenTable[])[] {
  const bySheet = new Map<string, GivenTable[]>();
  for (const one of given) {
    const key = JSON.stringify([one.file, one.sheet]);
    const known = bySheet.get(key);
    if (known === undefined) bySheet.set(key, [one]);
    else known.push(one);
  }
  return [...bySheet.values()];
}

/** What tables say of their columns: two saved sheets that say the same are no doubt. */
const meant = (group: readonly GivenTable[]): string =>
  JSON.stringify(group.map(({ columns }) => columns.map(({ index, field, unit }) => [index, field, unit])));

/** The tables where they stand on this sheet; null where the first header is not there, its columns in their places. */
function fitted(
  group: readonly GivenTable[],
  head: readonly Row[],
  sheet: Sheet,
  index: FieldIndex,
): readonly GivenTable[] | null {
  const first = group[0]!;
  const own = headerAt(head, sheet.merges, index, first.headerFrom, first.headerTo);
  if (own !== null && isSame(first, own)) return group;
  // A title more or less moves the header; of several tables it is not known which moved.
  const moved = group.length > 1 ? null : locateHeader(head, sheet.merges, index);
  return moved === null || !isSame(first, moved)
    ? null
    : [{ ...first, headerFrom: moved.from, headerTo: moved.to }];
}

const isSame = (saved: GivenTable, block: HeaderBlock): boolean => {
  const labels = new Map(block.columns.map((column) => [column.index, labelOf(column)]));
  return saved.columns.every(
    ({ index, header, field }) => field === null || sameHeader(header, labels.get(index) ?? ''),
  );
};

async function headOf(sheet: Sheet): Promise<readonly Row[]> {
  const head: Row[] = [];
  for await (const batch of sheet.rows()) {
    head.push(...batch);
    if (head.length >= headRows) break;
  }
  return head.slice(0, headRows);
}
