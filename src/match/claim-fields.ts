import type { Findings } from '../finding/index.js';
import type { SheetPosition } from '../model/position.js';
import type { FieldIndex, Known } from './field-index.js';
import { type HeaderColumn, labelOf } from './locate-header.js';
import { readHeader } from './read-header.js';

/** Leaves that say nothing of their own: the parent is the name. */
const generic = /^(?:本年度?|本年数|当年|全年|本期|金额|数量|数值|合计|总额|总数|小计|人数|件数|数|值)$/;

/** Which field each column claims by its header; null: none. */
export function claimsOf(columns: readonly HeaderColumn[], index: FieldIndex): (Known | null)[] {
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
export function yearClaims(
  columns: readonly HeaderColumn[],
  index: FieldIndex,
  at: SheetPosition,
  findings: Findings,
): (Known | null)[] | null {
  const yearOf = (column: HeaderColumn) => /(20\d\d)年/.exec(column.texts.join(' '))?.[1];
  const years = [...new Set(columns.map(yearOf).filter((one) => one !== undefined))];
  const [only] = years;
  if (index.year === null || only === undefined || years.length > 1 || Number(only) === index.year)
    return null;
  const claims = claimsOf(columns, { ...index, year: Number(only) });
  const money = columns.filter((_, i) => claims[i]?.field.currency);
  if (money.length === 0 || money.some((column) => yearOf(column) === undefined)) return null;
  const field = claims[columns.indexOf(money[0]!)]!.field.name;
  findings.add('header.other-year', at, { header: labelOf(money[0]!), field, year: index.year });
  return claims;
}

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
      const when = (readHeader(leaf).keys.at(-1) ?? leaf).replace(/(?:数|额|金额|数额)$/, '');
      const turned = find(readHeader(`${when}${parent}`, index.year).keys, index);
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

/** 2025年, 2025年度（万元）, 上年数, 上期金额, 本期. */
const isYear = (text: string): boolean =>
  /^(?:20\d\d年?度?|上一?年度?|去年|上期|上年同期|本年度?|本期|当年)(?:数|额|金额|数额)?$/.test(
    readHeader(text).keys.at(-1) ?? '',
  );
const isThisYear = (text: string, index: FieldIndex): boolean =>
  /^(?:本年度?|本期|当年)(?:数|额|金额|数额)?$/.test(readHeader(text).keys.at(-1) ?? '') ||
  (index.year !== null && text.includes(String(index.year)));

function find(keys: readonly string[], index: FieldIndex): Known | null {
  for (const key of keys) {
    const found = index.find(key);
    if (found !== null) return found;
  }
  return null;
}
