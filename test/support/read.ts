import { fileURLToPath } from 'node:url';
import { Findings } from '../../src/finding/index.js';
import { takeIn } from '../../src/intake/index.js';
import { findTables, indexFields } from '../../src/match/index.js';
import type { Firms } from '../../src/model/firms.js';
import type { Mapping } from '../../src/model/mapping.js';
import type { Plan } from '../../src/model/plan.js';
import type { Sheet } from '../../src/model/table.js';
import { loadProfile } from '../../src/profile/index.js';

const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));

const plans = new Map<string, Plan>();

/** A shipped profile's plan, loaded once. */
export function shippedPlan(id: string): Plan {
  const plan = plans.get(id) ?? loadProfile(id, [shipped]).plan;
  plans.set(id, plan);
  return plan;
}

/** A plan that knows the common fields and reads the ones named. */
export const planReading = (...reads: string[]): Plan => ({ ...shippedPlan('techsme-2017'), reads });

export interface ReadBack {
  readonly firms: Firms;
  readonly mappings: readonly Mapping[];
  readonly findings: Findings;
}

/** Sheets through match and intake, as the assess job does it. */
export async function readSheets(sheets: readonly Sheet[], plan: Plan, year = 2025): Promise<ReadBack> {
  const findings = new Findings();
  const index = indexFields(plan, year);
  const intake = takeIn(plan, findings, year * 10);
  const mappings: Mapping[] = [];
  for (const sheet of sheets) {
    for await (const piece of findTables(sheet, index, findings)) {
      if (piece.kind === 'table') mappings.push(piece.mapping);
      intake.take(piece);
    }
  }
  return { firms: intake.finish(), mappings, findings };
}

/** `error cell.not-a-number E5`: one line a finding, in the order found. */
export const told = ({ findings }: ReadBack): string[] =>
  findings.all.map((one) => {
    const at = one.at as { row?: number; column?: number };
    const place =
      at.row === undefined
        ? ''
        : at.column === undefined
          ? ` ${at.row}`
          : ` ${String.fromCharCode(65 + at.column)}${at.row}`;
    return `${one.severity} ${one.id}${place}`;
  });

/** Three codes of invented firms in a region that is nobody's, with right check characters. */
export const codes = ['91340199MA1007919N', '91340199MA10158389', '91340199MA1023757U'] as const;
