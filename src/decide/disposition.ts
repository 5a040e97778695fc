import { type Disposition, dispositions, precedence } from '../model/decisions.js';
import type { Plan } from '../model/plan.js';

/** Exactly one disposition a firm: the first in order of precedence that holds. Cost: a look at each firm. */
export function disposeOf(
  plan: Plan,
  scored: Uint8Array,
  vetoed: Uint8Array,
  lists: readonly (readonly number[])[],
): readonly Disposition[] {
  const broughtBy = plan.lists.map(
    ({ kind }) => precedence.find((one) => one.list === kind)?.disposition ?? null,
  );
  const listed = (firm: number, as: Disposition) => lists[firm]!.some((list) => broughtBy[list] === as);
  const holds: Readonly<Record<Disposition, (firm: number) => boolean>> = {
    rejected: (firm) => scored[firm] === 0,
    vetoed: (firm) => vetoed[firm] === 1,
    whitelisted: (firm) => listed(firm, 'whitelisted'),
    referred: (firm) => listed(firm, 'referred'),
    'below-line': () => true,
  };
  return lists.map((_, firm) => dispositions.find((one) => holds[one](firm))!);
}
