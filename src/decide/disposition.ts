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

/** Exactly one disposition a firm: the first in order of precedence that holds. */
export function disposeOf(
  plan: Plan,
  scored: Uint8Array,
  vetoed: Uint8Array,
  lists: readonly (readonly number[])[],
): readonly Disposition[] {
  return lists.map((on, firm) => {
    const holds: Readonly<Record<Disposition, boolean>> = {
      rejected: scored[firm] === 0,
      vetoed: vetoed[firm] === 1,
      whitelisted: on.some((list) => byKind[plan.lists[list]!.kind] === 'whitelisted'),
      referred: on.some((list) => byKind[plan.lists[list]!.kind] === 'referred'),
      'below-line': true,
    };
    return dispositions.find((one) => holds[one])!;
  });
}
