import { bindNumber } from '../expr/index.js';
import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import type { Plan, Veto } from '../model/plan.js';
import { decisionFrame } from './frame.js';

/** What vetoes did, indexed by firm. */
export interface Barred {
  /** Indexes into `Plan.vetoes` that bar the firm; told of rejected firms too, as far as they are known. */
  readonly vetoes: readonly (readonly number[])[];
  /** 1 where any veto bars the firm. */
  readonly mask: Uint8Array;
  /** 1 where an unknown veto under `unknown: reject` keeps the firm from being scored. */
  readonly rejected: Uint8Array;
}

const outcomeOf = { 'pass-with-warning': 'passed', veto: 'vetoed', reject: 'rejected' } as const;
const noVeto: readonly number[] = [];

/**
 * Which firms the vetoes bar, before anything is scored. An unknown veto never passes in silence: the profile says
 * what becomes of the firm, and a finding says it of each. Cost: firms × vetoes.
 */
export function bar(firms: Firms, plan: Plan, asOf: number, findings: Findings): Barred {
  const frame = decisionFrame(firms, plan, asOf);
  const vetoes = new Array<readonly number[]>(firms.count).fill(noVeto);
  const mask = new Uint8Array(firms.count);
  const rejected = new Uint8Array(firms.count);
  const barFirm = (firm: number, veto: number) => {
    mask[firm] = 1;
    vetoes[firm] = [...vetoes[firm]!, veto];
  };
  plan.vetoes.forEach((veto, index) => {
    const bars = bindNumber(veto.bar, frame);
    for (let firm = 0; firm < firms.count; firm++) {
      const held = bars(firm);
      if (held === 0) continue;
      if (held === 1) barFirm(firm, index);
      // A firm that is rejected anyway needs no second reason: its blanks are asked about once it can be scored.
      else if (firms.rejected[firm] === 0) {
        if (veto.unknown === 'veto') barFirm(firm, index);
        if (veto.unknown === 'reject') rejected[firm] = 1;
        tellUnknown(firms, plan, veto, firm, findings);
      }
    }
  });
  return { vetoes, mask, rejected };
}

/** Placed at the first blank input, where the reader has to type; at the firm's row where no input has a cell. */
function tellUnknown(firms: Firms, plan: Plan, veto: Veto, firm: number, findings: Findings): void {
  const blank = veto.bar.reads.flatMap((name) => {
    const field = plan.fields.get(name);
    const number = firms.numbers.get(name);
    const known = number ? !Number.isNaN(number[firm]) : (firms.texts.get(name)?.[firm] ?? null) !== null;
    return field === undefined || known ? [] : [field];
  });
  const at = blank[0] === undefined ? null : firms.cellOf(firm, blank[0].id);
  const args = {
    veto: veto.text,
    inputs: blank.map((field) => field.name),
    outcome: outcomeOf[veto.unknown],
  };
  const severity = veto.unknown === 'reject' ? 'error' : 'warning';
  findings.add('firm.veto-unknown', at ?? firms.rowOf(firm), args, { firm, severity });
}
