// Long because it is one state machine: every row passes through `takeRow`, and all of it shares the firms read so far.
import type { Findings, More } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { meantCell } from '../model/cell-text.js';
import type { Field } from '../model/field.js';
import type { Firms, SkippedRow, TableRef } from '../model/firms.js';
import type { Piece } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition } from '../model/position.js';
import { classifyRow, isWithdrawn, type LeftOut } from './classify-row.js';
import { type ColumnReader, type Saying, visible } from './column-reader.js';
import { finishFirms } from './finish-firms.js';
import { type FieldStore, type Filled, fieldStore, isTextual, shownFigure } from './firm-store.js';
import { type Fix, holdFixes, type Waiting } from './fixes.js';
import { settleNames } from './named-periods.js';
import { plainFigure } from './parse-number.js';
import { type PeriodCode, periodCode } from './period-code.js';
import { prepareTable, rowAt, type Table } from './prepare-table.js';
import { tellRatioScale } from './ratio-scale.js';
import { readBoolean, readDate, readText } from './read-cell.js';
import { type IdRead, readId } from './read-id.js';
import { readNumber } from './read-number.js';
import { rowStore } from './row-store.js';
import { tellWidth } from './row-width.js';
import { isNew, shareSeen } from './seen-rows.js';
import { type Origins, PRIOR, settlePeriods } from './settle-periods.js';
import { tellSharedNames } from './shared-names.js';
import { type FeedbackTaker, takeFeedback } from './take-feedback.js';
import { type ListTaker, takeList } from './take-list.js';
import { type SideHow, type SideTaker, takeSide } from './take-side.js';
import { tellId } from './tell-id.js';
import type { RowOf } from './unasked-changes.js';
import { wouldSay } from './would-say.js';

/** Takes the pieces of all sheets in reading order, then gives the firms. Memory: a typed cell a firm and field. */
export interface Intake {
  take(piece: Piece): void;
  /** After the firms: a list of another bureau that says the field of whoever stands on it. */
  list(field: Field): ListTaker;
  /** After the firms: banks' answers. `settle` it before `finish`. */
  feedback(fields: ReadonlyMap<string, Field>): FeedbackTaker;
  /** After the firms: another table beside them, like a roster. */
  side(how: SideHow): SideTaker;
  finish(): Firms;
}

/** How a row's cells are put to its firm. */
interface HowPut {
  /** The firm has a row already. */
  readonly again: boolean;
  /** Whether cells of fields that add up are added: not those of the same row again. */
  readonly counted: boolean;
  /** These fields alone; all where absent. */
  readonly only?: ReadonlySet<string>;
}

/** What a row's cells came to beside what was there: something new, the same, something else. */
interface Put {
  readonly added: boolean;
  readonly repeats: boolean;
  readonly differs: boolean;
}

/** `period` is the run's, as a code: rows that state another are last period's or skipped. */
export function takeIn(plan: Plan, findings: Findings, period: PeriodCode): Intake {
  const blanks: ReadonlySet<string> = new Set(plan.blanks);
  const figures = plan.blanks.every((word) => Number.isNaN(plainFigure(word)));
  const needed = new Set([...plan.reads, plan.idField]);
  const stores = new Map<string, FieldStore>();
  const tables: Table[] = [];
  const skipped: SkippedRow[] = [];
  const rows = rowStore(tables);
  const ids: (string | null)[] = [];
  const periods: PeriodCode[] = [];
  const rejected: boolean[] = [];
  const byId = new Map<string, number>();
  /** (firm, field) → row, where a later row of the firm gave the value. */
  const origins: Origins = new Map();
  const words = { blanks, figures };
  const reject = (record: number) => {
    rejected[record] = true;
  };
  const fixes = holdFixes({ plan, words, ids, rows, findings, reject });
  const sharedSeen = shareSeen();
  let table: Table | null = null;
  let firmsUnder = 0;
  let hasPrior = false;

  const endTable = () => {
    if (table === null || firmsUnder > 0) return;
    const { file, sheet, headerTo } = table.ref;
    findings.add('sheet.no-firms', { file, sheet }, { row: headerTo });
  };

  const newRecord = (id: string | null, stated: PeriodCode, key: string | null): number => {
    const record = ids.length;
    ids.push(id);
    periods.push(stated);
    rejected.push(false);
    if (key !== null) byId.set(key, record);
    return record;
  };

  const takeRow = (from: Table, row: Row) => {
    const read = readId(row.cells[from.id], plan.identity.accepts, blanks);
    const left =
      isWithdrawn(row, from.status) ??
      (read.kind === 'id' ? null : classifyRow(row, from.name, blanks, read.kind === 'error'));
    if (from.origins === null ? fixes.concerns(from, row, read) : left === null) {
      if (left === null) firmsUnder += 1;
      fixes.wait({ from, row, read, left });
      return;
    }
    if (left === null) return takeFirm(from, row, read, null);
    if (left.reason === 'withdrawn') fixes.withdraw(from, row, read);
    leaveOut(from, row, left);
  };

  const leaveOut = (from: Table, row: Row, { reason, text }: LeftOut, more: More = {}) => {
    const at = rowAt(from, row);
    findings.add('row.left-out', at, { reason, text: visible(text) }, more);
    skipped.push({ at, reason });
  };

  /** After the inputs' own rows, and before anything is held against the firms. */
  const settleFixes = () => {
    endTable();
    table = null;
    // Once: a second time nothing waits.
    for (const one of fixes.settle()) takeWaiting(one);
  };

  const takeWaiting = (one: Waiting) => {
    const { from, row, read, left } = one;
    const fix = fixes.naming(one);
    if (fix === 'withdrawn')
      return leaveOut(from, row, { reason: fix, text: '--fixes' }, { severity: 'warning' });
    if (fix !== null) return replace(fix, from, row);
    if (left !== null) return leaveOut(from, row, left);
    takeFirm(from, row, read, one);
  };

  const takeFirm = (from: Table, row: Row, read: IdRead, waited: Waiting | null) => {
    firmsUnder += 1;
    const dated = datedBy(from, row, waited);
    const code = periodOf(dated);
    const verdict = waited === null ? null : fixes.verdictOf(waited);
    // What a row that was refused says of its code is not believed: it is a firm of its own, without one.
    const refused = verdict !== null && verdict.refusal !== null;
    const id = read.kind === 'id' && !refused ? read.id : null;
    const key = id === null || !code ? id : `${id} ${code}`;
    hasPrior ||= code !== 0;
    const known = key === null ? undefined : byId.get(key);
    if (known !== undefined && from.origins === null) {
      const mended = fixes.besides(known, from, row);
      const unsaid = mended.filter((one) => one.verdict.over.length === 0);
      if (mended.length > 0 && from.seen === null) {
        // What the form that was mended does not say, another row of the firm may still complete.
        if (unsaid.length > 0 || wouldSay(from, row, known, words) !== 'more')
          return replace(unsaid[0] ?? mended[0]!, from, row);
      } else fixes.refuse(unsaid);
    }
    const firm = known ?? newRecord(id, code ?? 0, key);
    const before = findings.all.length;
    if (!refused || read.kind !== 'id') tellId(read, from, row, firm, plan, findings);
    if (code === null) {
      const column = dated.from.period;
      const raw = visible(String(dated.row.cells[column] ?? ''));
      findings.add('cell.not-a-period', { ...rowAt(dated.from, dated.row), column }, { raw }, { firm });
    }
    checkRecord(from, row, firm);
    fill(from, row, firm);
    if (waited !== null && verdict !== null) fixes.add(waited, verdict, rows.count - 1, firm);
    for (let i = before; i < findings.all.length; i++) {
      const one = findings.all[i]!;
      if (one.severity === 'error' && one.firm !== null) rejected[one.firm] = true;
    }
  };

  /** A mended row that lost the column of its period is of the period of the row that it mends. */
  const datedBy = (from: Table, row: Row, waited: Waiting | null): RowOf => {
    if (waited === null || from.period >= 0 || from.prior || from.named !== 0) return { from, row };
    return fixes.mends(waited).find((one) => one.from.period >= 0) ?? { from, row };
  };

  const checkRecord = (from: Table, row: Row, firm: number) => {
    if (row.trouble !== undefined) {
      // The reader said what is wrong with the record; here it finds its firm, which cannot be scored.
      findings.attach(rowAt(from, row), firm);
      rejected[firm] = true;
      return;
    }
    tellWidth(from, row, firm, findings);
  };

  /** Puts a row's cells to its firm: they may complete what is there, not contradict it. */
  const fill = (from: Table, row: Row, firm: number) => {
    const index = rows.keep(from.index, row, firm);
    const again = rows.before(index) >= 0;
    const counted = from.seen === null || isNew(from.seen, from, row, firm);
    const { added, repeats, differs } = putCells(from, row, firm, index, { again, counted });
    // A row of another form that is blank for this firm repeats nothing: it is no second copy.
    if (again && !added && !differs && (repeats || hasSameForm(index, from.ref)))
      supersede(from, row, firm, index);
  };

  const putCells = (from: Table, row: Row, firm: number, index: number, how: HowPut): Put => {
    const { again, counted, only } = how;
    let column: ColumnReader;
    const say: Saying = {
      at: () => ({ ...rowAt(from, row), column: column.index }),
      firm,
      findings,
      blanks,
      figures,
    };
    let added = false;
    let repeats = false;
    let differs = false;
    for (let i = 0; i < from.columns.length; i++) {
      column = from.columns[i]!;
      if (only !== undefined && !only.has(column.field.id)) continue;
      const cell = meantCell(row.cells[column.index]);
      if (cell === null || cell === undefined || cell === '') continue;
      const store = from.stores[i]!;
      const { type, combine, id } = column.field;
      let filled: Filled;
      let value: string | number | null;
      if (isTextual(column.field)) {
        value = readText(cell, column, say);
        filled = store.putText(firm, value);
      } else {
        value =
          type === 'number'
            ? readNumber(cell, column, say)
            : type === 'date'
              ? readDate(cell, column, say)
              : readBoolean(cell, column, say);
        filled = counted || combine !== 'sum' ? store.putNumber(firm, value) : 'same';
      }
      if (filled === 'same') repeats ||= id !== plan.nameField;
      else if (filled === 'added') {
        added = true;
        if (again) origins.set(`${firm} ${id}`, { row: index, field: id });
      } else if (filled === 'differs') {
        differs = true;
        const said = typeof value === 'number' ? shownFigure(column.field, value) : String(value);
        contradict(column, firm, say, store.shown(firm), said);
      }
    }
    return { added, repeats, differs };
  };

  const replace = (fix: Fix, from: Table, row: Row) => {
    firmsUnder += 1;
    const { record } = fix;
    if (row.trouble !== undefined) findings.attach(rowAt(from, row), record, 'info');
    const index = rows.keep(from.index, row, record);
    const unsaid = fixes.replace(fix, from, row, index);
    if (unsaid.size === 0) return;
    const before = findings.all.length;
    const counted = from.seen === null || isNew(from.seen, from, row, record);
    putCells(from, row, record, index, { again: true, counted, only: unsaid });
    for (let i = before; i < findings.all.length; i++)
      if (findings.all[i]!.severity === 'error') rejected[record] = true;
  };

  const supersede = (from: Table, row: Row, firm: number, index: number) => {
    const mended = from.origins === null ? fixes.besides(firm, from, row)[0] : undefined;
    if (mended !== undefined) return fixes.replace(mended, from, row, index);
    rows.supersede(index);
    const notes = [{ id: 'first-seen' as const, at: rows.positionOf(rows.firstOf(firm)) }];
    findings.add('row.duplicate', rowAt(from, row), { id: ids[firm] ?? '' }, { firm, notes });
  };

  const hasSameForm = (index: number, ref: TableRef): boolean => {
    for (let row = rows.before(index); row >= 0; row = rows.before(row))
      if (sameFields(rows.tableOf(row), ref)) return true;
    return false;
  };

  const contradict = (column: ColumnReader, firm: number, say: Saying, other: string, raw: string) => {
    const at = cellOf(firm, column.field.id);
    const notes = at === null ? [] : [{ id: 'other-value' as const, at }];
    if (column.field.id === plan.nameField) {
      findings.add('cell.name-differs', say.at(), { raw, other }, { firm, notes });
      return;
    }
    const args = { raw, other, field: column.field.name };
    findings.add('cell.contradiction', say.at(), args, {
      firm,
      notes,
      severity: column.needed ? 'error' : 'warning',
    });
  };

  /** While reading: the row that gave the value, else the firm's first row if its table has the field. */
  const cellOf = (firm: number, field: string): CellPosition | null => {
    const row = origins.get(`${firm} ${field}`)?.row ?? rows.firstOf(firm);
    const column = rows.tableOf(row).columnOf.get(field);
    return column === undefined ? null : { ...rows.positionOf(row), column };
  };

  const storeOf = (field: ColumnReader['field']): FieldStore => {
    const store = stores.get(field.id) ?? fieldStore(field);
    stores.set(field.id, store);
    return store;
  };

  const begin = ({ mapping, prior, origins }: Extract<Piece, { kind: 'table' }>): Table => {
    const made = prepareTable(mapping, tables.length, plan, needed, storeOf, prior === true);
    const seen = sharedSeen(made.seen, mapping, origins ?? null);
    return { ...made, seen, origins: origins ?? null };
  };

  return {
    take(piece) {
      switch (piece.kind) {
        case 'table':
          endTable();
          firmsUnder = 0;
          table = begin(piece);
          tables.push(table);
          return;
        case 'rows':
          if (table === null) throw new Error('rows came before their table');
          for (const row of piece.rows) takeRow(table, row);
          return;
        case 'skipped':
          skipped.push({ at: piece.at, reason: piece.reason });
          return;
      }
    },
    list(field) {
      settleFixes();
      return takeList({ plan, ids, tables, rows, skipped, storeOf, findings }, field);
    },
    feedback(fields) {
      settleFixes();
      const context = { plan, ids, periods, tables, rows, skipped, storeOf, findings, origins, cellOf };
      return takeFeedback(context, fields);
    },
    side(how) {
      settleFixes();
      return takeSide({ plan, ids, periods, tables, rows, skipped, storeOf, findings }, how);
    },
    finish() {
      settleFixes();
      for (const { columns } of tables)
        for (const { ratio, field, header } of columns)
          if (ratio !== null) tellRatioScale(ratio, field.name, header, findings);
      for (const field of plan.fields.values())
        if (hasPrior && field.priorOf !== null && stores.has(field.priorOf)) storeOf(field);
      fixes.end();
      const first = (tables.find((one) => one.origins === null) ?? tables[0])?.ref ?? null;
      const names = plan.nameField === null ? undefined : stores.get(plan.nameField);
      if (names !== undefined) tellSharedNames(names, ids, cellOf, findings);
      settleNames(ids, periods, rows, tables, findings);
      const settled = settlePeriods({ ids, periods, stores, rows }, plan, period, origins, first, findings);
      return finishFirms({
        plan,
        ids,
        rejected,
        stores,
        tables: tables.map((one) => one.ref),
        rows,
        skipped,
        origins,
        settled,
        findings: findings.all,
      });
    },
  };
}

const periodOf = ({ from, row }: RowOf): PeriodCode | null =>
  from.prior ? PRIOR : from.period < 0 ? from.named : periodCode(row.cells[from.period]);

const sameFields = (a: TableRef, b: TableRef): boolean =>
  a.columnOf.size === b.columnOf.size && [...a.columnOf.keys()].every((field) => b.columnOf.has(field));
