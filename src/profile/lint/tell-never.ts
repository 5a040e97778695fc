import type { Expression } from '../../model/expr.js';
import type { ProfileArgs } from '../report.js';
import type { Never } from './ranges.js';

type NeverArgs = ProfileArgs<'profile.never-holds'>;

/** The arguments of `profile.never-holds`: an end of a range that is open on that side is left out. */
export function tellNever(
  { subject, known }: Never,
  rule: Expression,
  tell: (args: NeverArgs) => void,
): void {
  const end = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
  tell({ condition: rule.text, subject, least: end(known?.low), most: end(known?.high) });
}
