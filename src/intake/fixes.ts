import { type Findings, rowName } from '../finding/index.js';
import type { Cell, Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { TableRef } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { RowPosition } from '../model/position.js';
import type { Text } from '../model/text.js';
import { rowAt, type Table } from './prepare-table.js';
import { plainId } from './read-id.js';
import type { RowStore } from './row-store.js';

type Place = Pick<RowPosition, 'file' | 'sheet' | 'row'>;

/** A row of a `--fixes` file. Its cells are kept until the end: people mend rows by hand, so there are not many. */
export interface Fix {
  /** Index in the row store, and the record that it belongs to. */
  readonly index: number;
  readonly record: number;
  /** The row that it says it takes the place of; null where it does not say. */
  readonly origin: Place | null;
}

/**
 * Rows of `--fixes`, which are read before the inputs, and what each takes the place of: the row that it names, if one of
 * its code and name still is that row's; beyond it, whatever the same firm says otherwise under the same header. Nothing is
 * taken by likeness. Cost: one look into a map a row of the inputs.
 */
export interface Fixes {
  /** A row of a fixes file was taken in. */
  add(from: Table, row: Row, fix: Fix): void;
  /** A row of a fixes file says that its firm took the row back. */
  withdraw(from: Table, row: Row): void;
  /** The fix that names this row, or that it was taken back; null where the row stands. */
  naming(from: Table, row: Row): Fix | 'withdrawn' | null;
  /** Fixes of a record under a header that has all columns of the table. */
  besides(record: number, ref: TableRef): readonly Fix[];
  /** Sets a row of an input aside for a fix, and says so. */
  replace(fix: Fix, from: Table, row: Row, index: number): void;
  /** A firm has several rows that add up, and a fix does not say which it mends. */
  refuse(fixes: readonly Fix[]): void;
  /** After all inputs: says which fixes took no row's place. */
  end(): void;
}

export interface FixesContext {
  readonly plan: Plan;
  readonly ids: readonly (string | null)[];
  readonly rows: RowStore;
  readonly findings: Findings;
  readonly reject: (record: number) => void;
}

interface Held extends Fix {
  readonly from: Table;
  readonly cells: readonly Cell[];
  readonly at: RowPosition;
  /** Code and name, of it and of the fixes whose place it took. */
  readonly words: Set<string>;
  used: boolean;
}

export function holdFixes({ plan, ids, rows, findings, reject }: FixesContext): Fixes {
  const named = new Map<string, Held[]>();
  const withdrawn = new Map<string, ReadonlySet<string>>();
  const byRecord = new Map<number, Held[]>();
  const held = new Map<number, Held>();
  const told = new Set<string>();

  const push = <K>(map: Map<K, Held[]>, key: K, one: Held) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [one]);
    else list.push(one);
  };
  const error = (one: Held, id: 'row.fix-elsewhere' | 'row.fix-two' | 'row.fix-which') => {
    one.used = true;
    reject(one.record);
    const { record } = one;
    if (id === 'row.fix-which') findings.add(id, one.at, { id: ids[record] ?? '' }, { firm: record });
    else findings.add(id, one.at, { origin: rowName(one.origin ?? one.at) }, { firm: record });
  };

  return {
    add(from, row, fix) {
      const one = {
        ...fix,
        from,
        cells: row.cells,
        at: rowAt(from, row),
        words: wordsOf(from, row),
        used: false,
      };
      held.set(fix.index, one);
      push(byRecord, fix.record, one);
      if (fix.origin !== null) push(named, rowName(fix.origin), one);
    },
    withdraw(from, row) {
      const origin = from.origins?.get(row.number);
      if (origin !== undefined) withdrawn.set(rowName(origin), wordsOf(from, row));
    },
    naming(from, row) {
      if (named.size === 0 && withdrawn.size === 0) return null;
      const { file, sheet } = from.ref;
      const key = rowName({ file, sheet, row: row.number });
      const words = wordsOf(from, row);
      const back = withdrawn.get(key);
      if (back !== undefined && isSame(words, back)) return 'withdrawn';
      const [first, ...more] = (named.get(key) ?? []).filter((one) => {
        const same = isSame(words, one.words);
        if (!same) error(one, 'row.fix-elsewhere');
        one.used = true;
        return same;
      });
      for (const one of more)
        if (one.record !== first!.record) for (const two of [first!, one]) error(two, 'row.fix-two');
      return first ?? null;
    },
    besides(record, ref) {
      const list = byRecord.get(record);
      return list === undefined ? [] : list.filter((one) => lacking(one.from.ref, ref).length === 0);
    },
    replace(fix, from, row, index) {
      const one = held.get(fix.index)!;
      one.used = true;
      rows.replace(index, fix.index);
      // A fix of a fix stands for all that the first stood for.
      const origin = from.origins?.get(row.number);
      if (origin !== undefined) {
        for (const word of wordsOf(from, row)) one.words.add(word);
        push(named, rowName(origin), one);
      }
      tellLacking(one, from.ref);
      const notes = [{ id: 'seen-at' as const, at: one.at }];
      const args = { id: ids[fix.record] ?? '', fields: changed(one, from.ref, row.cells) };
      findings.add('row.fixed', rowAt(from, row), args, { firm: fix.record, notes });
    },
    refuse(fixes) {
      for (const { index } of fixes) {
        const one = held.get(index)!;
        if (!one.used) error(one, 'row.fix-which');
      }
    },
    end() {
      for (const one of held.values()) {
        if (one.used) continue;
        if (one.origin !== null) error(one, 'row.fix-elsewhere');
        else findings.add('row.fix-adds', one.at, { id: ids[one.record] ?? '' }, { firm: one.record });
      }
    },
  };

  /** A column of the form that the mended one lost would turn into blanks without a word. */
  function tellLacking(one: Held, ref: TableRef): void {
    const fields = lacking(one.from.ref, ref).map((field) => plan.fields.get(field)?.name ?? field);
    const { file, sheet } = one.from.ref;
    const key = JSON.stringify([file, sheet, fields]);
    if (fields.length === 0 || told.has(key)) return;
    told.add(key);
    findings.add('header.fix-columns', { file, sheet }, { fields });
  }

  /** Names of the fields whose cells are not what they were. */
  function changed({ from, cells }: Held, ref: TableRef, was: readonly Cell[]): (string | Text)[] {
    const fields: (string | Text)[] = [];
    for (const [field, column] of ref.columnOf) {
      const now = from.ref.columnOf.get(field);
      if (now !== undefined && cellText(cells[now]) !== cellText(was[column]))
        fields.push(plan.fields.get(field)?.name ?? field);
    }
    return fields;
  }
}

/** Fields of a table that another lacks. */
const lacking = (other: TableRef, { columnOf }: TableRef): string[] =>
  [...columnOf.keys()].filter((field) => !other.columnOf.has(field));

/** By these a row is known again though one of them was mended, or both stood in each other's column. */
function wordsOf(from: Table, row: Row): Set<string> {
  const words = [from.id, from.name].map((column) =>
    plainId(cellText(row.cells[column])).replace(/[()]/g, ''),
  );
  return new Set(words.filter((word) => word !== ''));
}

/** Neither has a code or a name: then the position is all there is. */
const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === 0 || b.size === 0 ? a.size === b.size : [...a].some((word) => b.has(word));
