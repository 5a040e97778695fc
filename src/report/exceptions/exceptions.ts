import type { Row } from '../../model/cell.js';
import type { Finding } from '../../model/finding.js';
import type { TableRef } from '../../model/firms.js';
import type { Run } from '../../model/run.js';
import type { Text } from '../../model/text.js';
import { findingsOf } from '../findings-of.js';
import { compareNumbers } from '../firm-order.js';

/** A second pass over an input: whole rows of a table by number. */
export type FetchRows = (table: number, rows: readonly number[]) => Promise<ReadonlyMap<number, Row>>;

/** Why a row goes back. */
export type Return = 'rejected' | 'vetoed' | 'superseded';

/** One row that goes back, without its cells. */
export interface ReturnedRow {
  readonly number: number;
  readonly firm: number;
  readonly why: Return;
  /** Findings of the row and of its firm: errors, then warnings. */
  readonly findings: readonly Finding[];
}

/** The rows of one input table that go back, and the lines above them that make it the same form again. */
export interface ReturnedTable {
  /** Index into `Firms.tables`. */
  readonly table: number;
  readonly ref: TableRef;
  /** Row numbers of titles, header rows and unit rows, ascending. */
  readonly head: readonly number[];
  readonly rows: readonly ReturnedRow[];
}

export const returnText: Readonly<Record<Return, Text>> = {
  rejected: { zh: '退回改正', en: 'returned for correction' },
  vetoed: { zh: '一票否决', en: 'vetoed' },
  superseded: { zh: '重复，未计入', en: 'repeated, set aside' },
};

/**
 * Which rows go back to the firms, table by table in the order of the inputs: those of rejected and vetoed firms, and
 * repeated ones. Tables without any are left out, but for the first where there is none at all. Pure; the cells are
 * fetched later. Cost: one pass over rows and findings.
 */
export function returnedTables(run: Run): ReturnedTable[] {
  const { firms, decisions } = run;
  const rowsOf = new Map<number, ReturnedRow[]>();
  const byFirm = findingsOf(run);
  const byRow = findingsByRow(run);
  for (let row = 0; row < firms.rows.count; row++) {
    const firm = firms.rows.firm[row]!;
    // A row of another period was skipped, not sent back.
    if (firm < 0) continue;
    const why = reasonOf(firms.rows.superseded[row] === 1, decisions.disposition[firm]);
    if (why === null) continue;
    const table = firms.rows.table[row]!;
    const number = firms.rows.number[row]!;
    const ref = firms.tables[table]!;
    // What another bureau or a bank said is nothing that a firm can mend; a row that was mended has its place taken.
    if (ref.beside === true || ref.list === true || firms.rows.replacedBy?.has(row) === true) continue;
    const here = byRow(ref, number);
    const findings = why === 'superseded' ? here : [...new Set([...here, ...byFirm(firm)])];
    const list = rowsOf.get(table) ?? [];
    if (list.length === 0) rowsOf.set(table, list);
    list.push({ number, firm, why, findings: worstFirst(findings) });
  }
  const tables = [...rowsOf.keys()].sort(compareNumbers);
  if (tables.length === 0 && firms.tables.length > 0) tables.push(0);
  return tables.map((table) => ({
    table,
    ref: firms.tables[table]!,
    head: headOf(run, table),
    rows: (rowsOf.get(table) ?? []).sort((a, b) => a.number - b.number),
  }));
}

function reasonOf(superseded: boolean, disposition: string | undefined): Return | null {
  if (superseded) return 'superseded';
  return disposition === 'rejected' || disposition === 'vetoed' ? disposition : null;
}

/** Errors first; what is told once for the whole run (`info`) is no matter of a row. */
const worstFirst = (findings: readonly Finding[]): Finding[] => [
  ...findings.filter((one) => one.severity === 'error'),
  ...findings.filter((one) => one.severity === 'warning'),
];

function findingsByRow(run: Run): (ref: TableRef, row: number) => readonly Finding[] {
  const sheets = new Map<string, Map<number, Finding[]>>();
  const key = (file: string, sheet: string) => JSON.stringify([file, sheet]);
  let [file, sheet]: [string | null, string] = [null, ''];
  let rows = new Map<number, Finding[]>();
  for (const one of run.findings) {
    const { at } = one;
    if (!('row' in at)) continue;
    // Findings are sorted by file and sheet: the same rows are meant again and again.
    if (at.file !== file || at.sheet !== sheet) {
      [file, sheet] = [at.file, at.sheet];
      rows = sheets.get(key(file, sheet)) ?? new Map();
      sheets.set(key(file, sheet), rows);
    }
    const list = rows.get(at.row);
    if (list === undefined) rows.set(at.row, [one]);
    else list.push(one);
  }
  return (ref, row) => sheets.get(key(ref.file, ref.sheet))?.get(row) ?? [];
}

/** Titles since the table above it on its sheet, its header rows, and a unit row below them. */
function headOf(run: Run, table: number): number[] {
  const { tables, skipped } = run.firms;
  const ref = tables[table]!;
  const others = tables.filter((one) => one !== ref && one.file === ref.file && one.sheet === ref.sheet);
  const after = Math.max(
    0,
    ...others.filter((one) => one.headerFrom < ref.headerFrom).map((one) => one.headerTo),
  );
  const before = Math.min(
    Number.MAX_SAFE_INTEGER,
    ...others.filter((one) => one.headerFrom > ref.headerFrom).map((one) => one.headerFrom),
  );
  const head = new Set<number>();
  for (let row = ref.headerFrom; row <= ref.headerTo; row++) head.add(row);
  for (const { at, reason } of skipped) {
    if (at.file !== ref.file || at.sheet !== ref.sheet) continue;
    if (reason === 'title' && at.row > after && at.row < ref.headerFrom) head.add(at.row);
    if (reason === 'unit-row' && at.row > ref.headerTo && at.row < before) head.add(at.row);
  }
  return [...head].sort(compareNumbers);
}
