import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import { type Amounts, headerCell, medianOf, sayAmount, timesApart } from './amounts.js';

/** A median of fewer says nothing of a table. */
const leastFirms = 5;
/** 千元 and 元 taken for 万元 (10, 10⁴) or for each other (10³): 10³ to 10⁴, and what two lists of firms differ by anyway. */
const apart = { least: 500, most: 20_000 };

interface Middle {
  readonly table: number;
  readonly firms: number;
  readonly median: number;
}

/**
 * A table whose median is 10³ to 10⁴ off the others': one warning at its header, and none for each of its firms. The
 * others are what most firms say: the median of the tables, each counted as often as it has firms; of two equal halves
 * the lower, since 元 taken for 万元 makes figures too large.
 */
export function doubtTables(firms: Firms, amounts: Amounts, findings: Findings): void {
  if (firms.tables.length < 2) return;
  const middles = middlesOf(firms, amounts);
  const usual = usualOf(middles);
  if (usual === undefined) return;
  const { field } = amounts;
  for (const { table, firms: count, median } of middles) {
    const times = timesApart(median, usual.median);
    if (times < apart.least || times > apart.most) continue;
    const args = {
      field: field.name,
      firms: count,
      median: sayAmount(median, field),
      others: sayAmount(usual.median, field),
      times,
    };
    const notes = [{ id: 'other-value' as const, at: headerCell(firms, usual.table, field.id) }];
    findings.add('header.unit-suspect', headerCell(firms, table, field.id), args, { notes });
    for (let firm = 0; firm < firms.count; firm++) if (amounts.table[firm] === table) amounts.told[firm] = 1;
  }
}

function middlesOf({ tables, count }: Firms, { values, table }: Amounts): readonly Middle[] {
  const sizes: number[][] = tables.map(() => []);
  for (let firm = 0; firm < count; firm++) {
    const size = Math.abs(values[firm]!);
    if (size > 0) sizes[table[firm]!]?.push(size);
  }
  return sizes.flatMap((all, index) =>
    all.length < leastFirms
      ? []
      : [{ table: index, firms: all.length, median: medianOf(Float64Array.from(all).sort()) }],
  );
}

function usualOf(middles: readonly Middle[]): Middle | undefined {
  const half = middles.reduce((sum, one) => sum + one.firms, 0) / 2;
  let below = 0;
  return [...middles]
    .sort((a, b) => a.median - b.median)
    .find((one) => {
      below += one.firms;
      return below >= half;
    });
}
