import { Findings, usageError } from '../../finding/index.js';
import { nearestFields } from '../../match/index.js';
import type { Plan } from '../../model/plan.js';

/** `--without` takes out fields that the plan reads, and no others: exit 2. */
export function checkWithout(without: readonly string[], plan: Plan): void {
  const findings = new Findings();
  for (const field of without) {
    if (plan.reads.includes(field)) continue;
    findings.add('usage.unknown-field', { file: '--without' }, { field, near: nearestFields(field, plan) });
  }
  if (findings.hasErrors) throw usageError(findings.all);
}
