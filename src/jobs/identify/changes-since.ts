import type { Change, Identified, IdentifiedFirm, Scheme } from '../../model/identified.js';
import type { Standing } from '../../model/judged.js';
import type { Joined } from './join-schemes.js';
import type { Previous } from './open-identification.js';

/**
 * Dynamic identification: each firm and scheme against the last one. A firm that qualified and of which nobody can say so
 * now is to be looked at (待核), not lost; a scheme that the last one did not hold has no changes.
 */
export function changesSince(
  previous: Previous | null,
  firms: Joined['firms'],
  schemes: readonly Scheme[],
): Pick<Identified, 'firms' | 'gone'> {
  const before = schemes.map(({ plan }) => previous?.qualified.get(plan.id) ?? null);
  const present = new Set(firms.map((firm) => firm.id));
  return {
    firms: firms.map(
      (firm): IdentifiedFirm => ({
        ...firm,
        changes: before.map((had, at) =>
          had === null ? null : changeOf(had.has(firm.id), firm.told[at]!.standing),
        ),
      }),
    ),
    gone: before.flatMap((had, scheme) =>
      [...(had ?? [])].filter(([id]) => !present.has(id)).map(([id, name]) => ({ scheme, id, name })),
    ),
  };
}

function changeOf(had: boolean, now: Standing): Change | null {
  if (now === 'qualifies') return had ? 'kept' : 'new';
  if (!had) return null;
  return now === 'not' ? 'lost' : 'unsure';
}
