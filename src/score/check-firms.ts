import { bindNumber } from '../expr/index.js';
import type { Findings } from '../finding/index.js';
import { dayText } from '../model/day.js';
import type { Firms } from '../model/firms.js';
import type { Check, Plan } from '../model/plan.js';
import { hasColumn } from './blank-inputs.js';
import { firmsFrame } from './frame.js';
import { sayInput, sayValue } from './say-input.js';

/**
 * Holds the profile's checks to every firm's figures, rejected firms' too, so that all is mended at once. 1 where an
 * error check rejects the firm. Null is no violation, and a check of a field that no input has is not asked at all.
 * `asOf` null: not known, like a blank. Pure. Cost: firms × checks.
 */
export function checkFirms(firms: Firms, plan: Plan, asOf: number | null, findings: Findings): Uint8Array {
  const rejected = new Uint8Array(firms.count);
  const frame = firmsFrame(firms, plan, asOf ?? Number.NaN);
  for (const check of plan.checks) {
    const fields = check.hold.reads.filter((name) => plan.fields.has(name));
    if (!fields.every((name) => name === plan.idField || hasColumn(firms, name))) continue;
    const severe = check.severity === 'error' && fields.every((name) => isNeeded(plan, name));
    const holds = bindNumber(check.hold, frame);
    for (let firm = 0; firm < firms.count; firm++) {
      if (holds(firm) !== 0) continue;
      if (severe) rejected[firm] = 1;
      tell(firms, plan, check, { firm, fields, severe, asOf }, findings);
    }
  }
  return rejected;
}

/** Only the id and what the plan reads can be errors. */
const isNeeded = (plan: Plan, field: string): boolean => field === plan.idField || plan.reads.includes(field);

interface Broken {
  readonly firm: number;
  readonly fields: readonly string[];
  readonly severe: boolean;
  readonly asOf: number | null;
}

/** Placed at the first field that has a cell, where the reader looks first; at the firm's row where none has. */
function tell(
  firms: Firms,
  plan: Plan,
  check: Check,
  { firm, fields, severe, asOf }: Broken,
  findings: Findings,
): void {
  const values = fields.flatMap((name) => sayInput(firms, plan, name, firm));
  if (asOf !== null && check.hold.reads.includes('as_of'))
    values.push({ zh: `基准日 = ${dayText(asOf)}`, en: `as of = ${dayText(asOf)}` });
  const args = {
    check: check.id,
    expected: check.text.zh,
    expectedEn: check.text.en,
    values,
    rejected: severe,
  };
  const more = { firm, severity: severe ? ('error' as const) : ('warning' as const) };
  for (const name of fields) {
    const cell = firms.cellOf(firm, name);
    if (cell === null) continue;
    const raw = sayValue(firms, plan, name, firm);
    findings.add('cell.check-failed', cell, { ...args, raw }, more);
    return;
  }
  findings.add('firm.check-failed', firms.rowOf(firm), args, more);
}
