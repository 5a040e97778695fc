import { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { cellText, meantCell } from '../model/cell-text.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition } from '../model/position.js';
import { visible } from './column-reader.js';
import { rowAt, type Table } from './prepare-table.js';
import { type ReadAside, readAside, sameMeaning, type Words } from './read-aside.js';
import { isSwapped, readId } from './read-id.js';
import { tellId } from './tell-id.js';

/** A row with the table that it stands in. */
export interface RowOf {
  readonly from: Table;
  readonly row: Row;
}

/** A row of the inputs, and the mended one that took its place. */
export interface Replaced extends RowOf {
  readonly by: RowOf;
}

interface Shown extends ReadAside {
  readonly text: string;
  readonly column: number;
}

/**
 * Tells every cell that came back with another meaning though nothing had asked for it. Asked for are a cell that reading
 * finds wrong, one that contradicts another row of its firm, and, unless a veto reads the field, a doubtful one or a blank
 * that costs points or the stage. `replaced` are the rows of one firm. Cost: their cells are read twice more.
 */
export function tellUnasked(
  replaced: readonly Replaced[],
  firm: number,
  plan: Plan,
  words: Words,
  findings: Findings,
): void {
  const blankAsked = asksBlank(plan);
  const vetoed = new Set(plan.vetoes.flatMap(({ bar }) => bar.reads));
  const read = replaced.map((one) => ({
    was: shownOf(one, plan, words),
    now: shownOf(one.by, plan, words),
    one,
  }));
  const told = new Set<string>();
  for (const { was, now, one } of read)
    for (const [field, old] of was) {
      const mended = now.get(field);
      if (mended === undefined || sameMeaning(old.value, mended.value)) continue;
      const veto = vetoed.has(field);
      if (old.worst === 'error') continue;
      if (!veto && (old.worst === 'warning' || (old.value === null && blankAsked.has(field)))) continue;
      const alike = plan.fields.get(field)?.combine === 'same';
      if (alike && read.some((other) => other.one !== one && speaksOtherwise(other.was.get(field), old)))
        continue;
      const at: CellPosition = { ...rowAt(one.by.from, one.by.row), column: mended.column };
      const key = `${at.file} ${at.sheet} ${at.row} ${at.column}`;
      if (told.has(key)) continue;
      told.add(key);
      const args = {
        field: plan.fields.get(field)?.name ?? field,
        before: visible(old.text),
        after: visible(mended.text),
        veto,
      };
      const notes = [{ id: 'seen-at' as const, at: { ...rowAt(one.from, one.row), column: old.column } }];
      findings.add('cell.fix-unasked', at, args, { firm, notes });
    }
}

/** Another row of the firm denies the cell, or says what it leaves blank. */
const speaksOtherwise = (other: ReadAside | undefined, { value }: ReadAside): boolean =>
  other !== undefined &&
  (value === null
    ? other.value !== null || other.worst !== null
    : other.value !== null && !sameMeaning(other.value, value));

/** What a row says under each field. */
function shownOf({ from, row }: RowOf, plan: Plan, words: Words): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const [i, { index, field }] of from.columns.entries())
    shown.set(field.id, {
      ...readAside(from, row, i, words),
      text: cellText(row.cells[index]),
      column: index,
    });
  for (const field of [plan.periodField, plan.statusField]) {
    const column = field === null ? undefined : from.ref.columnOf.get(field);
    if (field === null || column === undefined) continue;
    const text = cellText(row.cells[column]);
    shown.set(field, { value: text === '' ? null : text, worst: null, text, column });
  }
  if (from.id < 0) return shown;
  const read = readId(row.cells[from.id], plan.identity.accepts, words.blanks);
  const said = new Findings();
  tellId(read, from, row, 0, plan, said);
  const worst = said.all.some((one) => one.severity !== 'info') ? 'error' : null;
  const value = read.kind === 'id' ? read.id : null;
  // Not the cell itself: it may hold a resident's number.
  const text = value ?? ('raw' in read ? read.raw : '');
  shown.set(plan.idField, { value, worst, text, column: from.id });
  const name = plan.nameField === null ? undefined : shown.get(plan.nameField);
  if (name !== undefined && isSwapped(read, meantCell(row.cells[from.name])))
    shown.set(plan.nameField!, { ...name, worst: 'error' });
  return shown;
}

/** Fields whose blanks are told as costing a firm something. */
function asksBlank(plan: Plan): ReadonlySet<string> {
  const { by, cuts } = plan.stages;
  const scored = plan.indicators.filter(({ group }) => plan.groups[group]?.part === 'base');
  const reads = [
    ...(by?.reads ?? []),
    ...cuts.flatMap(({ when }) => when?.reads ?? []),
    ...scored.flatMap(({ rule }) =>
      rule.kind === 'single' ? rule.value.reads : rule.options.flatMap(({ value }) => value.reads),
    ),
  ];
  return new Set(reads);
}
