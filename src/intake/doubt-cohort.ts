import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import { type Amounts, medianOf, sayAmount, timesApart } from './amounts.js';
import { likely } from './doubt-unit.js';

/** Median and spread of fewer firms are too loose to doubt one by. */
const leastFirms = 20;
/** That a firm is 10³ off the median and beyond what any firm has needs no spread to say. */
const fewFirms = 5;
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
  if (sorted.length < fewFirms) return;
  const median = medianOf(sorted);
  const { least, most } = edgesOf(sorted, median, field.currency === 'CNY');
  const signed = field.min === null || field.min < 0;
  const low = signed ? 0 : least;
  const high = most;
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
 * Beyond these a firm is doubted. Where a quarter of the firms wrote 元 for 万元 the spread is as wide as the slip: what is
 * beyond any firm is told all the same.
 */
function edgesOf(sorted: Float64Array, median: number, yuan: boolean): { least: number; most: number } {
  const far = 10 ** farDecades * (1 - dust);
  const beyond = yuan
    ? { least: Math.min(likely.least, median / far), most: Math.max(likely.most, median * far) }
    : { least: 0, most: Number.POSITIVE_INFINITY };
  if (sorted.length < leastFirms) return beyond;
  const quarter = (sorted.length - 1) >> 2;
  return {
    least: Math.max(beyond.least, median / reachOf(median / sorted[quarter]!)),
    most: Math.min(beyond.most, median * reachOf(sorted[sorted.length - 1 - quarter]! / median)),
  };
}

/**
 * How many times off is too far, on a side whose quarter is so many times off the median: the median deviation of a
 * side is the distance of its quartile.
 */
const reachOf = (quartile: number): number =>
  10 ** Math.max(farDecades, farSpreads * normal * Math.log10(quartile)) * (1 - dust);
