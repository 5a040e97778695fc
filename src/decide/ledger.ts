import type { Decisions, Disposition } from '../model/decisions.js';
import type { Fate, Firms } from '../model/firms.js';
import type { SkipReason } from '../model/mapping.js';
import type { FirmLedger, RowLedger } from '../model/run.js';

/** The fate of a row of `Firms.rows`: superseded, or what became of its firm. Skipped rows stand in `Firms.skipped`. */
export function fateOf(
  firms: Pick<Firms, 'rows'>,
  disposition: readonly Disposition[],
  row: number,
): Exclude<Fate, 'skipped'> {
  if (firms.rows.superseded[row] === 1) return 'superseded';
  return disposition[firms.rows.firm[row]!] === 'rejected' ? 'rejected' : 'used';
}

/** Every row with a non-blank cell under exactly one fate. Cost: one look at each row. */
export function rowLedger(
  firms: Pick<Firms, 'rows' | 'skipped'>,
  disposition: readonly Disposition[],
): RowLedger {
  const byFate: Record<Fate, number> = { used: 0, superseded: 0, rejected: 0, skipped: firms.skipped.length };
  for (let row = 0; row < firms.rows.count; row++) {
    // Rows of another period stand among the skipped ones.
    if (firms.rows.firm[row]! >= 0) byFate[fateOf(firms, disposition, row)]++;
  }
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const { reason } of firms.skipped) skipped[reason] = (skipped[reason] ?? 0) + 1;
  return { total: sum(byFate), byFate, skipped };
}

export function firmLedger(decisions: Pick<Decisions, 'disposition'>): FirmLedger {
  const byDisposition: Record<Disposition, number> = {
    rejected: 0,
    vetoed: 0,
    whitelisted: 0,
    referred: 0,
    'below-line': 0,
  };
  for (const one of decisions.disposition) byDisposition[one]++;
  return { total: sum(byDisposition), byDisposition };
}

/**
 * Holds both ledgers against what was counted elsewhere: the rows that the tables gave, and the firms of the run. A
 * mismatch means that a row or a firm was lost or counted twice: a bug, thrown as a plain Error, never a report.
 */
export function checkLedgers(
  rows: RowLedger,
  firms: FirmLedger,
  seen: { readonly rows: number; readonly firms: number },
): void {
  const hold = (what: string, parts: Readonly<Partial<Record<string, number>>>, whole: number) => {
    const added = sum(parts);
    if (added === whole) return;
    const shown = Object.entries(parts).map(([name, count]) => `${name} ${count}`);
    throw new Error(`${what} do not add up: ${shown.join(' + ')} = ${added}, but there were ${whole}`);
  };
  hold('the fates of rows', rows.byFate, seen.rows);
  hold('the reasons of skipped rows', rows.skipped, rows.byFate.skipped);
  hold('the dispositions of firms', firms.byDisposition, seen.firms);
}

function sum(parts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(parts).reduce<number>((whole, part) => whole + (part ?? 0), 0);
}
