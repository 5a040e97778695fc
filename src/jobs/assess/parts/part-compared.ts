import { countMoves, exactSum } from '../../../analyse/index.js';
import type { Compared, ComparedRun } from '../../../model/compared.js';
import type { Decisions } from '../../../model/decisions.js';
import type { Firms } from '../../../model/firms.js';

/**
 * How the part's firms moved. A firm that filed last time alone says in no file of this run where it belongs: it stands in
 * no part, and last time's figures are those of the firms that file now.
 */
export function partCompared(
  compared: Compared,
  { ids, count }: Firms,
  { disposition }: Decisions,
): Compared {
  const own = new Set(ids);
  const firms = compared.firms.filter((one) => one.after !== null && own.has(one.id));
  const sumOf = (side: 'before' | 'after', run: ComparedRun) => {
    const totals = firms.flatMap((one) => one[side]?.total ?? []);
    return { ...run, totals: totals.length, sum: exactSum(totals, compared.decimals) };
  };
  const before = firms.flatMap((one) => one.before ?? []);
  return {
    ...compared,
    counts: countMoves(firms),
    firms,
    before: {
      ...sumOf('before', compared.before),
      firms: before.length,
      whitelisted: before.filter((one) => one.disposition === 'whitelisted').length,
      nameless: 0,
    },
    after: {
      ...sumOf('after', compared.after),
      firms: count,
      whitelisted: disposition.filter((one) => one === 'whitelisted').length,
      nameless: ids.filter((id) => id === null).length,
    },
  };
}
