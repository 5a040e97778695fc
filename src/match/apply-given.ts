import { columnName, type Findings } from '../finding/index.js';
import type { MappedColumn } from '../model/mapping.js';
import type { SheetPosition } from '../model/position.js';
import { units } from '../model/unit.js';
import type { FieldIndex } from './field-index.js';
import { type HeaderColumn, labelOf } from './locate-header.js';
import type { GivenColumn, GivenTable } from './mapping-file.js';
import { unitFor } from './unit-of-column.js';

/**
 * A saved mapping over the header that stands there now. A header that changed under a saved field is an error: the
 * mapping is used as it was meant or not at all. A saved column without a unit takes it as any column does.
 */
export function applyGiven(
  given: GivenTable,
  columns: readonly HeaderColumn[],
  titleUnit: string | null,
  index: FieldIndex,
  at: SheetPosition,
  findings: Findings,
): MappedColumn[] {
  const labels = new Map(columns.map((column) => [column.index, labelOf(column)]));
  for (const saved of given.columns) {
    const found = labels.get(saved.index) ?? '';
    if (sameHeader(saved.header, found)) continue;
    // A remark or a running number that was renamed changes nothing that is read.
    const severity = saved.field === null ? 'warning' : 'error';
    const args = { column: columnName(saved.index), expected: saved.header, found, row: given.headerFrom };
    findings.add('header.mapping-changed', at, args, { severity });
  }
  const bySaved = new Map(given.columns.map((saved) => [saved.index, saved]));
  return columns.map((column): MappedColumn => {
    const saved = bySaved.get(column.index);
    const header = labelOf(column);
    if (saved === undefined && header !== '')
      findings.add('header.mapping-new', at, { column: columnName(column.index), header });
    if (saved === undefined || saved.field === null)
      return { index: column.index, header, field: null, by: null, unit: null, unitFrom: null, near: [] };
    const unit = savedUnit(saved, header, column, titleUnit, index, at, findings);
    return { index: column.index, header, field: saved.field, by: 'file', ...unit, near: [] };
  });
}

function savedUnit(
  saved: GivenColumn,
  header: string,
  column: HeaderColumn,
  titleUnit: string | null,
  index: FieldIndex,
  at: SheetPosition,
  findings: Findings,
): Pick<MappedColumn, 'unit' | 'unitFrom'> {
  const field = index.plan.fields.get(saved.field ?? '')!;
  if (saved.unit === null) {
    const { unit, from } = unitFor(column, { field, by: 'file' }, titleUnit, at, findings, index);
    return { unit, unitFrom: from };
  }
  if (!fits(saved.unit, field.unit)) {
    const args = { header, unit: saved.unit, field: field.name, expected: field.unit ?? '' };
    findings.add('header.unit-mismatch', at, args, { severity: 'error' });
  }
  return { unit: saved.unit, unitFrom: 'file' };
}

const fits = (unit: string, expected: string | null): boolean => {
  const [a, b] = [units.get(unit), expected === null ? undefined : units.get(expected)];
  return a !== undefined && b !== undefined && a.kind === b.kind && a.currency === b.currency;
};

/** Blanks and line breaks aside. */
export const sameHeader = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
