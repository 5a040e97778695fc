import type { Findings } from '../finding/index.js';
import type { CellPosition } from '../model/position.js';
import type { Text } from '../model/text.js';

/**
 * What a column of ratios holds, seen while it is read: 7.28 and 0.0724 under （%） differ by a slip, not by nature.
 * Fractions are canonical: 7.28 % is 0.0728.
 */
export interface RatioWatch {
  /** Magnitudes that nothing is wrong with: a percent sign or format, or a bare number of at least 1. */
  readonly plain: number[];
  /** Bare numbers below 1 or above 100, as they stand. The first thousand; a column of them is one slip. */
  readonly odd: OddRatio[];
  oddCount: number;
}

interface OddRatio {
  readonly at: CellPosition;
  readonly value: number;
  readonly raw: string;
  readonly firm: number;
}

const kept = 1000;

export const ratioWatch = (): RatioWatch => ({ plain: [], odd: [], oddCount: 0 });

/** `bare`: the cell says no percent sign of its own. `written`: the number as it stands in the column's unit. */
export function watchRatio(
  watch: RatioWatch,
  value: number,
  written: number,
  bare: boolean,
  odd: () => OddRatio,
): void {
  const size = Math.abs(written);
  if (size === 0 || Number.isNaN(size)) return;
  if (!bare || (size >= 1 && size <= 100)) {
    watch.plain.push(Math.abs(value));
    return;
  }
  watch.oddCount += 1;
  if (watch.odd.length < kept) watch.odd.push(odd());
}

/** A slip by 100 brings a value this near to the column's middle; what stays further off is a firm of its own kind. */
const near = 5;

/**
 * Says which bare numbers are 100 times off the rest of their column, or that the whole column looks like fractions.
 * Never mended: 0.3 % exists. Cost: one sort of a ratio column, and there are few.
 */
export function tellRatioScale(
  { plain, odd, oddCount }: RatioWatch,
  field: Text,
  column: string,
  findings: Findings,
): void {
  const first = odd[0];
  if (first === undefined) return;
  if (plain.length === 0) {
    if (odd.every((one) => Math.abs(one.value) < 0.01)) {
      const { file, sheet } = first.at;
      findings.add(
        'header.ratio-fractions',
        { file, sheet },
        { field, column, raw: first.raw, count: oddCount },
      );
    }
    return;
  }
  plain.sort((a, b) => a - b);
  const middle = plain[Math.floor((plain.length - 1) / 2)]!;
  for (const { at, value, raw, firm } of odd) {
    const low = Math.abs(value) < 0.01;
    const meant = low ? value * 100 : value / 100;
    const apart = Math.abs(meant) / middle;
    if (apart > near || apart < 1 / near) continue;
    const args = { raw, field, read: percent(value), meant: percent(meant) };
    findings.add('cell.ratio-scale', at, args, { firm });
  }
}

const percent = (value: number): string => `${Number((value * 100).toPrecision(12))}%`;
