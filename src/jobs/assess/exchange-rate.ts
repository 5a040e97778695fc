import { Findings, usageError } from '../../finding/index.js';
import type { ExchangeRate } from '../../model/run.js';
import { parseDay } from '../period.js';

/** An exchange rate as it is asked for: `USD=7.1`, and the day that it held. */
export interface RateOptions {
  readonly rate?: string | undefined;
  readonly rateDate?: string | undefined;
}

/** Both or neither; null for neither. Throws exit 2 for anything else: no rate is ever looked up or guessed. */
export function rateOf({ rate, rateDate }: RateOptions): ExchangeRate | null {
  if (rate === undefined && rateDate === undefined) return null;
  const findings = new Findings();
  const found = /^USD=(\d+(?:\.\d+)?)$/i.exec(rate?.trim() ?? '');
  const yuan = Number(found?.[1] ?? 0);
  const date = rateDate === undefined ? null : parseDay(rateDate);
  if (rate === undefined || rateDate === undefined) findings.add('usage.rate-date', { file: '--rate' }, {});
  if (rate !== undefined && !(yuan > 0)) findings.add('usage.rate', { file: '--rate' }, { value: rate });
  if (rateDate !== undefined && date === null)
    findings.add('usage.day', { file: '--rate-date' }, { value: rateDate });
  if (date === null || findings.hasErrors) throw usageError(findings.all);
  return { currency: 'USD', yuan, date };
}
