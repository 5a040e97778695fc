import { asMoney, parseQuantity } from '../../expr/index.js';
import type { Type } from '../../model/expr.js';
import { moneyUnit } from '../../model/unit.js';
import type { ProfileArgs, ProfileFindingId } from '../report.js';

type Told = <Id extends ProfileFindingId>(id: Id, args: ProfileArgs<Id>) => void;

/**
 * A figure of a profile in the canonical unit of a value: 万元 (万美元) for money, a fraction for a ratio. Money states
 * its unit, since 120 may be 元 or 万元; 0 needs none. NaN, with a finding, where it is no figure of that kind; NaN alone
 * where the value is no number, which is told by whoever looks at its type.
 */
export function readQuantity(raw: number | string, type: Type, tell: Told): number {
  const found =
    typeof raw === 'number' ? { value: raw, money: null, kind: 'plain' as const } : parseQuantity(raw);
  const shown = String(raw);
  if (type.kind !== 'number') return Number.NaN;
  if (found === null) {
    tell('profile.not-a-quantity', { raw: shown });
    return Number.NaN;
  }
  if (type.money === null) {
    if (found.kind === 'money') tell('profile.money-for-plain', { raw: shown });
    return found.value;
  }
  const unit = moneyUnit[type.money];
  if (found.kind === 'percent') tell('profile.percent-for-money', { raw: shown, unit });
  else if (found.kind === 'money' && found.money !== type.money)
    tell('profile.wrong-currency', { raw: shown, unit });
  else if (found.kind === 'plain' && found.value !== 0)
    tell('profile.needs-unit', {
      raw: shown,
      unit,
      suggestion: asMoney(shown, type.money) ?? `${shown} ${unit}`,
    });
  return found.value;
}
