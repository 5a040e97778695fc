import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import { type Amounts, headerCell, medianOf, sayAmount } from './amounts.js';

/** A median of fewer says nothing of a table. */
const leastFirms = 5;
/**
 * In 万元. Half of a list beyond 100 亿元 of anything, or half of those who have any of it below 1000 元: no zone has such
 * firms, but 元 read as 万元 and 万元 read as 元 look like that. 千元 is not seen by it.
 */
export const likely = { least: 0.1, most: 1_000_000 };

/**
 * A table all of whose money is of a magnitude that firms do not have: there is no other table to hold it against, and its
 * firms agree with each other. One warning at its header. What may be negative is small by nature: only the large is told. Nor
 * is a small figure a slip where the column is in 万元: the tax relief of micro firms is like that.
 */
export function doubtUnit(firms: Firms, amounts: Amounts, findings: Findings): void {
  const { field, sorted } = amounts;
  if (sorted.length < leastFirms || field.currency !== 'CNY') return;
  // Where all lies between the edges no table's median can lie beyond them.
  if (sorted[0]! >= likely.least && sorted[sorted.length - 1]! <= likely.most) return;
  const signed = field.min === null || field.min < 0;
  for (let table = 0; table < firms.tables.length; table++) {
    const sizes = untoldOf(amounts, table);
    const median = medianOf(sizes);
    const inYuan = firms.tables[table]!.inYuan?.has(field.id) === true;
    const large = median > likely.most && !inYuan;
    if (sizes.length < leastFirms || !(large || (median < likely.least && inYuan && !signed))) continue;
    const args = { field: field.name, firms: sizes.length, median: sayAmount(median, field), large };
    findings.add('header.unit-unlikely', headerCell(firms, table, field.id), args);
  }
}

/** Magnitudes of a table's firms of which nothing was said yet, ascending. */
function untoldOf({ values, table, told }: Amounts, wanted: number): Float64Array {
  const sizes: number[] = [];
  for (let firm = 0; firm < values.length; firm++) {
    const size = Math.abs(values[firm]!);
    if (table[firm] === wanted && told[firm] === 0 && size > 0) sizes.push(size);
  }
  return Float64Array.from(sizes).sort();
}
