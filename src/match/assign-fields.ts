import { columnName, type Findings } from '../finding/index.js';
import type { MappedColumn, UnitFrom } from '../model/mapping.js';
import type { SheetPosition } from '../model/position.js';
import { units } from '../model/unit.js';
import { claimStrength, type FieldIndex, type Known } from './field-index.js';
import type { HeaderColumn } from './locate-header.js';
import { readHeader, strangeMoney, unitOf } from './read-header.js';
import { sideBySide } from './side-by-side.js';

/** Leaves that say nothing of their own: the parent is the name. */
const generic = /^(?:本年度?|本年数|当年|全年|本期|金额|数量|数值|合计|总额|总数|小计|人数|件数|数|值)$/;

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
    findings.add('header.side-by-side', at, { columns: names, from: columnName(columns[beside.from]!.index) });
    claims.fill(null, beside.from);
  }
  const chosen = settle(columns, claims, index, at, findings);
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

function claimsOf(columns: readonly HeaderColumn[], index: FieldIndex): (Known | null)[] {
  const occurrences = new Map<string, number>();
  return columns.map((column) => {
    const leaf = column.texts.at(-1) ?? '';
    const nth = (occurrences.get(leaf) ?? 0) + 1;
    occurrences.set(leaf, nth);
    return claimOf(column, nth, index);
  });
}

/**
 * Where all money of a table is of one year, and that is not the period's, there is nothing else it could be taken
 * for: it is read as this period's, and said. Null where the table is not such a one.
 */
function yearClaims(
  columns: readonly HeaderColumn[],
  index: FieldIndex,
  at: SheetPosition,
  findings: Findings,
): (Known | null)[] | null {
  const yearOf = (column: HeaderColumn) => /(20\d\d)年/.exec(column.texts.join(' '))?.[1];
  const years = [...new Set(columns.map(yearOf).filter((one) => one !== undefined))];
  const [only] = years;
  if (index.year === null || only === undefined || years.length > 1 || Number(only) === index.year) return null;
  const claims = claimsOf(columns, { ...index, year: Number(only) });
  const money = columns.filter((_, i) => claims[i]?.field.currency);
  if (money.length === 0 || money.some((column) => yearOf(column) === undefined)) return null;
  const field = claims[columns.indexOf(money[0]!)]!.field.name.zh;
  findings.add('header.other-year', at, { header: labelOf(money[0]!), field, year: index.year });
  return claims;
}

export const labelOf = (column: HeaderColumn): string =>
  column.texts.length > 0 ? column.texts.join(' / ') : (column.code ?? '');

/** Code, then parent/leaf, then the leaf's n-th occurrence, then the leaf, then a parent with a telling leaf. */
function claimOf(column: HeaderColumn, nth: number, index: FieldIndex): Known | null {
  if (column.code !== null) {
    const byCode = index.code(column.code);
    if (byCode !== null) return byCode;
  }
  const leaf = column.texts.at(-1);
  if (leaf === undefined) return null;
  const byCode = index.code(leaf.trim());
  if (byCode !== null) return byCode;
  const keys = readHeader(leaf, index.year).keys;
  for (const parent of column.texts.slice(0, -1).reverse()) {
    for (const parentKey of readHeader(parent, index.year).keys) {
      for (const key of keys) {
        const found = index.find(`${parentKey}/${key}`);
        if (found !== null) return found;
      }
    }
    // 2025年 / 营业收入, 上年 / 营业收入, 研发费用 / 上年数: read as one name.
    const joined = find(readHeader(`${parent}${leaf}`, index.year).keys, index);
    if (joined !== null && (isYear(parent) || find(keys, index) === null)) return joined;
    if (isYear(leaf)) {
      const turned = find(readHeader(`${leaf.replace(/(?:数|金额)$/, '')}${parent}`, index.year).keys, index);
      if (turned !== null) return turned;
    }
    // Another year's figure is not this year's.
    if (isYear(parent) && !isThisYear(parent, index)) return null;
  }
  for (const key of keys) {
    const found = index.find(`${key}#${nth}`);
    if (found !== null) return found;
  }
  const own = find(keys, index);
  if (own !== null) return own;
  if (!generic.test(keys.at(-1) ?? '')) return null;
  const parent = column.texts.at(-2);
  return parent === undefined ? null : find(readHeader(parent, index.year).keys, index);
}

/** 2025年, 2025年度（万元）, 上年数, 本期. */
const isYear = (text: string): boolean =>
  /^(?:20\d\d年?度?|上一?年度?数?|去年|上期|上年同期|本年度?数?|本期|当年)$/.test(
    readHeader(text).keys.at(-1) ?? '',
  );
const isThisYear = (text: string, index: FieldIndex): boolean =>
  /^(?:本年度?数?|本期|当年)$/.test(readHeader(text).keys.at(-1) ?? '') ||
  (index.year !== null && text.includes(String(index.year)));

function find(keys: readonly string[], index: FieldIndex): Known | null {
  for (const key of keys) {
    const found = index.find(key);
    if (found !== null) return found;
  }
  return null;
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
    if (known !== null) byField.set(known.field.id, [...(byField.get(known.field.id) ?? []), i]);
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
          field: field.name.zh,
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
        field: field.name.zh,
        taken: labelOf(columns[strongest[0]!]!),
        left: labelOf(columns[i]!),
        column: name(i),
      });
    }
  }
  return chosen;
}

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
    const args = { header: labelOf(column), unit: strange, field: field.name.zh, expected: field.unit ?? '' };
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
        field: field.name.zh,
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
