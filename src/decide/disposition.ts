import { type Disposition, dispositions } from '../model/decisions.js';
import type { ListKind, Plan } from '../model/plan.js';

/** What standing on a list makes of a firm; null where it changes nothing. */
const byKind: Readonly<Record<ListKind, Disposition | null>> = {
  whitelist: 'whitelisted',
  referral: 'referred',
  pool: null,
  ranking: null,
  publicity: null,
};

/** Exactly one disposition a firm: the first in order of precedence that holds. Cost: a look at each firm. */
export function disposeOf(
  plan: Plan,
  scored: Uint8Array,
  vetoed: Uint8Array,
  lists: readonly (readonly number[])[],
): readonly Disposition[] {
  const listed = (firm: number, as: Disposition) =>
    lists[firm]!.some((list) => byKind[plan.lists[list]!.kind] === as);
  const holds: Readonly<Record<Disposition, (firm: number) => boolean>> = {
    rejected: (firm) => scored[firm] === 0,
    vetoed: (firm) => vetoed[firm] === 1,
    whitelisted: (firm) => listed(firm, 'whitelisted'),
    referred: (firm) => listed(firm, 'referred'),
    'below-line': () => true,
  };
  return lists.map((_, firm) => dispositions.find((one) => holds[one](firm))!);
}
