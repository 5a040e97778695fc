import type { Merge } from '../../model/table.js';
import { attributesOf } from '../workbook/xml.js';
import { rangeOf } from './column-of.js';
import { NotKnown } from './not-known.js';

/*
 *   <f>A1+B1</f>                            a formula
 *   <f t="shared" ref="C2:C9" si="0">…</f>  a formula, and si 0 is known from now on
 *   <f t="shared" si="0"/>                  a formula where si 0 is known
 *   <f t="array" ref="D2:D4">…</f>          a formula in D2, and in D3 and D4 whatever they hold
 */

/** The formulas of a sheet seen so far: only that there is one matters, and who shares it. */
export interface Formulas {
  /** Ranges of array formulas that this row or a later one may stand in. */
  arrays: readonly Merge[];
  readonly shared: Set<string>;
  /** A later cell may be a formula because of what was seen. */
  entangled: boolean;
}

export const formulas = (): Formulas => ({ arrays: [], shared: new Set(), entangled: false });

/** Whether an <f> makes its cell a formula. `tag` is its inside from the name on, `text` what stands in it. */
export function takeFormula(seen: Formulas, tag: string, text: string): boolean {
  if (tag === '') return text !== '';
  if (tag.includes("'")) throw new NotKnown('quotes in a formula');
  const attributes = attributesOf(tag);
  const si = attributes.get('si') ?? '';
  if (text === '') return seen.shared.has(si);
  seen.entangled = true;
  const kind = attributes.get('t');
  if (kind === 'shared') {
    if (!/^\d+$/.test(si)) throw new NotKnown('shared formula');
    seen.shared.add(String(Number(si)));
  }
  if (kind === 'array') {
    const ref = attributes.get('ref') ?? '';
    const range = rangeOf(ref);
    if (range === null) throw new NotKnown('array formula');
    if (ref.includes(':')) seen.arrays = [...seen.arrays, range];
  }
  return true;
}

/** Forgets the ranges that end above a row, which is 1-based. */
export function reachRow(seen: Formulas, row: number): void {
  if (seen.arrays.length > 0) seen.arrays = seen.arrays.filter((one) => one.bottom >= row - 1);
}

export const inArray = (seen: Formulas, row: number, column: number): boolean =>
  seen.arrays.some(
    (one) => row > one.top && row <= one.bottom + 1 && column >= one.left && column <= one.right,
  );
