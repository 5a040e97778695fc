import type { Findings } from '../finding/index.js';
import type { Note } from '../model/finding.js';
import type { Firms } from '../model/firms.js';
import type { CellPosition, SheetPosition } from '../model/position.js';
import { type Amounts, headerCell, medianOf, sayAmount, timesApart } from './amounts.js';

/** Half of 10³, 元 taken for 千元: the other half is what a firm may shrink by in a year while its unit is wrong. */
const far = 500;
/** From so many firms on, and half of a table, it is the header's unit that is in doubt, not each figure. */
const leastFirms = 5;

/** Two years of a firm that are 500 times apart: a warning at the firm's cell, or one at the header where most are. */
export function doubtLastYear(firms: Firms, now: Amounts, before: Amounts, findings: Findings): void {
  const seen = new Int32Array(firms.tables.length);
  const off: number[][] = firms.tables.map(() => []);
  for (let firm = 0; firm < firms.count; firm++) {
    const a = now.values[firm]!;
    const b = before.values[firm]!;
    const table = now.table[firm]!;
    if (!(a > 0 && b > 0) || table < 0 || now.told[firm] === 1 || before.told[firm] === 1) continue;
    seen[table]!++;
    if (a >= far * b || b >= far * a) off[table]!.push(firm);
  }
  for (const [table, all] of off.entries()) {
    if (all.length >= leastFirms && all.length * 2 >= seen[table]!)
      tellHeader(firms, now, before, { table, off: all, of: seen[table]! }, findings);
    else for (const firm of all) tellFirm(firms, now, before, firm, findings);
    for (const firm of all) {
      now.told[firm] = 1;
      before.told[firm] = 1;
    }
  }
}

/** Placed at the year that is farther from the other firms: that is the one to look at. */
function tellFirm(firms: Firms, now: Amounts, before: Amounts, firm: number, findings: Findings): void {
  const [odd, other] = strangeness(before, firm) > strangeness(now, firm) ? [before, now] : [now, before];
  const at = firms.cellOf(firm, odd.field.id);
  if (at === null) return;
  const [value, neighbour] = [odd.values[firm]!, other.values[firm]!];
  const args = {
    field: odd.field.name,
    raw: sayAmount(value, odd.field),
    otherField: other.field.name,
    other: sayAmount(neighbour, other.field),
    times: timesApart(value, neighbour),
  };
  findings.add('cell.off-last-year', at, args, {
    firm,
    notes: otherYear(at, firms.cellOf(firm, other.field.id)),
  });
}

/** Last year's figures may stand on another sheet, or in another file. */
const otherYear = (at: SheetPosition, other: CellPosition | null): readonly Note[] =>
  other === null || (other.file === at.file && other.sheet === at.sheet)
    ? []
    : [{ id: 'other-value', at: other }];

const strangeness = ({ values, sorted }: Amounts, firm: number): number =>
  Math.abs(Math.log(values[firm]! / medianOf(sorted)));

function tellHeader(
  firms: Firms,
  now: Amounts,
  before: Amounts,
  { table, off, of }: { readonly table: number; readonly off: readonly number[]; readonly of: number },
  findings: Findings,
): void {
  const ratios = Float64Array.from(off, (firm) => timesApart(now.values[firm]!, before.values[firm]!)).sort();
  const args = {
    field: now.field.name,
    otherField: before.field.name,
    firms: off.length,
    of,
    times: medianOf(ratios),
  };
  const at = headerCell(firms, table, now.field.id);
  const notes = otherYear(at, firms.cellOf(off[0]!, before.field.id));
  findings.add('header.off-last-year', at, args, { notes });
}
