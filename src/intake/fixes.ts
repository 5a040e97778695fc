// Long because every question about fixes reads one state: who was taken, in whose place, and what has been said.
import { type Findings, rowName } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { TableRef } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { Text } from '../model/text.js';
import type { LeftOut } from './classify-row.js';
import { visible } from './column-reader.js';
import { type Claim, isSame, judgeFixes, nameIn, standingOf, type Verdict } from './judge-fixes.js';
import { rowAt, type Table } from './prepare-table.js';
import type { Words } from './read-aside.js';
import type { IdRead } from './read-id.js';
import type { RowStore } from './row-store.js';
import { type Replaced, type RowOf, tellUnasked } from './unasked-changes.js';

/** A row that waits until all inputs are read. */
export interface Waiting extends RowRead {
  readonly claim: Claim;
}

/** A row with what was made of its id, and whether it is no firm's. */
export interface RowRead extends RowOf {
  readonly read: IdRead;
  readonly left: LeftOut | null;
}

/** A row of a `--fixes` file that was taken in. Its cells are kept: people mend rows by hand, so there are not many. */
export interface Fix extends Waiting {
  readonly verdict: Verdict;
  /** Index in the row store, and the record that it belongs to. */
  readonly index: number;
  readonly record: number;
}

/**
 * Rows of `--fixes`, which are read before the inputs. They wait, and so does each row of the inputs that they may concern:
 * who may take whose place (`judgeFixes`) is known when all are read. Every other row streams by. Cost: two looks into
 * sets a row of the inputs.
 */
export interface Fixes {
  /** Keeps a row of a fixes file, or one of the inputs that such a row may concern. */
  wait(one: RowRead): void;
  concerns(from: Table, row: Row, read: IdRead): boolean;
  /** A row of a fixes file says that its firm took the row back. */
  withdraw(from: Table, row: Row, read: IdRead): void;
  /** After the inputs: what waited, in the order in which it is to be taken. */
  settle(): readonly Waiting[];
  /** What was judged of a row of a fixes file; null of every other. */
  verdictOf(one: Waiting): Verdict | null;
  /** The rows whose place a row of a fixes file takes, the nearest first; none of every other. */
  mends(one: Waiting): readonly RowOf[];
  /** A row of a fixes file was taken in. */
  add(one: Waiting, verdict: Verdict, index: number, record: number): void;
  /** The fix that takes this row's place, or that it was taken back; null where the row stands. */
  naming(one: Waiting): Fix | 'withdrawn' | null;
  /** Fixes of a record that speak for a row of its firm, under a header that has all columns of the row's table. */
  besides(record: number, from: Table, row: Row): readonly Fix[];
  /**
   * Sets a row of an input aside for a fix, and says so. Gives the fields of the row that neither a fix of it nor a row
   * mended before has as a column: who deleted a column denied nothing of it, so the row goes on saying them.
   */
  replace(fix: Fix, from: Table, row: Row, index: number): ReadonlySet<string>;
  /** A firm has several rows that add up, and a fix does not say which it mends. */
  refuse(fixes: readonly Fix[]): void;
  /** Says which fixes took no row's place, and what they changed beyond what was asked. */
  end(): void;
}

export interface FixesContext {
  readonly plan: Plan;
  readonly words: Words;
  readonly ids: readonly (string | null)[];
  readonly rows: RowStore;
  readonly findings: Findings;
  readonly reject: (record: number) => void;
}

export function holdFixes({ plan, words, ids, rows, findings, reject }: FixesContext): Fixes {
  const mended: Waiting[] = [];
  const inputs: Waiting[] = [];
  /** By these a row of the inputs is known to wait. */
  const places = new Set<string>();
  const codes = new Set<string>();
  const names = new Set<string>();
  const withdrawn = new Map<string, ReadonlySet<string>>();
  let verdicts: ReadonlyMap<string, Verdict> = new Map();
  const takers = new Map<string, string[]>();
  const taken = new Map<string, Fix>();
  const byRecord = new Map<number, Fix[]>();
  const replaced = new Map<number, Replaced[]>();
  const used = new Set<Fix>();
  const told = new Set<string>();
  /** The rows that wait, by their place; and what a fix says, with the fixes that it mended. */
  const standing = new Map<string, Waiting>();
  const spoken = new Map<Fix, Set<string>>();

  const claimOf = (from: Table, row: Row, read: IdRead): Claim => {
    const named = from.origins?.get(row.number);
    const origin = named === undefined ? null : rowName(named);
    return { ...standingOf(from, row, read, words.blanks), origin };
  };
  const fixesOf = (place: string): Fix[] => (takers.get(place) ?? []).map((taker) => taken.get(taker)!);
  const isBack = (claim: Claim): boolean => {
    const back = withdrawn.get(claim.place);
    return back !== undefined && isSame(claim, back);
  };

  return {
    wait(one) {
      const { from, row, read } = one;
      const claim = claimOf(from, row, read);
      (from.origins === null ? inputs : mended).push({ ...one, claim });
      if (from.origins === null) return;
      if (claim.origin !== null) places.add(claim.origin);
      else if (claim.name !== '') names.add(claim.name);
      if (claim.id !== null) codes.add(claim.id);
    },
    concerns(from, row, read) {
      if (mended.length === 0 && places.size === 0) return false;
      if (places.has(rowName(rowAt(from, row)))) return true;
      return read.kind === 'id' ? codes.has(read.id) : names.has(nameIn(from, row, words.blanks));
    },
    withdraw(from, row, read) {
      const { origin, words: own } = claimOf(from, row, read);
      if (origin === null) return;
      places.add(origin);
      withdrawn.set(origin, own);
    },
    settle() {
      // What was taken back stands for nothing, and the row that it mended is taken back with it.
      for (const { claim } of mended)
        if (claim.origin !== null && isBack(claim)) withdrawn.set(claim.origin, claim.words);
      const claims = mended.map((one) => one.claim).filter((claim) => !isBack(claim));
      verdicts = judgeFixes(
        claims,
        inputs.map((one) => one.claim),
      );
      for (const [place, { over }] of verdicts)
        for (const row of over) takers.set(row, [...(takers.get(row) ?? []), place]);
      for (const one of [...mended, ...inputs]) standing.set(one.claim.place, one);
      const isHead = ({ claim }: Waiting) => verdicts.has(claim.place);
      const waiting = [...mended.filter(isHead), ...mended.filter((one) => !isHead(one)), ...inputs];
      for (const list of [mended, inputs]) list.length = 0;
      places.clear();
      return waiting;
    },
    verdictOf: ({ from, claim }) => (from.origins === null ? null : (verdicts.get(claim.place) ?? null)),
    mends(one) {
      const over = one.from.origins === null ? [] : (verdicts.get(one.claim.place)?.over ?? []);
      return over.flatMap((place) => standing.get(place) ?? []);
    },
    add(one, verdict, index, record) {
      const fix = { ...one, verdict, index, record };
      taken.set(one.claim.place, fix);
      byRecord.set(record, [...(byRecord.get(record) ?? []), fix]);
      tellRefusal(fix);
    },
    naming({ claim }) {
      if (isBack(claim)) return 'withdrawn';
      const fixes = fixesOf(claim.place);
      for (const one of fixes) used.add(one);
      return fixes[0] ?? null;
    },
    besides(record, from, row) {
      const name = nameIn(from, row, words.blanks);
      return (byRecord.get(record) ?? []).filter(
        (one) => lacking(one.from.ref, from.ref).length === 0 && one.verdict.names.has(name),
      );
    },
    replace(fix, from, row, index) {
      used.add(fix);
      rows.replace(index, fix.index);
      replaced.set(fix.record, [...(replaced.get(fix.record) ?? []), { from, row, by: fix }]);
      const unsaid = unsaidBy(fix, from, row);
      tellLacking(fix, unsaid);
      // A whole new row where others say which they mend is no answer to what was sent back.
      const severity = fix.verdict.over.length > 0 || fix.from.origins?.size === 0 ? 'info' : 'warning';
      const notes = [{ id: 'seen-at' as const, at: fix.claim.at }];
      const args = { id: ids[fix.record] ?? '', fields: changed(fix, from.ref, row) };
      findings.add('row.fixed', rowAt(from, row), args, { firm: fix.record, notes, severity });
      return unsaid;
    },
    refuse(fixes) {
      for (const one of fixes) {
        if (used.has(one)) continue;
        used.add(one);
        reject(one.record);
        findings.add('row.fix-which', one.claim.at, { id: ids[one.record] ?? '' }, { firm: one.record });
      }
    },
    end() {
      for (const one of taken.values()) {
        if (used.has(one) || one.verdict.refusal !== null || rows.isSuperseded(one.index)) continue;
        findings.add('row.fix-adds', one.claim.at, { id: ids[one.record] ?? '' }, { firm: one.record });
      }
      for (const [record, list] of replaced) tellUnasked(list, record, plan, words, findings);
    },
  };

  function tellRefusal({ verdict: { refusal }, claim, from, row, record }: Fix): void {
    if (refusal === null) return;
    reject(record);
    const firm = { firm: record };
    switch (refusal.kind) {
      case 'elsewhere':
        findings.add('row.fix-elsewhere', claim.at, { origin: refusal.place }, firm);
        return;
      case 'two':
        findings.add('row.fix-two', claim.at, { origin: refusal.place }, firm);
        return;
      case 'name':
        findings.add('row.fix-name', claim.at, { name: visible(cellText(row.cells[from.name])) }, firm);
        return;
      case 'taken': {
        const notes = [{ id: 'seen-at' as const, at: refusal.by }];
        const at = { ...claim.at, column: from.id };
        findings.add('cell.fix-id-taken', at, { id: claim.id ?? '' }, { ...firm, notes });
      }
    }
  }

  function unsaidBy(fix: Fix, from: Table, row: Row): ReadonlySet<string> {
    const { file, sheet } = from.ref;
    // Two offices may each have mended a column of the row and deleted the other's.
    const all = [fix, ...fixesOf(rowName({ file, sheet, row: row.number }))];
    const said = new Set(all.flatMap((one) => [...(spoken.get(one) ?? one.from.ref.columnOf.keys())]));
    const unsaid = new Set([...from.ref.columnOf.keys()].filter((field) => !said.has(field)));
    // Rows of the inputs stand side by side and may contradict each other; a row that was mended gives way to its mend.
    spoken.set(fix, from.origins === null ? said : new Set([...said, ...unsaid]));
    return unsaid;
  }

  /** A column of the form that the mended one lost is told: a firm that deletes one mends nothing there. */
  function tellLacking(one: Fix, unsaid: ReadonlySet<string>): void {
    const fields = [...unsaid].map((field) => plan.fields.get(field)?.name ?? field);
    const { file, sheet } = one.from.ref;
    const key = JSON.stringify([file, sheet, fields]);
    if (fields.length === 0 || told.has(key)) return;
    told.add(key);
    findings.add('header.fix-columns', { file, sheet }, { fields });
  }

  /** Names of the fields whose cells are not what they were. */
  function changed(fix: Fix, ref: TableRef, was: Row): (string | Text)[] {
    const fields: (string | Text)[] = [];
    for (const [field, column] of ref.columnOf) {
      const now = fix.from.ref.columnOf.get(field);
      if (now !== undefined && cellText(fix.row.cells[now]) !== cellText(was.cells[column]))
        fields.push(plan.fields.get(field)?.name ?? field);
    }
    return fields;
  }
}

/** Fields of a table that another lacks. */
const lacking = (other: TableRef, { columnOf }: TableRef): string[] =>
  [...columnOf.keys()].filter((field) => !other.columnOf.has(field));
