import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import { type Amounts, headerCell, sayAmount } from './amounts.js';

/** Two or three firms may agree by chance, or belong together. */
const leastFirms = 5;
/** In a large list chance does more: 1 firm in 100. */
const leastShare = 0.01;
/** Estimates are round: up to so many digits many firms agree (1000, 500, 12.5). */
const roundDigits = 3;
/** Cells named; the rest are counted. */
const mostNamed = 5;

/** The same figure, to four digits or more, in many firms: one warning a field and figure, naming some of the cells. */
export function doubtSameFigures(
  firms: Firms,
  { field, values, sorted, table }: Amounts,
  findings: Findings,
): void {
  const least = Math.max(leastFirms, Math.ceil(firms.count * leastShare));
  let before = Number.NaN;
  // A run of so many equal figures covers one of every so many places: only these are looked at.
  for (let at = least - 1; at < sorted.length; at += least) {
    const size = sorted[at]!;
    if (size === before) continue;
    before = size;
    if (runAround(sorted, at) >= least && !isRound(size)) for (const value of [size, -size]) tell(value);
  }

  function tell(value: number): void {
    const same: number[] = [];
    for (let firm = 0; firm < firms.count; firm++) if (values[firm] === value) same.push(firm);
    const first = table[same[0] ?? -1] ?? -1;
    if (same.length < least || first < 0) return;
    const notes = same.slice(0, mostNamed).flatMap((firm) => {
      const at = firms.cellOf(firm, field.id);
      return at === null ? [] : [{ id: 'seen-at' as const, at }];
    });
    const args = { field: field.name, value: sayAmount(value, field), firms: same.length };
    findings.add('header.same-figure', headerCell(firms, first, field.id), args, { notes });
  }
}

/** How many figures equal the one at a place. */
function runAround(sorted: Float64Array, at: number): number {
  let [from, to] = [at, at + 1];
  while (sorted[from - 1] === sorted[at]) from--;
  while (sorted[to] === sorted[at]) to++;
  return to - from;
}

/** Added up in binary, 1500 may carry dust. */
const isRound = (size: number): boolean =>
  Number(size.toPrecision(roundDigits)) === Number(size.toPrecision(12));
