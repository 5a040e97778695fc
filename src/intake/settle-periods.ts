import { type Findings, kindOf } from '../finding/index.js';
import type { Argument, Finding } from '../model/finding.js';
import type { SkippedRow } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { SheetPosition } from '../model/position.js';
import type { FieldStore } from './firm-store.js';
import { currentPeriod, type PeriodCode, periodText } from './period-code.js';
import type { RowStore } from './row-store.js';

/** Marks the records of files given as last year's. */
export const PRIOR = -1;

/** What was read, a record for each (id, period). */
export interface Records {
  readonly ids: readonly (string | null)[];
  /** By record; 0 where no period was stated, PRIOR for a file of last year. */
  readonly periods: readonly PeriodCode[];
  readonly stores: ReadonlyMap<string, FieldStore>;
  readonly rows: RowStore;
}

/** Which records are firms, and which firm each record's rows belong to (-1: another period's). */
export interface Settled {
  /** Records that stand as firms, in order of reading. */
  readonly firms: readonly number[];
  readonly firmOf: Int32Array;
  /** Whether a record is last year's: its rows come after the firm's own. */
  readonly isPrior: (record: number) => boolean;
  readonly skipped: readonly SkippedRow[];
}

/** Where a value came from when it was another row's, or another field's of last year's row. */
export type Origins = Map<string, { readonly row: number; readonly field: string }>;

/**
 * DESIGN rules 6 and 10: a row's key is (id, period). This period's records are the firms; last period's fill the fields
 * that hold last year's value; rows of other periods are skipped and counted. Cost: nothing where no period is stated.
 */
export function settlePeriods(
  records: Records,
  plan: Plan,
  run: PeriodCode,
  origins: Origins,
  at: SheetPosition | null,
  findings: Findings,
): Settled {
  const { ids, periods } = records;
  const firmOf = new Int32Array(ids.length);
  if (periods.every((code) => code === 0) || at === null) {
    for (let record = 0; record < ids.length; record++) firmOf[record] = record;
    return { firms: ids.map((_, record) => record), firmOf, isPrior: () => false, skipped: [] };
  }
  const stated = [...new Set(periods.filter((code) => code > 0))].sort((a, b) => a - b);
  // `inspect` may not know the run's period: then the latest is taken, and there is nothing to tell.
  const current = run === 0 ? Math.max(...stated) : stated.length === 0 ? run : currentPeriod(stated, run);
  if (current === null)
    findings.add('header.no-period', at, { period: periodText(run), stated: stated.map(periodText) });
  else if (run !== 0 && current !== run && current !== Math.floor(run / 10) * 10)
    findings.add('header.period-taken', at, { period: periodText(run), taken: periodText(current) });
  const sort = sortRecords(periods, current);
  const mainOf = new Map<string, number>();
  const firms: number[] = [];
  for (let record = 0; record < ids.length; record++) {
    const id = ids[record] ?? null;
    const known = id === null || sort[record] !== 'main' ? undefined : mainOf.get(id);
    if (sort[record] !== 'main') continue;
    if (known !== undefined) {
      join(records, record, known, (field) => field, origins, plan, findings);
      firmOf[record] = firmOf[known]!;
      continue;
    }
    if (id !== null) mainOf.set(id, record);
    firmOf[record] = firms.length;
    firms.push(record);
  }
  let alone = 0;
  for (let record = 0; record < ids.length; record++) {
    if (sort[record] === 'main') continue;
    const main = sort[record] === 'prior' ? mainOf.get(ids[record] ?? '') : undefined;
    if (sort[record] === 'prior' && main === undefined) alone++;
    firmOf[record] = main === undefined ? -1 : firmOf[main]!;
    if (main !== undefined)
      join(records, record, main, (field) => priorField(field, plan), origins, plan, findings);
  }
  if (alone > 0) findings.add('header.prior-only', at, { firms: alone });
  remapFindings(findings, firmOf, sort, plan);
  return {
    firms,
    firmOf,
    isPrior: (record) => sort[record] === 'prior',
    skipped: skippedRows(records.rows, firmOf),
  };
}

type Sort = 'main' | 'prior' | 'other';

const sortRecords = (periods: readonly PeriodCode[], current: PeriodCode | null): Sort[] =>
  periods.map((code) => {
    if (code === 0 || code === current) return 'main';
    return code === PRIOR || (current !== null && code === current - 10) ? 'prior' : 'other';
  });

/** The field that holds last year's value of a field. */
const priorField = (field: string, plan: Plan): string | null => {
  for (const one of plan.fields.values()) if (one.priorOf === field) return one.id;
  return null;
};

/** Puts a record's values to another: they may complete what is there, not contradict it. */
function join(
  { stores, rows }: Records,
  from: number,
  to: number,
  target: (field: string) => string | null,
  origins: Origins,
  plan: Plan,
  findings: Findings,
): void {
  const row = rows.firstOf(from);
  for (const store of stores.values()) {
    const field = target(store.field.id);
    const into = field === null ? undefined : stores.get(field);
    if (field === null || into === undefined) continue;
    const filled =
      into.numbers === null
        ? into.putText(to, store.texts?.[from] ?? null)
        : into.putNumber(to, store.numbers?.get(from) ?? Number.NaN);
    const column = rows.tableOf(row).columnOf.get(store.field.id);
    if (filled === 'added') origins.set(`${to} ${field}`, { row, field: store.field.id });
    if (filled !== 'differs' || column === undefined || field === plan.nameField) continue;
    const args = { raw: store.shown(from), other: into.shown(to), field: into.field.name };
    const severity = plan.reads.includes(field) ? 'error' : 'warning';
    findings.add('cell.contradiction', { ...rows.positionOf(row), column }, args, { firm: to, severity });
  }
}

/** Findings speak of firms from here on. Those of other periods go; last year's weigh only where its field is read. */
function remapFindings(findings: Findings, firmOf: Int32Array, sort: readonly Sort[], plan: Plan): void {
  const priorNames = new Set<Argument>();
  for (const field of plan.fields.values())
    if (field.priorOf !== null && plan.reads.includes(field.id))
      priorNames.add(plan.fields.get(field.priorOf)!.name);
  const kept: Finding[] = [];
  for (const one of findings.all) {
    if (one.firm === null) {
      kept.push(one);
      continue;
    }
    const firm = firmOf[one.firm]!;
    if (firm < 0) continue;
    const weighs =
      sort[one.firm] === 'main' || priorNames.has(one.args.field ?? null) || kindOf(one.id) === undefined;
    kept.push({ ...one, firm, severity: weighs || one.severity === 'info' ? one.severity : 'warning' });
  }
  findings.all.length = 0;
  for (const one of kept) findings.all.push(one);
}

function skippedRows(rows: RowStore, firmOf: Int32Array): SkippedRow[] {
  const skipped: SkippedRow[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (firmOf[rows.recordOf(row)]! < 0) skipped.push({ at: rows.positionOf(row), reason: 'other-period' });
  }
  return skipped;
}
