import { Findings, usageError } from '../finding/index.js';
import type { Period } from '../model/period.js';
import { parsePeriod } from './period.js';

/** A period where one was named, null where none was; anything that is no period is wrong usage (exit 2). */
export function requirePeriod(text: string | undefined): Period | null {
  if (text === undefined) return null;
  const period = parsePeriod(text);
  if (period !== null) return period;
  const findings = new Findings();
  findings.add('usage.period', { file: '--period' }, { value: text });
  throw usageError(findings.all);
}
