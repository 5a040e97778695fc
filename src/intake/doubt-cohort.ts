import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import { type Amounts, medianOf, sayAmount, timesApart } from './amounts.js';

/** Median and spread of fewer firms are too loose to doubt one by. */
const leastFirms = 20;
/** In powers of ten: DESIGN rule 9, a value 10³ off its cohort. */
const farDecades = 3;
/** Of a normal spread one firm in 16,000 lies beyond 4 standard deviations; at 3 it would be one in 370. */
const farSpreads = 4;
/** MAD × 1.4826 is the standard deviation of a normal spread. */
const normal = 1.4826;
/** Edges are reckoned through logarithms: 1200 is 10³ × 1.2 for a person. */
const dust = 1e-9;

/**
 * A firm's money 10³ off the others' median and well beyond their spread, by magnitude: a loss can be in 元, too. Each
 * side has its own spread, since small firms trail off farther than large ones. Of a field that may be negative only
 * the large are doubted: profits near zero are small by nature.
 */
export function doubtCohort(firms: Firms, amounts: Amounts, findings: Findings): void {
  const { field, values, sorted, told } = amounts;
  if (sorted.length < leastFirms) return;
  const median = medianOf(sorted);
  const quarter = (sorted.length - 1) >> 2;
  const signed = field.min === null || field.min < 0;
  const low = signed ? 0 : median / reachOf(median / sorted[quarter]!);
  const high = median * reachOf(sorted[sorted.length - 1 - quarter]! / median);
  if (sorted[0]! > low && sorted[sorted.length - 1]! < high) return;
  for (let firm = 0; firm < firms.count; firm++) {
    const size = Math.abs(values[firm]!);
    const off = size >= high || (size > 0 && size <= low);
    if (!off || told[firm] === 1) continue;
    const at = firms.cellOf(firm, field.id);
    if (at === null) continue;
    told[firm] = 1;
    const args = {
      field: field.name,
      raw: sayAmount(values[firm]!, field),
      median: sayAmount(median, field),
      times: timesApart(size, median),
    };
    findings.add('cell.off-cohort', at, args, { firm });
  }
}

/**
 * How many times off is too far, on a side whose quarter is so many times off the median: the median deviation of a
 * side is the distance of its quartile.
 */
const reachOf = (quartile: number): number =>
  10 ** Math.max(farDecades, farSpreads * normal * Math.log10(quartile)) * (1 - dust);
