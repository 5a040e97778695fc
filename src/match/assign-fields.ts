import { columnName, type Findings } from '../finding/index.js';
import type { MappedColumn } from '../model/mapping.js';
import type { SheetPosition } from '../model/position.js';
import { claimsOf, yearClaims } from './claim-fields.js';
import { claimStrength, type FieldIndex, type Known } from './field-index.js';
import { type HeaderColumn, labelOf } from './locate-header.js';
import { readHeader } from './read-header.js';
import { sideBySide } from './side-by-side.js';
import { unitFor } from './unit-of-column.js';

/**
 * Columns → fields of the plan. Two columns with equally strong claims to one field are an error where the plan reads
 * the field (never a silent choice); a weaker claim gives way and is told.
 */
export function assignFields(
  columns: readonly HeaderColumn[],
  titleUnitId: string | null,
  index: FieldIndex,
  at: SheetPosition,
  findings: Findings,
): MappedColumn[] {
  const claims = yearClaims(columns, index, at, findings) ?? claimsOf(columns, index);
  const beside = sideBySide(columns, claims, index.plan.idField);
  if (beside !== null) {
    const names = beside.ids.map((i) => columnName(columns[i]!.index));
    findings.add('header.side-by-side', at, {
      columns: names,
      from: columnName(columns[beside.from]!.index),
    });
    claims.fill(null, beside.from);
  }
  const chosen = settle(columns, claims, index, at, findings);
  for (const [i, column] of columns.entries()) tellSpan(column, chosen[i] ?? null, at, findings);
  return columns.map((column, i) => {
    const known = chosen[i] ?? null;
    const header = labelOf(column);
    if (known === null) {
      const near = header === '' || claims[i] !== null ? [] : index.near(column.texts.at(-1) ?? '');
      return { index: column.index, header, field: null, by: null, unit: null, unitFrom: null, near };
    }
    const { unit, from } = unitFor(column, known, titleUnitId, at, findings, index);
    // Told as a warning, and not kept as if it were the field's own unit.
    if (unit === null && known.field.currency !== null && !index.plan.reads.includes(known.field.id))
      return { index: column.index, header, field: null, by: null, unit: null, unitFrom: null, near: [] };
    return {
      index: column.index,
      header,
      field: known.field.id,
      by: known.by,
      unit,
      unitFrom: from,
      near: [],
    };
  });
}

/** A figure of a month or of a part of the year under a field of the whole year: said, never blown up to a year. */
function tellSpan(column: HeaderColumn, known: Known | null, at: SheetPosition, findings: Findings): void {
  if (known === null || known.field.basis !== 'year') return;
  const said = column.texts.find((text) => readHeader(text).span !== null);
  if (said === undefined) return;
  findings.add('header.part-of-year', at, { header: labelOf(column), field: known.field.name });
}

function settle(
  columns: readonly HeaderColumn[],
  claims: readonly (Known | null)[],
  index: FieldIndex,
  at: SheetPosition,
  findings: Findings,
): (Known | null)[] {
  const chosen: (Known | null)[] = [...claims];
  const byField = new Map<string, number[]>();
  claims.forEach((known, i) => {
    if (known === null) return;
    const rivals = byField.get(known.field.id);
    if (rivals === undefined) byField.set(known.field.id, [i]);
    else rivals.push(i);
  });
  for (const [id, rivals] of byField) {
    if (rivals.length === 1) continue;
    const best = Math.max(...rivals.map((i) => claimStrength(claims[i]!)));
    const strongest = rivals.filter((i) => claimStrength(claims[i]!) === best);
    const field = claims[rivals[0]!]!.field;
    const name = (i: number) => columnName(columns[i]!.index);
    if (strongest.length > 1) {
      const needed = index.plan.reads.includes(id) || id === index.plan.idField;
      for (const i of rivals) chosen[i] = null;
      findings.add(
        'header.ambiguous',
        at,
        {
          field: field.name,
          columns: strongest.map(name),
          headers: strongest.map((i) => labelOf(columns[i]!)),
        },
        { severity: needed ? 'error' : 'warning' },
      );
      continue;
    }
    for (const i of rivals) {
      if (i === strongest[0]) continue;
      chosen[i] = null;
      findings.add('header.second-claim', at, {
        field: field.name,
        taken: labelOf(columns[strongest[0]!]!),
        left: labelOf(columns[i]!),
        column: name(i),
      });
    }
  }
  return chosen;
}
