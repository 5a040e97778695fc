import type { Findings } from '../finding/index.js';
import type { UnitFrom } from '../model/mapping.js';
import type { SheetPosition } from '../model/position.js';
import { units } from '../model/unit.js';
import type { FieldIndex, Known } from './field-index.js';
import { type HeaderColumn, labelOf } from './locate-header.js';
import { readHeader, strangeMoney, unitOf } from './read-header.js';

/** DESIGN rule 9: header, unit row, title, the form's own rule, the profile's unit — in this order after the cell. */
export function unitFor(
  column: HeaderColumn,
  known: Pick<Known, 'field' | 'by'>,
  titleUnitId: string | null,
  at: SheetPosition,
  findings: Findings,
  index: FieldIndex,
): { unit: string | null; from: UnitFrom | null } {
  const { field } = known;
  if (field.type !== 'number') return { unit: null, from: null };
  const stated = statedUnit(column);
  const expected = field.unit === null ? null : units.get(field.unit);
  const strange = stated === null && expected?.kind === 'money' ? strangeUnit(column) : null;
  if (strange !== null) {
    const args = { header: labelOf(column), unit: strange, field: field.name, expected: field.unit ?? '' };
    const severity = index.plan.reads.includes(field.id) ? 'error' : 'warning';
    findings.add('header.unit-mismatch', at, args, { severity });
    return { unit: null, from: null };
  }
  if (stated !== null) {
    const unit = units.get(stated.unit)!;
    const fits = expected != null && unit.kind === expected.kind;
    if (fits && unit.currency === (expected.currency ?? null))
      return { unit: stated.unit, from: stated.from };
    if (unit.kind !== 'count' || (expected != null && expected.kind === 'money')) {
      const args = {
        header: labelOf(column),
        unit: stated.unit,
        field: field.name,
        expected: field.unit ?? '',
      };
      const severity = index.plan.reads.includes(field.id) ? 'error' : 'warning';
      if (fits) findings.add('header.foreign-currency', at, args, { severity });
      else findings.add('header.unit-mismatch', at, args, { severity });
      return { unit: null, from: null };
    }
  }
  if (expected == null || expected.kind === 'count') return { unit: field.unit, from: null };
  if (expected.kind === 'money') {
    const title = titleUnitId === null ? undefined : units.get(titleUnitId);
    if (title !== undefined && title.currency === expected.currency) return { unit: title.id, from: 'title' };
    if (known.by === 'code' && field.codeUnit !== null) return { unit: field.codeUnit, from: 'form' };
  }
  return { unit: field.unit, from: 'profile' };
}

/** Money that nothing here counts in, from a header or the unit row. */
function strangeUnit(column: HeaderColumn): string | null {
  for (const text of [...column.texts].reverse()) {
    const { strange } = readHeader(text);
    if (strange !== null) return strange;
  }
  return column.unitRow === null ? null : strangeMoney(column.unitRow);
}

function statedUnit(column: HeaderColumn): { unit: string; from: UnitFrom } | null {
  for (const text of [...column.texts].reverse()) {
    const { unit } = readHeader(text);
    if (unit !== null) return { unit, from: 'header' };
  }
  const inRow = column.unitRow === null ? null : unitOf(column.unitRow);
  return inRow === null ? null : { unit: inRow, from: 'unit-row' };
}
