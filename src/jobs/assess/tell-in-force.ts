import type { Findings } from '../../finding/index.js';
import { dayText } from '../../model/day.js';
import type { Period } from '../../model/period.js';
import type { InForce } from '../../model/run.js';
import type { LoadedProfile } from '../../profile/index.js';

/** Warns where no day of the period lies in the profile's time, and gives that time; undefined where all is well. */
export function tellInForce(
  { plan, document }: LoadedProfile,
  period: Period,
  findings: Findings,
): InForce | undefined {
  const { from, to } = document.in_force;
  // Days as year-month-day stand in the order of their texts.
  if (dayText(period.to) >= from && (to === undefined || dayText(period.from) <= to)) return undefined;
  const time = { from, to: to ?? null };
  findings.add(
    'usage.not-in-force',
    { file: plan.id },
    { profile: plan.id, period: period.text, from, to: to ?? '' },
  );
  return time;
}
